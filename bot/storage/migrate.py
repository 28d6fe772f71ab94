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


def _upgrade(connection: Connection) -> None:
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "heads")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.set_main_option("path_separator", "os")
    return config
