"""A few rows in every table there is, with something in every column."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    Table,
    select,
)

from bot.storage.engine import Database
from bot.storage.types import Encrypted, UtcDateTime
from bot.upkeep import all_tables

ROWS = 3
AT = datetime(2026, 11, 20, 9, 0, 0, 123456, tzinfo=UTC)
SECRET = "needle 林 <&>"


async def fill(db: Database) -> None:
    """Write the rows; the last of each table leaves empty what may be empty."""
    async with db.write() as session:
        for table in all_tables():
            rows = [_row(table, number) for number in range(ROWS)]
            await session.execute(table.insert(), rows)


async def contents(db: Database) -> dict[str, list[Mapping[str, Any]]]:
    """Return every table's rows as the bot reads them, by key."""
    async with db.read() as session:
        return {
            table.name: [
                dict(row)
                for row in (
                    await session.execute(select(table).order_by(*table.primary_key))
                ).mappings()
            ]
            for table in all_tables()
        }


def file_of(sqlite_url: str) -> Path:
    return Path(sqlite_url.partition(":///")[2])


def raw_bytes(sqlite_url: str) -> bytes:
    """Return the database file and its write-ahead log, as they lie on the disk."""
    path = file_of(sqlite_url)
    log = path.with_name(path.name + "-wal")
    return path.read_bytes() + (log.read_bytes() if log.exists() else b"")


def _row(table: Table, number: int) -> dict[str, Any]:
    return {column.name: value_of(column, number) for column in table.columns}


def value_of(column: Column[Any], number: int) -> Any:
    """Return something a column of that type takes, another one for each *number*."""
    if column.nullable and number == ROWS - 1:
        return None
    kind = column.type
    if isinstance(kind, Encrypted):
        return {"text": SECRET, "number": number}
    for of, value in (
        (UtcDateTime | DateTime, AT + timedelta(days=number)),
        (Date, date(2026, 11, 20)),
        (Boolean, bool(number % 2)),
        (Integer | Float, number),
        (JSON, [number, "林"]),
    ):
        if isinstance(kind, of):
            return value
    if isinstance(kind, LargeBinary):
        return f"{column.name} {number}".encode()
    return f"{column.name} 林 {number}"
