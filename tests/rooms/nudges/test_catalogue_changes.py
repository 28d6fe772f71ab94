"""A practice that left the catalogue after it was sent, and a person who hid them all."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import col, select

from bot.content import Content
from bot.delivery.tables import Delivery
from tests.conftest import TEST_KEY
from tests.rooms.nudges.living import (
    buttons_in,
    delivered,
    only,
    practice_in,
    start,
    take_away,
)
from tests.talk import Talk

TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@pytest.fixture
async def talk(sqlite_url: str, content: Content) -> AsyncIterator[Talk]:
    """A workspace that knows two practices, and Ann's first nudge in it."""
    few = only(content, "S-hello", "R-cadence")
    async with Talk.open(sqlite_url, few, key=TEST_KEY) as opened:
        await start(opened, "ann")
        await opened.at(TUESDAY)
        yield opened


def sent_practice(talk: Talk) -> str:
    menu = str(delivered(talk, "ann")[0].blocks[1])
    return "S-hello" if "S-hello" in menu else "R-cadence"


async def test_did_it_still_works_and_the_words_stay(talk: Talk) -> None:
    before = practice_in(delivered(talk, "ann")[0])
    take_away(talk.bot.deps.content, sent_practice(talk))
    await talk.person("ann").clicks("Did it")
    await talk.settle()
    assert practice_in(delivered(talk, "ann")[0]) == before
    assert "You did it." in talk.person("ann").reads()


async def test_why_this_says_it_has_gone(talk: Talk) -> None:
    take_away(talk.bot.deps.content, sent_practice(talk))
    await talk.person("ann").clicks("Why this?")
    assert "This practice has left the catalogue since." in talk.person("ann").reads_modal()


async def test_another_brings_one_that_is_there(talk: Talk) -> None:
    before = practice_in(delivered(talk, "ann")[0])
    take_away(talk.bot.deps.content, sent_practice(talk))
    await talk.person("ann").clicks("Another")
    await talk.settle()
    assert practice_in(delivered(talk, "ann")[0]) != before


async def test_tomorrow_brings_another_one(talk: Talk) -> None:
    before = practice_in(delivered(talk, "ann")[0])
    await talk.person("ann").clicks("Tomorrow")
    await talk.settle()
    take_away(talk.bot.deps.content, sent_practice_before(before, talk))
    await talk.at(TUESDAY + timedelta(days=1))
    assert practice_in(delivered(talk, "ann")[-1]) != before
    assert "Did it" in buttons_in(delivered(talk, "ann")[-1])


def sent_practice_before(text: str, talk: Talk) -> str:
    hello = talk.bot.deps.content.catalogue("en").practice("S-hello")
    assert hello is not None
    someone = talk.bot.deps.content.words("en")("common-someone")
    return "S-hello" if text in [one.said(someone) for one in hello.wordings] else "R-cadence"


async def test_hiding_every_practice_brings_nothing_and_says_why(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.clicks("Not this practice")
    await talk.at(TUESDAY + timedelta(days=1))
    await ann.clicks("Not this practice")
    await talk.at(TUESDAY + timedelta(days=2))
    assert len(delivered(talk, "ann")) == 2
    assert await reasons(talk, "2026-11-26") == ["all_hidden"]
    await ann.types("/nudge")
    assert "You have set every practice aside for now." in ann.reads()


async def test_another_is_refused_and_leaves_the_nudge_when_the_rest_is_hidden(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.clicks("Not this practice")
    await talk.at(TUESDAY + timedelta(days=1))
    take_away(talk.bot.deps.content, "S-hello")
    take_away(talk.bot.deps.content, "R-cadence")
    await ann.clicks("Another")
    await talk.settle()
    assert "You have set every practice aside for now." in ann.reads()
    await ann.clicks("Did it")
    await talk.settle()
    assert "You did it." in ann.reads()


async def reasons(talk: Talk, on: str) -> list[str | None]:
    async with talk.bot.deps.db.read() as session:
        found = await session.scalars(select(Delivery).where(col(Delivery.slot) == on))
        return [row.reason for row in found]
