"""A database restored from a backup: what has gone out since is found, and isn't sent again."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app import Bot
from bot.content import Content
from bot.delivery.rules import Timing
from bot.delivery.store import delivery_id
from bot.delivery.tables import Delivery
from tests.conftest import TEST_KEY
from tests.contracts.filled import file_of
from tests.talk import TEAM, Talk, settings

BEFORE = datetime(2026, 11, 24, 9, 29, tzinfo=UTC)
SLOT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
NUDGE = delivery_id(TEAM, "nudges.daily", "U0ANN", "2026-11-24")
QUICK = Timing(first_read=timedelta(), second_read=timedelta(seconds=1))


def back_up(sqlite_url: str, to: Path, *, minutes_ago: int) -> None:
    """Take a backup, as operations.md says, and let it be so old."""
    with sqlite3.connect(file_of(sqlite_url)) as connection:
        connection.execute(f"VACUUM INTO '{to}'")
    connection.close()
    signed = datetime.now(UTC).replace(tzinfo=None) - timedelta(minutes=minutes_ago)
    with sqlite3.connect(to) as connection:
        changed = connection.execute("UPDATE workspace SET alive_at = ?", (signed.isoformat(" "),))
        assert changed.rowcount == 1
    connection.close()


@asynccontextmanager
async def restored(talk: Talk, backup: Path, content: Content) -> AsyncIterator[Bot]:
    """Start a bot on the backup, beside the first one, which has nothing left to do."""
    url = f"sqlite+aiosqlite:///{backup}"
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
async def ann_at_slot(talk: Talk, sqlite_url: str, tmp_path: Path) -> Path:
    """Ann has started; a backup is taken a minute before her slot. Returns where it is to be."""
    await talk.person("ann").types("/trustcheck start")
    await talk.person("ann").clicks("nudges.habit.start.daily")
    await talk.at(BEFORE)
    return tmp_path / "backup.db"


async def test_what_went_out_after_the_backup_is_not_sent_again(
    talk: Talk, ann_at_slot: Path, sqlite_url: str, content: Content
) -> None:
    back_up(sqlite_url, ann_at_slot, minutes_ago=60)
    await talk.at(SLOT)
    assert nudges(talk) == 1
    async with restored(talk, ann_at_slot, content) as bot:
        assert nudges(talk) == 1
        assert (await the_nudge(bot)).state == "sent"


async def test_what_did_not_go_out_before_the_loss_is_sent_once(
    talk: Talk, ann_at_slot: Path, sqlite_url: str, content: Content
) -> None:
    back_up(sqlite_url, ann_at_slot, minutes_ago=60)
    await talk.bot.ticker.stop()  # lost a minute before the slot
    talk.clock.move(SLOT)
    talk.sandbox.world.move_clock(SLOT)
    async with restored(talk, ann_at_slot, content) as bot:
        assert nudges(talk) == 1
        assert (await the_nudge(bot)).reads == 1  # looked for twice first: the second found nothing


async def test_a_restart_holds_nothing(
    talk: Talk, ann_at_slot: Path, sqlite_url: str, content: Content
) -> None:
    back_up(sqlite_url, ann_at_slot, minutes_ago=9)
    await talk.bot.ticker.stop()
    talk.clock.move(SLOT)
    talk.sandbox.world.move_clock(SLOT)
    async with restored(talk, ann_at_slot, content) as bot:
        assert nudges(talk) == 1
        assert (await the_nudge(bot)).reads == 0
