"""Statements take turns; comments lose their order."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.schema import FACTORS, Factor, FactorStatement
from bot.rooms.pulse.comments import shuffled
from bot.rooms.pulse.rotation import ANCHOR, is_turned, statements_for

Bank = dict[Factor, list[str]]


def bank_of(size: int) -> Bank:
    return {factor: [f"{factor}-{n}" for n in range(size)] for factor in FACTORS}


def ask(bank: Bank, asked: Bank, polls: int) -> None:
    for _ in range(polls):
        for factor in FACTORS:
            asked[factor].append(statements_for("anchor-1", bank, asked)[factor])


def test_each_poll_asks_the_anchor_and_one_statement_a_factor_when_planned() -> None:
    first = statements_for("anchor-1", bank_of(4), {})
    assert first == {ANCHOR: "anchor-1", "C": "C-0", "R": "R-0", "I": "I-0", "S": "S-0"}


@given(st.integers(1, 14), st.integers(0, 40))
def test_statement_follows_from_the_polls_number_when_the_bank_stays(size: int, polls: int) -> None:
    bank, asked = bank_of(size), bank_of(0)
    ask(bank, asked, polls)
    assert asked == {f: [f"{f}-{n % size}" for n in range(polls)] for f in FACTORS}


def test_others_keep_their_turns_when_a_statement_is_removed() -> None:
    bank, asked = bank_of(4), bank_of(0)
    ask(bank, asked, 2)
    bank["C"].remove("C-0")
    ask(bank, asked, 4)
    assert asked["C"] == ["C-0", "C-1", "C-2", "C-3", "C-1", "C-2"]


def test_new_statement_comes_next_when_added() -> None:
    bank, asked = bank_of(2), bank_of(0)
    ask(bank, asked, 3)
    bank["R"].append("R-new")
    ask(bank, asked, 2)
    assert asked["R"] == ["R-0", "R-1", "R-0", "R-new", "R-1"]


def test_planning_stops_when_a_factor_has_no_statement() -> None:
    with pytest.raises(ValueError, match="empty"):
        statements_for("anchor-1", bank_of(0), {})


@pytest.mark.parametrize(
    ("factor", "is_reversed", "turned"),
    [("C", False, False), ("C", True, True), ("S", False, True), ("S", True, False)],
)
def test_statement_is_turned_when_agreeing_is_bad_news(
    factor: Factor, is_reversed: bool, turned: bool
) -> None:
    statement = FactorStatement(
        id="x", text="x", low="no", high="yes", factor=factor, reversed=is_reversed
    )
    assert is_turned(statement) is turned


@given(st.lists(st.text(max_size=5), max_size=12), st.randoms(use_true_random=False))
def test_every_comment_stays_once_when_shuffled(comments: list[str], random: Random) -> None:
    assert Counter(shuffled(comments, random)) == Counter(comments)


@given(st.permutations(["a", "b", "c", "d", "e"]), st.integers())
def test_order_they_came_in_is_gone_when_shuffled_with_the_same_source(
    comments: list[str], seed: int
) -> None:
    assert shuffled(comments, Random(seed)) == shuffled(sorted(comments), Random(seed))


def test_every_comment_comes_first_about_as_often_when_shuffled_many_times() -> None:
    random = Random(7)
    firsts = Counter(shuffled("abcde", random)[0] for _ in range(5000))
    assert all(850 < firsts[each] < 1150 for each in "abcde")
