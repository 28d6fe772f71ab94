"""What happens in a workspace that apps hear of as events: people talk, join, leave, move."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bot.sandbox.ack import Ack
from bot.sandbox.objects import user_object, view_object
from bot.sandbox.records import Channel, Json, Member, Message
from bot.sandbox.workspace import Team, membership_event

if TYPE_CHECKING:
    from bot.sandbox.server import Sandbox

CHANNEL_TYPES = {
    "im": "im",
    "mpim": "mpim",
    "public_channel": "channel",
    "private_channel": "group",
}
UNHEARD = Ack("not_subscribed", 0.0)


async def say(
    sandbox: Sandbox,
    team: Team,
    member: Member,
    where: Channel,
    text: str,
    thread_ts: str | None = None,
) -> Ack:
    """Post a person's message; the app hears it where its bot is, and of a mention apart."""
    world, app = sandbox.world, team.app
    ts = world.next_ts()
    message = Message(ts, member.user_id, text, world.wall(), thread_ts=thread_ts)
    where.messages[ts] = message
    world.change.notify()
    if app.bot_user_id not in where.members:
        return UNHEARD
    event = _message_event(team, member, where, message)
    heard = {**event, "type": "message", "channel_type": CHANNEL_TYPES[where.kind]}
    ack = await sandbox.events.send(app, heard)
    if f"<@{app.bot_user_id}" in text and not where.is_im:
        ack = await sandbox.events.send(app, {**event, "type": "app_mention"})
    return ack


def _message_event(team: Team, member: Member, where: Channel, message: Message) -> Json:
    rich_text = {
        "type": "rich_text",
        "block_id": team.world.new_id("b"),
        "elements": [
            {
                "type": "rich_text_section",
                "elements": [{"type": "text", "text": message.text}],
            }
        ],
    }
    event: Json = {
        "user": member.user_id,
        "ts": message.ts,
        "client_msg_id": team.world.new_id(""),
        "text": message.text,
        "team": team.team_id,
        "blocks": [rich_text],
        "channel": where.channel_id,
    }
    return event | ({"thread_ts": message.thread_ts} if message.thread_ts else {})


async def open_home(sandbox: Sandbox, team: Team, member: Member) -> Ack:
    """Open the app's Home."""
    member.home_is_open = True
    event: Json = {
        "type": "app_home_opened",
        "user": member.user_id,
        "channel": team.dm(member.user_id).channel_id,
        "tab": "home",
    }
    if member.home is not None:
        event["view"] = view_object(member.home, team.app)
    return await sandbox.events.send(team.app, event)


async def join(sandbox: Sandbox, team: Team, member: Member, where: Channel) -> Ack:
    """Make someone a member of a channel."""
    event = team.seat(member.user_id, where.channel_id)
    return await _heard_inside(sandbox, team, where, event)


async def leave(sandbox: Sandbox, team: Team, member: Member, where: Channel) -> Ack:
    """Take someone out of a channel."""
    if member.user_id in where.members:
        where.members.remove(member.user_id)
    event = membership_event("member_left_channel", where, member.user_id)
    sandbox.world.change.notify()
    return await _heard_inside(sandbox, team, where, event)


async def _heard_inside(sandbox: Sandbox, team: Team, where: Channel, event: Json) -> Ack:
    """Tell the app, if its bot is in the channel."""
    if team.app.bot_user_id not in where.members:
        return UNHEARD
    return await sandbox.events.send(team.app, event)


async def invite_bot(sandbox: Sandbox, team: Team, member: Member, where: Channel) -> Ack:
    """Put the bot into a channel; it hears of its own arrival."""
    event = team.seat(team.app.bot_user_id, where.channel_id, inviter=member.user_id)
    return await sandbox.events.send(team.app, event)


async def remove_bot(sandbox: Sandbox, team: Team, member: Member, where: Channel) -> Ack:
    """Take the bot out of a channel; it hears that as `channel_left` or `group_left`."""
    if team.app.bot_user_id in where.members:
        where.members.remove(team.app.bot_user_id)
    sandbox.world.change.notify()
    kind = "group_left" if where.is_private else "channel_left"
    event = {"type": kind, "channel": where.channel_id, "actor_id": member.user_id}
    return await sandbox.events.send(team.app, event)


async def archive(sandbox: Sandbox, team: Team, member: Member, where: Channel) -> Ack:
    """Archive a channel."""
    where.is_archived = True
    kind = "group_archive" if where.is_private else "channel_archive"
    event = {"type": kind, "channel": where.channel_id, "user": member.user_id, "is_moved": 0}
    sandbox.world.change.notify()
    return await _heard_inside(sandbox, team, where, event)


async def unarchive(sandbox: Sandbox, team: Team, member: Member, where: Channel) -> Ack:
    """Bring an archived channel back."""
    where.is_archived = False
    kind = "group_unarchive" if where.is_private else "channel_unarchive"
    event = {"type": kind, "channel": where.channel_id, "user": member.user_id}
    sandbox.world.change.notify()
    return await sandbox.events.send(team.app, event)


async def rename(sandbox: Sandbox, team: Team, where: Channel, name: str) -> Ack:
    """Give a channel another name."""
    where.name = name
    kind = "group_rename" if where.is_private else "channel_rename"
    renamed = {
        "id": where.channel_id,
        "is_group" if where.is_private else "is_channel": True,
        "name": name,
        "name_normalized": name,
        "created": where.created,
        "is_mpim": where.is_mpim,
    }
    sandbox.world.change.notify()
    return await _heard_inside(sandbox, team, where, {"type": kind, "channel": renamed})


async def share(sandbox: Sandbox, team: Team, where: Channel, with_team: str) -> Ack:
    """Share a channel with another company's workspace."""
    where.is_ext_shared = True
    event = {
        "type": "channel_shared",
        "connected_team_id": with_team,
        "channel": where.channel_id,
    }
    sandbox.world.change.notify()
    return await _heard_inside(sandbox, team, where, event)


async def uninstall(sandbox: Sandbox, team: Team) -> Ack:
    """Uninstall the app: every token of the workspace stops working."""
    app = team.app
    app.revoked = True
    sandbox.world.change.notify()
    tokens = {"oauth": [], "bot": [app.bot_user_id]}
    await sandbox.events.send(app, {"type": "tokens_revoked", "tokens": tokens})
    return await sandbox.events.send(app, {"type": "app_uninstalled"})


async def arrive(sandbox: Sandbox, team: Team, member: Member) -> Ack:
    """Tell the app that somebody is new in the workspace."""
    event = {
        "type": "team_join",
        "user": user_object(member, with_locale=True),
        "cache_ts": sandbox.world.unix_now(),
    }
    return await sandbox.events.send(team.app, event)


async def change_user(
    sandbox: Sandbox, team: Team, member: Member, fields: Mapping[str, Any]
) -> Ack:
    """Change a member's account or profile; apps hear `user_change`."""
    for name, value in fields.items():
        setattr(member, name, value)
    member.updated = sandbox.world.unix_now()
    sandbox.world.change.notify()
    event = {
        "type": "user_change",
        "user": user_object(member, with_locale=True),
        "cache_ts": member.updated,
    }
    return await sandbox.events.send(team.app, event)
