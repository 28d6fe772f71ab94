"""The choice of a practice, held at every step against rules worked out in the plainest way."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, combinations
from random import Random

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.rooms.nudges.recent import Shown
from bot.rooms.nudges.rules import Card, Tastes, choose

FACTORS = "CRIS"
SIDES = ("principle", "virtual")


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


# The rules in their precedence, as counts of what a card would break.


def breaks_sides(sides: Sequence[str]) -> int:
    window = sides[-5:]
    virtual = window.count("virtual")
    return max(0, virtual - 1) if len(window) < 5 else abs(virtual - 1)


def nudges_short_of_rest(history: Sequence[Shown], practice_id: str) -> int:
    last_ten = [past.practice_id for past in history[-10:]]
    for distance, past in enumerate(reversed(last_ten), start=1):
        if past == practice_id:
            return 11 - distance
    return 0


def factors_lacking(history: Sequence[Shown], one: Card, offered: Sequence[Card]) -> int:
    window = [past.factor for past in history[-9:]] + [one.factor]
    return len({other.factor for other in offered} - set(window)) if len(window) == 10 else 0


def sides_to_come(history: Sequence[Shown], one: Card, offered: Sequence[Card]) -> list[str]:
    sides = [past.side for past in history] + [one.side]
    on_offer = [side for side in SIDES if any(other.side == side for other in offered)]
    for _ in range(9):
        sides.append(min(on_offer, key=lambda side: breaks_sides([*sides, side])))
    return sides[-9:]


def factors_in_danger(history: Sequence[Shown], one: Card, offered: Sequence[Card]) -> int:
    """Hall's theorem: of any set of factors, as many are missed as they outnumber their chances."""
    sides = sides_to_come(history, one, offered)
    came = [past.factor for past in history] + [one.factor]
    chances: list[set[int]] = []
    for factor in {other.factor for other in offered} - {one.factor}:
        last_at = max((at for at, past in enumerate(came) if past == factor), default=-1)
        ahead_left = last_at + 10 - len(history)
        if ahead_left > 0:
            chances.append(
                {
                    ahead
                    for ahead, side in enumerate(sides, start=1)
                    if ahead <= ahead_left
                    and any(
                        (other.factor, other.side) == (factor, side)
                        and nudges_short_of_rest(history, other.practice_id) <= ahead
                        for other in offered
                    )
                }
            )
    groups = chain.from_iterable(combinations(chances, size) for size in range(len(chances) + 1))
    return max(len(group) - len(set().union(*group)) for group in groups)


def wordings_are_worn(history: Sequence[Shown], one: Card) -> bool:
    lately = {past.wording_id for past in history[-60:]}
    return all(wording_id in lately for wording_id in one.wording_ids)


def strays_from_pressure(one: Card, tastes: Tastes) -> bool:
    return tastes.pressure and one.factor not in "SI" and not one.practice_id.endswith("-cadence")


def breaks_share(history: Sequence[Shown], one: Card, weakest: str | None) -> int:
    window = [past.factor for past in history[-9:]] + [one.factor]
    if weakest is None or len(window) < 10:
        return 0
    count = window.count(weakest)
    return max(0, 4 - count, count - 6)


def broken(
    history: Sequence[Shown], one: Card, offered: Sequence[Card], tastes: Tastes
) -> tuple[int, ...]:
    return (
        breaks_sides([past.side for past in history] + [one.side]),
        nudges_short_of_rest(history, one.practice_id),
        factors_lacking(history, one, offered),
        factors_in_danger(history, one, offered),
        wordings_are_worn(history, one),
        strays_from_pressure(one, tastes),
        breaks_share(history, one, tastes.weakest),
    )


def is_offered(one: Card, tastes: Tastes) -> bool:
    if one.practice_id in tastes.hidden:
        return False
    reserved = {"leader": tastes.leader, "crisis": tastes.pressure}
    return reserved.get(one.collection, True)


NAMES = [f"p{n}" for n in range(24)] + ["R-cadence", "X-cadence"]
CARDS = st.builds(
    Card,
    practice_id=st.sampled_from(NAMES),
    factor=st.sampled_from(FACTORS),
    side=st.sampled_from(["principle", "principle", "principle", "virtual"]),
    collection=st.sampled_from(["catalogue", "team", "crisis", "leader"]),
    for_leaders=st.booleans(),
    about_teammate=st.booleans(),
    wording_ids=st.just(()),
)


@st.composite
def scarce(draw: st.DrawFn) -> list[Card]:
    """A catalogue whose factors have from one practice to many, so that the rules fall out."""
    names = iter(draw(st.permutations(NAMES)))
    return [
        draw(
            st.builds(
                replace,
                CARDS,
                practice_id=st.just(next(names)),
                factor=st.just(factor),
                collection=st.sampled_from(["catalogue", "catalogue", "catalogue", "leader"]),
            )
        )
        for factor in FACTORS
        for _ in range(draw(st.sampled_from([1, 1, 2, 5, 6])))
    ]


@st.composite
def catalogues(draw: st.DrawFn) -> list[Card]:
    any_at_all = st.lists(CARDS, min_size=1, max_size=26, unique_by=lambda one: one.practice_id)
    bare = draw(st.one_of(scarce(), any_at_all))
    wordings = draw(st.integers(1, 8))
    return [
        replace(one, wording_ids=tuple(f"{one.practice_id}/{n}" for n in range(wordings)))
        for one in bare
    ]


TASTES = st.builds(
    Tastes,
    weakest=st.sampled_from([None, *FACTORS]),
    hidden=st.frozensets(st.sampled_from(NAMES), max_size=8),
    leader=st.booleans(),
    pressure=st.booleans(),
)
HISTORIES = st.lists(
    st.builds(
        Shown,
        practice_id=st.sampled_from([*NAMES, "gone"]),
        wording_id=st.sampled_from([f"{name}/{n}" for name in NAMES[:9] for n in range(3)]),
        factor=st.sampled_from(FACTORS),
        side=st.sampled_from(SIDES),
    ),
    max_size=15,
)


@given(cards=catalogues(), tastes=TASTES, before=HISTORIES, seed=st.text(max_size=5))
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # two hundred steps shrink for minutes
)
def test_no_card_would_break_less_over_two_hundred_practices(
    cards: list[Card], tastes: Tastes, before: list[Shown], seed: str
) -> None:
    offered = [one for one in cards if is_offered(one, tastes)]
    if not offered:
        assert choose(cards, before, tastes, seed) is None
        return
    history = list(before)
    by_id = {one.practice_id: one for one in offered}
    for past in walk(cards, tastes, 200, seed, before):
        chosen = broken(history, by_id[past.practice_id], offered, tastes)
        assert chosen == min(broken(history, one, offered, tastes) for one in offered)
        history.append(past)


@given(cards=catalogues(), tastes=TASTES, before=HISTORIES, seed=st.text(max_size=5))
@settings(max_examples=80, deadline=None)
def test_the_same_inputs_give_the_same_choice_in_any_order_of_cards(
    cards: list[Card], tastes: Tastes, before: list[Shown], seed: str
) -> None:
    mixed = Random(seed).sample(cards, len(cards))
    assert choose(cards, before, tastes, seed) == choose(mixed, before, tastes, seed)


@given(cards=catalogues(), tastes=TASTES, before=HISTORIES)
@settings(max_examples=80, deadline=None)
def test_a_choice_is_a_wording_of_an_offered_practice(
    cards: list[Card], tastes: Tastes, before: list[Shown]
) -> None:
    chosen = choose(cards, before, tastes, "seed")
    offered = {one.practice_id: one for one in cards if is_offered(one, tastes)}
    if chosen is None:
        assert not offered
    else:
        assert chosen.wording_id in offered[chosen.practice_id].wording_ids
