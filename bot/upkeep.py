"""What a host does to the data at rest: copy it to another database, seal it with a new key."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import typer
from cryptography.fernet import InvalidToken
from sqlalchemy import Table
from sqlmodel import SQLModel, col, select

from bot.app import ROOMS
from bot.errors import ConfigError
from bot.lock import only_one
from bot.members.tables import Workspace
from bot.settings import Settings, driver_url
from bot.storage import copying
from bot.storage.engine import Database
from bot.storage.keys import key_file, load_cipher
from bot.storage.reach import reach
from bot.storage.reencrypt import reencrypt

WRONG_KEYS = (
    "ENCRYPTION_KEYS doesn't open everything in the database. Fix: add the key it was sealed "
    "with, behind the others. Nothing was lost."
)


def all_tables() -> list[Table]:
    """Return every room's tables; importing the rooms is what declares them."""
    if not ROOMS:
        raise LookupError("no rooms")
    return list(SQLModel.metadata.sorted_tables)


async def check_keys(db: Database) -> None:
    """See that the keys open what the database holds, before anything is sealed with them.

    Raises:
        ConfigError: they don't; the message holds the fix.
    """
    with _keys_explained():
        async with db.read() as session:
            (await session.scalars(select(col(Workspace.token)).limit(1))).all()


async def copy_database(settings: Settings, to: str) -> None:
    """Copy DATABASE_URL's database into the empty one at *to*; nothing may run on either.

    Raises:
        ConfigError: the message holds the fix; nothing was written.
    """
    settings.demand("migrate")
    target_url = _target(settings, to)
    cipher = load_cipher(settings)
    with _alone(settings.database_url), _alone(target_url), _keys_explained():
        source, target = (Database.open(url, cipher) for url in (settings.database_url, target_url))
        try:
            await reach(source)
            await reach(target)
            copied = await copying.copy(source, target, all_tables())
            await target.settle_log()
        finally:
            await source.close()
            await target.close()
    typer.echo(f"Copied {sum(copied.values())} rows of {len(copied)} tables.")
    typer.echo("Next: point DATABASE_URL at the copy.")
    if not settings.keys:
        typer.echo(
            f"ENCRYPTION_KEYS must be what stands in {key_file(settings.sqlite_path)}: without it "
            "the copy can't be read."
        )


async def reencrypt_database(settings: Settings) -> None:
    """Seal with the newest key what older ones have sealed; the bot may run meanwhile.

    Raises:
        ConfigError: none of the keys opens a value; the message holds the fix.
    """
    settings.demand("migrate")
    db = Database.open(settings.database_url, load_cipher(settings))
    try:
        await reach(db)
        with _keys_explained():
            rewritten = await reencrypt(db, all_tables())
        await db.settle_log()
    finally:
        await db.close()
    for name, count in rewritten.items():
        if count:
            typer.echo(f"{name}: {count}")
    typer.echo(f"{sum(rewritten.values())} values sealed anew; the older keys can go.")


def _target(settings: Settings, to: str) -> str:
    try:
        url = driver_url(to)
    except ValueError as error:
        raise ConfigError(
            f"The database to copy into is {error}. Fix: sqlite:///… or postgresql://…"
        ) from None
    if url == settings.database_url:
        raise ConfigError("That is the database itself. Fix: name another one to copy into.")
    return url


@contextmanager
def _alone(url: str) -> Iterator[None]:
    """Keep a `run` off a SQLite file meanwhile; on PostgreSQL the host stops what runs."""
    with ExitStack() as stack:
        if url.startswith("sqlite"):
            stack.enter_context(only_one(Path(url.partition(":///")[2])))
        yield


@contextmanager
def _keys_explained() -> Iterator[None]:
    try:
        yield
    except InvalidToken:
        raise ConfigError(WRONG_KEYS) from None
