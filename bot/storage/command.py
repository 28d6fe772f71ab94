"""`python -m bot migrate`: the release step of a deployment."""

import structlog

from bot.settings import Settings
from bot.storage.engine import Database
from bot.storage.keys import load_cipher
from bot.storage.migrate import migrate, revisions
from bot.storage.reach import reach

log = structlog.get_logger(__name__)


async def migrate_database(settings: Settings) -> None:
    """Run the migrations and log the revision the database is at.

    Raises:
        ConfigError: the database can't be opened.
    """
    settings.demand("migrate")
    db = Database.open(settings.database_url, load_cipher(settings))
    try:
        await reach(db)
        await migrate(db)
        current, _ = await revisions(db)
        log.info("database_migrated", revision=current)
    finally:
        await db.close()
