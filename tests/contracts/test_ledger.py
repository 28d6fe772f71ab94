"""Whoever lost a send, or the turn to look for it, changes nothing any more: on both databases."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.delivery import store, unheard
from bot.delivery.tables import Delivery
from bot.storage.engine import Database

NOW = datetime(2026, 11, 24, 9, 30, 0, 123456, tzinfo=UTC)
FIRST_READ = timedelta(minutes=2)


async def put_delivery(db: Database, **columns: Any) -> dict[str, str]:
    """Write one row into the ledger, in the state that *columns* say; return its key."""
    row = store.new_row("T1", "nudges.daily", "U1", "today", target="U1", due_at=NOW)
    async with db.write() as session:
        await store.plan(session, [row])
        key = {"workspace_id": "T1", "delivery_id": row["delivery_id"]}
        await store.set_states(session, [{**key, **columns}])
    return key


async def delivery(db: Database, key: dict[str, str]) -> Delivery:
    async with db.read() as session:
        row = await session.get(Delivery, (key["workspace_id"], key["delivery_id"]))
    assert row is not None
    return row


@pytest.mark.parametrize(
    "was", [{"was_state": "sending", "was_attempts": 1}, {"was_state": "unknown"}]
)
async def test_a_lost_turn_changes_nothing(db: Database, was: dict[str, Any]) -> None:
    key = await put_delivery(db, state="sending", attempts=2)
    async with db.write() as session:
        await store.set_states(session, [{**key, **was, "state": "due"}])
    assert (await delivery(db, key)).state == "sending"


async def test_a_turn_to_look_is_lost_when_another_has_begun_its_own(db: Database) -> None:
    later = NOW + timedelta(seconds=1, microseconds=1)
    key = await put_delivery(db, state="unknown", try_at=later)
    for turn, state in ((NOW, "unknown"), (later, "due")):
        async with db.write() as session:
            mine = {**key, "was_state": "unknown", "was_try_at": turn, "state": "due"}
            await store.set_states(session, [mine])
        assert (await delivery(db, key)).state == state


@pytest.mark.parametrize(("seconds", "state"), [(119, "sending"), (120, "unknown")])
async def test_a_dead_workers_send_is_looked_for_two_minutes_after_the_attempt(
    db: Database, seconds: int, state: str
) -> None:
    key = await put_delivery(db, state="sending", attempts=1, attempted_at=NOW)
    async with db.write() as session:
        await unheard.orphaned(session, NOW + timedelta(seconds=seconds), FIRST_READ)
    assert (await delivery(db, key)).state == state
