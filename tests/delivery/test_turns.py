"""A worker's turn at a workspace: nobody else's, and over as soon as something says so."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import update

from bot.content import Content
from bot.delivery.dispatch import BATCH
from bot.members.tables import Workspace
from tests.delivery.notes import WITHIN_S, Notes, names
from tests.talk import MONDAY_NOON

HALF_A_MINUTE = timedelta(seconds=30)


async def set_workspace(notes: Notes, **columns: Any) -> None:
    """Set columns; a duration stands for so long from now, by the database's time."""
    async with notes.bot.deps.db.write() as session:
        db_now = await notes.bot.deps.db.now(session)
        values = {
            name: db_now + value if isinstance(value, timedelta) else value
            for name, value in columns.items()
        }
        await session.execute(update(Workspace).values(values))


@pytest.mark.parametrize(
    "meanwhile",
    [
        {"paused_until": timedelta(hours=1)},
        {"stopped_at": MONDAY_NOON, "stopped_reason": "app_uninstalled"},
        {"lease_owner": "another worker", "lease_until": HALF_A_MINUTE},
    ],
    ids=["paused", "uninstalled", "leased"],
)
async def test_what_another_process_met_ends_a_turn_after_what_is_on_its_way(
    database_url: str, content: Content, meanwhile: dict[str, Any]
) -> None:
    people = BATCH + 5
    async with Notes.open(database_url, content, people=people, posts_per_minute=0) as notes:
        slow = notes.sandbox.faults.add(
            method="chat.postMessage", kind="slow_effect_late", delay_s=WITHIN_S
        )
        await notes.owe("TA", names(people))
        notes.bot.ticker.start()
        await notes.sandbox.until(lambda: slow.reached, within_s=WITHIN_S)
        await set_workspace(notes, **meanwhile)
        slow.release()
        await notes.bot.ticker.tick()
        assert notes.arrived("TA").total() == BATCH
        assert sum(row.state == "due" for row in (await notes.ledger("TA")).values()) == 5


async def test_a_workspace_leased_to_another_worker_is_served_once_that_one_is_dead(
    database_url: str, content: Content
) -> None:
    async with Notes.open(database_url, content) as notes:
        await notes.owe("TA", ["U001"])
        for lasts, arrived in ((HALF_A_MINUTE, {}), (-HALF_A_MINUTE, {"U001": 1})):
            await set_workspace(notes, lease_owner="another worker", lease_until=lasts)
            await notes.bot.ticker.tick()
            assert notes.arrived("TA") == arrived
