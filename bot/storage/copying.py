"""Copy a whole database into an empty one, between SQLite and PostgreSQL in any direction."""

from collections.abc import Sequence

from sqlalchemy import Table, func, literal, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import ConfigError
from bot.storage.engine import Database
from bot.storage.migrate import migrate, revisions

BATCH = 500  # rows read and written at once


async def copy(source: Database, target: Database, tables: Sequence[Table]) -> dict[str, int]:
    """Copy every row of *tables*; return how many by table. All of it or nothing is written.

    Encrypted values are opened and sealed anew with the newest of *target*'s keys, the instants
    and the marks of who was forgotten stay what they are. Nothing may write to *source* meanwhile.

    Raises:
        ConfigError: the source is of another release, or the target isn't empty.
        cryptography.fernet.InvalidToken: the source's keys don't open what is in it.
    """
    current, newest = await revisions(source)
    if current != newest:
        raise ConfigError(
            f"The database is at revision {current or 'none'}, this release copies {newest}. "
            "Fix: python -m bot migrate, then copy."
        )
    await migrate(target)
    async with source.read() as reading, target.write() as writing:
        await _must_be_empty(writing, tables)
        copied = {table.name: await _copy_table(reading, writing, table) for table in tables}
        for table in tables:
            if await _count(writing, table) != copied[table.name]:
                raise RuntimeError(f"not every row of {table.name} arrived")
    return copied


async def _copy_table(reading: AsyncSession, writing: AsyncSession, table: Table) -> int:
    """Copy by key, so that the order in which rows were written doesn't come along."""
    key = tuple_(*table.primary_key)
    page = select(table).order_by(*table.primary_key).limit(BATCH)
    copied = 0
    rows = (await reading.execute(page)).mappings().all()
    while rows:
        await writing.execute(table.insert(), [dict(row) for row in rows])
        copied += len(rows)
        last = tuple_(*(literal(rows[-1][column], column.type) for column in table.primary_key))
        rows = (await reading.execute(page.where(key > last))).mappings().all()
    return copied


async def _must_be_empty(session: AsyncSession, tables: Sequence[Table]) -> None:
    filled = [table.name for table in tables if await _count(session, table)]
    if filled:
        raise ConfigError(
            f"The database to copy into isn't empty: {', '.join(filled)}. "
            "Fix: name a new one; nothing was written."
        )


async def _count(session: AsyncSession, table: Table) -> int:
    return int(await session.scalar(select(func.count()).select_from(table)) or 0)
