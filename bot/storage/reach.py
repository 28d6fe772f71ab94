"""Say why a database can't be opened, and what to mend, instead of a traceback."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from bot.errors import ConfigError
from bot.storage.engine import Database

SQLITE_HEAD = b"SQLite format 3\0"  # SQLite: the database file format


async def reach(db: Database) -> None:
    """Connect once, before anything relies on it.

    Raises:
        ConfigError: nobody answers there, or it is no database; the message holds the fix.
    """
    if db.is_sqlite:
        _open_file(Path(db.engine.url.database or ""))
    try:
        async with db.engine.connect():
            pass
    except DBAPIError as error:  # the driver's own words name host and port, never the password
        problem = str(error.orig).strip().partition("\n")[0].rstrip(".")
        raise ConfigError(
            f"The database can't be opened: {problem}. Fix: check DATABASE_URL, and that what it "
            "names is there and answers."
        ) from error


def _open_file(path: Path) -> None:
    """Look before the driver does, which says less, and leaves open what it couldn't use."""
    with in_its_folder(path):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            head = os.read(descriptor, len(SQLITE_HEAD))
        finally:
            os.close(descriptor)
    if head not in (b"", SQLITE_HEAD):
        raise ConfigError(
            f"{path} is not a database of SQLite. Fix: set DATABASE_URL to one, or to a file that "
            "isn't there yet."
        )


@contextmanager
def in_its_folder(database: Path) -> Iterator[None]:
    """Explain where a file beside *database* can't be opened.

    Raises:
        ConfigError: its folder isn't there, or isn't this user's to write in.
    """
    try:
        yield
    except OSError as error:
        raise ConfigError(
            f"{database} can't be opened: {error.strerror}. Fix: make its folder, or set "
            "DATABASE_URL to a file that this user may write."
        ) from None
