"""SQLite by one visit to the driver's thread a statement, where aiosqlite itself makes four."""

import sqlite3
from collections.abc import Iterable
from functools import partial
from typing import Any

import aiosqlite
from aiosqlite.context import contextmanager

CHUNK_ROWS = 64  # as aiosqlite.connect has it; nothing here iterates
_NOT_YET: Any = None


class Cursor(aiosqlite.Cursor):
    """A cursor made, run, read to its end and closed in one visit: SQLAlchemy wants all rows.

    To go to the thread and back costs many times what SQLite needs for a row.
    """

    def __init__(self, connection: "Connection") -> None:
        super().__init__(connection, _NOT_YET)
        self._rows: list[Any] = []

    async def execute(self, sql: str, parameters: Iterable[Any] | None = None) -> "Cursor":
        return await self._visit(sqlite3.Cursor.execute, sql, parameters or ())

    async def executemany(self, sql: str, parameters: Iterable[Iterable[Any]]) -> "Cursor":
        return await self._visit(sqlite3.Cursor.executemany, sql, parameters)

    async def fetchall(self) -> list[Any]:
        return self._rows

    async def close(self) -> None:
        """Nothing is left to close."""

    async def _visit(self, *work: Any) -> "Cursor":
        connection: Any = self._conn
        await connection._execute(self._run, *work)
        return self

    def _run(self, how: Any, sql: str, parameters: Any) -> None:
        cursor = self._conn._conn.cursor()
        try:
            how(cursor, sql, parameters)
            self._rows = cursor.fetchall()
        finally:
            cursor.close()
        self._cursor = cursor


class Connection(aiosqlite.Connection):
    """aiosqlite's connection with the cursors of this module."""

    async def _connect(self) -> aiosqlite.Connection:
        try:
            return await super()._connect()
        except BaseException:
            self._thread.join()  # or it may speak to an event loop that is closed by then
            raise

    @contextmanager
    async def cursor(self) -> aiosqlite.Cursor:
        return Cursor(self)


def connect(database: str, **options: Any) -> Connection:
    """Return a connection to *database*, to be awaited; *options* are those of sqlite3.connect."""
    connection = Connection(partial(sqlite3.connect, database, **options), CHUNK_ROWS)
    connection._thread.daemon = True  # as SQLAlchemy does: no exit waits for a database
    return connection
