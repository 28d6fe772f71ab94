"""Insert what isn't there yet: the unique key makes a repeat harmless, on both databases."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

MAX_VARIABLES = 30_000  # SQLite takes 32,766 in a statement, PostgreSQL 65,535


async def insert_new(
    session: AsyncSession, table: type[Any], rows: Sequence[Mapping[str, Any]]
) -> int:
    """Insert *rows* into *table*, passing over those whose key is taken; return how many went in.

    Commits nothing. Every row has the same keys.
    """
    return sum([await _insert(session, table, part) for part in _parts(rows)])


async def insert_or_update(
    session: AsyncSession,
    table: type[Any],
    rows: Sequence[Mapping[str, Any]],
    update: Sequence[str],
) -> None:
    """Insert *rows*; where a primary key is taken, set the columns in *update* instead."""
    for part in _parts(rows):
        statement = _construct(session)(_table(table)).values(part)
        keys = [column.name for column in _table(table).primary_key]
        if update:
            changes = {name: statement.excluded[name] for name in update}
            statement = statement.on_conflict_do_update(index_elements=keys, set_=changes)
        else:
            statement = statement.on_conflict_do_nothing(index_elements=keys)
        await session.execute(statement)


async def _insert(
    session: AsyncSession, table: type[Any], part: Sequence[Mapping[str, Any]]
) -> int:
    key = next(iter(_table(table).primary_key))
    statement = _construct(session)(_table(table)).values(part).on_conflict_do_nothing()
    return len((await session.execute(statement.returning(key))).all())


def _construct(session: AsyncSession) -> Any:
    name = session.get_bind().dialect.name
    return sqlite.insert if name == "sqlite" else postgresql.insert


def _table(table: type[Any]) -> Table:
    found: Table = table.__table__
    return found


def _parts(rows: Sequence[Mapping[str, Any]]) -> list[list[dict[str, Any]]]:
    if not rows:
        return []
    size = max(1, MAX_VARIABLES // len(rows[0]))
    plain = [dict(row) for row in rows]
    return [plain[start : start + size] for start in range(0, len(plain), size)]
