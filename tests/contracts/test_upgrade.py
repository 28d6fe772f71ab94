"""Upgrading keeps every row, and going back a release works on the new schema: as operations says.

Each revision stands for the release that ended with it.
"""

from typing import Any

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, Table, select, text

from bot.storage.engine import Database
from bot.storage.migrate import _config, migrate, needs, revisions
from bot.storage.types import Cipher
from tests.contracts.filled import value_of

CHAIN = [
    one.revision for one in reversed(list(ScriptDirectory.from_config(_config()).walk_revisions()))
]
Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture
async def empty(database_url: str, cipher: Cipher) -> Any:
    """A database nothing has been migrated in, of either kind."""
    database = Database.open(database_url, cipher)
    async with database.engine.begin() as connection:
        await connection.run_sync(_drop_everything)
    yield database
    await database.close()


def _drop_everything(connection: Connection) -> None:
    found = MetaData()
    found.reflect(connection)
    found.drop_all(connection)


def _upgrade(connection: Connection, revision: str) -> None:
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _tables(connection: Connection) -> dict[str, Table]:
    """The tables as the release of the database's revision knows them."""
    found = MetaData()
    found.reflect(connection)
    return {name: table for name, table in found.tables.items() if name != "alembic_version"}


def _write(connection: Connection, tables: dict[str, Table], number: int) -> None:
    for table in tables.values():
        row = {column.name: value_of(column, number) for column in table.columns}
        connection.execute(table.insert(), row)


def _rows(connection: Connection, tables: dict[str, Table]) -> Rows:
    return {
        name: [dict(row) for row in connection.execute(select(table)).mappings()]
        for name, table in tables.items()
    }


async def test_a_release_works_on_the_schema_of_the_next_one(db: Database) -> None:
    """Going back: the revision is one it doesn't know, and is left alone."""
    assert await needs(db) is None
    async with db.write() as session:
        await session.execute(text("UPDATE alembic_version SET version_num = '9999_next'"))
    await migrate(db)
    assert await needs(db) is None
    assert (await revisions(db))[0] == "9999_next"


async def test_a_database_that_was_not_migrated_is_told_from_a_newer_one(
    empty: Database,
) -> None:
    assert "at revision none" in (await needs(empty) or "")
    async with empty.engine.begin() as connection:
        await connection.run_sync(_upgrade, CHAIN[0])
    assert f"at revision {CHAIN[0]}, this release needs {CHAIN[-1]}" in (await needs(empty) or "")


@pytest.mark.parametrize("revision", CHAIN[:-1])
async def test_rows_survive_an_upgrade_and_the_release_before_still_writes(
    empty: Database, revision: str
) -> None:
    async with empty.engine.begin() as connection:
        await connection.run_sync(_upgrade, revision)
        old = await connection.run_sync(_tables)
        await connection.run_sync(_write, old, 0)
        before = await connection.run_sync(_rows, old)
    await migrate(empty)
    assert len(set(await revisions(empty))) == 1
    async with empty.engine.begin() as connection:
        assert await connection.run_sync(_rows, old) == before
        await connection.run_sync(_write, old, 1)  # rolled back to the release before
        after = await connection.run_sync(_rows, old)
    assert {name: len(rows) for name, rows in after.items()} == dict.fromkeys(old, 2)
