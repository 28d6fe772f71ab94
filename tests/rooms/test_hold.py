"""A database restored from a backup: what has gone out since is found, and isn't sent again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import update

from bot.app import Bot
from bot.content import Content
from bot.delivery.rules import Timing
from bot.delivery.store import delivery_id
from bot.delivery.tables import Delivery
from bot.members.tables import Workspace
from bot.storage.engine import Database
from bot.storage.types import Cipher
from tests.conftest import TEST_KEY
from tests.contracts.backups import back_up, in_place
from tests.talk import TEAM, Talk, settings

BEFORE = datetime(2026, 11, 24, 9, 29, tzinfo=UTC)
SLOT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
NUDGE = delivery_id(TEAM, "nudges.daily", "U0ANN", "2026-11-24")
QUICK = Timing(
    first_read=timedelta(), second_read=timedelta(seconds=1), beat=timedelta(milliseconds=100)
)


async def age(url: str, cipher: Cipher, minutes: int) -> None:
    """Let a backup be so old: that long nobody has signed it."""
    db = Database.open(url, cipher)
    async with db.write() as session:
        signed = await db.now(session) - timedelta(minutes=minutes)
        await session.execute(update(Workspace).values(alive_at=signed))
    await db.close()


@asynccontextmanager
async def restored(
    talk: Talk, backup: Path, content: Content, cipher: Cipher, *, minutes_ago: int
) -> AsyncIterator[Bot]:
    """Start a bot on the backup, beside the first one, which has nothing left to do."""
    with in_place(backup, talk.bot.deps.settings.database_url) as url:
        await age(url, cipher, minutes_ago)
        async with started(talk, url, content) as bot:
            yield bot


@asynccontextmanager
async def started(talk: Talk, url: str, content: Content) -> AsyncIterator[Bot]:
    bot = await Bot.build(
        settings(talk.sandbox, url, TEST_KEY), talk.clock, content=content, timing=QUICK
    )
    bot.ticker.start()
    try:
        await bot.ticker.settle()
        yield bot
    finally:
        await bot.ticker.stop()
        await bot.close()


async def the_nudge(bot: Bot) -> Delivery:
    async with bot.deps.db.read() as session:
        found = await session.get(Delivery, (TEAM, NUDGE))
    assert found is not None
    return found


def nudges(talk: Talk) -> int:
    return sum(message.metadata is not None for message in talk.person("ann").sees())


@pytest.fixture
async def talk(database_url: str, content: Content) -> AsyncIterator[Talk]:
    """On SQLite, and on PostgreSQL."""
    async with Talk.open(database_url, content, key=TEST_KEY) as opened:
        yield opened


@pytest.fixture
async def backup(talk: Talk, database_url: str, tmp_path: Path) -> Path:
    """Ann has started; a backup is taken a minute before her slot."""
    await talk.person("ann").types("/trustcheck start")
    await talk.person("ann").clicks("nudges.habit.start.daily")
    await talk.at(BEFORE)
    return await asyncio.to_thread(back_up, database_url, tmp_path)


async def test_what_went_out_after_the_backup_is_not_sent_again(
    talk: Talk, backup: Path, content: Content, cipher: Cipher
) -> None:
    await talk.at(SLOT)
    assert nudges(talk) == 1
    async with restored(talk, backup, content, cipher, minutes_ago=60) as bot:
        assert nudges(talk) == 1
        assert (await the_nudge(bot)).state == "sent"


async def lost(talk: Talk) -> None:
    """The database is lost a minute before the slot, which comes and goes."""
    await talk.bot.ticker.stop()
    talk.clock.move(SLOT)
    talk.sandbox.world.move_clock(SLOT)


async def test_what_did_not_go_out_before_the_loss_is_sent_once(
    talk: Talk, backup: Path, content: Content, cipher: Cipher
) -> None:
    await lost(talk)
    async with restored(talk, backup, content, cipher, minutes_ago=60) as bot:
        assert nudges(talk) == 1
        assert (await the_nudge(bot)).reads == 1  # looked for twice first: the second found nothing


async def test_a_restart_holds_nothing(
    talk: Talk, backup: Path, content: Content, cipher: Cipher
) -> None:
    await lost(talk)
    async with restored(talk, backup, content, cipher, minutes_ago=9) as bot:
        assert nudges(talk) == 1
        assert (await the_nudge(bot)).reads == 0
