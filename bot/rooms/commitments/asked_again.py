"""A due question that failed before and is sent again: what it still asks, and how late that is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from bot.delivery.compose import composed_from
from bot.delivery.rules import GONE
from bot.delivery.tables import Delivery
from bot.deps import Composed, Decision, Due, Skip
from bot.rooms.commitments import store

LATE_FROM = timedelta(minutes=15)  # from then on a question says that it comes late


async def hinders(
    session: AsyncSession, dues: Sequence[Due], now: datetime
) -> Mapping[str, Decision]:
    """Ask only what is still open without a word, and say so where it is late by now."""
    workspace = dues[0].workspace
    found = await session.execute(
        select(Delivery.delivery_id, Delivery.content).where(
            col(Delivery.workspace_id) == workspace,
            col(Delivery.delivery_id).in_([due.id for due in dues]),
        )
    )
    kept = {delivery: composed_from(content) for delivery, content in found}
    still = {
        (row.promise_id, int(row.due_at.timestamp()))
        for row in await store.open_of(session, workspace, [due.target for due in dues], now)
        if row.not_yet_at is None
    }
    return {due.id: _asked(kept[due.id], still, now - due.due_at, now) for due in dues}


def _asked(
    kept: Composed, still: set[tuple[str, int]], lateness: timedelta, now: datetime
) -> Decision:
    left = [one for one in kept.data["ask"] if (one["id"], one["due"]) in still]
    if not left:
        return Skip(GONE)
    said = {"ask": left, "now": now.isoformat(), "late": lateness > LATE_FROM}
    return replace(kept, data={**kept.data, **said})
