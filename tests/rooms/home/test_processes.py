"""Home where several processes serve the same people: it says what was done last, wherever."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot.app import ROOMS, Bot
from bot.content import Content
from bot.deps import Card, Room
from bot.members import store as members
from bot.slack.gateway import Gateway
from bot.slack.ids import MemberId
from tests.conftest import TEST_KEY
from tests.slack import payloads
from tests.talk import PROJ, SETTLED_WITHIN_S, TEAM, Talk

ANN = MemberId("U0ANN")


@pytest.fixture
async def talk(postgres_url: str, content: Content) -> AsyncIterator[Talk]:
    """On PostgreSQL, as where there are several processes."""
    async with Talk.open(postgres_url, content, key=TEST_KEY) as opened:
        yield opened


@pytest.fixture
async def other(talk: Talk, content: Content) -> AsyncIterator[Bot]:
    """A second process' bot, on the same database."""
    bot = await Bot.build(talk.bot.deps.settings, talk.clock, content=content)
    yield bot
    await bot.close()


async def types(bot: Bot, line: str) -> None:
    """Have Ann type a promise that *bot* happens to answer."""
    body = payloads.command(ANN, "/commit", line, PROJ)
    reply = await Gateway(bot.deps, bot.routes).on_command(TEAM, body)
    if reply.later is not None:
        await reply.later()


def homes(talk: Talk) -> list[Any]:
    return [call.args for call in talk.sandbox.calls if call.method == "views.publish"]


async def test_home_follows_an_act_that_another_process_answers(talk: Talk, other: Bot) -> None:
    ann = talk.person("ann")
    await ann.opens_home()
    await talk.settle()
    await types(other, "send the slides by Fri 3pm")
    assert "send the slides" in ann.reads_home()
    await ann.types("/commit call Mia by Fri 4pm")  # the first one's hash is outdated now
    await talk.settle()
    assert "call Mia" in ann.reads_home()
    assert "send the slides" in ann.reads_home()


async def test_a_process_that_was_held_up_does_not_leave_an_older_home(
    talk: Talk, content: Content
) -> None:
    """It has read what it will show when another process shows what came since."""
    has_read, may_go = asyncio.Event(), asyncio.Event()

    async def slow_card(*_: Any) -> list[Any]:
        has_read.set()
        await may_go.wait()
        return []

    slow = Room(name="slow", card=Card(99, slow_card))
    late = await Bot.build(
        talk.bot.deps.settings, talk.clock, content=content, rooms=[*ROOMS, slow]
    )
    ann = talk.person("ann")
    await ann.opens_home()
    await talk.settle()
    held_up = asyncio.create_task(types(late, "send the slides by Fri 3pm"))
    async with asyncio.timeout(SETTLED_WITHIN_S):
        await has_read.wait()
        await types(talk.bot, "call Mia by Fri 4pm")
        assert "call Mia" in ann.reads_home()
        may_go.set()
        await held_up
    assert "send the slides" in ann.reads_home()
    assert "call Mia" in ann.reads_home()
    await late.close()


async def test_home_is_opened_anew_in_whichever_process_hears_of_it(talk: Talk, other: Bot) -> None:
    ann = talk.person("ann")
    await types(talk.bot, "send the slides by Fri 3pm")
    event = payloads.event(ANN, "app_home_opened", "D0X")
    for bot in (other, talk.bot, other):
        reply = await Gateway(bot.deps, bot.routes).on_event(TEAM, event)
        assert reply.later is not None
        await reply.later()
        assert "send the slides" in ann.reads_home()


async def test_who_was_forgotten_gets_no_home_from_a_process_that_knew_it(
    talk: Talk, other: Bot
) -> None:
    ann = talk.person("ann")
    await ann.opens_home()
    await talk.settle()
    await types(other, "send the slides by Fri 3pm")
    await ann.types("/trustcheck forget")
    await ann.submits()
    await talk.settle()
    published = len(homes(talk))
    for word in ("help", "privacy"):
        body = payloads.command(ANN, "/trustcheck", word, PROJ)
        reply = await Gateway(other.deps, other.routes).on_command(TEAM, body)
        if reply.later is not None:
            await reply.later()
    assert len(homes(talk)) == published
    assert "send the slides" not in ann.reads_home()


async def test_whoever_has_not_looked_for_a_month_is_shown_it_when_they_do(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.opens_home()
    await talk.settle()
    published = len(homes(talk))
    talk.clock.move(talk.clock.now() + timedelta(days=31))
    await types(talk.bot, "send the slides by Fri 3pm")
    assert len(homes(talk)) == published
    await ann.opens_home()
    await talk.settle()
    assert "send the slides" in ann.reads_home()
    async with talk.bot.deps.db.read() as session:
        row = await members.get_member(session, talk.workspace, ANN)
    assert row is not None
    assert row.home_opened_on == talk.clock.now().date()
