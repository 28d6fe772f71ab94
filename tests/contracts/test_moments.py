"""A statement built once, about instants it learns when it is run, on both databases."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.exc import StatementError
from sqlmodel import col, exists, select

from bot.members.tables import Member, Workspace
from bot.storage.engine import Database
from bot.storage.moments import DB_NOW, NOW

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
SLOT_CAME = exists().where(col(Member.next_slot_at) <= NOW - HOUR)
LOOK = select(SLOT_CAME, exists().where(col(Workspace.lease_until) < DB_NOW + HOUR))


@pytest.fixture
async def noon(db: Database) -> Database:
    """A database with a slot at noon and a lease until noon."""
    async with db.write() as session:
        session.add(Member(workspace_id="T1", member_id="U1", next_slot_at=NOON))
        team = Workspace(workspace_id="T1", bot_user_id="UBOT", installed_at=NOON, lease_until=NOON)
        session.add(team)
    return db


async def look(db: Database, now: datetime, db_now: datetime) -> tuple[bool, bool]:
    async with db.read() as session:
        with NOW.being(now), DB_NOW.being(db_now):
            slot_came, lease_ends = (await session.execute(LOOK)).one()
            return slot_came, lease_ends


async def test_one_statement_finds_by_the_instant_at_which_it_is_run(noon: Database) -> None:
    assert await look(noon, NOON, NOON) == (False, True)
    assert await look(noon, NOON + HOUR, NOON) == (True, True)
    assert await look(noon, NOON + HOUR, NOON - HOUR) == (True, False)
    assert await look(noon, NOON, NOON - HOUR) == (False, False)


async def test_each_of_two_looks_at_once_has_its_own_instant(noon: Database) -> None:
    early, late = NOON - HOUR, NOON + HOUR
    looks = await asyncio.gather(*(look(noon, now, now) for now in (early, late) * 5))
    assert looks == [(False, False), (True, True)] * 5


async def test_a_shifted_moment_may_be_the_one_that_is_told(noon: Database) -> None:
    async with noon.read() as session:
        with (NOW - HOUR).being(NOON):
            assert await session.scalar(select(SLOT_CAME)) is True


async def test_a_moment_nobody_told_is_an_error_and_no_answer(noon: Database) -> None:
    async with noon.read() as session:
        with NOW.being(NOON), pytest.raises(StatementError, match="LookupError"):
            await session.execute(LOOK)
