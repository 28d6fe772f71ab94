"""Queries on kept reflections; they never commit."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, func, select

from bot.rooms.reflection.tables import KeptReflection
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.upsert import insert_new


async def keep(session: AsyncSession, row: Mapping[str, Any]) -> None:
    """Keep a reflection; one whose id is there already stays as it was."""
    await insert_new(session, KeptReflection, [row])


async def count(session: AsyncSession, workspace: WorkspaceId, member: MemberId) -> int:
    found = await session.scalar(
        select(func.count())
        .select_from(KeptReflection)
        .where(
            col(KeptReflection.workspace_id) == workspace, col(KeptReflection.member_id) == member
        )
    )
    return int(found or 0)


async def nth(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId, number: int
) -> KeptReflection | None:
    """Return the member's reflection number *number* (0 is the newest)."""
    return (
        await session.scalars(
            select(KeptReflection)
            .where(
                col(KeptReflection.workspace_id) == workspace,
                col(KeptReflection.member_id) == member,
            )
            .order_by(col(KeptReflection.kept_at).desc(), col(KeptReflection.reflection_id))
            .offset(number)
            .limit(1)
        )
    ).first()


async def drop(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId, reflection_id: str
) -> None:
    """Delete the member's own reflection of that id, if there is one."""
    await session.execute(
        delete(KeptReflection).where(
            col(KeptReflection.workspace_id) == workspace,
            col(KeptReflection.member_id) == member,
            col(KeptReflection.reflection_id) == reflection_id,
        )
    )
