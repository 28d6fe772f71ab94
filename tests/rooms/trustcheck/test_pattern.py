"""What several checks show together, and how a full one is scored."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.content import PROMPTS, Content
from bot.rooms.trustcheck.pattern import FULL, QUICK, Taken, change, points, until_pattern
from bot.rooms.trustcheck.rules import (
    FACTORS,
    Scores,
    full_scores,
    pages,
    shown,
    trust,
    trust_bar,
    weakest,
)

STATEMENTS = Content.load(PROMPTS).catalogue("en").statements.full
START = datetime(2026, 1, 1, tzinfo=UTC)
score = st.integers(1, 5)
any_scores = st.builds(Scores, score, score, score, score)


def taken(*trusts: float, form: str = QUICK) -> list[Taken]:
    """Checks with those values of C, R and I (S is 1), the oldest first; returned newest first."""
    made = [
        Taken(str(day), form, START + timedelta(days=day), Scores(one, one, one, 1), None)
        for day, one in enumerate(trusts)
    ]
    return made[::-1]


@given(st.lists(st.integers(1, 5), max_size=40))
def test_every_three_quick_checks_make_a_point_back_from_the_newest(values: list[int]) -> None:
    found = points(taken(*values), QUICK)
    assert len(found) == len(values) // 3
    if found:
        assert found[0].last_at == START + timedelta(days=len(values) - 1)
        assert found[0].figures["C"] == sorted(values[-3:])[1]


def test_quick_checks_are_compared_from_six_on_only() -> None:
    assert change(taken(1, 1, 5, 5, 5), QUICK) is None
    compared = change(taken(1, 2, 1, 5, 4, 5), QUICK)
    assert compared is not None
    assert (compared[0].figures["C"], compared[1].figures["C"]) == (5, 1)


def test_full_checks_are_compared_one_by_one() -> None:
    compared = change(taken(2, 3, form=FULL), FULL)
    assert compared is not None
    assert (compared[0].figures["R"], compared[1].figures["R"]) == (3, 2)


def test_until_pattern_counts_down_to_none() -> None:
    assert [until_pattern(taken(*[3] * count)) for count in (0, 5, 6, 9)] == [6, 1, 0, 0]


@given(any_scores)
def test_trust_stays_between_its_ends(scores: Scores) -> None:
    assert 0.6 <= trust(scores) <= 15
    assert len(trust_bar(trust(scores))) == 10


@given(any_scores)
def test_weakest_is_least_favourable_and_ties_go_i_s_r_c(scores: Scores) -> None:
    lowest = min(shown(scores, factor) for factor in FACTORS)
    assert weakest(scores) == next(f for f in "ISRC" if shown(scores, f) == lowest)  # type: ignore[arg-type]


@given(st.lists(score, min_size=20, max_size=20))
def test_full_scores_turn_reversed_statements_round(answers: list[int]) -> None:
    chosen = {one.id: answer for one, answer in zip(STATEMENTS, answers, strict=True)}
    found = full_scores(chosen, STATEMENTS)
    for factor in FACTORS:
        five = [
            6 - chosen[one.id] if one.reversed else chosen[one.id]
            for one in STATEMENTS
            if one.factor == factor
        ]
        assert abs(found.of(factor) - sum(five) / 5) < 1e-9


def test_every_page_of_the_full_check_has_each_factor_once() -> None:
    assert [[one.factor for one in page] for page in pages(STATEMENTS)] == [list("CRIS")] * 5
