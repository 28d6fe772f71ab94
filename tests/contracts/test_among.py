"""One parameter for many values: found as one by one, through the index, on both databases."""

import json

import pytest
from sqlmodel import col, select, update

from bot.members.tables import Member
from bot.storage.among import among
from bot.storage.engine import Database

MANY = 70_000  # more than either database takes parameters
AWKWARD = ("U1", "", "约定", "it's", '"', "{U1}", "NULL", "U2,U3")


async def fill(db: Database) -> None:
    async with db.write() as session:
        session.add_all(Member(workspace_id="T1", member_id=name) for name in AWKWARD)
        session.add(Member(workspace_id="T2", member_id="U1"))


async def found(db: Database, values: list[str]) -> set[str]:
    query = select(Member.member_id).where(
        col(Member.workspace_id) == "T1", among(col(Member.member_id), values)
    )
    async with db.read() as session:
        return set(await session.scalars(query))


@pytest.mark.parametrize("values", [[], ["U1"], ["U9"], ["it's", "U1", "U1"], [*AWKWARD]])
async def test_those_are_found_that_are_among_the_values(db: Database, values: list[str]) -> None:
    await fill(db)
    assert await found(db, values) == set(values) & set(AWKWARD)


async def test_more_may_be_named_than_there_are_parameters(db: Database) -> None:
    await fill(db)
    assert await found(db, [f"U{number}" for number in range(MANY)]) == {"U1"}


async def test_it_can_be_negated_and_chooses_what_is_changed(db: Database) -> None:
    await fill(db)
    named = among(col(Member.member_id), ["U1", ""])
    async with db.write() as session:
        await session.execute(update(Member).where(named).values(unanswered=7))
    async with db.read() as session:
        others = await session.scalars(select(Member.unanswered).where(~named))
        changed = await session.scalars(select(Member.unanswered).where(named))
        assert (set(others), list(changed)) == ({0}, [7, 7, 7])


async def test_the_key_leads_to_them(db: Database) -> None:
    """The query reads only the rows it names: a workspace has a million others."""
    named = ["U1", "U2"]
    query = select(Member.member_id).where(
        col(Member.workspace_id) == "T1", among(col(Member.member_id), named)
    )
    compiled = str(query.compile(dialect=db.engine.dialect))
    async with db.read() as session:
        connection = await session.connection()
        if db.is_sqlite:
            plan = await connection.exec_driver_sql(
                f"EXPLAIN QUERY PLAN {compiled}", ("T1", json.dumps(named))
            )
            wanted = "(workspace_id=? AND member_id=?)"
        else:
            await connection.exec_driver_sql("SET LOCAL enable_seqscan = off")  # hardly any rows
            plan = await connection.exec_driver_sql(
                f"EXPLAIN {compiled}", {"workspace_id_1": "T1", "among_1": named}
            )
            wanted = "member_id = ANY"
        assert wanted in " ".join(str(row) for row in plan)
