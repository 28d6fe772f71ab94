"""Queries on what people chose to learn; they never commit."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from bot.members import store as members
from bot.rooms.learning.tables import LearningChoice
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.among import among


async def choice_of(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId
) -> LearningChoice:
    """Return the member's choices as they stand, to look at."""
    found = await session.get(LearningChoice, (workspace, member))
    return found or LearningChoice(workspace_id=workspace, member_id=member)


async def choice_to_change(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId
) -> LearningChoice:
    """Return the member's choices to be changed; their member row is locked meanwhile."""
    await members.ensure_member(session, workspace, member)
    found = await session.get(LearningChoice, (workspace, member))
    if found is None:
        found = LearningChoice(workspace_id=workspace, member_id=member)
        session.add(found)
    return found


async def leaders(
    session: AsyncSession, workspace: WorkspaceId, asked: Sequence[MemberId]
) -> Collection[MemberId]:
    """Return those of *asked* who chose the leaders' track."""
    found = await session.scalars(
        select(LearningChoice.member_id).where(
            col(LearningChoice.workspace_id) == workspace,
            among(col(LearningChoice.member_id), asked),
            col(LearningChoice.leads),
        )
    )
    return {MemberId(member) for member in found}


async def under_pressure(
    session: AsyncSession, workspace: WorkspaceId, asked: Sequence[MemberId], now: datetime
) -> Collection[MemberId]:
    """Return those of *asked* who are in a rough stretch at *now* (aware UTC)."""
    found = await session.scalars(
        select(LearningChoice.member_id).where(
            col(LearningChoice.workspace_id) == workspace,
            among(col(LearningChoice.member_id), asked),
            col(LearningChoice.pressure_until) > now,
        )
    )
    return {MemberId(member) for member in found}
