"""How promises ended, in counts."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.rooms.commitments.outcome import Counts, how_ended
from bot.rooms.commitments.rules import Ending
from tests.rooms.commitments.promises import AFTER, DAY, OPEN, ended

NOW = AFTER + 10 * DAY
TWELVE = [
    *[ended(Ending.ON_TIME)] * 8,
    *[ended(Ending.OWNED_UP)] * 2,
    ended(Ending.LATE),
    ended(Ending.NO_WORD),
]


def test_each_ending_is_counted_and_pending_ones_are_not() -> None:
    counts = how_ended([*TWELVE, OPEN, ended(Ending.RELEASED)], NOW)
    assert counts == Counts(on_time=8, late=1, owned_up=2, no_word=1, released=1)
    assert counts.total == 12


@pytest.mark.parametrize(("many", "told"), [(0, False), (4, False), (5, True)])
def test_counts_are_told_from_five_on(many: int, told: bool) -> None:
    assert how_ended([ended(Ending.ON_TIME)] * many, NOW).are_told is told


def test_released_ones_don_t_make_up_the_five() -> None:
    promises = [*[ended(Ending.ON_TIME)] * 4, *[ended(Ending.RELEASED)] * 3]
    assert not how_ended(promises, NOW).are_told


@pytest.mark.parametrize(("late", "percentage"), [(0, None), (1, 95), (6, 76)])
def test_percentage_is_told_from_twenty_on(late: int, percentage: int | None) -> None:
    promises = [*[ended(Ending.ON_TIME)] * 19, *[ended(Ending.LATE)] * late]
    assert how_ended(promises, NOW).percentage == percentage


def test_owning_up_early_is_a_credit_beside_the_counts() -> None:
    early = replace(ended(Ending.OWNED_UP), said_early=True)
    kept = replace(ended(Ending.ON_TIME), said_early=True)
    released = replace(ended(Ending.RELEASED), said_early=True)
    assert how_ended([early, kept, released, *TWELVE], NOW).early == 2


def test_what_ended_ninety_days_ago_is_forgotten() -> None:
    assert how_ended(TWELVE, AFTER + timedelta(days=90)).total == 0
    assert how_ended(TWELVE, AFTER + timedelta(days=90, seconds=-1)).total == 12


def test_start_fresh_resets_the_window() -> None:
    assert how_ended(TWELVE, NOW, fresh_from=AFTER).total == 0
    assert how_ended(TWELVE, NOW, fresh_from=AFTER - DAY).total == 12
    assert how_ended(TWELVE, NOW, fresh_from=AFTER - 400 * DAY).total == 12
