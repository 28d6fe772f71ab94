"""Backups taken and put in place as docs/operations.md says, on either database."""

import sqlite3
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.contracts.filled import file_of


def back_up(url: str, folder: Path) -> Path:
    """Take a backup while whoever works on it goes on; return where it lies."""
    backup = folder / f"backup-{uuid.uuid4().hex}"
    if url.startswith("sqlite"):
        with sqlite3.connect(file_of(url)) as connection:
            connection.execute(f"VACUUM INTO '{backup}'")
        connection.close()
    else:
        _run("pg_dump", url, "--file", str(backup))
    return backup


@contextmanager
def in_place(backup: Path, url: str) -> Iterator[str]:
    """Put a backup of the database at *url* in place of an empty one; yield its address."""
    if url.startswith("sqlite"):
        yield f"sqlite+aiosqlite:///{backup}"
        return
    name = f"restored_{uuid.uuid4().hex}"
    address, question, query = url.partition("?")
    with psycopg.connect(_plain(url), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    restored = f"{address.rpartition('/')[0]}/{name}{question}{query}"
    try:
        _run("psql", restored, "--quiet", "--set=ON_ERROR_STOP=1", "--file", str(backup))
        yield restored
    finally:
        with psycopg.connect(_plain(url), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def _plain(url: str) -> str:
    return url.replace("+psycopg", "")


def _run(tool: str, url: str, *arguments: str) -> None:
    """Run PostgreSQL's own *tool*, of the server's version where that one runs here."""
    with psycopg.connect(_plain(url)) as connection:
        found = connection.execute("SELECT setting FROM pg_config() WHERE name = 'BINDIR'")
        (folder,) = found.fetchone() or ("",)
    own = Path(folder) / tool
    done = subprocess.run(
        [own if own.exists() else tool, "--dbname", _plain(url), *arguments],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
