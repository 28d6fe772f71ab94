"""Queries on the ledger and on workspaces' leases; they never commit.

*now* is the movable clock's instant and decides what is due; *db_now* is the database's and
decides about leases, pauses and attempts. Both are aware UTC.
"""

import uuid
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Table, bindparam, func
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import and_, col, exists, or_, select, update

from bot.delivery.tables import Delivery
from bot.members.tables import Workspace
from bot.slack.ids import WorkspaceId
from bot.storage.engine import claimable
from bot.storage.moments import When
from bot.storage.upsert import insert_new

NAMESPACE = uuid.UUID("6f1c1f0e-6a4e-5a53-9d3c-6c1d7b3c2a10")  # any, but never another one


def new_row(
    workspace: str,
    kind: str,
    subject: str,
    slot: str,
    *,
    target: str,
    due_at: datetime,
    skipped: str | None = None,
) -> dict[str, Any]:
    """Return a ledger row for `plan`; *skipped* names why it will never be sent."""
    return {
        "workspace_id": workspace,
        "delivery_id": delivery_id(workspace, kind, subject, slot),
        "kind": kind,
        "subject": subject,
        "slot": slot,
        "target": target,
        "due_at": due_at,
        "state": "skipped" if skipped else "due",
        "reason": skipped,
    }


def delivery_id(workspace: str, kind: str, subject: str, slot: str) -> str:
    """Return the opaque id of an occasion: the same, should a restored backup plan it again."""
    return uuid.uuid5(NAMESPACE, "\0".join((workspace, kind, subject, slot))).hex


async def plan(session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> int:
    """Write ledger rows; those whose (workspace, kind, subject, slot) exists are passed over."""
    return await insert_new(session, Delivery, rows)


async def lease(
    session: AsyncSession,
    worker: str,
    now: datetime,
    db_now: datetime,
    until: datetime,
    limit: int,
    but: Collection[WorkspaceId] = (),
) -> list[WorkspaceId]:
    """Lease up to *limit* workspaces with due deliveries, none of *but*, until *until*.

    Safe from many workers: a workspace is leased to one at most. The one served longest ago
    comes first. A lease that would last longer than any can is from before a clock was set back.
    """
    found = await session.scalars(
        claimable(
            select(Workspace)
            .where(leasable(now, db_now, until - db_now), col(Workspace.workspace_id).not_in(but))
            .order_by(col(Workspace.lease_until).nulls_first())
            .limit(limit)
        )
    )
    leased = list(found)
    for workspace in leased:
        workspace.lease_owner, workspace.lease_until = worker, until
    return [WorkspaceId(workspace.workspace_id) for workspace in leased]


def leasable(now: When, db_now: When, lasts: timedelta) -> ColumnElement[bool]:
    """Say of a workspace that something is due, and nobody is at it; a lease *lasts* so long."""
    return and_(
        or_(
            col(Workspace.lease_until).is_(None),
            col(Workspace.lease_until) <= db_now,
            col(Workspace.lease_until) > db_now + 2 * lasts,
        ),
        or_(col(Workspace.paused_until).is_(None), col(Workspace.paused_until) <= db_now),
        col(Workspace.stopped_at).is_(None),
        exists()
        .where(col(Delivery.workspace_id) == col(Workspace.workspace_id))
        .where(*_ready(now, db_now)),
    )


async def hold_lease(
    session: AsyncSession, workspace: WorkspaceId, worker: str, until: datetime
) -> Workspace | None:
    """Prolong the lease and return the workspace's row, locked; None where it was lost."""
    row = await session.get(Workspace, workspace, with_for_update=True)
    if row is None or row.lease_owner != worker or row.stopped_at is not None:
        return None
    row.lease_until = until
    return row


async def release(
    session: AsyncSession, workspace: WorkspaceId, worker: str, db_now: datetime
) -> None:
    """Give a lease back; when that was decides about whose turn is next."""
    await session.execute(
        update(Workspace)
        .where(col(Workspace.workspace_id) == workspace, col(Workspace.lease_owner) == worker)
        .values(lease_owner=None, lease_until=db_now)
    )


async def ready(
    session: AsyncSession, workspace: WorkspaceId, now: datetime, db_now: datetime, limit: int
) -> list[Delivery]:
    """Return due deliveries, oldest first, at most one a target; the caller holds the lease."""
    found = await session.scalars(
        select(Delivery)
        .where(col(Delivery.workspace_id) == workspace, *_ready(now, db_now))
        .order_by(col(Delivery.due_at), col(Delivery.delivery_id))
        .limit(limit)
    )
    first: dict[str, Delivery] = {}
    for row in found:
        first.setdefault(row.target, row)
    return list(first.values())


async def set_states(session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
    """Update ledger rows by workspace_id and delivery_id; all *rows* have the same keys.

    `was_X` in a row: it is changed only while its column X still holds that value, for a worker
    that lost its lease, or its turn to look, has nothing to say any more.
    """
    if not rows:
        return
    table: Table = Delivery.__table__  # type: ignore[attr-defined]
    conditions = [
        table.c[key.removeprefix(_WAS)] == bindparam(f"b_{key}")
        for key in rows[0]
        if key in _KEY or key.startswith(_WAS)
    ]
    changes: dict[str, Any] = {
        key: bindparam(f"b_{key}")
        for key in rows[0]
        if key not in _KEY and not key.startswith(_WAS)
    }
    connection = await session.connection()
    await connection.execute(
        table.update().where(*conditions).values(changes),
        [{f"b_{key}": value for key, value in row.items()} for row in rows],
    )


_KEY = ("workspace_id", "delivery_id")
_WAS = "was_"


def _ready(now: When, db_now: When) -> tuple[Any, ...]:
    return (
        col(Delivery.state) == "due",
        col(Delivery.due_at) <= now,
        or_(col(Delivery.try_at).is_(None), col(Delivery.try_at) <= db_now),
    )


async def forget_content(
    session: AsyncSession, workspace: WorkspaceId, kinds: Sequence[str], subject: str
) -> None:
    """Keep no longer what messages of *kinds* about *subject* said: somebody took it back.

    What is still to be sent is chosen anew; what is being sent at this moment stays.
    """
    await session.execute(
        update(Delivery)
        .where(
            col(Delivery.workspace_id) == workspace,
            col(Delivery.kind).in_(kinds),
            col(Delivery.subject) == subject,
            col(Delivery.state) != "sending",
        )
        .values(content=None)
    )


async def sign(session: AsyncSession, db_now: datetime) -> None:
    """Note that somebody works on every workspace, at *db_now*."""
    await session.execute(update(Workspace).values(alive_at=db_now))


async def hold(session: AsyncSession, silent_since: datetime, now: datetime) -> int:
    """Hold what is due by *now* where nobody has signed since *silent_since*; return how many."""
    result: Any = await session.execute(
        update(Workspace).where(col(Workspace.alive_at) < silent_since).values(held_until=now)
    )
    return int(result.rowcount)


async def count_in_flight(session: AsyncSession, now: datetime) -> int:
    """Count deliveries that are due now or on their way: zero means nothing is left to do.

    What a stopped workspace was owed isn't: nobody sends it.
    """
    found = await session.scalar(
        select(func.count())
        .select_from(Delivery)
        .join(Workspace, col(Workspace.workspace_id) == col(Delivery.workspace_id))
        .where(
            col(Workspace.stopped_at).is_(None),
            or_(
                (col(Delivery.state) == "due") & (col(Delivery.due_at) <= now),
                col(Delivery.state).in_(("sending", "unknown")),
            ),
        )
    )
    return int(found or 0)
