"""When promises are checked on, asked about and given up on."""

from datetime import UTC, date, datetime, time

import pytest

from bot.rooms.commitments import rules
from bot.rooms.commitments.diary import Diary
from bot.rooms.commitments.grammar import Grain, WorkWeek
from bot.rooms.commitments.notice import ask_at, check_ahead_at, no_word_at, notice_until
from bot.rooms.commitments.rules import Ending, Refusal
from tests.rooms.commitments.promises import (
    AFTER,
    ASKED,
    DAY,
    DUE,
    HOUR,
    MADE,
    MINUTE,
    NO_WORD,
    SLOT,
    diary,
    stepped,
)

THURSDAY, MONDAY, TUESDAY = date(2026, 3, 5), date(2026, 3, 9), date(2026, 3, 10)
MONDAY_DUE = datetime(2026, 3, 9, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("due_at", "until"),
    [
        (DUE, datetime(2026, 3, 5, 17, tzinfo=UTC)),
        (MONDAY_DUE, datetime(2026, 3, 6, 17, tzinfo=UTC)),
        (MADE + 4 * HOUR, MADE + 3 * HOUR),
    ],
)
def test_notice_ends_with_the_working_day_before(due_at: datetime, until: datetime) -> None:
    assert notice_until(MADE, due_at, diary()) == until


def test_notice_ends_a_day_earlier_when_the_day_before_is_off() -> None:
    assert notice_until(MADE, DUE, diary(THURSDAY)) == datetime(2026, 3, 4, 17, tzinfo=UTC)


def test_an_hour_is_notice_when_made_after_the_working_day_before() -> None:
    assert notice_until(datetime(2026, 3, 7, 12, tzinfo=UTC), MONDAY_DUE, diary()) == (
        MONDAY_DUE - HOUR
    )


@pytest.mark.parametrize(
    ("grain", "asked"),
    [("time", DUE), ("day", datetime(2026, 3, 9, 9, 30, tzinfo=UTC))],
)
def test_question_comes_at_the_hour_or_in_the_next_mornings_slot(
    grain: Grain, asked: datetime
) -> None:
    assert ask_at(DUE, grain, SLOT, diary()) == asked


def test_question_about_a_day_waits_for_the_holiday_to_end() -> None:
    assert ask_at(DUE, "day", SLOT, diary(MONDAY)) == datetime(2026, 3, 10, 9, 30, tzinfo=UTC)


def test_question_comes_on_a_weekend_that_is_worked() -> None:
    worked = diary(worked=(date(2026, 3, 7),))
    assert ask_at(DUE, "day", SLOT, worked) == datetime(2026, 3, 7, 9, 30, tzinfo=UTC)


def test_check_ahead_comes_in_the_slot_of_the_working_day_before() -> None:
    assert check_ahead_at(MADE, MONDAY_DUE, SLOT, diary()) == datetime(
        2026, 3, 6, 9, 30, tzinfo=UTC
    )


def test_check_ahead_comes_the_same_day_when_made_the_evening_before() -> None:
    made = datetime(2026, 3, 5, 20, tzinfo=UTC)
    assert check_ahead_at(made, DUE, SLOT, diary()) == datetime(2026, 3, 6, 9, 30, tzinfo=UTC)


def test_no_check_ahead_comes_when_it_would_be_no_use() -> None:
    assert check_ahead_at(MADE, MADE + 2 * HOUR, SLOT, diary()) is None
    made = datetime(2026, 3, 5, 20, tzinfo=UTC)
    assert check_ahead_at(made, datetime(2026, 3, 6, 10, tzinfo=UTC), SLOT, diary()) is None


def test_no_word_is_three_working_days_past_due() -> None:
    assert no_word_at(DUE, AFTER, diary()) == NO_WORD


def test_no_word_waits_while_the_clock_is_stopped() -> None:
    assert no_word_at(DUE, AFTER, diary(MONDAY, TUESDAY)) == NO_WORD + 2 * DAY


def test_no_word_leaves_a_working_day_when_an_outage_delayed_the_question() -> None:
    asked = datetime(2026, 3, 19, 9, 30, tzinfo=UTC)
    assert no_word_at(DUE, asked, diary()) == datetime(2026, 3, 20, 17, tzinfo=UTC)


def test_promise_ends_with_no_word_then_and_not_before() -> None:
    assert rules.lapse(ASKED, NO_WORD - MINUTE, diary()) is Refusal.TOO_SOON
    assert stepped(rules.lapse(ASKED, NO_WORD, diary())).promise.ending is Ending.NO_WORD


def test_no_word_comes_in_local_time() -> None:
    shanghai = Diary(zone="Asia/Shanghai", week=WorkWeek(frozenset(range(5)), time(9), time(18)))
    due = datetime(2026, 3, 6, 10, tzinfo=UTC)
    assert no_word_at(due, due, shanghai) == datetime(2026, 3, 11, 10, tzinfo=UTC)


def test_time_runs_by_the_calendar_when_nobody_works() -> None:
    idle = Diary(zone="UTC", week=WorkWeek(frozenset(), time(9), time(17)))
    assert no_word_at(DUE, DUE, idle) == DUE + 3 * DAY
    assert notice_until(MADE, DUE, idle) == DUE - DAY
