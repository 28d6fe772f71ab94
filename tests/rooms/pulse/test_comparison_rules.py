"""Changes, trends and the factor to start with, from published figures alone."""

from fractions import Fraction

import pytest

from bot.content.schema import Factor
from bot.members.mention import GONE
from bot.rooms.pulse.comparison import (
    Change,
    Direction,
    change,
    factor_to_start_with,
    last_comparable,
    standing,
)
from bot.rooms.pulse.publication import Figure, Publication
from bot.slack.ids import MemberId


def people(*numbers: int) -> frozenset[MemberId]:
    return frozenset(MemberId(f"U{n}") for n in numbers)


FORGOTTEN = frozenset(MemberId(f"{GONE}.{n:016x}") for n in range(2))
SIX = people(*range(6))


def published(tenths: int, asked: frozenset[MemberId] = SIX, *, pool: bool = False) -> Publication:
    return Publication(8, {"anchor": Figure(tenths)}, asked, is_pool=pool)


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (30, 30, Change(Direction.SAME)),
        (30, 34, Change(Direction.SAME)),
        (30, 35, Change(Direction.UP, 5)),
        (40, 33, Change(Direction.DOWN, 7)),
        (45, 45, Change(Direction.SAME)),
        (35, 45, Change(Direction.UP, 10, is_at_least=True)),
        (15, 30, Change(Direction.UP, 15, is_at_least=True)),
        (45, 15, Change(Direction.DOWN, 30, is_at_least=True)),
        (45, 41, Change(Direction.SAME)),
    ],
)
def test_change_is_told_from_published_figures_when_the_team_stayed(
    before: int, now: int, told: Change
) -> None:
    assert change(published(now), published(before)) == told


@pytest.mark.parametrize(
    ("asked", "is_hidden"),
    [
        (people(0, 1, 2, 3, 4, 5), False),
        (people(0, 1, 2, 3, 4), True),  # one left
        (people(1, 2, 3, 4, 5, 6), True),  # one left, one came
        (people(*range(10)), True),  # four came
        (people(*range(11)), False),  # five came
        (people(3, 4, 5, 6, 7), False),  # three left, two came
        (people(3, 4, 5, 6, 7, 8, 9) | FORGOTTEN, False),  # one left at least, four came
        (people(0, 1, 2, 3) | FORGOTTEN, True),  # two forgotten, nobody left
        (people(2, 3, 4, 5, 6) | FORGOTTEN, True),  # one came, two may have left
    ],
)
def test_change_is_hidden_when_one_to_four_people_came_or_went(
    asked: frozenset[MemberId], is_hidden: bool
) -> None:
    told = change(published(45, asked), published(15))
    assert (told.direction is Direction.HIDDEN) is is_hidden
    assert told.tenths == (0 if is_hidden else 30)


def test_change_is_refused_when_a_pool_meets_a_single_poll() -> None:
    with pytest.raises(ValueError, match="pools"):
        change(published(30), published(30, pool=True))


def test_last_comparable_is_of_the_same_kind_when_pools_lie_between() -> None:
    single, pool = published(20), published(30, pool=True)
    assert last_comparable(published(40), [published(15), single, pool]) is single
    assert last_comparable(published(40, pool=True), [single, pool, single]) is pool
    assert last_comparable(published(40, pool=True), [single]) is None


@pytest.mark.parametrize(
    ("seen", "stands"),
    [
        ([], None),
        ([("a", 30), ("b", 40)], None),  # not the whole bank yet
        ([("a", 30), ("b", 40), ("c", 35)], Fraction(35)),
        ([("a", 15), ("b", 40), ("c", 35), ("a", 30)], Fraction(35)),  # the latest counts
        ([("gone", 15), ("a", 30), ("b", 40), ("c", 45)], Fraction(115, 3)),
    ],
)
def test_factor_stands_somewhere_only_when_its_whole_bank_was_published(
    seen: list[tuple[str, int]], stands: Fraction | None
) -> None:
    figures = [(statement, Figure(tenths)) for statement, tenths in seen]
    assert standing(["a", "b", "c"], figures) == stands


@pytest.mark.parametrize(
    ("c", "r", "i", "s", "first"),
    [
        (20, 30, 30, 30, "C"),
        (30, 30, 30, 29, "S"),
        (30, 30, 30, 30, "I"),
        (30, 25, 30, 25, "S"),
        (25, 25, 30, 30, "R"),
    ],
)
def test_lowest_factor_comes_first_when_all_are_comparable(
    c: int, r: int, i: int, s: int, first: Factor
) -> None:
    standings: dict[Factor, Fraction | None] = {
        "C": Fraction(c),
        "R": Fraction(r),
        "I": Fraction(i),
        "S": Fraction(s),
    }
    assert factor_to_start_with(standings, poll=2) == first


def test_factors_take_turns_when_one_is_not_comparable_yet() -> None:
    standings: dict[Factor, Fraction | None] = {"C": Fraction(15), "R": Fraction(45), "I": None}
    turns = [factor_to_start_with(standings, poll) for poll in range(1, 6)]
    assert turns == ["I", "S", "R", "C", "I"]
