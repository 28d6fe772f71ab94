"""Queries on errands; they never commit."""

import uuid
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import and_, col, delete, exists, func, or_, select, update

from bot.errands.tables import ErrandRow
from bot.members.tables import Workspace
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.engine import claimable
from bot.storage.moments import When
from bot.storage.upsert import insert_new


async def plan(
    session: AsyncSession,
    workspace: WorkspaceId,
    name: str,
    due_at: datetime,
    *,
    data: Mapping[str, Any] | None = None,
    member: MemberId | None = None,
    errand_id: str | None = None,
) -> str:
    """Write an errand down and return its id; one whose *errand_id* is there is passed over."""
    row = {
        "workspace_id": workspace,
        "errand_id": errand_id or uuid.uuid4().hex,
        "name": name,
        "member_id": member,
        "due_at": due_at,
        "attempts": 0,
        "data": dict(data or {}),
    }
    await insert_new(session, ErrandRow, [row])
    return str(row["errand_id"])


async def plan_for(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId, name: str, now: datetime
) -> None:
    """Write down an errand about *member*, due now; one that is pending already is enough."""
    await plan(
        session,
        workspace,
        name,
        now,
        data={"member": member},
        member=member,
        errand_id=f"{name}.{member}",
    )


async def hasten(session: AsyncSession, workspace: WorkspaceId, name: str, now: datetime) -> None:
    """Have the nightly errand *name* come now, unless it is due or under way already."""
    await plan(session, workspace, name, now, errand_id=name)
    await session.execute(
        update(ErrandRow)
        .where(
            col(ErrandRow.workspace_id) == workspace,
            col(ErrandRow.errand_id) == name,
            col(ErrandRow.due_at) > now,
        )
        .values(due_at=now)
    )


def is_due(now: When, db_now: When) -> ColumnElement[bool]:
    """Say of an errand that its time has come, and that nobody is at it."""
    stopped = (
        exists()
        .where(col(Workspace.workspace_id) == col(ErrandRow.workspace_id))
        .where(col(Workspace.stopped_at).is_not(None))
    )
    return and_(
        col(ErrandRow.due_at) <= now,
        or_(col(ErrandRow.try_at).is_(None), col(ErrandRow.try_at) <= db_now),
        ~stopped,
    )


async def claim(
    session: AsyncSession, now: datetime, db_now: datetime, until: datetime, limit: int
) -> list[ErrandRow]:
    """Take up to *limit* errands that are due, the oldest first, for this worker until *until*."""
    found = await session.scalars(
        claimable(
            select(ErrandRow)
            .where(is_due(now, db_now))
            .order_by(col(ErrandRow.due_at))
            .limit(limit)
        )
    )
    claimed = list(found)
    for row in claimed:
        row.try_at = until
    return claimed


async def put(session: AsyncSession, row: ErrandRow, **values: Any) -> None:
    """Write what became of a claimed errand; one that was erased meanwhile stays gone."""
    await session.execute(update(ErrandRow).where(*_is(row)).values(**values))


async def drop(session: AsyncSession, row: ErrandRow) -> None:
    await session.execute(delete(ErrandRow).where(*_is(row)))


async def of_member(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId, name: str
) -> list[ErrandRow]:
    """Return the pending errands of somebody, locked."""
    found = await session.scalars(
        select(ErrandRow)
        .where(
            col(ErrandRow.workspace_id) == workspace,
            col(ErrandRow.member_id) == member,
            col(ErrandRow.name) == name,
        )
        .with_for_update()
    )
    return list(found)


async def without_nightly(session: AsyncSession, names: Collection[str]) -> list[str]:
    """Return the workspaces that lack one of the nightly errands *names*, in order."""
    found = await session.scalars(
        select(Workspace.workspace_id)
        .where(lacks_nightly(names))
        .order_by(col(Workspace.workspace_id))
    )
    return list(found)


def lacks_nightly(names: Collection[str]) -> ColumnElement[bool]:
    """Say of a workspace that it lacks one of the nightly errands *names*."""
    there = (
        select(func.count())
        .where(col(ErrandRow.workspace_id) == col(Workspace.workspace_id))
        .where(col(ErrandRow.errand_id).in_(names))
        .scalar_subquery()
    )
    return and_(col(Workspace.stopped_at).is_(None), there < len(names))


def _is(row: ErrandRow) -> tuple[Any, ...]:
    return (
        col(ErrandRow.workspace_id) == row.workspace_id,
        col(ErrandRow.errand_id) == row.errand_id,
    )
