"""Two teams of almost the same people: the difference must never be fewer than five."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.members.mention import GONE
from bot.rooms.pulse.similarity import OtherPoll, difference, is_too_similar
from bot.slack.ids import MemberId

NOW = datetime(2025, 6, 3, 9, 30, tzinfo=UTC)
PEOPLE = st.frozensets(st.integers(0, 20).map(lambda n: MemberId(f"U{n}")), min_size=4)


def team(first: int, last: int) -> frozenset[MemberId]:
    return frozenset(MemberId(f"U{n}") for n in range(first, last))


@pytest.mark.parametrize(
    ("other", "is_refused"),
    [
        (team(0, 10), True),  # the same
        (team(0, 9), True),  # one fewer
        (team(0, 14), True),  # four more
        (team(2, 12), True),  # two left, two came
        (team(0, 15), False),  # five more
        (team(0, 5), False),  # five fewer
        (team(3, 12), False),  # three left, two came
    ],
)
def test_poll_is_refused_when_fewer_than_five_people_differ(
    other: frozenset[MemberId], is_refused: bool
) -> None:
    assert is_too_similar(NOW, team(0, 10), [OtherPoll(NOW, other)]) is is_refused


def test_one_member_can_be_singled_out_when_four_confederates_fill_the_difference() -> None:
    """Cannot be closed: who brings four people whose answers they know needs only one other."""
    with_confederates = team(0, 9) | team(50, 54)
    assert not is_too_similar(NOW, team(0, 10), [OtherPoll(NOW, with_confederates)])


def forgotten(*numbers: int) -> frozenset[MemberId]:
    return frozenset(MemberId(f"{GONE}.{n:016x}") for n in numbers)


def test_poll_is_refused_when_confederates_had_themselves_forgotten_since_the_other() -> None:
    """Their names leave the other poll; were they counted as others, the teams would differ."""
    other = OtherPoll(NOW, team(3, 10) | forgotten(0, 1, 2))
    assert is_too_similar(NOW, team(0, 10), [other])
    assert is_too_similar(NOW, team(0, 9), [other])
    assert not is_too_similar(NOW, team(0, 10) | team(20, 25), [other])


@pytest.mark.parametrize(
    ("ago", "is_refused"),
    [(timedelta(), True), (timedelta(days=28), True), (timedelta(days=28, seconds=1), False)],
)
def test_poll_is_refused_when_the_other_opened_within_28_days(
    ago: timedelta, is_refused: bool
) -> None:
    assert is_too_similar(NOW, team(0, 8), [OtherPoll(NOW - ago, team(0, 8))]) is is_refused


def test_poll_is_refused_when_one_of_many_others_is_too_similar() -> None:
    others = [OtherPoll(NOW, team(50, 60)), OtherPoll(NOW, team(0, 9))]
    assert is_too_similar(NOW, team(0, 8), others)


def test_poll_opens_when_no_other_team_has_one() -> None:
    assert not is_too_similar(NOW, team(0, 8), [])


@given(st.lists(PEOPLE, max_size=12))
def test_difference_of_two_polls_is_never_fewer_than_five_people_when_teams_queue_up(
    teams: list[frozenset[MemberId]],
) -> None:
    opened: list[OtherPoll] = []
    for asked in teams:
        if not is_too_similar(NOW, asked, opened):
            opened.append(OtherPoll(NOW, asked))
    pairs = [(a, b) for i, a in enumerate(opened) for b in opened[:i]]
    assert all(difference(a.asked, b.asked).least >= 5 for a, b in pairs)
