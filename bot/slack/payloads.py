"""The parts of a payload, as the typed input that rooms get."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from bot.members.reader import Reader
from bot.slack.ids import ChannelId, MemberId, decode
from bot.slack.inputs import Event, Form, MessageRef, Press, ViewRef, read_choice

Body = Mapping[str, Any]


def user_in(body: Body) -> str | None:
    return (body.get("user") or {}).get("id")


def event_in(who: Reader, body: Body) -> Event:
    inner = body.get("event") or {}
    event_id, time = str(body.get("event_id") or ""), body.get("event_time")
    at = None
    if isinstance(time, int):
        with suppress(ValueError, OverflowError, OSError):  # no instant there is
            at = datetime.fromtimestamp(time, UTC)
    return Event(who, str(inner.get("type") or ""), inner, event_id, at)


def view_in(view: Body) -> ViewRef:
    return ViewRef(view["id"], view.get("hash") or "", view.get("type") or "modal")


def message_in(body: Body) -> MessageRef | None:
    message = body.get("message")
    if not message:
        return None
    channel = (body.get("channel") or {}).get("id") or body.get("container", {}).get("channel_id")
    return MessageRef(
        ChannelId(channel or ""),
        message.get("ts") or "",
        message.get("text") or "",
        MemberId(message["user"]) if message.get("user") else None,
        message.get("thread_ts"),
        message.get("blocks") or (),
    )


def press_in(who: Reader, body: Body, action: Body) -> Press:
    chosen = read_choice(action)
    if action.get("type") == "overflow" and chosen is not None:
        value, chosen = decode(chosen), None
    else:
        value = decode(action.get("value"))
    view = body.get("view")
    state = view.get("state") if view else body.get("state")
    message = message_in(body)
    if message is None and body.get("container", {}).get("message_ts"):
        container = body["container"]
        message = MessageRef(ChannelId(container.get("channel_id") or ""), container["message_ts"])
    return Press(
        who,
        value,
        chosen,
        Form.read(state),
        body.get("trigger_id") or "",
        body.get("response_url"),
        view_in(view) if view else None,
        message,
    )
