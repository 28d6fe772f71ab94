"""Rows laid anew when one joins them: no file holds them in the order in which they came."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, LargeBinary, Table, bindparam, delete, insert, select
from sqlalchemy import type_coerce as read_as
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.types import Encrypted

BESIDE = 100  # rows before it and after it, by key: a team's, or two hundred to hide among


async def lay_anew(session: AsyncSession, table: type[Any], key: Sequence[str]) -> None:
    """Write the row with *key* and those beside it anew, in the order of their keys.

    Their keys are random. A page of SQLite's holds rows in the order in which they came, whatever
    their keys, and PostgreSQL marks each with its transaction: one copy of either would show who
    came last, and which comment came with which ballot. What is sealed stays sealed.
    """
    rows = await _beside(session, table.__table__, key)
    own = list(table.__table__.primary_key)[-1]
    between = own.between(rows[0][own.name], rows[-1][own.name])
    await session.execute(delete(table.__table__).where(*_of_one(table.__table__, key), between))
    names = {
        column.name: bindparam(f"raw_{column.name}", type_=_raw(column).type)
        for column in table.__table__.c
    }
    raw = [{f"raw_{name}": value for name, value in row.items()} for row in rows]
    await session.execute(insert(table.__table__).values(names), raw)


async def _beside(session: AsyncSession, table: Table, key: Sequence[str]) -> list[dict[str, Any]]:
    """Return the row with *key* and those beside it, by key, as they lie in the database."""
    own = list(table.primary_key)[-1]
    columns = [_raw(column).label(column.name) for column in table.c]
    here = select(*columns).where(*_of_one(table, key))
    found: list[dict[str, Any]] = []
    for some in (
        here.where(own <= key[-1]).order_by(own.desc()).limit(BESIDE + 1),
        here.where(own > key[-1]).order_by(own).limit(BESIDE),
    ):
        found += [dict(row) for row in (await session.execute(some)).mappings()]
    return sorted(found, key=lambda row: str(row[own.name]))


def _of_one(table: Table, key: Sequence[str]) -> list[ColumnElement[bool]]:
    """Say which rows are of the same poll: all of their *key* but its end is the same."""
    *shared, _ = table.primary_key
    return [column == value for column, value in zip(shared, key[:-1], strict=True)]


def _raw(column: Any) -> ColumnElement[Any]:
    return read_as(column, LargeBinary) if isinstance(column.type, Encrypted) else column
