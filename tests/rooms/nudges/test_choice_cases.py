"""The choice of a practice in single cases: what is offered, what yields to what, and why."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.rooms.nudges.recent import Shown
from bot.rooms.nudges.rules import Card, Tastes, Why, choose, twins_resting

FACTORS = "CRIS"


def card(name: str, factor: str, side: str = "principle", **more: object) -> Card:
    plain = Card(
        name, factor, side, "catalogue", False, False, tuple(f"{name}/{n}" for n in "abcdef")
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def shown(which: Card, wording: int = 0) -> Shown:
    return Shown(which.practice_id, which.wording_ids[wording], which.factor, which.side)


def walk(
    cards: Sequence[Card], tastes: Tastes, steps: int, seed: str = "", before: Sequence[Shown] = ()
) -> list[Shown]:
    """Show practice after practice, each chosen; give those shown, *before* left out."""
    by_id = {one.practice_id: one for one in cards}
    history = list(before)
    for step in range(steps):
        chosen = choose(cards, history, tastes, f"{seed}/{step}")
        assert chosen is not None
        one = by_id[chosen.practice_id]
        history.append(Shown(one.practice_id, chosen.wording_id, one.factor, one.side))
    return history[len(before) :]


def test_lots_fall_the_same_way_in_every_process() -> None:
    cards = [card(f"S-{n}", "S") for n in range(50)]
    drawn = {choose(cards, [], Tastes(), f"seed {n}") for n in range(20)}
    assert len(drawn) > 10
    assert [one.practice_id for one in walk(cards, Tastes(), 3)] == ["S-42", "S-40", "S-39"]


def test_nothing_is_chosen_when_every_practice_is_hidden() -> None:
    cards = [card("S-a", "S"), card("I-a", "I")]
    assert choose(cards, [], Tastes(hidden=frozenset({"S-a", "I-a"})), "") is None


def test_nothing_is_chosen_when_the_catalogue_is_empty() -> None:
    assert choose([], [], Tastes(), "") is None


def test_a_practice_without_wordings_is_never_chosen() -> None:
    cards = [card("S-a", "S", wording_ids=()), card("I-a", "I")]
    assert {past.practice_id for past in walk(cards, Tastes(weakest="S"), 12)} == {"I-a"}


@pytest.mark.parametrize(
    ("tastes", "expected"),
    [
        (Tastes(), {"S-a", "T-a"}),
        (Tastes(leader=True), {"S-a", "T-a", "L-a"}),
        (Tastes(pressure=True), {"S-a", "T-a", "X-a"}),
        (Tastes(leader=True, hidden=frozenset({"L-a", "T-a"})), {"S-a"}),
    ],
)
def test_what_is_offered_follows_the_person(tastes: Tastes, expected: set[str]) -> None:
    cards = [
        card("S-a", "S"),
        card("T-a", "S", collection="team"),
        card("L-a", "S", collection="leader"),
        card("X-a", "S", collection="crisis"),
    ]
    assert {past.practice_id for past in walk(cards, tastes, 40)} == expected


def test_factors_take_turns_when_there_is_no_check_yet() -> None:
    cards = [card(f"{factor}-{n}", factor) for factor in FACTORS for n in range(6)]
    factors = [past.factor for past in walk(cards, Tastes(), 40)]
    assert all(set(factors[at : at + 4]) == set(FACTORS) for at in range(37))


def test_a_practice_that_left_the_catalogue_still_counts() -> None:
    cards = [card("S-a", "S"), card("S-b", "S", "virtual")]
    gone = card("S-gone", "S", "virtual")
    assert choose(cards, [shown(gone)], Tastes(), "").practice_id == "S-a"  # type: ignore[union-attr]


def test_a_wording_never_shown_comes_before_the_others() -> None:
    only = card("S-a", "S")
    history = [shown(only, wording) for wording in (0, 1, 3, 4, 5)]
    chosen = choose([only], history, Tastes(), "")
    assert chosen is not None
    assert chosen.wording_id == "S-a/c"


def test_the_wording_shown_longest_ago_comes_when_all_were() -> None:
    only = card("S-a", "S")
    history = [shown(only, wording) for wording in (3, 0, 1, 2, 4, 5, 0)]
    chosen = choose([only], history, Tastes(), "")
    assert chosen is not None
    assert chosen.wording_id == "S-a/d"


@pytest.mark.parametrize(("distance", "practice_id"), [(60, "I-a"), (61, "S-a")])
def test_a_worn_wording_yields_its_factors_share_within_sixty(
    distance: int, practice_id: str
) -> None:
    weak = card("S-a", "S", wording_ids=("S-a/only",))
    between = [shown(card("gone", "I"))] * (distance - 2) + [shown(card("gone too", "S"))]
    chosen = choose([weak, card("I-a", "I")], [shown(weak), *between], Tastes(weakest="S"), "")
    assert chosen is not None
    assert chosen.practice_id == practice_id


def test_a_worn_wording_comes_where_a_factor_would_be_missed_otherwise() -> None:
    """Two factors have one principle's place left between them, the next one being virtual."""
    worn = {
        name: card(name, name[0], wording_ids=(f"{name}/only",))
        for name in ("S-a", "S-b", "I-a", "I-b")
    }
    fresh = [card(f"C-{n}", "C") for n in range(12)]
    virtual = card("R-v", "R", "virtual")
    old = [worn["S-a"], worn["I-a"], fresh[0], fresh[1], worn["S-b"], worn["I-b"]]
    recent = [*fresh[2:6], virtual, fresh[6], fresh[7]]
    cards = [*worn.values(), *fresh, virtual, card("R-w", "R", "virtual")]
    chosen = choose(cards, [shown(one) for one in [*old, *recent]], Tastes(weakest="C"), "")
    assert chosen is not None
    assert chosen.practice_id in ("S-a", "I-a")


@pytest.mark.parametrize(("distance", "practice_id"), [(10, "I-a"), (11, "S-a")])
def test_a_practice_yields_its_factors_share_within_ten(distance: int, practice_id: str) -> None:
    weak = card("S-a", "S")
    between = [shown(card("gone", "I"))] * (distance - 1)
    chosen = choose([weak, card("I-a", "I")], [shown(weak), *between], Tastes(weakest="S"), "")
    assert chosen is not None
    assert chosen.practice_id == practice_id


def why(cards: Sequence[Card], tastes: Tastes, history: Sequence[Shown] = ()) -> Why:
    chosen = choose(cards, history, tastes, "")
    assert chosen is not None
    return chosen.why


def test_the_reason_is_the_weakest_factor_when_it_is_served() -> None:
    assert why([card("S-a", "S"), card("I-a", "I")], Tastes(weakest="I")) is Why.WEAKEST


def test_the_reason_is_the_turn_when_another_factor_is_served() -> None:
    weak = card("I-a", "I")
    assert why([card("S-a", "S"), weak], Tastes(weakest="I"), [shown(weak)]) is Why.TURN


def test_the_reason_is_pressure_when_the_practice_is_for_it() -> None:
    assert why([card("R-cadence", "R"), card("C-a", "C")], Tastes(pressure=True)) is Why.PRESSURE


def test_the_reason_is_leading_when_a_leaders_practice_comes() -> None:
    assert why([card("L-C", "C", collection="leader")], Tastes(leader=True)) is Why.LEADER


def test_the_reason_is_spacing_when_everything_was_shown_lately() -> None:
    only = card("S-a", "S")
    assert why([only], Tastes(weakest="S"), [shown(only)]) is Why.SPACING


TODAY = date(2026, 3, 16)


@pytest.mark.parametrize(
    ("last", "days", "resting"),
    [
        ("S-grace", 0, {"X-grace"}),
        ("S-grace", 13, {"X-grace"}),
        ("S-grace", 14, set()),
        ("X-grace", 5, {"S-grace"}),
        ("S-hello", 1, set()),
    ],
)
def test_a_twin_rests_for_a_fortnight(last: str, days: int, resting: set[str]) -> None:
    assert twins_resting({last: TODAY - timedelta(days=days)}, TODAY) == resting
