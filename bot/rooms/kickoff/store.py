"""Queries on kickoffs; they never commit."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from bot.members import store as members
from bot.members.reader import Reader
from bot.rooms.kickoff.rules import SWITCH, Place
from bot.rooms.kickoff.tables import KickoffDraft, KickoffEntry, KickoffPost
from bot.slack.ids import ChannelId, MemberId, WorkspaceId


async def place(
    session: AsyncSession,
    workspace: WorkspaceId,
    channel: ChannelId,
    asker: MemberId | None = None,
) -> Place:
    """Return what is known of *channel*, as *asker* finds it, if it is about one."""
    row = await members.get_channel(session, workspace, channel)
    people = await members.people_in(session, workspace, channel)
    choice = await members.get_choice(session, workspace)
    return Place(
        is_direct=channel.startswith("D"),
        has_bot=row is not None and row.bot_is_in,
        has_asker=asker is None or asker in {one.member_id for one in people},
        is_shared=row is not None and row.is_shared,
        is_archived=row is not None and row.is_archived,
        is_off=SWITCH in choice.switched_off,
    )


async def post_of(
    session: AsyncSession, workspace: WorkspaceId, channel: ChannelId
) -> KickoffPost | None:
    """Return the channel's post, locked until the transaction ends."""
    return await session.get(KickoffPost, (workspace, channel), with_for_update=True)


async def entry_of(session: AsyncSession, who: Reader, channel: ChannelId) -> KickoffEntry | None:
    return await session.get(KickoffEntry, (who.workspace, channel, who.member))


async def draft_of(session: AsyncSession, who: Reader, channel: ChannelId) -> KickoffDraft | None:
    return await session.get(KickoffDraft, (who.workspace, channel, who.member))


async def entries_in(
    session: AsyncSession, workspace: WorkspaceId, channel: ChannelId
) -> Sequence[KickoffEntry]:
    """Return a channel's entries, the oldest first."""
    found = await session.scalars(
        select(KickoffEntry)
        .where(
            col(KickoffEntry.workspace_id) == workspace,
            col(KickoffEntry.channel_id) == channel,
        )
        .order_by(col(KickoffEntry.written_at), col(KickoffEntry.member_id))
    )
    return list(found)


async def entries_by(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId
) -> Sequence[KickoffEntry]:
    """Return what somebody told, in any channel."""
    found = await session.scalars(
        select(KickoffEntry).where(
            col(KickoffEntry.workspace_id) == workspace, col(KickoffEntry.member_id) == member
        )
    )
    return list(found)
