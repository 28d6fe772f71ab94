"""Seal with the newest key what an older one has sealed, while the bot goes on working."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import LargeBinary, Table, bindparam, or_, select, tuple_, type_coerce

from bot.storage.engine import Database
from bot.storage.types import Encrypted

BATCH = 200  # rows a transaction: nobody waits long for theirs


async def reencrypt(db: Database, tables: Sequence[Table]) -> dict[str, int]:
    """Rewrite what isn't sealed with the newest key; return how many values by table.

    Harmless to repeat, and to stop in the middle: what is done already is passed over.

    Raises:
        cryptography.fernet.InvalidToken: none of the keys opens a value; it stays as it is.
    """
    return {
        table.name: await _rewrite(db, table, sealed)
        for table in tables
        if (sealed := [one.name for one in table.columns if isinstance(one.type, Encrypted)])
    }


async def _rewrite(db: Database, table: Table, sealed: Sequence[str]) -> int:
    keys = [column.name for column in table.primary_key]
    after: Sequence[Any] | None = None
    rewritten = 0
    while True:
        async with db.write() as session:
            found = await session.execute(_page(table, keys, sealed, after))
            rows = [dict(row) for row in found.mappings()]
            for row in rows:
                stale = {
                    name: db.cipher.rotate(row[name])
                    for name in sealed
                    if row[name] is not None and not db.cipher.is_newest(row[name])
                }
                if stale:
                    statement = _update(table, keys, row, list(stale))
                    await session.execute(statement, _bound(stale))
                    rewritten += len(stale)
        if len(rows) < BATCH:
            return rewritten
        after = [rows[-1][name] for name in keys]


def _page(
    table: Table, keys: Sequence[str], sealed: Sequence[str], after: Sequence[Any] | None
) -> Any:
    """Return the next rows by key, locked, with what is sealed as it lies there."""
    raw = [type_coerce(table.columns[name], LargeBinary).label(name) for name in sealed]
    columns = [table.columns[name] for name in keys]
    page = (
        select(*columns, *raw)
        .where(or_(*(table.columns[name].is_not(None) for name in sealed)))
        .order_by(*columns)
        .limit(BATCH)
        .with_for_update()
    )
    return page if after is None else page.where(tuple_(*columns) > tuple_(*after))


def _update(table: Table, keys: Sequence[str], row: Mapping[str, Any], names: Sequence[str]) -> Any:
    return (
        table.update()
        .where(*(table.columns[name] == row[name] for name in keys))
        .values({name: bindparam(f"new_{name}", type_=LargeBinary) for name in names})
    )


def _bound(values: Mapping[str, bytes]) -> dict[str, bytes]:
    return {f"new_{name}": value for name, value in values.items()}
