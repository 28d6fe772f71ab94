"""Reading a Web API call: JSON, form and query bodies, and where the token stands."""

import json
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from bot.sandbox.refusal import Refusal

AS_JSON = {"blocks", "view", "metadata", "attachments", "files", "unfurls"}
"""Arguments that a form or query carries as JSON text."""


async def read_call(request: Request) -> tuple[dict[str, Any], str]:
    """The arguments, without any token, and the token ("" if none). Raises: Refusal."""
    args = _form(request.url.query)
    body = await request.body()
    if body:
        args |= read_body(body, request.headers.get("content-type", ""))
    scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
    in_args = str(args.pop("token", "") or "")
    return args, bearer if scheme.lower() == "bearer" else in_args


def read_body(body: bytes, content_type: str) -> dict[str, Any]:
    """A request's body as arguments. Raises: Refusal."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/json":
        return _json_object(body)
    if kind == "application/x-www-form-urlencoded":
        return _form(body.decode(errors="replace"))
    raise Refusal("invalid_form_data" if kind.startswith("multipart/") else "invalid_post_type")


def _form(text: str) -> dict[str, Any]:
    given = parse_qsl(text, keep_blank_values=True)
    return {name: _unpacked(name, value) for name, value in given}


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        given = json.loads(body)
    except ValueError:
        raise Refusal("invalid_json") from None
    if not isinstance(given, dict):
        raise Refusal("json_not_object")
    return {name: _unpacked(name, value) for name, value in given.items()}


def _unpacked(name: str, value: Any) -> Any:
    if name not in AS_JSON or not isinstance(value, str) or not value:
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value  # not JSON: the method says what is wrong with it
