"""What the database must keep, on SQLite and on PostgreSQL alike."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection
from sqlmodel import SQLModel, col, select

from bot.app import ROOMS
from bot.delivery import store
from bot.delivery.tables import Delivery
from bot.members.tables import Channel, Member, Workspace
from bot.slack.ids import WorkspaceId
from bot.storage.engine import Database
from bot.storage.migrate import migrate, revisions
from bot.storage.types import Cipher
from bot.storage.upsert import insert_or_update

WORKSPACE = WorkspaceId("T1")
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


async def test_fifty_concurrent_read_modify_writes_lose_nothing(db: Database) -> None:
    async with db.write() as session:
        session.add(Member(workspace_id=WORKSPACE, member_id="U1", slot_minutes=0))

    async def add_one() -> None:
        async with db.write() as session:
            row = await session.get(Member, (WORKSPACE, "U1"), with_for_update=True)
            assert row is not None
            seen = row.slot_minutes
            await asyncio.sleep(0)  # let the others in between, if anything would
            row.slot_minutes = seen + 1

    await asyncio.gather(*(add_one() for _ in range(50)))
    async with db.read() as session:
        row = await session.get(Member, (WORKSPACE, "U1"))
    assert row is not None
    assert row.slot_minutes == 50


async def test_two_handles_on_one_database_lose_nothing(database_url: str, cipher: Cipher) -> None:
    """Two processes share no lock of ours: here the database's own has to do."""
    handles = [Database.open(database_url, cipher) for _ in range(2)]
    async with handles[0].write() as session:
        session.add(Member(workspace_id=WORKSPACE, member_id="U1", slot_minutes=0))

    async def add_one(db: Database) -> None:
        async with db.write() as session:
            row = await session.get(Member, (WORKSPACE, "U1"), with_for_update=True)
            assert row is not None
            row.slot_minutes += 1

    await asyncio.gather(*(add_one(handles[i % 2]) for i in range(50)))
    async with handles[0].read() as session:
        row = await session.get(Member, (WORKSPACE, "U1"))
    assert row is not None
    assert row.slot_minutes == 50
    for handle in handles:
        await handle.close()


async def test_a_failed_use_case_leaves_nothing_behind(db: Database) -> None:
    with pytest.raises(RuntimeError):
        await _write_then_fail(db)
    async with db.read() as session:
        assert await session.get(Member, (WORKSPACE, "U1")) is None


async def _write_then_fail(db: Database) -> None:
    async with db.write() as session:
        session.add(Member(workspace_id=WORKSPACE, member_id="U1"))
        await session.flush()
        raise RuntimeError


async def test_instants_come_back_aware_and_the_same(db: Database) -> None:
    async with db.write() as session:
        session.add(Member(workspace_id=WORKSPACE, member_id="U1", next_slot_at=NOW))
    async with db.read() as session:
        row = await session.get(Member, (WORKSPACE, "U1"))
    assert row is not None
    assert row.next_slot_at == NOW
    assert row.next_slot_at is not None
    assert row.next_slot_at.utcoffset() is not None


async def test_an_instant_without_a_zone_is_refused(db: Database) -> None:
    with pytest.raises(Exception, match="time zone"):
        await _write_naive(db)


async def _write_naive(db: Database) -> None:
    async with db.write() as session:
        session.add(
            Member(workspace_id=WORKSPACE, member_id="U1", next_slot_at=NOW.replace(tzinfo=None))
        )


async def test_a_token_is_unreadable_without_the_key(db: Database) -> None:
    async with db.write() as session:
        session.add(Workspace(workspace_id=WORKSPACE, token="xoxb-secret", installed_at=NOW))
    async with db.read() as session:
        connection = await session.connection()
        raw = (await connection.exec_driver_sql("SELECT token FROM workspace")).scalar_one()
        row = await session.get(Workspace, WORKSPACE)
    assert b"secret" not in bytes(raw)
    assert row is not None
    assert row.token == "xoxb-secret"


async def test_planning_the_same_delivery_twice_writes_it_once(db: Database) -> None:
    row = store.new_row(WORKSPACE, "nudges.daily", "U1", "2026-11-24", target="U1", due_at=NOW)
    async with db.write() as session:
        assert await store.plan(session, [row]) == 1
    again = {**row, "delivery_id": "another"}
    async with db.write() as session:
        assert await store.plan(session, [again]) == 0
    async with db.read() as session:
        found = await session.scalars(select(col(Delivery.delivery_id)))
        assert list(found) == [row["delivery_id"]]


async def test_of_many_rows_those_whose_key_is_taken_are_passed_over(db: Database) -> None:
    rows = [
        store.new_row(WORKSPACE, "k", f"U{number}", "1", target="U1", due_at=NOW)
        for number in range(3000)
    ]
    async with db.write() as session:
        assert await store.plan(session, rows[:1000]) == 1000
        assert await store.plan(session, [*rows, rows[-1]]) == 2000
        assert await store.plan(session, []) == 0
    async with db.read() as session:
        assert len(list(await session.scalars(select(col(Delivery.delivery_id))))) == 3000


async def test_rows_are_written_anew_where_their_key_is_taken(db: Database) -> None:
    def channel(number: int, name: str) -> dict[str, str]:
        return {"workspace_id": WORKSPACE, "channel_id": f"C{number}", "name": name}

    for name in ("old", "new"):
        rows = [channel(number, name) for number in range(700)]
        async with db.write() as session:
            await insert_or_update(session, Channel, [*rows, channel(0, "newest")], ["name"])
    async with db.read() as session:
        found = {row.channel_id: row for row in await session.scalars(select(Channel))}
    assert len(found) == 700
    assert (found["C0"].name, found["C699"].name) == ("newest", "new")
    assert found["C0"].bot_is_in  # a default stands as it was


async def test_one_workspace_is_leased_to_one_worker(db: Database) -> None:
    async with db.write() as session:
        session.add(Workspace(workspace_id=WORKSPACE, installed_at=NOW))
        row = store.new_row(WORKSPACE, "k", "U1", "1", target="U1", due_at=NOW)
        await store.plan(session, [row])

    async def lease(worker: str) -> list[WorkspaceId]:
        async with db.write() as session:
            db_now = await db.now(session)
            until = db_now + (NOW - NOW.replace(hour=8))
            return await store.lease(session, worker, NOW, db_now, until, 10)

    leased = await asyncio.gather(*(lease(f"worker {n}") for n in range(8)))
    assert sorted(map(len, leased)) == [0] * 7 + [1]


async def test_the_migrations_build_what_the_rooms_declare(db: Database) -> None:
    assert ROOMS  # importing the rooms is what declares their tables
    async with db.engine.connect() as connection:
        differences = await connection.run_sync(_differences)
    assert differences == []


def _differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": False})
    return [one for one in compare_metadata(context, SQLModel.metadata) if _is_real(one)]


def _is_real(difference: Any) -> bool:
    return not (isinstance(difference, tuple) and difference[0] == "remove_index")


async def test_migrating_twice_changes_nothing(db: Database) -> None:
    before = await revisions(db)
    await migrate(db)
    assert await revisions(db) == before
    assert before[0] == before[1]


async def test_every_table_leads_with_its_workspace() -> None:
    leading = {
        name: next(iter(table.primary_key)).name for name, table in SQLModel.metadata.tables.items()
    }
    assert {name: first for name, first in leading.items() if first != "workspace_id"} == {}
