"""How often nudges come, when they taper off, and when one is too late."""

from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rooms.nudges.pace import Frequency, Taper, days_for, stale_from, taper

WEEKDAYS = frozenset(range(5))
FIVE = time(17)


@pytest.mark.parametrize(
    ("unanswered", "frequency", "step"),
    [
        (0, "daily", Taper.NONE),
        (4, "daily", Taper.NONE),
        (5, "daily", Taper.WEEKLY),
        (5, "three", Taper.WEEKLY),
        (4, "three", Taper.NONE),
        (5, "weekly", Taper.NONE),
        (7, "weekly", Taper.NONE),
        (8, "weekly", Taper.PAUSE),
        (9, "daily", Taper.WEEKLY),
    ],
)
def test_the_taper_counts_nudges_without_a_reaction(
    unanswered: int, frequency: Frequency, step: Taper
) -> None:
    assert taper(unanswered, frequency) is step


@pytest.mark.parametrize(
    ("chosen", "told"),
    [("daily", {5: Taper.WEEKLY, 8: Taper.PAUSE}), ("weekly", {8: Taper.PAUSE})],
)
def test_each_step_of_the_taper_is_said_once(chosen: Frequency, told: dict[int, Taper]) -> None:
    frequency, said = chosen, {}
    for unanswered in range(1, 9):
        step = taper(unanswered, frequency)
        if step is not Taper.NONE:
            said[unanswered] = step
            frequency = "weekly"
    assert said == told


@pytest.mark.parametrize(
    ("frequency", "days", "expected"),
    [
        ("daily", WEEKDAYS, WEEKDAYS),
        ("three", WEEKDAYS, {0, 2, 4}),
        ("three", frozenset(range(7)), {0, 2, 4}),
        ("three", frozenset({6, 0, 1, 2, 3}), {6, 1, 3}),
        ("three", frozenset({1, 3}), {1, 3}),
        ("three", frozenset({5}), {5}),
        ("weekly", WEEKDAYS, {0}),
        ("weekly", frozenset({2, 4}), {2}),
    ],
)
def test_the_nudge_days_lie_apart(
    frequency: Frequency, days: frozenset[int], expected: set[int]
) -> None:
    assert days_for(frequency, days) == expected


@given(
    frequency=st.sampled_from(["daily", "three", "weekly"]),
    days=st.frozensets(st.integers(0, 6)),
)
def test_the_nudge_days_are_among_the_chosen(frequency: Frequency, days: frozenset[int]) -> None:
    wanted = {"daily": 7, "three": 3, "weekly": 1}[frequency]
    nudge_days = days_for(frequency, days)
    assert nudge_days <= days
    assert len(nudge_days) == min(wanted, len(days))


@pytest.mark.parametrize(
    ("now", "stale"),
    [
        (datetime(2026, 3, 2, 17, 30, tzinfo=UTC), False),
        (datetime(2026, 3, 3, 0, 59, 59, tzinfo=UTC), False),
        (datetime(2026, 3, 3, 1, tzinfo=UTC), True),  # 17:00 in Los Angeles
        (datetime(2026, 3, 4, 17, 30, tzinfo=UTC), True),
    ],
)
def test_a_nudge_is_stale_when_its_local_working_day_is_over(now: datetime, stale: bool) -> None:
    half_past_nine = datetime(2026, 3, 2, 17, 30, tzinfo=UTC)
    assert (now >= stale_from(half_past_nine, "America/Los_Angeles", FIVE)) is stale


def test_an_evening_slot_holds_until_midnight() -> None:
    evening = datetime(2026, 3, 2, 20, tzinfo=UTC)
    assert stale_from(evening, "UTC", FIVE) == datetime(2026, 3, 3, tzinfo=UTC)
