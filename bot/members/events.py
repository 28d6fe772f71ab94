"""What Slack tells as it happens: people joining, leaving and changing, channels, uninstalls."""

from collections.abc import Mapping
from typing import Any

from bot.deps import Deps, Room
from bot.members import refusals, store, sync
from bot.members.people import from_slack
from bot.members.personal import PERSONAL
from bot.members.schedule import reschedule
from bot.slack.ids import ChannelId, MemberId
from bot.slack.inputs import Event, Reply


async def on_event_member_joined(deps: Deps, event: Event) -> Reply:
    """Somebody joined a channel the bot is in, or the bot itself did: then learn it whole."""
    channel = ChannelId(str(event.body["channel"]))
    workspace, member = event.who.workspace, MemberId(str(event.body["user"]))
    async with deps.db.write() as session:
        row = await store.get_workspace(session, workspace)
        is_bot = row is not None and row.bot_user_id == member
        if not is_bot:
            await store.join_channel(session, workspace, channel, [member])
    if is_bot:
        return Reply(later=lambda: sync.learn_channel(deps, workspace, channel))
    return Reply(later=lambda: sync.learn_member(deps, workspace, member))


async def on_event_member_left(deps: Deps, event: Event) -> Reply:
    channel = ChannelId(str(event.body["channel"]))
    member = MemberId(str(event.body["user"]))
    async with deps.db.write() as session:
        await store.quit_channel(session, event.who.workspace, channel, member)
    return Reply()


async def on_event_bot_left(deps: Deps, event: Event) -> Reply:
    """The bot was removed from a channel, or the channel is gone."""
    channel = ChannelId(str(event.body["channel"]))
    async with deps.db.write() as session:
        await store.leave_channel(session, event.who.workspace, channel)
    return Reply()


async def on_event_channel_renamed(deps: Deps, event: Event) -> Reply:
    channel: Mapping[str, Any] = event.body["channel"]
    async with deps.db.write() as session:
        await store.rename_channel(
            session, event.who.workspace, ChannelId(str(channel["id"])), str(channel["name"])
        )
    return Reply()


async def on_event_person(deps: Deps, event: Event) -> Reply:
    """A person is new or changed: write what Slack says; most changes are none of ours."""
    row = from_slack(event.who.workspace, event.body["user"])
    async with deps.db.write() as session:
        await store.put_members(session, [row])
        member = await store.lock_member(
            session, event.who.workspace, MemberId(str(row["member_id"]))
        )
        if member is not None:
            reschedule(member, deps.clock.now())
    return Reply()


async def on_event_uninstalled(deps: Deps, event: Event) -> Reply:
    async with deps.db.write() as session:
        await refusals.stop_workspace(session, event.who.workspace, event.type, deps.clock.now())
    return Reply()


ROOM = Room(
    name="members",
    personal=PERSONAL,
    events={
        "member_joined_channel": on_event_member_joined,
        "member_left_channel": on_event_member_left,
        "channel_left": on_event_bot_left,
        "group_left": on_event_bot_left,
        "channel_archive": on_event_bot_left,
        "channel_deleted": on_event_bot_left,
        "channel_rename": on_event_channel_renamed,
        "group_rename": on_event_channel_renamed,
        "team_join": on_event_person,
        "user_change": on_event_person,
        "app_uninstalled": on_event_uninstalled,
        "tokens_revoked": on_event_uninstalled,
    },
)
