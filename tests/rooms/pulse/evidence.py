"""What an attacker can get hold of: raw rows, raw bytes, row versions, and what was logged."""

import sqlite3
from pathlib import Path
from typing import Any

import psycopg
from prometheus_client import REGISTRY

Rows = list[tuple[Any, ...]]


def sqlite_path(url: str) -> Path:
    return Path(url.partition(":///")[2])


def sqlite_tables(url: str) -> dict[str, Rows]:
    """Every row of every table as it lies in the file, by the sqlite3 module."""
    with sqlite3.connect(sqlite_path(url)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        tables = {
            name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in names
        }
    connection.close()
    return tables


def sqlite_bytes(url: str) -> bytes:
    """The database file and its write-ahead log, as they lie on the disk."""
    path = sqlite_path(url)
    log = path.with_name(path.name + "-wal")
    return path.read_bytes() + (log.read_bytes() if log.exists() else b"")


def sqlite_pages(url: str) -> list[bytes]:
    """Every page of the file, and every one in the write-ahead log: older states among them."""
    path = sqlite_path(url)
    log, data = path.with_name(path.name + "-wal"), path.read_bytes()
    size = int.from_bytes(data[16:18], "big")  # SQLite: the file format, "page size"
    pages = [data[at : at + size] for at in range(0, len(data), size)]
    frames = log.read_bytes()[32:] if log.exists() else b""
    frame = 24 + size  # its header, and the page
    return pages + [frames[at + 24 : at + frame] for at in range(0, len(frames), frame)]


def postgres_rows(url: str, table: str, columns: str) -> Rows:
    """Rows with their versions: *columns* may name xmin, xmax and ctid."""
    address = url.replace("postgresql+psycopg://", "postgresql://")
    with psycopg.connect(address) as connection:
        query = f"SELECT {columns} FROM {table} ORDER BY 1, 2, 3"
        return list(connection.execute(query.encode()).fetchall())


def metrics() -> dict[str, float]:
    """Every figure a host can watch."""
    return {
        f"{sample.name}{sorted(sample.labels.items())}": sample.value
        for metric in REGISTRY.collect()
        for sample in metric.samples
        if sample.name.startswith("trustcheck")
    }
