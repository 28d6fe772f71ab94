"""Reading a Web API call: JSON, form and query bodies, and where the token stands."""

import json
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from bot.sandbox.refusal import Refusal

JSON_TYPE = "application/json"
AS_JSON = {"blocks", "view", "metadata", "attachments", "files", "unfurls"}
"""Arguments that a form or query carries as JSON text."""


async def read_call(request: Request, *, takes_json: bool) -> tuple[dict[str, Any], str]:
    """The arguments, without any token, and the token ("" if none). Raises: Refusal.

    Of a JSON body, methods that don't take JSON see nothing, and nobody sees a token.
    """
    args = _form(request.url.query)
    body, content_type = await request.body(), request.headers.get("content-type", "")
    if body:
        given = read_body(body, content_type)
        if _kind(content_type) == JSON_TYPE:
            given = {k: v for k, v in given.items() if takes_json and k != "token"}
        args |= given
    scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
    in_args = str(args.pop("token", "") or "")
    return args, bearer if scheme.lower() == "bearer" else in_args


def read_body(body: bytes, content_type: str) -> dict[str, Any]:
    """A request's body as arguments. Raises: Refusal."""
    kind = _kind(content_type)
    if kind == JSON_TYPE:
        return _json_object(body)
    if kind == "application/x-www-form-urlencoded":
        return _form(body.decode(errors="replace"))
    raise Refusal("invalid_form_data" if kind.startswith("multipart/") else "invalid_post_type")


def _kind(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _form(text: str) -> dict[str, Any]:
    given = parse_qsl(text, keep_blank_values=True)
    return {name: _unpacked(name, value) for name, value in given}


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        raise Refusal("invalid_json") from None
    if not isinstance(given, dict):
        raise Refusal("json_not_object")
    return {name: _unpacked(name, value) for name, value in given.items()}


def _unpacked(name: str, value: Any) -> Any:
    if name not in AS_JSON or not isinstance(value, str) or not value:
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return value  # not JSON: the method says what is wrong with it
