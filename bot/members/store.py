"""Queries about workspaces, members and channels; they never commit."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, or_, select, update

from bot.members import tombstones
from bot.members.tables import (
    Channel,
    ChannelMember,
    Member,
    SeenEvent,
    Workspace,
    WorkspaceChoice,
)
from bot.slack.ids import ChannelId, MemberId, WorkspaceId
from bot.storage.among import among
from bot.storage.engine import claimable
from bot.storage.moments import When
from bot.storage.upsert import insert_new, insert_or_update

MAX_IDS = 1000  # named in one statement

# What sync may write; what a person chose is theirs.
FROM_SLACK = ("slack_zone", "slack_locale", "is_full", "is_admin", "is_deactivated", "on_vacation")


async def get_workspace(session: AsyncSession, workspace: WorkspaceId) -> Workspace | None:
    return await session.get(Workspace, workspace)


async def put_workspace(session: AsyncSession, row: Mapping[str, Any]) -> None:
    """Write what is known of a workspace at (re)installation; it starts working again."""
    fresh = {**row, "stopped_at": None, "stopped_reason": None}
    await insert_or_update(session, Workspace, [fresh], [key for key in fresh if key not in _KEPT])


_KEPT = ("workspace_id", "installed_at")


async def stopped(session: AsyncSession, workspaces: Collection[WorkspaceId]) -> set[str]:
    """Return those of *workspaces* that are stopped, as after an uninstall."""
    found = await session.scalars(
        select(Workspace.workspace_id).where(
            col(Workspace.workspace_id).in_(workspaces), col(Workspace.stopped_at).is_not(None)
        )
    )
    return set(found)


async def pause(session: AsyncSession, workspace: WorkspaceId, until: datetime) -> None:
    """Post nothing for *workspace* before *until*; a pause that ends later stands."""
    await session.execute(
        update(Workspace)
        .where(
            col(Workspace.workspace_id) == workspace,
            or_(col(Workspace.paused_until).is_(None), col(Workspace.paused_until) < until),
        )
        .values(paused_until=until)
    )


async def get_choice(session: AsyncSession, workspace: WorkspaceId) -> WorkspaceChoice:
    """Return what the workspace's admins chose, the defaults where they chose nothing."""
    row = await session.get(WorkspaceChoice, workspace)
    return row or WorkspaceChoice(workspace_id=workspace, switched_off=[])


async def get_member(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId
) -> Member | None:
    return await session.get(Member, (workspace, member))


async def lock_member(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId
) -> Member | None:
    """Return the member's row, locked until the transaction ends."""
    return await session.get(Member, (workspace, member), with_for_update=True)


async def ensure_member(session: AsyncSession, workspace: WorkspaceId, member: MemberId) -> Member:
    """Return the member's row, locked; a bare one where Slack hasn't told us of them yet.

    For what they do themselves: somebody who had themselves forgotten is back by it.
    """
    is_new = await insert_new(session, Member, [{"workspace_id": workspace, "member_id": member}])
    if is_new:
        await tombstones.lift(session, workspace, member)
    found = await lock_member(session, workspace, member)
    if found is None:
        raise LookupError(member)
    return found


async def put_members(session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write what Slack says about members of one workspace; what they chose stays.

    Those who had themselves forgotten are left out. Harmless to repeat.
    """
    if rows:
        workspace = WorkspaceId(rows[0]["workspace_id"])
        gone = await tombstones.standing(session, workspace, [row["member_id"] for row in rows])
        wanted = [row for row in rows if row["member_id"] not in gone]
        await insert_or_update(session, Member, wanted, FROM_SLACK)


async def members_of(
    session: AsyncSession, workspace: WorkspaceId, members: Sequence[MemberId]
) -> list[Member]:
    found = await session.scalars(
        select(Member).where(
            col(Member.workspace_id) == workspace, among(col(Member.member_id), members)
        )
    )
    return list(found)


def has_slot(now: When) -> ColumnElement[bool]:
    """Say which members' slot has come."""
    return col(Member.next_slot_at) <= now


async def at_slot(session: AsyncSession, now: datetime, limit: int) -> list[Member]:
    """Return up to *limit* members whose slot has come, oldest first, locked for this worker."""
    found = await session.scalars(
        claimable(
            select(Member).where(has_slot(now)).order_by(col(Member.next_slot_at)).limit(limit)
        )
    )
    return list(found)


async def put_channel(session: AsyncSession, row: Mapping[str, Any]) -> None:
    await insert_or_update(
        session,
        Channel,
        [row],
        [key for key in row if key not in ("workspace_id", "channel_id")],
    )


async def get_channel(
    session: AsyncSession, workspace: WorkspaceId, channel: ChannelId
) -> Channel | None:
    return await session.get(Channel, (workspace, channel))


async def rename_channel(
    session: AsyncSession, workspace: WorkspaceId, channel: ChannelId, name: str
) -> None:
    await session.execute(
        update(Channel)
        .where(col(Channel.workspace_id) == workspace, col(Channel.channel_id) == channel)
        .values(name=name)
    )


async def leave_channel(
    session: AsyncSession,
    workspace: WorkspaceId,
    channel: ChannelId,
    *,
    is_archived: bool = False,
) -> None:
    """The bot is no longer in *channel*, perhaps as nobody is: forget who is in it."""
    await session.execute(
        update(Channel)
        .where(col(Channel.workspace_id) == workspace, col(Channel.channel_id) == channel)
        .values(bot_is_in=False, is_archived=is_archived)
    )
    await replace_channel_members(session, workspace, channel, ())


async def channels_left(
    session: AsyncSession, workspace: WorkspaceId, still_in: Collection[str]
) -> list[ChannelId]:
    """Return the channels we think the bot is in, and which *still_in* doesn't name."""
    found = await session.scalars(
        select(Channel.channel_id).where(
            col(Channel.workspace_id) == workspace,
            col(Channel.bot_is_in),
            col(Channel.channel_id).not_in(still_in),
        )
    )
    return [ChannelId(channel) for channel in found]


async def unknown_in(
    session: AsyncSession, workspace: WorkspaceId, channel: ChannelId
) -> list[MemberId]:
    """Return those in *channel* of whom Slack hasn't told us yet."""
    known = select(Member.member_id).where(
        col(Member.workspace_id) == workspace, col(Member.slack_zone).is_not(None)
    )
    found = await session.scalars(
        select(ChannelMember.member_id).where(
            col(ChannelMember.workspace_id) == workspace,
            col(ChannelMember.channel_id) == channel,
            col(ChannelMember.member_id).not_in(known),
        )
    )
    return [MemberId(member) for member in found]


async def replace_channel_members(
    session: AsyncSession,
    workspace: WorkspaceId,
    channel: ChannelId,
    members: Sequence[MemberId],
) -> None:
    """Make *members* the people in *channel*; what is right already isn't written again."""
    here = (
        col(ChannelMember.workspace_id) == workspace,
        col(ChannelMember.channel_id) == channel,
    )
    before = set(await session.scalars(select(ChannelMember.member_id).where(*here)))
    gone = sorted(before.difference(members))
    for start in range(0, len(gone), MAX_IDS):
        part = gone[start : start + MAX_IDS]
        await session.execute(
            delete(ChannelMember).where(*here, col(ChannelMember.member_id).in_(part))
        )
    new = [member for member in members if member not in before]
    await join_channel(session, workspace, channel, new)


async def join_channel(
    session: AsyncSession,
    workspace: WorkspaceId,
    channel: ChannelId,
    members: Sequence[MemberId],
) -> None:
    """Note who is in *channel*, but for those who had themselves forgotten."""
    gone = await tombstones.standing(session, workspace, members)
    rows = [
        {"workspace_id": workspace, "channel_id": channel, "member_id": member}
        for member in members
        if member not in gone
    ]
    await insert_new(session, ChannelMember, rows)


async def quit_channel(
    session: AsyncSession, workspace: WorkspaceId, channel: ChannelId, member: MemberId
) -> None:
    row = await session.get(ChannelMember, (workspace, channel, member))
    if row is not None:
        await session.delete(row)


async def in_channels(
    session: AsyncSession, workspace: WorkspaceId, members: Collection[str]
) -> set[str]:
    """Return those of *members* who share a channel with the bot."""
    found = await session.scalars(
        select(ChannelMember.member_id)
        .where(
            col(ChannelMember.workspace_id) == workspace,
            col(ChannelMember.member_id).in_(members),
        )
        .distinct()
    )
    return set(found)


async def people_in(
    session: AsyncSession, workspace: WorkspaceId, channel: ChannelId
) -> list[Member]:
    """Return the full, active members of the workspace who are in *channel*, by id."""
    found = await session.scalars(
        select(Member)
        .join(
            ChannelMember,
            (col(ChannelMember.workspace_id) == col(Member.workspace_id))
            & (col(ChannelMember.member_id) == col(Member.member_id)),
        )
        .where(
            col(ChannelMember.workspace_id) == workspace,
            col(ChannelMember.channel_id) == channel,
            col(Member.is_full),
            ~col(Member.is_deactivated),
        )
        .order_by(col(Member.member_id))
    )
    return list(found)


async def first_sight(
    session: AsyncSession, workspace: WorkspaceId, event_id: str, now: datetime
) -> bool:
    """Note that an event came; False where it had been handled before."""
    row = {"workspace_id": workspace, "event_id": event_id, "seen_at": now}
    return await insert_new(session, SeenEvent, [row]) == 1
