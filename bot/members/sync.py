"""Learn who is where from Slack: the channels the bot is in, page by page, within its limits."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

import structlog

from bot.deps import Deps
from bot.members import store
from bot.members.people import from_slack
from bot.slack.ids import ChannelId, MemberId, WorkspaceId

log = structlog.get_logger(__name__)

PAGE = 200  # Slack: 100 to 200 recommended for list methods


async def sync_workspace(deps: Deps, workspace: WorkspaceId) -> None:
    """Bring people, channels and who is in which in step with Slack; harmless to repeat.

    Raises `SlackError`; what was written by then stays.
    """
    seen: set[str] = set()
    async for channel in pages(
        deps, workspace, "users.conversations", "channels", types="public_channel,private_channel"
    ):
        seen.add(str(channel["id"]))
        await sync_channel(deps, workspace, channel)
    async with deps.db.write() as session:
        for gone in await store.channels_left(session, workspace, seen):
            await store.leave_channel(session, workspace, gone)
    people = pages(deps, workspace, "users.list", "members", include_locale="true")
    batch = [from_slack(workspace, user) async for user in people]
    async with deps.db.write() as session:
        await store.put_members(session, batch)
    log.info("workspace_synced", workspace=workspace, count=len(batch))


async def sync_channel(deps: Deps, workspace: WorkspaceId, channel: Mapping[str, Any]) -> None:
    """Write one channel the bot is in, and who is in it."""
    channel_id = ChannelId(str(channel["id"]))
    members = [
        MemberId(str(member))
        async for member in pages(
            deps, workspace, "conversations.members", "members", channel=channel_id
        )
    ]
    async with deps.db.write() as session:
        await store.put_channel(session, channel_row(workspace, channel))
        await store.replace_channel_members(session, workspace, channel_id, members)


async def learn_channel(deps: Deps, workspace: WorkspaceId, channel: ChannelId) -> None:
    """Ask Slack about one channel, its people and those of them we didn't know."""
    answer: Any = await deps.messenger.ask(workspace, "conversations.info", channel=channel)
    await sync_channel(deps, workspace, answer["channel"])
    async with deps.db.read() as session:
        strangers = await store.unknown_in(session, workspace, channel)
    for member in strangers:
        await learn_member(deps, workspace, member)


async def learn_member(deps: Deps, workspace: WorkspaceId, member: MemberId) -> None:
    """Ask Slack about one person."""
    answer: Any = await deps.messenger.ask(
        workspace, "users.info", user=member, include_locale="true"
    )
    async with deps.db.write() as session:
        await store.put_members(session, [from_slack(workspace, answer["user"])])


async def pages(
    deps: Deps, workspace: WorkspaceId, method: str, key: str, **query: Any
) -> AsyncIterator[Any]:
    """Yield every item of a list method, following its cursor to the end."""
    cursor: str | None = None
    while True:
        page: Any = await deps.messenger.ask(workspace, method, limit=PAGE, cursor=cursor, **query)
        for item in page[key]:
            yield item
        cursor = (page.get("response_metadata") or {}).get("next_cursor") or None
        if cursor is None:
            return


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
