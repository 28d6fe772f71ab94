"""The choice where the rules are at odds, and where they needn't be.

The first test puts it before thousands of single choices, most of which break some rule whatever
is shown: what it breaks must be the least, in the order in which the rules yield. The second one
gives it plenty to choose from: then every rule holds outright, for two hundred practices.
"""

from collections.abc import Iterator, Sequence
from random import Random

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.rooms.nudges.recent import Shown
from bot.rooms.nudges.rules import Card, Tastes, choose
from tests.rooms.nudges.test_choice import FACTORS, SIDES, broken, is_offered, walk

STATES_A_SEED = 8


def a_card(name: str, factor: str, side: str, wordings: int, collection: str = "catalogue") -> Card:
    worded = tuple(f"{name}/{n}" for n in range(wordings))
    return Card(name, factor, side, collection, False, False, worded)


def scarce_cards(lots: Random) -> list[Card]:
    """Deal a catalogue that is short of something: of sides, of factors, of wordings."""
    factors = lots.sample(FACTORS, lots.randint(2, 4))
    most = lots.choice((1, 2, 3))
    sides = lots.choice((("principle",), SIDES, ("principle", "principle", "virtual")))
    names = [f"p{n}" for n in range(lots.randint(9, 30))] + ["R-cadence"]
    return [
        a_card(name, lots.choice(factors), lots.choice(sides), lots.randint(1, most))
        for name in names
    ]


def lived(lots: Random, cards: Sequence[Card]) -> list[Shown]:
    """Deal a past in which anything was shown, some practices and factors more than others."""
    liked = lots.sample(cards, lots.randint(1, len(cards)))
    past = []
    for _ in range(lots.choice((3, 9, 12, 30, 60, 75))):
        one = lots.choice(liked if lots.random() < 0.8 else cards)
        past.append(Shown(one.practice_id, lots.choice(one.wording_ids), one.factor, one.side))
    return past


@given(seed=st.integers(0, 2**32))
@settings(max_examples=250, deadline=None)
def test_a_choice_breaks_least_in_the_order_in_which_the_rules_yield(seed: int) -> None:
    lots = Random(seed)
    for _ in range(STATES_A_SEED):
        cards = scarce_cards(lots)
        tastes = Tastes(
            weakest=lots.choice([None, *FACTORS]),
            hidden=frozenset(one.practice_id for one in lots.sample(cards, 2)),
            pressure=lots.random() < 0.2,
        )
        offered = [one for one in cards if is_offered(one, tastes)]
        past = lived(lots, cards)
        chosen = choose(cards, past, tastes, str(seed))
        assert chosen is not None
        (card,) = [one for one in offered if one.practice_id == chosen.practice_id]
        least = min(broken(past, one, offered, tastes) for one in offered)
        assert broken(past, card, offered, tastes) == least


def plenty(lots: Random) -> list[Card]:
    """Deal more than enough of each factor on each side, in more wordings than wear out."""
    dealt = [("principle", lots.randint(9, 12)), ("virtual", lots.randint(4, 6))]
    return [
        a_card(f"{factor}-{side}-{n}", factor, side, lots.randint(6, 8))
        for factor in FACTORS
        for side, count in dealt
        for n in range(count)
    ]


def windows(shown: Sequence[Shown], size: int) -> Iterator[Sequence[Shown]]:
    return (shown[at : at + size] for at in range(len(shown) - size + 1))


@given(seed=st.integers(0, 2**32), weakest=st.sampled_from([None, *FACTORS]))
@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
def test_every_rule_holds_where_there_is_plenty(seed: int, weakest: str | None) -> None:
    lots = Random(seed)
    cards = plenty(lots)
    hidden = frozenset(one.practice_id for one in lots.sample(cards, lots.randint(0, 3)))
    shown = walk(cards, Tastes(weakest=weakest, hidden=hidden), 200, str(seed))
    assert not {one.practice_id for one in shown} & hidden
    for five in windows(shown, 5):
        assert [one.side for one in five].count("virtual") == 1
    for eleven in windows(shown, 11):
        assert len({one.practice_id for one in eleven}) == 11
    for many in windows(shown, 61):
        assert len({one.wording_id for one in many}) == 61
    for ten in windows(shown, 10):
        factors = [one.factor for one in ten]
        assert set(factors) == set(FACTORS)
        assert weakest is None or 4 <= factors.count(weakest) <= 6
