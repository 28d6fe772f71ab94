"""One `run` a SQLite file: two would take turns at being Slack's one listener."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import ConfigError
from bot.storage.reach import in_its_folder


@contextmanager
def only_one(database: Path) -> Iterator[None]:
    """Hold *database* for this process; the kernel lets go when the process ends, however.

    Raises:
        ConfigError: another process holds it, or it can't be written there.
    """
    path = database.with_name(database.name + ".lock")
    with in_its_folder(database):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ConfigError(
                f"Another Trustcheck already runs on {database}. Fix: stop it first, or set "
                "DATABASE_URL to another file, or to PostgreSQL for several processes."
            ) from None
        yield
    finally:
        os.close(descriptor)
