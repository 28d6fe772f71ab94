"""Queries on promises; they never commit."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.rooms.commitments.rules import Ending
from bot.rooms.commitments.tables import Commitment, FreshStart
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.among import among
from bot.storage.engine import claimable
from bot.storage.moments import When
from bot.storage.upsert import insert_or_update


async def find(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId, promise_id: str
) -> Commitment | None:
    """Return somebody's own promise; None for another's or an unknown one."""
    row = await session.get(Commitment, (workspace, promise_id))
    return row if row is not None and row.member_id == member else None


async def lock(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId, promise_id: str
) -> Commitment | None:
    """Return somebody's own promise, locked until the transaction ends; None as in `find`."""
    row = await session.get(Commitment, (workspace, promise_id), with_for_update=True)
    return row if row is not None and row.member_id == member else None


async def open_of(
    session: AsyncSession,
    workspace: WorkspaceId,
    members: Sequence[str],
    due_by: datetime | None = None,
) -> list[Commitment]:
    """Return the open promises of *members*, the next due first."""
    return list(await session.scalars(_open(workspace, members, due_by)))


async def lock_open_of(
    session: AsyncSession,
    workspace: WorkspaceId,
    members: Sequence[str],
    due_by: datetime | None = None,
) -> list[Commitment]:
    """Return the open promises of *members* that are due by then, locked."""
    found = await session.scalars(_open(workspace, members, due_by).with_for_update())
    return list(found)


def _open(
    workspace: WorkspaceId, members: Sequence[str], due_by: datetime | None
) -> SelectOfScalar[Commitment]:
    query = (
        select(Commitment)
        .where(
            col(Commitment.workspace_id) == workspace,
            among(col(Commitment.member_id), members),
            col(Commitment.ending).is_(None),
        )
        .order_by(col(Commitment.due_at), col(Commitment.promise_id))
    )
    return query if due_by is None else query.where(col(Commitment.due_at) <= due_by)


async def ended_of(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId, since: datetime
) -> list[Commitment]:
    """Return what ended after *since*, the newest first."""
    found = await session.scalars(
        select(Commitment)
        .where(
            col(Commitment.workspace_id) == workspace,
            col(Commitment.member_id) == member,
            col(Commitment.ended_at) > since,
        )
        .order_by(col(Commitment.ended_at).desc(), col(Commitment.promise_id))
    )
    return list(found)


async def kept_between(
    session: AsyncSession,
    workspace: WorkspaceId,
    members: Sequence[MemberId],
    after: datetime,
    until: datetime,
) -> dict[MemberId, int]:
    """Count what each of *members* kept, on time or late, after an instant and by another."""
    found = await session.execute(
        select(Commitment.member_id, func.count())
        .where(
            col(Commitment.workspace_id) == workspace,
            col(Commitment.member_id).in_(members),
            col(Commitment.ending).in_([Ending.ON_TIME, Ending.LATE]),
            col(Commitment.ended_at) > after,
            col(Commitment.ended_at) <= until,
        )
        .group_by(col(Commitment.member_id))
    )
    return {MemberId(member): count for member, count in found}


async def fresh_from(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId
) -> datetime | None:
    row = await session.get(FreshStart, (workspace, member))
    return row.since if row else None


async def start_fresh(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId, now: datetime
) -> None:
    row = {"workspace_id": workspace, "member_id": member, "since": now}
    await insert_or_update(session, FreshStart, [row], ["since"])


def is_to_ask(now: When) -> ColumnElement[bool]:
    """Say which promises' question has come."""
    return col(Commitment.ask_at) <= now


async def to_ask(session: AsyncSession, now: datetime, limit: int) -> list[Commitment]:
    """Return promises whose question has come, oldest first, locked for this worker."""
    found = await session.scalars(
        claimable(
            select(Commitment).where(is_to_ask(now)).order_by(col(Commitment.ask_at)).limit(limit)
        )
    )
    return list(found)


def is_to_look_at(now: When) -> ColumnElement[bool]:
    """Say at which promises, asked about without a word so far, it is time to look."""
    return col(Commitment.look_at) <= now


async def to_look_at(session: AsyncSession, now: datetime, limit: int) -> list[Commitment]:
    """Return promises asked about without a word so far, oldest first, locked for this worker."""
    found = await session.scalars(
        claimable(
            select(Commitment)
            .where(is_to_look_at(now))
            .order_by(col(Commitment.look_at))
            .limit(limit)
        )
    )
    return list(found)
