"""The plan of a meeting, for every length and size."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content import PROMPTS, Content, Interaction
from bot.errors import UserError
from bot.rooms.meetings.rules import Order, Part, fits, plan_meeting
from bot.rooms.meetings.typed import read_order

MEETINGS = Content.load(PROMPTS).catalogue("en").meetings
BY_ID = {one.id: one for one in MEETINGS.interactions}
orders = st.builds(Order, st.integers(5, 240), st.integers(2, 500), st.integers(0, 10**9))


def done(parts: list[Part]) -> list[Interaction]:
    return [BY_ID[part.id] for part in parts if part.sort == "do"]


@given(orders)
def test_parts_follow_on_each_other_and_fill_the_meeting(order: Order) -> None:
    parts = plan_meeting(order, MEETINGS)
    assert parts[0].start == 0
    assert all(one.start + one.minutes == next_.start for one, next_ in pairwise(parts))
    assert parts[-1].start + parts[-1].minutes == order.minutes
    assert all(part.minutes > 0 for part in parts)


@given(orders)
def test_meeting_opens_with_a_question_and_leaves_the_last_minutes_to_reflect(order: Order) -> None:
    sorts = [part.sort for part in plan_meeting(order, MEETINGS)]
    assert (sorts[0], sorts[-1]) == ("open", "close")
    assert sorts.count("open") == sorts.count("close") == 1


@given(orders)
def test_no_interaction_comes_twice_and_each_fits_the_group(order: Order) -> None:
    interactions = done(plan_meeting(order, MEETINGS))
    assert len({one.id for one in interactions}) == len(interactions)
    assert all(fits(one, order.people) for one in interactions)


@given(orders)
def test_nobody_presents_for_more_than_five_minutes_at_a_stretch(order: Order) -> None:
    parts = plan_meeting(order, MEETINGS)
    assert all(part.minutes <= 5 for part in parts if part.sort == "talk")
    assert not any(one.sort == next_.sort == "talk" for one, next_ in pairwise(parts))


@given(orders)
def test_tool_and_factor_change_where_what_is_left_allows(order: Order) -> None:
    parts = plan_meeting(order, MEETINGS)
    interactions = done(parts)
    end = parts[-1].start
    starts = {part.id: part.start for part in parts if part.sort == "do"}
    for index, (before, after) in enumerate(pairwise(interactions), start=1):
        if after.tool != before.tool and after.factor != before.factor:
            continue
        left = end - starts[after.id]
        used = {one.id for one in interactions[:index]}
        others = [
            one
            for one in MEETINGS.interactions
            if one.id not in used and fits(one, order.people) and one.minutes <= left
        ]
        assert not any(one.tool != before.tool and one.factor != before.factor for one in others)


@given(orders)
def test_same_order_gives_the_same_plan(order: Order) -> None:
    assert plan_meeting(order, MEETINGS) == plan_meeting(order, MEETINGS)


def test_another_version_gives_another_plan() -> None:
    plans = [plan_meeting(Order(45, 8, version), MEETINGS) for version in range(3)]
    assert len({tuple(part.id for part in plan) for plan in plans}) == 3


def test_an_hour_brings_every_factor_and_most_tools() -> None:
    interactions = done(plan_meeting(Order(60, 8, 1), MEETINGS))
    assert {one.factor for one in interactions} == {"C", "R", "I", "S"}
    assert len({one.tool for one in interactions}) >= 4


@pytest.mark.parametrize(
    ("typed", "minutes", "people"),
    [("45", 45, 6), (" 45 min ", 45, 6), ("60 12", 60, 12), ("30 minutes with 4 people", 30, 4)],
)
def test_order_is_read_as_typed(typed: str, minutes: int, people: int) -> None:
    assert read_order(typed, 7) == Order(minutes, people, 7)


@pytest.mark.parametrize(
    "typed", ["-3", "9999", "soon", "", "4", "241", "4.5", "45 1", "45 9999", "45,5", "1" * 5000]
)
def test_order_that_no_meeting_has_is_refused_kindly(typed: str) -> None:
    with pytest.raises(UserError):
        read_order(typed, 0)
