"""Which practice somebody is shown next, and in which words.

The choice is a list of rules in the order in which they yield to each other. Each rule is a
cost; it keeps the cards that cost least and hands them to the next. So a rule is broken only
where every card that the rules before it left would break it. Half of them look at nothing but
a card's suit, its factor and side, and are asked once a suit.

Who is offered what: the catalogue and the team practices are everybody's, the leaders' come
with the leader track, and the crisis practices come with `pressure` alone, since they speak to
somebody in a rough stretch ("your attention has probably turned inward").
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from hashlib import blake2b
from typing import Any, NamedTuple

from bot.rooms.nudges.outlook import FACTOR_WINDOW, SIDE_WINDOW, VIRTUAL, Missed, missed_after
from bot.rooms.nudges.recent import Recent, Shown

__all__ = ["Card", "Choice", "Shown", "Tastes", "Why", "choose", "twins_resting"]

PRACTICE_REST = 10  # nudges between two showings of a practice
WORDING_REST = 60  # nudges between two showings of a wording
WEAKEST_SHARE = 5  # of ten: the middle of "four to six"
LEADER_EVERY = 3  # so often a leader's nudge is about leading, where it may be
LEADERS = "leader"
CRISIS = "crisis"
CADENCES = frozenset({"R-cadence", "X-cadence"})
PRESSURE_FACTORS = frozenset({"S", "I"})
TWINS = {"S-grace": "X-grace", "X-grace": "S-grace"}  # one idea, calm and in a crisis
TWINS_APART = timedelta(days=14)


class Suit(NamedTuple):
    """What several practices have in common."""

    factor: str
    side: str


@dataclass(frozen=True)
class Card:
    """One practice on offer; only `leader` among the collections is kept for leaders."""

    practice_id: str
    factor: str
    side: str
    collection: str
    for_leaders: bool
    about_teammate: bool
    wording_ids: tuple[str, ...]

    @cached_property
    def suit(self) -> Suit:
        return Suit(self.factor, self.side)


@dataclass(frozen=True)
class Tastes:
    """What is known of the person: *hidden* holds what they or `twins_resting` took away."""

    weakest: str | None = None
    hidden: frozenset[str] = frozenset()
    leader: bool = False
    pressure: bool = False


class Why(StrEnum):
    """Why a practice was picked, for *Why this?*."""

    SPACING = "spacing"  # everything was shown lately; this has rested longest
    PRESSURE = "pressure"
    WEAKEST = "weakest"
    LEADER = "leader"
    TURN = "turn"  # it was the factor's turn


@dataclass(frozen=True)
class Choice:
    practice_id: str
    wording_id: str
    why: Why


def choose(
    cards: Sequence[Card], history: Sequence[Shown], tastes: Tastes, seed: str
) -> Choice | None:
    """Choose the next practice, or None where every practice is hidden.

    *history* holds every practice shown, whatever the trigger, oldest first; *seed* (the member
    and the slot) draws lots where all rules leave several. Same arguments, same choice, however
    the cards are ordered.
    """
    offered = _offered(cards, tastes)
    if not offered:
        return None
    selection = _Selection(offered, Recent(history), tastes, seed)
    card = selection.pick()
    return Choice(card.practice_id, selection.wording(card), selection.why(card))


def twins_resting(shown_on: Mapping[str, date], on: date) -> frozenset[str]:
    """Name the practices to hide because their twin was shown less than a fortnight ago.

    *shown_on* gives the local date a practice was last shown.
    """
    return frozenset(
        twin for id_, twin in TWINS.items() if id_ in shown_on and on - shown_on[id_] < TWINS_APART
    )


def _offered(cards: Sequence[Card], tastes: Tastes) -> list[Card]:
    kept_back = {LEADERS: not tastes.leader, CRISIS: not tastes.pressure}
    hidden = tastes.hidden
    return [
        card
        for card in cards
        if card.practice_id not in hidden
        and card.wording_ids
        and not kept_back.get(card.collection)
    ]


class _Selection:
    """One choice being made: the rules, each with all it needs to know."""

    def __init__(self, cards: Sequence[Card], recent: Recent, tastes: Tastes, seed: str) -> None:
        self._cards = cards
        self._recent = recent
        self._tastes = tastes
        self._lots = blake2b(f"{seed}\0".encode(), digest_size=8)
        self._waits = _waits(recent)
        self._missed: dict[str, Missed] = {}

    def pick(self) -> Card:
        left = _cheapest_suits(self._cards, self._side)
        left = _cheapest(left, self._practice_rest)
        left = _cheapest_suits(left, self._factors_lacking)
        left = _cheapest_suits(left, self._factors_in_danger)
        left = _cheapest(left, self._wording_rest)
        if self._tastes.pressure:
            left = _cheapest(left, self._pressure)
        left = _cheapest_suits(left, self._weakest_share)
        left = _cheapest_suits(left, self._principle_first)
        left = _cheapest_suits(left, self._factor_turn)
        left = _cheapest(left, self._leading)
        left = _cheapest(left, self._longest_rested)
        return _cheapest(left, self._lot)[0]

    def wording(self, card: Card) -> str:
        """Take the wording that has rested longest; lots decide among those never shown."""
        return min(
            card.wording_ids, key=lambda id_: (-self._recent.wording_age(id_), self._drawn(id_))
        )

    def why(self, card: Card) -> Why:
        if self._practice_rest(card):
            return Why.SPACING
        if self._tastes.pressure and not self._pressure(card):
            return Why.PRESSURE
        if card.factor == self._tastes.weakest:
            return Why.WEAKEST
        return Why.LEADER if card.collection == LEADERS else Why.TURN

    def _side(self, suit: Suit) -> int:
        """In any five, four are principle and one is virtual."""
        virtual = self._virtual_before + (suit.side == VIRTUAL)
        is_open = len(self._recent.history) < SIDE_WINDOW - 1
        return max(0, virtual - 1) if is_open else abs(virtual - 1)

    @cached_property
    def _virtual_before(self) -> int:
        return [shown.side for shown in self._recent.last(SIDE_WINDOW - 1)].count(VIRTUAL)

    def _practice_rest(self, card: Card) -> int:
        """No practice within ten nudges; where there are too few, the one longest ago."""
        return self._waits.get(card.practice_id, 0)

    def _factors_lacking(self, suit: Suit) -> int:
        """In any ten, every factor on offer appears."""
        return self._after(suit.side)[suit.factor][0]

    def _factors_in_danger(self, suit: Suit) -> int:
        """Nor is it made impossible for one to appear in the tens to come."""
        return self._after(suit.side)[suit.factor][1]

    def _after(self, side: str) -> Missed:
        if side not in self._missed:
            self._missed[side] = missed_after(self._recent, self._rested_in, side)
        return self._missed[side]

    def _wording_rest(self, card: Card) -> int:
        """No wording within sixty; where all are worn, this rule says nothing."""
        return int(self._worn.issuperset(card.wording_ids))

    @cached_property
    def _worn(self) -> frozenset[str]:
        return frozenset(shown.wording_id for shown in self._recent.last(WORDING_REST))

    def _pressure(self, card: Card) -> int:
        """A rough stretch is for care and safety, and for updates that keep coming."""
        leans = card.factor in PRESSURE_FACTORS or card.practice_id in CADENCES
        return int(not leans)

    def _weakest_share(self, suit: Suit) -> int:
        """In any ten, about half go to the weakest factor; before there are ten, every other."""
        if self._tastes.weakest is None:
            return 0
        return abs(self._weakest_lacking - (suit.factor == self._tastes.weakest))

    @cached_property
    def _weakest_lacking(self) -> int:
        before = [shown.factor for shown in self._recent.last(FACTOR_WINDOW - 1)]
        wanted = ((len(before) + 1) * WEAKEST_SHARE + FACTOR_WINDOW - 1) // FACTOR_WINDOW
        return wanted - before.count(self._tastes.weakest or "")

    def _principle_first(self, suit: Suit) -> int:
        """While the sides leave it open, in the first five, the virtual one comes last."""
        return int(suit.side == VIRTUAL)

    def _factor_turn(self, suit: Suit) -> int:
        return -self._recent.factor_age(suit.factor)

    def _leading(self, card: Card) -> int:
        """Leaders get a practice on leading now and then, not several in a row."""
        if self._wants_leading:
            return 0 if card.collection == LEADERS else 2 - card.for_leaders
        return int(card.collection == LEADERS)

    @cached_property
    def _wants_leading(self) -> bool:
        lately = {shown.practice_id for shown in self._recent.last(LEADER_EVERY - 1)}
        leading = {card.practice_id for card in self._cards if card.collection == LEADERS}
        return self._tastes.leader and not lately & leading

    def _longest_rested(self, card: Card) -> int:
        return -self._recent.practice_age(card.practice_id)

    def _lot(self, card: Card) -> bytes:
        return self._drawn(card.practice_id)

    @cached_property
    def _rested_in(self) -> dict[tuple[str, str], int]:
        rested: dict[tuple[str, str], int] = {
            card.suit: 0 for card in self._cards if card.practice_id not in self._waits
        }
        for card in self._cards:
            if card.practice_id in self._waits:
                wait = self._waits[card.practice_id]
                rested[card.suit] = min(wait, rested.get(card.suit, wait))
        return rested

    def _drawn(self, id_: str) -> bytes:
        lot = self._lots.copy()
        lot.update(id_.encode())
        return lot.digest()


def _cheapest(cards: Sequence[Card], cost: Callable[[Card], Any]) -> Sequence[Card]:
    if len(cards) == 1:
        return cards
    costs = [cost(card) for card in cards]
    least = min(costs)
    if max(costs) == least:
        return cards
    return [card for card, its in zip(cards, costs, strict=True) if its == least]


def _cheapest_suits(cards: Sequence[Card], cost: Callable[[Suit], int]) -> Sequence[Card]:
    costs = {suit: cost(suit) for suit in {card.suit for card in cards}}
    least = min(costs.values())
    if max(costs.values()) == least:
        return cards
    return [card for card in cards if costs[card.suit] == least]


def _waits(recent: Recent) -> dict[str, int]:
    """Say of each practice shown lately in how many nudges, 0 being this one, it has rested."""
    lately = recent.last(PRACTICE_REST)
    first = PRACTICE_REST + 1 - len(lately)
    return {shown.practice_id: first + number for number, shown in enumerate(lately)}
