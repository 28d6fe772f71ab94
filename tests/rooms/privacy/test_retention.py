"""Retention, table by table: a night before its time a row is there, a night after it is gone."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func
from sqlmodel import select

from bot.deps import Personal
from bot.members.tables import WorkspaceChoice
from bot.rooms.privacy import clock, store
from bot.rooms.pulse.tables import Poll
from tests.rooms.privacy.seeding import AT, rows_naming
from tests.talk import TEAM, Talk

A_DAY = timedelta(days=1)
OTHERWISE = {"poll_member", "poll_message"}  # as old as their poll
ENDED: dict[str, dict[str, Any]] = {"commitment": {"ended_at": AT}, "delivery": {"state": "sent"}}


async def seed(talk: Talk, one: Personal) -> int:
    async with talk.bot.deps.db.write() as session:
        for row in rows_naming(one, talk.workspace):
            for name, value in ENDED.get(one.table.__tablename__, {}).items():
                setattr(row, name, value)
            await session.merge(row)
    return await count(talk, one.table)


async def count(talk: Talk, table: Any) -> int:
    async with talk.bot.deps.db.read() as session:
        return int(await session.scalar(select(func.count()).select_from(table)) or 0)


async def night(talk: Talk, at: datetime) -> None:
    talk.clock.move(at)
    assert await clock.retention_step(talk.bot.deps, talk.workspace, {}) is None


def growing_old(talk: Talk) -> list[Personal]:
    ages = [one for one in talk.bot.deps.personal if one.old is not None and one.owners]
    found = [one for one in ages if one.table.__tablename__ not in OTHERWISE]
    return sorted(found, key=lambda one: one.kept_for)


async def test_each_table_keeps_its_rows_as_long_as_the_page_says_and_no_longer(talk: Talk) -> None:
    await talk.settle()
    tables = growing_old(talk)
    assert len(tables) >= 9
    for one in tables:
        talk.clock.move(AT)
        rows = await seed(talk, one)
        assert rows > 0
        await night(talk, AT + one.kept_for - A_DAY)
        assert await count(talk, one.table) == rows, one.table.__tablename__
        await night(talk, AT + one.kept_for + A_DAY)
        assert await count(talk, one.table) == 0, one.table.__tablename__


async def test_what_hangs_on_a_poll_is_as_old_as_its_closing(talk: Talk) -> None:
    await talk.settle()
    for one in talk.bot.deps.personal:
        if one.table.__tablename__ not in OTHERWISE:
            continue
        talk.clock.move(AT)
        async with talk.bot.deps.db.write() as session:
            poll: Any = rows_naming(Personal(Poll, owners=["poll_id"]), talk.workspace)[0]
            poll.poll_id = "closed"
            await session.merge(poll)  # it closed at AT
            rows: list[Any] = list(rows_naming(one, talk.workspace))
            for row in rows:
                row.poll_id = "closed"
                await session.merge(row)
        await night(talk, AT + one.kept_for - A_DAY)
        assert await count(talk, one.table) == 1, one.table.__tablename__
        await night(talk, AT + one.kept_for + A_DAY)
        assert await count(talk, one.table) == 0, one.table.__tablename__


@pytest.mark.parametrize("days", [30, 90])
async def test_admins_shorten_what_is_kept_longer_and_lengthen_nothing(
    talk: Talk, days: int
) -> None:
    await talk.settle()
    async with talk.bot.deps.db.write() as session:
        session.add(WorkspaceChoice(workspace_id=TEAM, switched_off=[], retention_days=days))
    for one in growing_old(talk):
        talk.clock.move(AT)
        await seed(talk, one)
        await night(talk, AT + min(one.kept_for, timedelta(days=days)) + A_DAY)
        assert await count(talk, one.table) == 0, one.table.__tablename__


async def test_a_night_in_one_workspace_leaves_the_others_alone(talk: Talk) -> None:
    await talk.settle()
    one = growing_old(talk)[-1]
    async with talk.bot.deps.db.write() as session:
        rows: list[Any] = list(rows_naming(one, talk.workspace))
        for row in rows:
            row.workspace_id = "T0OTHER"
            await session.merge(row)
        assert one.old is not None
        await store.drop_old(session, one, talk.workspace, one.old(AT + timedelta(days=5000)))
    assert await count(talk, one.table) > 0
