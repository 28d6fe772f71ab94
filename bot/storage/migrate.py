"""Bring a database to this release's schema, and say whether it is there."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bot.storage.engine import Database

SCRIPTS = Path(__file__).parent / "migrations"


async def migrate(db: Database) -> None:
    """Run every migration that hasn't run; harmless to repeat."""
    async with db.engine.begin() as connection:
        await connection.run_sync(_upgrade)


async def revisions(db: Database) -> tuple[str, str]:
    """Return the database's revision and this release's newest; empty where there is none."""
    async with db.engine.connect() as connection:
        current = await connection.run_sync(
            lambda sync: MigrationContext.configure(sync).get_current_heads()
        )
    newest = ScriptDirectory.from_config(_config()).get_heads()
    return ", ".join(sorted(current)), ", ".join(sorted(newest))


async def needs(db: Database) -> str | None:
    """Return what stands between the database and this release; None where they go together.

    A database of a newer release does: what that one added, this one leaves alone.
    """
    current, newest = await revisions(db)
    if current == newest or _is_newer(current):
        return None
    return f"the database is at revision {current or 'none'}, this release needs {newest}"


def _is_newer(current: str) -> bool:
    """Say whether a database's revision is one this release doesn't know yet."""
    known = {one.revision for one in ScriptDirectory.from_config(_config()).walk_revisions()}
    return bool(current) and not known.issuperset(current.split(", "))


def _upgrade(connection: Connection) -> None:
    config = _config()
    config.attributes["connection"] = connection
    heads = MigrationContext.configure(connection).get_current_heads()
    if _is_newer(", ".join(sorted(heads))):  # back to a release before: it works as it is
        return
    command.upgrade(config, "heads")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.set_main_option("path_separator", "os")
    return config
