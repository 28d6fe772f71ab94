"""Queries on checks; they never commit."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, func, select

from bot.rooms.trustcheck.tables import Check
from bot.slack.ids import MemberId, WorkspaceId


async def count(session: AsyncSession, workspace: WorkspaceId, member: MemberId) -> int:
    found = await session.scalar(
        select(func.count())
        .select_from(Check)
        .where(col(Check.workspace_id) == workspace, col(Check.member_id) == member)
    )
    return int(found or 0)


async def latest(
    session: AsyncSession, workspace: WorkspaceId, members: Sequence[MemberId]
) -> dict[MemberId, Check]:
    """Return each member's newest check."""
    newest = (
        select(col(Check.member_id), func.max(col(Check.taken_at)).label("taken_at"))
        .where(col(Check.workspace_id) == workspace, col(Check.member_id).in_(members))
        .group_by(col(Check.member_id))
        .subquery()
    )
    rows = await session.scalars(
        select(Check)
        .join(
            newest,
            (col(Check.member_id) == newest.c.member_id)
            & (col(Check.taken_at) == newest.c.taken_at),
        )
        .where(col(Check.workspace_id) == workspace)
    )
    return {MemberId(row.member_id): row for row in rows}
