"""*Suggest someone*: only who agreed, each in turn, never one on the private list."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content import Content
from bot.rooms.nudges.teammates import next_in_turn
from tests.conftest import TEST_KEY
from tests.rooms.nudges.living import delivered, only, practice_in, set_member, start
from tests.talk import Talk

TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
STARTED = datetime(2026, 11, 1, tzinfo=UTC)
NOBODY = "There is nobody to suggest just now"


async def agrees(talk: Talk, *names: str) -> None:
    for name in names:
        await set_member(talk, name, may_be_suggested=True, started_at=STARTED)


@pytest.fixture
async def talk(sqlite_url: str, content: Content) -> AsyncIterator[Talk]:
    """A workspace where every practice is about somebody."""
    async with Talk.open(sqlite_url, only(content, "S-hello"), key=TEST_KEY) as opened:
        yield opened


async def hello_for_ann(talk: Talk) -> None:
    await start(talk, "ann")
    await talk.at(TUESDAY)


async def test_the_practice_names_nobody_until_asked(talk: Talk) -> None:
    await agrees(talk, "ben")
    await start(talk, "ann")
    await talk.at(TUESDAY)
    assert "@ben" not in talk.person("ann").reads()


async def test_a_teammate_who_agreed_is_named_in_place(talk: Talk) -> None:
    await agrees(talk, "ben")
    await hello_for_ann(talk)
    await talk.person("ann").clicks("Suggest someone")
    await talk.settle()
    assert "<@U0BEN>" in practice_in(delivered(talk, "ann")[0])
    assert "Did it" in talk.person("ann").reads()


@pytest.mark.parametrize(
    "ben",
    [
        {"may_be_suggested": False, "started_at": STARTED},
        {"may_be_suggested": True, "started_at": None},
        {"may_be_suggested": True, "started_at": STARTED, "on_vacation": True},
        {"may_be_suggested": True, "started_at": STARTED, "is_deactivated": True},
        {"may_be_suggested": True, "started_at": STARTED, "never_suggest": ["U0ANN"]},
    ],
)
async def test_nobody_is_named_when_they_may_not_be(talk: Talk, ben: dict[str, object]) -> None:
    await hello_for_ann(talk)
    await set_member(talk, "ben", **ben)
    await talk.person("ann").clicks("Suggest someone")
    await talk.settle()
    assert NOBODY in talk.person("ann").reads()


async def test_someone_on_the_never_list_is_never_named(talk: Talk) -> None:
    await agrees(talk, "ben", "chen")
    await set_member(talk, "ann", never_suggest=["U0BEN"])
    await hello_for_ann(talk)
    for _ in range(4):
        await talk.person("ann").clicks("Suggest someone")
        await talk.settle()
        assert "<@U0CHEN>" in practice_in(delivered(talk, "ann")[0])


async def test_someone_in_no_shared_channel_is_not_named(talk: Talk) -> None:
    await agrees(talk, "ben")
    await hello_for_ann(talk)
    await talk.person("ben").leaves("C0PROJ")
    await talk.settle()
    await talk.person("ann").clicks("Suggest someone")
    await talk.settle()
    assert NOBODY in talk.person("ann").reads()


async def test_asking_again_names_everybody_before_anyone_twice(talk: Talk) -> None:
    await agrees(talk, "ben", "chen", "deepa")
    await hello_for_ann(talk)
    named = []
    for _ in range(6):
        await talk.person("ann").clicks("Suggest someone")
        await talk.settle()
        text = practice_in(delivered(talk, "ann")[0])
        named.append(text.partition("<@")[2].partition(">")[0])
    assert sorted(named[:3]) == ["U0BEN", "U0CHEN", "U0DEEPA"]
    assert named[3:] == named[:3]


@given(
    willing=st.sets(st.sampled_from("abcdefgh"), min_size=1),
    rounds=st.integers(1, 5),
)
def test_turns_are_even_over_many_nudges(willing: set[str], rounds: int) -> None:
    named_at: dict[str, datetime] = {}
    counts = dict.fromkeys(willing, 0)
    for number in range(rounds * len(willing)):
        one = next_in_turn(willing, named_at, None, f"nudge {number}")
        assert one is not None
        counts[one] += 1
        named_at[one] = TUESDAY + timedelta(days=number)
    assert set(counts.values()) == {rounds}


def test_nobody_is_next_when_nobody_agreed() -> None:
    assert next_in_turn((), {}, None, "seed") is None
