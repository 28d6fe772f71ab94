"""conversations.open, info, members, list, history, and users.conversations."""

import re
from collections.abc import Iterable

from bot.sandbox.conversations import find_channel
from bot.sandbox.limits import RESTRICTED_HISTORY_PAGE
from bot.sandbox.methods.method import Call, Method
from bot.sandbox.objects import channel_object, message_object
from bot.sandbox.records import Channel, Json
from bot.sandbox.refusal import Refusal

SCOPE_OF = {
    "public_channel": "channels",
    "private_channel": "groups",
    "im": "im",
    "mpim": "mpim",
}
MOST_LISTED = 999  # Slack: conversations.members, list and history, users.conversations
TS = re.compile(r"\d+(\.\d*)?", re.ASCII)
MAX_GROUP = 8  # Slack: conversations.open, people in a group direct message


def open_(call: Call) -> Json:
    """Open a direct message with one person, or a group one with up to eight."""
    if call.args.get("channel"):
        known_one = find_channel(call.app, call.args["channel"])
        call.need("im:write" if known_one.is_im else "mpim:write")
        return {"channel": {"id": known_one.channel_id}}
    user_ids = _users(call)
    is_one = len(user_ids) == 1
    call.need("im:write" if is_one else "mpim:write")
    team = call.app.team
    known = len(team.channels)
    channel = (
        team.dm(user_ids[0], app=call.app) if is_one else team.group_dm(user_ids, app=call.app)
    )
    body: Json = {"id": channel.channel_id}
    if call.flag("return_im"):
        body = channel_object(channel, bot_user_id=call.app.bot_user_id)
    was_open = len(team.channels) == known
    return {"no_op": was_open, "already_open": was_open, "channel": body}


def _users(call: Call) -> list[str]:
    given = call.args.get("users")
    listed = given if isinstance(given, list) else str(given or "").split(",")
    user_ids = list(dict.fromkeys(str(u).strip() for u in listed if str(u).strip()))
    if not user_ids:
        raise Refusal("users_list_not_supplied")
    if len(user_ids) > MAX_GROUP:
        raise Refusal("too_many_users")
    for user_id in user_ids:
        member = call.app.team.members.get(user_id)
        if member is None:
            raise Refusal("user_not_found")
        if member.deleted:
            raise Refusal("user_disabled")
        if member.is_bot or user_id == "USLACKBOT":
            raise Refusal("cannot_dm_bot")
    return user_ids


def _readable(call: Call, right: str) -> Channel:
    channel = find_channel(call.app, call.required("channel"))
    call.need(f"{SCOPE_OF[channel.kind]}:{right}")
    return channel


def info(call: Call) -> Json:
    """Describe a conversation."""
    channel = _readable(call, "read")
    counted = call.flag("include_num_members")
    body = channel_object(channel, bot_user_id=call.app.bot_user_id, num_members=counted)
    return {"channel": body}


def members(call: Call) -> Json:
    """List who is in a conversation, a page at a time; nobody deactivated is."""
    channel = _readable(call, "read")
    gone = {m.user_id for m in call.app.team.members.values() if m.deleted}
    here = [user_id for user_id in channel.members if user_id not in gone]
    page, metadata = call.page(here, call.number("limit", 100, MOST_LISTED))
    return {"members": list(page), "response_metadata": metadata}


def _of_types(call: Call, channels: Iterable[Channel]) -> list[Channel]:
    types = {t.strip() for t in str(call.args.get("types") or "public_channel").split(",")}
    if types - set(SCOPE_OF):
        raise Refusal("invalid_types")
    call.need(*(f"{SCOPE_OF[each]}:read" for each in sorted(types)))
    archived_too = not call.flag("exclude_archived")
    return [c for c in channels if c.kind in types and (archived_too or not c.is_archived)]


def _listed(call: Call, channels: list[Channel]) -> Json:
    page, metadata = call.page(channels, call.number("limit", 100, MOST_LISTED))
    me = call.app.bot_user_id
    listed = [channel_object(c, bot_user_id=me, num_members=True) for c in page]
    return {"channels": listed, "response_metadata": metadata}


def list_(call: Call) -> Json:
    """List the conversations the bot can see, a page at a time."""
    me = call.app.bot_user_id
    visible = _of_types(call, call.app.team.channels.values())
    return _listed(call, [c for c in visible if c.kind == "public_channel" or me in c.members])


def of_user(call: Call) -> Json:
    """List the conversations a member (the bot unless told) is in."""
    me = call.app.bot_user_id
    user_id = str(call.args.get("user") or me)
    if user_id not in call.app.team.members:
        raise Refusal("user_not_found")
    theirs = _of_types(call, call.world.channels_with(user_id, call.app.team))
    return _listed(call, [c for c in theirs if c.kind == "public_channel" or me in c.members])


def _bound(call: Call, name: str, default: float) -> float:
    given = call.args.get(name)
    if given in (None, ""):
        return default
    if not TS.fullmatch(str(given)):
        raise Refusal(f"invalid_ts_{name}")
    return float(str(given))


def history(call: Call) -> Json:
    """Read a conversation, newest first, between `oldest` and `latest`."""
    channel = _readable(call, "history")
    if call.app.bot_user_id not in channel.members:
        raise Refusal("not_in_channel")
    low, high = _bound(call, "oldest", 0.0), _bound(call, "latest", float("inf"))
    inclusive = call.flag("inclusive")
    found = [
        m
        for m in reversed(channel.lasting())
        if low < float(m.ts) < high or (inclusive and float(m.ts) in (low, high))
    ]
    top_level = [m for m in found if m.thread_ts in (None, m.ts)]
    limit = call.number("limit", 100, MOST_LISTED)
    if call.limits.restricted_history:
        limit = min(limit, RESTRICTED_HISTORY_PAGE)
    page, metadata = call.page(top_level, limit)
    full = call.flag("include_all_metadata")
    shown = [message_object(m, channel.team_id, all_metadata=full) for m in page]
    body: Json = {"messages": shown, "has_more": bool(metadata["next_cursor"]), "pin_count": 0}
    if metadata["next_cursor"]:
        body["response_metadata"] = metadata
    return body


METHODS = {
    "conversations.open": Method(open_, "T3"),
    "conversations.info": Method(info, "T3", takes_json=False),
    "conversations.members": Method(members, "T4", takes_json=False),
    "conversations.list": Method(list_, "T2", takes_json=False),
    "conversations.history": Method(history, "history", takes_json=False),
    "users.conversations": Method(of_user, "T2", takes_json=False),
}
