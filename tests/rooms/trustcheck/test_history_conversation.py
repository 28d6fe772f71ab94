"""`/trustcheck history` and its chart."""

import asyncio
from datetime import timedelta

import pytest

from bot.content import Content
from bot.errors import UserError
from bot.rooms.trustcheck.history import look_back as look_back_of
from bot.rooms.trustcheck.history import request_chart
from bot.rooms.trustcheck.rules import Scores
from bot.rooms.trustcheck.usecases import submit_check
from bot.slack.ids import MemberId
from tests.conftest import TEST_KEY
from tests.rooms.every_press import Scene
from tests.rooms.nudges.living import set_member
from tests.talk import MONDAY_NOON, Talk

ANN = MemberId("U0ANN")


async def check(
    talk: Talk, day: int, trust: int = 3, subject: str = "", form: str = "quick"
) -> None:
    talk.clock.move(MONDAY_NOON + timedelta(days=day))
    who = await talk.bot.deps.people.reader(talk.workspace, ANN)
    scores = Scores(trust, trust, trust, 3)
    await submit_check(
        talk.bot.deps, who, scores, check_id=f"{form}{day}{subject}", form=form, subject=subject
    )


async def look_back(talk: Talk) -> str:
    ann = talk.person("ann")
    await ann.types("/trustcheck history", channel="C0PROJ")
    return ann.reads_modal()


async def test_history_says_what_a_check_is_when_there_is_none(talk: Talk) -> None:
    assert "Nothing to look back on yet" in await look_back(talk)


async def test_history_shows_the_latest_and_what_is_missing_to_a_pattern(talk: Talk) -> None:
    await check(talk, 0)
    shown = await look_back(talk)
    assert "a quick check on Monday 23 November: trust 3.0" in shown
    assert "After 5 more quick checks" in shown
    assert "Send me the chart" not in shown


async def test_history_compares_three_with_three_in_words_and_bars(talk: Talk) -> None:
    for day in range(6):
        await check(talk, day, trust=2 if day < 3 else 4)
    shown = await look_back(talk)
    assert "Trust 4.0, up 2.0" in shown
    assert "26 Nov to 28 Nov: 4.0" in shown
    assert "23 Nov to 25 Nov: 2.0" in shown
    assert "▰▰▰▱▱▱▱▱▱▱" in shown


async def test_history_pages_through_a_long_past(talk: Talk) -> None:
    for day in range(0, 330, 30):
        await check(talk, day, form="full")
    ann = talk.person("ann")
    assert "23 Nov: 3.0" not in await look_back(talk)
    await ann.clicks("Older")
    assert "23 Nov: 3.0" in ann.reads_modal()
    await ann.clicks("Newer")
    assert "23 Nov: 3.0" not in ann.reads_modal()


async def test_history_keeps_relationships_apart(talk: Talk) -> None:
    await check(talk, 0, trust=5)
    await check(talk, 1, trust=2, subject="The <!channel> & co")
    ann = talk.person("ann")
    assert "trust 2.0" in await look_back(talk)
    await ann.chooses("trustcheck.history.choose", "Work in general")
    assert "trust 5.0" in ann.reads_modal()


async def test_chart_comes_once_when_it_is_asked_for_twice(talk: Talk) -> None:
    for day in range(9):
        await check(talk, day)
    ann = talk.person("ann")
    await look_back(talk)
    await asyncio.gather(ann.clicks("Send me the chart"), ann.clicks("Send me the chart"))
    await talk.settle()
    assert "on its way" in ann.reads_modal()
    assert ann.reads().count("[line chart: Quick checks, the middle value of three]") == 1
    assert [one.text for one in ann.sees()] == ["Here is what you asked for"]


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("locale", ["en", "zh-CN"])
async def test_chart_comes_in_words_where_slack_knows_no_charts(
    sqlite_url: str, content: Content, locale: str, full: bool
) -> None:
    """Once, and in the notification only if they chose that."""
    async with Talk.open(sqlite_url, content, key=TEST_KEY, locale=locale) as talk:
        scene, ann = Scene(talk, locale), talk.person("ann")
        await set_member(talk, "ann", notification="full" if full else "discreet")
        await check(talk, 0, form="full")
        await scene.types(ann, "history")
        talk.sandbox.faults.add(
            method="chat.postMessage",
            kind="error:invalid_blocks",
            when=lambda args: "data_visualization" in str(args),
            times=9,
        )
        await scene.clicks(ann, "trustcheck.history.chart")
        await talk.settle()
        (message,) = ann.sees()
        figures = f"{scene.words('trustcheck-factor-i')} {scene.words.number(3.0)}".lower()
        assert figures in str(message.blocks).lower()
        assert (figures in message.text.lower()) is full
        assert (message.text == scene.words("trustcheck-chart-notice")) is not full
        await talk.at(MONDAY_NOON + timedelta(days=3))
        assert len(ann.sees()) == 1


async def test_history_of_another_person_cannot_be_seen_or_sent(talk: Talk) -> None:
    await check(talk, 0, form="full")
    deps = talk.bot.deps
    ben = await deps.people.reader(talk.workspace, MemberId("U0BEN"))
    with pytest.raises(UserError):
        await look_back_of(deps, ben, "full0")
    with pytest.raises(UserError):
        await request_chart(deps, ben, "full0", "V1")


async def test_home_shows_the_trend_and_the_way_to_the_whole_of_it(talk: Talk) -> None:
    for day in range(6):
        await check(talk, day, trust=2 if day < 3 else 4)
    ann = talk.person("ann")
    await ann.opens_home()
    await talk.settle()
    assert "Trust 4.0, up 2.0" in ann.reads_home()
    await ann.clicks("Look back")
    assert "26 Nov to 28 Nov: 4.0" in ann.reads_modal()
