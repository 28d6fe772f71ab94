"""Insert what isn't there yet: the unique key makes a repeat harmless, on both databases.

Statements are of one row, and run with many: compiling one of thousands of values takes ten times
as long as running it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession


async def insert_new(
    session: AsyncSession, table: type[Any], rows: Sequence[Mapping[str, Any]]
) -> int:
    """Insert *rows* into *table*, passing over those whose key is taken; return how many went in.

    Commits nothing. Every row has the same keys.
    """
    if not rows:
        return 0
    key = next(iter(_table(table).primary_key))
    statement = _construct(session)(_table(table)).on_conflict_do_nothing().returning(key)
    return len((await session.execute(statement, [dict(row) for row in rows])).all())


async def insert_or_update(
    session: AsyncSession,
    table: type[Any],
    rows: Sequence[Mapping[str, Any]],
    update: Sequence[str],
) -> None:
    """Insert *rows*; where a primary key is taken, set the columns in *update* instead.

    Every row has the same keys.
    """
    if not rows:
        return
    statement = _construct(session)(_table(table))
    keys = [column.name for column in _table(table).primary_key]
    if update:
        changes = {name: statement.excluded[name] for name in update}
        statement = statement.on_conflict_do_update(index_elements=keys, set_=changes)
    else:
        statement = statement.on_conflict_do_nothing(index_elements=keys)
    await session.execute(statement, [dict(row) for row in rows])


def _construct(session: AsyncSession) -> Any:
    name = session.get_bind().dialect.name
    return sqlite.insert if name == "sqlite" else postgresql.insert


def _table(table: type[Any]) -> Table:
    found: Table = table.__table__
    return found
