"""SQLite's connections, one visit to their thread a statement."""

import sqlite3
from pathlib import Path

import pytest

from bot.storage import visits


async def test_a_connection_that_could_not_be_made_leaves_no_thread(tmp_path: Path) -> None:
    for _ in range(20):
        connection = visits.connect(f"{tmp_path}/no/such/folder.db")
        with pytest.raises(sqlite3.OperationalError):
            await connection
        assert not connection._thread.is_alive()
