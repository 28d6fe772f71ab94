"""The whole of Home in either language: what stands in it, in which order, and who gets it when."""

from datetime import timedelta

import pytest

from bot.content import Words
from bot.rooms.commitments.tables import Commitment
from tests.rooms.home.test_conversation import checks, promises, teams, write
from tests.rooms.nudges.living import start
from tests.talk import MONDAY_NOON, TEAM, Talk


@pytest.fixture
def talk(spoken: Talk) -> Talk:
    return spoken


def words_of(talk: Talk) -> Words:
    locale = talk.sandbox.world.teams[TEAM].members["U0ANN"].locale
    return talk.bot.deps.content.words(str(locale))


def ended(count: int) -> list[Commitment]:
    rows = promises(count)
    for number, row in enumerate(rows):
        row.promise_id = f"e{number}"
        row.ended_at = MONDAY_NOON - timedelta(days=1)
        row.ending = "on_time" if number else "late"
    return rows


def assert_in_order(shown: str, parts: list[str]) -> None:
    places = [shown.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


async def test_what_matters_most_stands_first_and_settings_behind_a_button(talk: Talk) -> None:
    ann, words = talk.person("ann"), words_of(talk)
    await write(talk, [*promises(2), *ended(6), *checks(8), *teams(2)])
    await start(talk, "ann")
    await ann.types("/nudge")
    await ann.types("/trustcheck pause 2 weeks")
    await ann.opens_home()
    await talk.settle()
    shown = str(ann.home)
    quiet = words("preferences-paused", day=words.day((MONDAY_NOON + timedelta(days=14)).date()))
    assert_in_order(
        shown,
        [
            words("home-greeting").splitlines()[0],
            quiet,
            words("nudges-home-title"),
            "nudges.practice.done",
            words("commitments-open", count=2),
            "commitments.promise.done",
            words("trustcheck-home-empty").splitlines()[0].strip("*"),
            "▰",
            words("pulse-home-title"),
            "preferences.settings.open",
            words("home-privacy"),
        ],
    )
    counts = words("commitments-count-on-time", count=5)
    assert counts in shown  # how the ended ones ended
    assert "preferences.slot.choose" not in shown


async def test_before_they_began_each_part_says_what_it_is_for_and_how_to_begin(
    talk: Talk,
) -> None:
    ann, words = talk.person("ann"), words_of(talk)
    await ann.opens_home()
    await talk.settle()
    assert_in_order(
        str(ann.home),
        [
            words("nudges-home-empty"),
            "nudges.habit.start.daily",
            words("commitments-home-empty"),
            words("trustcheck-home-empty").splitlines()[0],
            words("pulse-home-empty").splitlines()[0],
            "preferences.settings.open",
        ],
    )
    await ann.clicks("nudges.habit.start.weekly")
    await talk.settle()
    assert words("nudges-home-empty") not in str(ann.home)
