"""What the database says about kept reflections, on SQLite and on PostgreSQL."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from bot.rooms.reflection import store
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.engine import Database

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TEAM = WorkspaceId("T1")
ANN, BEN = MemberId("U0ANN"), MemberId("U0BEN")


async def keep(db: Database, *days: int) -> None:
    async with db.write() as session:
        for day in days:
            row = {
                "workspace_id": TEAM,
                "reflection_id": f"r{day}",
                "member_id": ANN,
                "kept_at": NOW + timedelta(days=day),
                "answers": {"usual": "a secret story"},
            }
            await store.keep(session, row)


async def test_newest_comes_first_and_a_repeat_adds_none(db: Database) -> None:
    await keep(db, 1, 3, 2, 3)
    async with db.read() as session:
        assert await store.count(session, TEAM, ANN) == 3
        found = [await store.nth(session, TEAM, ANN, number) for number in range(4)]
    assert [row.reflection_id if row else None for row in found] == ["r3", "r2", "r1", None]


async def test_reflections_are_nobody_elses_to_read_or_delete(db: Database) -> None:
    await keep(db, 1)
    async with db.write() as session:
        await store.drop(session, TEAM, BEN, "r1")
        assert await store.nth(session, TEAM, BEN, 0) is None
        assert await store.count(session, TEAM, ANN) == 1


async def test_story_is_unreadable_in_the_database(db: Database) -> None:
    await keep(db, 1)
    async with db.read() as session:
        stored = (await session.execute(text("SELECT answers FROM reflection"))).scalar_one()
    assert b"secret" not in bytes(stored)
