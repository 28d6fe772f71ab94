"""Open the database so that concurrent writers lose nothing, on SQLite and on PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, event, func, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.clock import real_now
from bot.storage import visits
from bot.storage.types import Cipher

BUSY_TIMEOUT_MS = 5000
POOL_SIZE = 10  # PostgreSQL connections a process
# A process that hangs inside a transaction would keep its rows from all others for ever.
OPTIONS = "-c idle_in_transaction_session_timeout=20s"


class Database:
    """Sessions for reading and for writing; use cases own the transaction, stores never commit."""

    def __init__(self, engine: AsyncEngine, cipher: Cipher) -> None:
        self.engine = engine
        self.cipher = cipher
        self.is_sqlite = engine.dialect.name == "sqlite"
        self._writing = engine.execution_options(write=True)
        # SQLite has one writer: queueing here is fair and doesn't spin in the busy handler.
        self._turn: asyncio.Lock | nullcontext[None] = (
            asyncio.Lock() if self.is_sqlite else nullcontext()
        )

    @classmethod
    def open(cls, url: str, cipher: Cipher) -> "Database":
        """Prepare connections to *url*; nothing is connected before the first session.

        What is written never stands in an error, and so in no log: only the statement does.
        """
        if url.startswith("sqlite"):
            engine = create_async_engine(
                url, hide_parameters=True, connect_args={"async_creator_fn": visits.connect}
            )
            event.listen(engine.sync_engine, "connect", _on_sqlite_connect)
            event.listen(engine.sync_engine, "begin", _on_sqlite_begin)
        else:
            engine = create_async_engine(
                url,
                pool_size=POOL_SIZE,
                pool_pre_ping=True,
                hide_parameters=True,
                connect_args={"options": OPTIONS},
            )
        engine.sync_engine.dialect.cipher = cipher  # type: ignore[attr-defined]
        return cls(engine, cipher)

    async def close(self) -> None:
        await self.engine.dispose()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """Give a session to look with; nothing in it is kept."""
        async with AsyncSession(self.engine, expire_on_commit=False) as session:
            yield session

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncSession]:
        """Give a session that commits at the end, or rolls back on an error.

        On SQLite it holds the write lock from its first statement (`BEGIN IMMEDIATE`), so what it
        reads can't be changed under it; on PostgreSQL lock the rows you read in order to write.
        """
        async with (
            self._turn,
            AsyncSession(self._writing, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    async def now(self, session: AsyncSession) -> datetime:
        """Return the time leases go by: the server's on PostgreSQL, the machine's on SQLite."""
        if self.is_sqlite:
            return real_now()
        at: datetime = (await session.execute(select(func.clock_timestamp()))).scalar_one()
        return at

    async def settle_log(self) -> bool:
        """Bring SQLite's write-ahead log into the file and cut it to nothing.

        What was deleted before is then gone from the disk. False where somebody was reading or
        writing: try again. Call it outside a transaction; PostgreSQL looks after its own log.
        """
        if not self.is_sqlite:
            return True
        async with self.engine.connect() as connection:
            raw: Any = (await connection.get_raw_connection()).driver_connection
            cursor = await raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            is_busy, _, _ = await cursor.fetchone()
            await cursor.close()
        return not is_busy


def claimable(statement: Select[Any]) -> Select[Any]:
    """Lock what *statement* finds and pass over what another process has locked.

    SQLite, whose writers take turns anyway, ignores it.
    """
    return statement.with_for_update(skip_locked=True)


def _on_sqlite_connect(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver's implicit BEGIN loses updates silently
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "foreign_keys=ON",
        "secure_delete=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _on_sqlite_begin(connection: Connection) -> None:
    statement = "BEGIN IMMEDIATE" if connection.get_execution_options().get("write") else "BEGIN"
    # One visit to the driver's thread, where a cursor of SQLAlchemy's would make four.
    connection.connection.run_async(lambda driver: driver.execute(statement))
