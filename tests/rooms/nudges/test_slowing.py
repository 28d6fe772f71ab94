"""What becomes of nudges nobody reacts to."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.rooms.nudges.living import (
    DISCREET,
    buttons_in,
    days_pass,
    delivered,
    row_of,
    set_member,
    start,
)
from tests.talk import Talk

TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
ONE_A_WEEK = "from now on one a week will come"
STOPPED = "Practices stop here for now"


def nudges(talk: Talk) -> int:
    return sum(message.text == DISCREET for message in delivered(talk, "ann"))


async def let_pass(talk: Talk, slots: int, first: datetime = TUESDAY) -> datetime:
    return await days_pass(talk, first, slots)


async def test_nudges_drop_to_weekly_after_five_unanswered_and_say_so_once(talk: Talk) -> None:
    await start(talk, "ann")
    at = await let_pass(talk, 5)
    assert nudges(talk) == 5
    assert ONE_A_WEEK not in talk.person("ann").reads()
    await let_pass(talk, 10, at)  # two weeks: two Mondays
    assert nudges(talk) == 7
    assert talk.person("ann").reads().count(ONE_A_WEEK) == 1


async def test_the_news_of_slowing_down_comes_alone_when_no_nudge_does(talk: Talk) -> None:
    await start(talk, "ann")
    at = await let_pass(talk, 6)  # the sixth is a Tuesday, and weekly nudges come on Mondays
    assert nudges(talk) == 5
    assert delivered(talk, "ann")[-1].text == "A few small things for today"
    assert ONE_A_WEEK in talk.person("ann").reads()
    await talk.at(at)
    assert len(delivered(talk, "ann")) == 6


@pytest.mark.parametrize(("days", "told"), [(6, 1), (13, 0)])
async def test_the_news_that_never_came_is_old_after_a_week(
    talk: Talk, days: int, told: int
) -> None:
    """The bot was away until that night, and then they were until a Monday."""
    await start(talk, "ann")
    tuesday = await let_pass(talk, 5)
    await talk.at(tuesday + timedelta(hours=14))
    assert (await row_of(talk, "ann")).slowed == "weekly"
    await set_member(talk, "ann", paused_until=tuesday + timedelta(days=days, hours=-1))
    await talk.at(tuesday + timedelta(days=days))
    assert nudges(talk) == 6
    assert talk.person("ann").reads().count(ONE_A_WEEK) == told


async def test_nudges_pause_after_three_more_and_say_so_once(talk: Talk) -> None:
    await start(talk, "ann")
    await set_member(talk, "ann", unanswered=7, slowed="weekly", slowed_told=True)
    monday = datetime(2026, 11, 30, 9, 30, tzinfo=UTC)
    at = await let_pass(talk, 2, monday)
    assert nudges(talk) == 1
    await let_pass(talk, 5, at)
    assert nudges(talk) == 1
    assert talk.person("ann").reads().count(STOPPED) == 1
    assert ONE_A_WEEK not in talk.person("ann").reads()


async def test_one_click_brings_the_chosen_rhythm_back_in_place(talk: Talk) -> None:
    await start(talk, "ann")
    at = await let_pass(talk, 6)
    ann = talk.person("ann")
    await ann.clicks("As it was before")
    await talk.settle()
    assert "Practices come as you chose; the next one tomorrow 09:30." in ann.reads()
    assert "As it was before" not in buttons_in(delivered(talk, "ann")[-1])
    await let_pass(talk, 4, at)
    assert nudges(talk) == 9


async def test_one_click_brings_nudges_back_after_they_paused(talk: Talk) -> None:
    await start(talk, "ann")
    await set_member(talk, "ann", unanswered=8, slowed="weekly", slowed_told=True)
    at = await let_pass(talk, 1)
    assert nudges(talk) == 0
    await talk.person("ann").clicks("As it was before")
    await let_pass(talk, 2, at)
    assert nudges(talk) == 2


@pytest.mark.parametrize("button", ["Did it", "Tomorrow", "Why this?", "Another"])
async def test_any_press_counts_as_a_reaction(talk: Talk, button: str) -> None:
    await start(talk, "ann")
    await let_pass(talk, 4)
    assert (await row_of(talk, "ann")).unanswered == 4
    await talk.person("ann").clicks(button)
    await talk.settle()
    assert (await row_of(talk, "ann")).unanswered == 0


async def test_slowing_down_waits_for_someone_on_vacation(talk: Talk) -> None:
    await start(talk, "ann")
    at = await let_pass(talk, 5)
    await talk.person("ann").sets_status("Vacationing", ":palm_tree:")
    at = await let_pass(talk, 2, at)
    assert (await row_of(talk, "ann")).slowed == ""
    assert ONE_A_WEEK not in talk.person("ann").reads()
    await talk.person("ann").sets_status("")
    await let_pass(talk, 1, at)
    assert ONE_A_WEEK in talk.person("ann").reads()


@pytest.mark.parametrize("way", ["/trustcheck resume", "/trustcheck settings", "/nudge"])
async def test_whoever_comes_back_by_themselves_is_counted_anew(talk: Talk, way: str) -> None:
    await start(talk, "ann")
    await let_pass(talk, 4)
    ann = talk.person("ann")
    await ann.types(way)
    if way.endswith("settings"):
        await ann.submits()
    await talk.settle()
    assert (await row_of(talk, "ann")).unanswered == 0


async def test_a_weekly_rhythm_is_paused_after_eight(talk: Talk) -> None:
    await start(talk, "ann", "weekly")
    await set_member(talk, "ann", unanswered=8)
    await let_pass(talk, 1)
    assert STOPPED in talk.person("ann").reads()
    assert ONE_A_WEEK not in talk.person("ann").reads()
