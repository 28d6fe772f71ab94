"""The door: whatever comes in has the shape the house reads, or that part of it isn't there.

Slack's payloads change without notice, and what isn't Slack's may come in at an open port. A field
of another type than expected is left out, as if it hadn't been sent; the rest is answered.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.web import metrics

log = structlog.get_logger(__name__)

Body = Mapping[str, Any]
NOBODY_LISTENS = 404


@dataclass(frozen=True)
class Each:
    """An object with any keys, whose values all have the shape *of*."""

    of: Any


@dataclass(frozen=True)
class Either:
    """One of several shapes."""

    shapes: tuple[Any, ...]


@dataclass(frozen=True)
class Whole:
    """An object that is of no use without *needed* of its fields."""

    fields: Mapping[str, Any]
    needed: tuple[str, ...]


NAMED = {"id": str, "name": str}
OPTION = Whole({"value": str}, ("value",))
FIELD = {
    "type": str, "value": str, "selected_option": OPTION, "selected_options": [OPTION],
    "selected_date": str, "selected_time": str, "selected_date_time": int,
    "selected_user": str, "selected_conversation": str, "selected_channel": str,
    "selected_users": [str],
}  # fmt: skip
STATE = {"values": Each(Each(FIELD))}
INSTALLED = {"enterprise_id": str, "team_id": str, "user_id": str}
EVENT = {
    "type": str, "user": Either((str, {**NAMED, "team_id": str})), "subtype": str,
    "channel": Either((str, NAMED)), "channel_type": str, "tab": str, "bot_id": str,
    "team": str, "user_team": str, "enterprise": str, "enterprise_id": str, "team_id": str,
    "tokens": {"bot": [str], "oauth": [str]}, "message": dict, "previous_message": dict,
    "view": {"id": str, "hash": str}, "text": str,
}  # fmt: skip
PAYLOAD = {
    "type": str, "team": Either((str, {"id": str, "domain": str, "enterprise_id": str})),
    "user": {**NAMED, "team_id": str}, "enterprise": Either((str, {"id": str})),
    "enterprise_id": str, "team_id": str, "user_id": str, "is_ext_shared_channel": bool,
    "authorizations": [INSTALLED], "event_id": str, "event": EVENT,
    "command": str, "text": str, "channel_id": str, "trigger_id": str, "response_url": str,
    "channel": NAMED, "callback_id": str, "action_id": str, "block_id": str,
    "actions": [Whole({**FIELD, "action_id": str, "block_id": str}, ("type", "action_id"))],
    "container": {"channel_id": str, "message_ts": str, "type": str},
    "message": {"ts": str, "text": str, "user": str, "thread_ts": str, "blocks": [dict]},
    "state": STATE, "function_data": dict, "bot_access_token": str,
    "view": Whole({
        "id": str, "hash": str, "type": str, "callback_id": str, "private_metadata": str,
        "state": STATE, "team_id": str, "app_installed_team_id": str,
    }, ("id", "type")),
}  # fmt: skip
_MISSING = object()


async def enter(app: AsyncApp, request: AsyncBoltRequest) -> BoltResponse:
    """Answer a request; what nobody listens for is acknowledged, or Slack would send it again."""
    response = await app.async_dispatch(request)
    if response.status == NOBODY_LISTENS:
        metrics.unknown_ids.labels("payload").inc()
        return BoltResponse(status=200, body="")
    return response


def tidied(body: Body) -> dict[str, Any]:
    """Return *body* with what has an unexpected type left out, and text the database takes."""
    found = _fields(body, PAYLOAD)
    if not found.get("actions"):
        found.pop("actions", None)  # nothing was pressed
    return found


def _tidy(value: Any, shape: Any) -> Any:
    """Return *value* in *shape*, `_MISSING` where it has another one or is null."""
    if value is None:
        return _MISSING
    if isinstance(shape, Either):
        tried = (_tidy(value, one) for one in shape.shapes)
        return next((found for found in tried if found is not _MISSING), _MISSING)
    if isinstance(shape, Whole):
        found = _tidy(value, shape.fields)
        return found if found is not _MISSING and found.keys() >= set(shape.needed) else _MISSING
    if isinstance(shape, Each):
        return _fields(value, dict.fromkeys(value, shape.of)) if _is_object(value) else _MISSING
    if isinstance(shape, Mapping):
        return _fields(value, shape) if _is_object(value) else _MISSING
    if isinstance(shape, list):
        if not isinstance(value, list):
            return _MISSING
        items = (_tidy(one, shape[0]) for one in value)
        return [one for one in items if one is not _MISSING]
    return _clean(value) if isinstance(value, shape) else _MISSING


def _fields(value: Mapping[str, Any], shape: Mapping[str, Any]) -> dict[str, Any]:
    """Return an object's fields; those the house doesn't read stay as they are, but clean."""
    fields = {
        _clean(key): _tidy(one, shape[key]) if key in shape else _clean(one)
        for key, one in value.items()
    }
    return {key: one for key, one in fields.items() if one is not _MISSING}


def _is_object(value: Any) -> bool:
    return isinstance(value, Mapping)


def _clean(value: Any) -> Any:
    """Return text without what no database and no UTF-8 holds: NUL, and halves of characters."""
    if isinstance(value, str):
        if "\0" in value or not value.isascii():
            return value.replace("\0", "").encode(errors="replace").decode()
        return value
    if isinstance(value, Mapping):
        return {_clean(key): _clean(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_clean(one) for one in value]
    return value
