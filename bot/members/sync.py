"""Learn who is where from Slack: one call a step, so that a restart goes on where it was.

The whole workspace is read every night, and at the start; a channel when the bot comes into it.
"""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps, Errand, Next
from bot.errands import store as errands
from bot.errors import SlackRefused
from bot.members import store
from bot.members.arriving import plan_hello
from bot.members.following import follow
from bot.members.people import from_slack
from bot.slack.failures import CHANNEL_GONE
from bot.slack.ids import ChannelId, MemberId, WorkspaceId

SYNC = "members.sync"
CHANNEL = "members.channel"
PAGE = 200  # Slack: no more recommended for list methods
KINDS = "public_channel,private_channel"
MOST_STRANGERS = 100  # asked about one by one; for more the whole list is read

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Pace:
    """So many calls, then a pause: within a method's tier, with room for what people do."""

    calls: int
    pause: timedelta


PACES = {
    "channels": Pace(20, timedelta(seconds=30)),  # users.conversations: tier 3, 50 a minute
    "members": Pace(50, timedelta(seconds=40)),  # conversations.members: tier 4, 100 a minute
    "people": Pace(10, timedelta(seconds=35)),  # users.list: tier 2, 20 a minute
    "strangers": Pace(50, timedelta(seconds=40)),  # users.info: tier 4
}


async def begin(deps: Deps, workspace: WorkspaceId) -> None:
    """Have the workspace synced now; one that is under way goes on."""
    async with deps.db.write() as session:
        await errands.hasten(session, workspace, SYNC, deps.clock.now())
    deps.wake()


async def learn_channel(
    deps: Deps, workspace: WorkspaceId, channel: ChannelId, *, greet: bool = False
) -> None:
    """Have one channel learned now; *greet*: say hello there once that is done."""
    async with deps.db.write() as session:
        await plan_learning(session, workspace, channel, deps.clock.now(), greet=greet)
    deps.wake()


async def plan_learning(
    session: AsyncSession,
    workspace: WorkspaceId,
    channel: ChannelId,
    now: datetime,
    *,
    greet: bool = False,
) -> None:
    """Plan that a channel is learned, with its people and those of them we didn't know."""
    await errands.plan(
        session,
        workspace,
        CHANNEL,
        now,
        data={"stage": "channel", "todo": [channel], "only": channel, "greet": greet},
        errand_id=f"{CHANNEL}.{channel}",
    )


async def step(deps: Deps, workspace: WorkspaceId, data: Data) -> Next | None:
    """Make one call, write what it told, and return what is left."""
    return await STAGES[data.get("stage", "channels")](deps, workspace, data)


async def _channels(deps: Deps, workspace: WorkspaceId, data: Data) -> Next | None:
    """Read a page of the channels the bot is in; after the last one leave those it isn't in."""
    page = await _page(deps, workspace, "users.conversations", data, types=KINDS)
    todo = [*data.get("todo", ()), *(channel["id"] for channel in page["channels"])]
    async with deps.db.write() as session:
        for channel in page["channels"]:
            await store.put_channel(session, channel_row(workspace, channel))
        if not _cursor(page):
            for gone in await store.channels_left(session, workspace, todo):
                await store.leave_channel(session, workspace, gone)
    if _cursor(page):
        return _onward({**data, "stage": "channels", "todo": todo}, page)
    return Next({"stage": "members", "todo": todo})


async def look_at(deps: Deps, workspace: WorkspaceId, channel: ChannelId) -> bool:
    """Ask Slack what a channel is now, and write it down; tell whether the bot is in it.

    No event tells of one turned private, and an event may be late: so it is asked before a post.

    Raises:
        SlackUnavailable, SlackUnknown: nothing is known, and nothing written.
    """
    try:
        answer: Any = await deps.messenger.ask(workspace, "conversations.info", channel=channel)
    except SlackRefused as error:
        if error.code in CHANNEL_GONE:
            async with deps.db.write() as session:
                await store.leave_channel(session, workspace, channel)
        return False
    found = answer["channel"]
    async with deps.db.write() as session:
        if found.get("is_member"):
            await store.put_channel(session, channel_row(workspace, found))
        else:
            archived = bool(found.get("is_archived"))
            await store.leave_channel(session, workspace, channel, is_archived=archived)
    return bool(found.get("is_member"))


async def _channel(deps: Deps, workspace: WorkspaceId, data: Data) -> Next | None:
    """Learn what the one channel is; nothing more where the bot isn't in it."""
    is_in = await look_at(deps, workspace, ChannelId(data["only"]))
    return Next({**data, "stage": "members"}) if is_in else None


async def _members(deps: Deps, workspace: WorkspaceId, data: Data) -> Next | None:
    """Read a page of who is in the first channel; with its last page write them down."""
    if not data["todo"]:
        return Next({"stage": "people"})
    channel, *rest = data["todo"]
    found, page = list(data.get("found", ())), {}
    try:
        page = await _page(deps, workspace, "conversations.members", data, channel=channel)
        found += page["members"]
    except SlackRefused:
        found = []  # the bot is no longer in it
    if _cursor(page):
        return _onward({**data, "found": found}, page)
    async with deps.db.write() as session:
        await store.replace_channel_members(session, workspace, ChannelId(channel), found)
        if data.get("greet"):
            await plan_hello(session, workspace, ChannelId(channel), deps.clock.now())
    left = {**data, "todo": rest, "found": []}
    if "only" in data:
        return await _meet_strangers(deps, workspace, ChannelId(channel))
    return _onward(left, page)


async def _meet_strangers(deps: Deps, workspace: WorkspaceId, channel: ChannelId) -> Next | None:
    """Ask about those in a channel we don't know: one by one, or reading the whole list."""
    async with deps.db.read() as session:
        strangers = await store.unknown_in(session, workspace, channel)
    if len(strangers) > MOST_STRANGERS:
        return Next({"stage": "people"})
    return Next({"stage": "strangers", "todo": strangers}) if strangers else None


async def _strangers(deps: Deps, workspace: WorkspaceId, data: Data) -> Next | None:
    stranger, *rest = data["todo"]
    with suppress(SlackRefused):  # from a company that hides them: nothing is for them
        await learn_member(deps, workspace, MemberId(stranger))
    return _onward({**data, "todo": rest}, {}) if rest else None


async def _people(deps: Deps, workspace: WorkspaceId, data: Data) -> Next | None:
    """Read a page of everybody in the workspace; who isn't here isn't kept."""
    page = await _page(deps, workspace, "users.list", data, include_locale="true")
    rows = [from_slack(workspace, user) for user in page["members"]]
    async with deps.db.write() as session:
        await follow(session, workspace, rows, deps.clock.now())
    return _onward({**data}, page) if _cursor(page) else None


async def learn_member(deps: Deps, workspace: WorkspaceId, member: MemberId) -> None:
    """Ask Slack about one person."""
    answer: Any = await deps.messenger.ask(
        workspace, "users.info", user=member, include_locale="true"
    )
    async with deps.db.write() as session:
        await follow(session, workspace, [from_slack(workspace, answer["user"])], deps.clock.now())


async def _page(
    deps: Deps, workspace: WorkspaceId, method: str, data: Data, **query: Any
) -> dict[str, Any]:
    answer = await deps.messenger.ask(
        workspace, method, limit=PAGE, cursor=data.get("cursor"), **query
    )
    return dict(answer)


def _cursor(page: Data) -> str | None:
    return (page.get("response_metadata") or {}).get("next_cursor") or None


def _onward(data: Data, page: Data) -> Next:
    """Go on with the next page or the next of the list, with a pause every so many calls."""
    calls, pace = int(data.get("calls", 0)) + 1, PACES[str(data["stage"])]
    after = timedelta() if calls % pace.calls else pace.pause
    return Next({**data, "cursor": _cursor(page), "calls": calls}, after=after)


def channel_row(workspace: WorkspaceId, channel: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns Slack's conversation object fills."""
    return {
        "workspace_id": workspace,
        "channel_id": channel["id"],
        "name": channel.get("name") or "",
        "is_private": bool(channel.get("is_private")),
        "is_shared": bool(channel.get("is_ext_shared") or channel.get("is_pending_ext_shared")),
        "is_archived": bool(channel.get("is_archived")),
        "bot_is_in": True,
    }


Stage = Callable[[Deps, WorkspaceId, Data], Awaitable[Next | None]]
STAGES: Mapping[str, Stage] = {
    "channels": _channels,
    "channel": _channel,
    "members": _members,
    "strangers": _strangers,
    "people": _people,
}
ERRANDS = (Errand(SYNC, step, nightly=True), Errand(CHANNEL, step))
