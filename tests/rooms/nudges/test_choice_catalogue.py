"""The choice out of the practices that are really taught: what holds for two hundred nudges."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bot.rooms.nudges.recent import Shown
from bot.rooms.nudges.rules import Card, Tastes, choose

PRACTICES = Path(__file__).parents[3] / "prompts" / "en" / "practices.yaml"
WORDINGS = 6  # each practice is to have at least as many; here the rules are tested, not the words
FACTORS = "CRIS"
STEPS = 200
EVERYBODY = [
    Tastes(weakest=weakest, leader=leader, pressure=pressure)
    for weakest in (None, *FACTORS)
    for leader in (False, True)
    for pressure in (False, True)
]


@pytest.fixture(scope="module")
def cards() -> list[Card]:
    practices = yaml.safe_load(PRACTICES.read_text(encoding="utf-8"))["practices"]
    return [
        Card(
            practice["id"],
            practice["factor"],
            practice["side"],
            practice["collection"],
            practice["for_leaders"],
            practice["about_teammate"],
            tuple(f"{practice['id']}/{n}" for n in range(max(WORDINGS, len(practice["wordings"])))),
        )
        for practice in practices
    ]


def walk(cards: list[Card], tastes: Tastes) -> list[Shown]:
    by_id = {card.practice_id: card for card in cards}
    history: list[Shown] = []
    for step in range(STEPS):
        chosen = choose(cards, history, tastes, f"U1/{step}")
        assert chosen is not None
        card = by_id[chosen.practice_id]
        history.append(Shown(card.practice_id, chosen.wording_id, card.factor, card.side))
    return history


def windows(shown: list[Shown], size: int) -> Iterator[list[Shown]]:
    return (shown[at : at + size] for at in range(len(shown) - size + 1))


@pytest.mark.parametrize("tastes", EVERYBODY, ids=str)
def test_sides_spacing_and_factors_hold_for_everybody(cards: list[Card], tastes: Tastes) -> None:
    shown = walk(cards, tastes)
    assert {sum(s.side == "virtual" for s in five) for five in windows(shown, 5)} == {1}
    assert all(len({s.practice_id for s in eleven}) == 11 for eleven in windows(shown, 11))
    assert all(len({s.wording_id for s in many}) == 61 for many in windows(shown, 61))
    assert all({s.factor for s in ten} == set(FACTORS) for ten in windows(shown, 10))


@pytest.mark.parametrize("leader", [False, True])
@pytest.mark.parametrize(("weakest", "least"), [("S", 4), ("I", 4), ("R", 4), ("C", 3)])
def test_the_weakest_factor_gets_its_share(
    cards: list[Card], weakest: str, least: int, leader: bool
) -> None:
    """Credibility has four principle practices: with ten nudges between two showings of each,
    and the virtual one every fifteen, four in any ten can't be had throughout."""
    shown = walk(cards, Tastes(weakest=weakest, leader=leader))
    for ten in windows(shown, 10):
        assert least <= sum(s.factor == weakest for s in ten) <= 6


def test_everything_everybody_is_offered_is_shown(cards: list[Card]) -> None:
    shown = {s.practice_id for s in walk(cards, Tastes())}
    assert shown == {c.practice_id for c in cards if c.collection in ("catalogue", "team")}


def test_a_rough_stretch_is_for_care_safety_and_cadence(cards: list[Card]) -> None:
    for ten in windows(walk(cards, Tastes(weakest="C", pressure=True)), 10):
        leaning = [s for s in ten if s.factor in "SI" or s.practice_id.endswith("-cadence")]
        assert len(leaning) >= 8


def test_leaders_get_a_practice_on_leading_every_week_or_two(cards: list[Card]) -> None:
    for ten in windows(walk(cards, Tastes(leader=True)), 10):
        assert 1 <= sum(s.practice_id.startswith("L-") for s in ten) <= 4
