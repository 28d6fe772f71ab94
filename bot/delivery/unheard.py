"""Queries on sends nobody heard back from, and whose turn it is to look for them; none commits.

*db_now* is the database's time, as in `store`.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import and_, col, exists, or_, select, update

from bot.delivery import store
from bot.delivery.tables import Delivery
from bot.members.tables import Workspace
from bot.storage.engine import claimable
from bot.storage.moments import When


async def look_first(
    session: AsyncSession,
    rows: Sequence[Delivery],
    now: datetime,
    db_now: datetime,
    first_read: timedelta,
) -> None:
    """Treat *rows* as sent when they were due, with nobody having heard back: look for them."""
    changes = []
    for row in rows:
        attempted_at = db_now - (now - row.due_at)
        changes.append(
            {
                "workspace_id": row.workspace_id,
                "delivery_id": row.delivery_id,
                "was_state": "due",
                "state": "unknown",
                "reason": "held",
                "attempted_at": attempted_at,
                "try_at": max(db_now, attempted_at + first_read),
            }
        )
    await store.set_states(session, changes)


def is_orphaned(db_now: When, first_read: timedelta) -> ColumnElement[bool]:
    """Say of a delivery that whoever was sending it is dead, and that it may be looked for."""
    kept = or_(col(Workspace.lease_until) > db_now, col(Workspace.stopped_at).is_not(None))
    return and_(
        col(Delivery.state) == "sending",
        col(Delivery.attempted_at) <= db_now - first_read,
        ~_workspace_is(kept),
    )


def _workspace_is(what: ColumnElement[bool]) -> ColumnElement[bool]:
    is_its = col(Workspace.workspace_id) == col(Delivery.workspace_id)
    return exists().where(is_its).where(what)


async def orphaned(session: AsyncSession, db_now: datetime, first_read: timedelta) -> int:
    """Mark as unknown what a dead worker left `sending`, to be looked for; return how many.

    As with any unknown send, nobody looks earlier than *first_read* after the attempt.
    """
    result: Any = await session.execute(
        update(Delivery)
        .where(is_orphaned(db_now, first_read))
        .values(state="unknown", reason="abandoned", try_at=db_now, reads=0)
    )
    return int(result.rowcount)


def is_to_look_for(db_now: When) -> ColumnElement[bool]:
    """Say of a delivery that its outcome is unknown and its next reading has come.

    What a stopped workspace was sent waits until it is installed again.
    """
    return and_(
        col(Delivery.state) == "unknown",
        col(Delivery.try_at) <= db_now,
        ~_workspace_is(col(Workspace.stopped_at).is_not(None)),
    )


async def to_look_for(session: AsyncSession, db_now: datetime, limit: int) -> list[Delivery]:
    """Return sends of unknown outcome whose next reading has come, locked for this worker."""
    found = await session.scalars(
        claimable(
            select(Delivery)
            .where(is_to_look_for(db_now))
            .order_by(col(Delivery.try_at))
            .limit(limit)
        )
    )
    return list(found)


async def has_turn(session: AsyncSession, row: Delivery) -> bool:
    """Say whether *row*, claimed to be looked for, still is its claimer's; it is locked by that."""
    key = (row.workspace_id, row.delivery_id)
    found = await session.get(Delivery, key, with_for_update=True)
    return found is not None and (found.state, found.try_at) == ("unknown", row.try_at)


async def look_later(
    session: AsyncSession, workspace: str, db_now: datetime, until: datetime
) -> None:
    """Have what is to be looked for in *workspace*, and nobody is at, wait *until* then."""
    await session.execute(
        update(Delivery)
        .where(
            col(Delivery.workspace_id) == workspace,
            col(Delivery.state) == "unknown",
            col(Delivery.try_at) <= db_now,
        )
        .values(try_at=until)
    )
