"""Moving, owning up, skipping, undoing and putting right."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.rooms.commitments import rules
from bot.rooms.commitments.rules import Ending, NewTime, Refusal
from tests.rooms.commitments.promises import (
    AFTER,
    ASKED,
    BEFORE,
    DAY,
    DUE,
    HOUR,
    MADE,
    MINUTE,
    NEW,
    NO_WORD,
    OPEN,
    WEEKLY,
    diary,
    ended,
    stepped,
)

EVE = datetime(2026, 3, 5, 17, tzinfo=UTC)  # the end of the working day before
NEXT_FRIDAY = datetime(2026, 3, 13, 17, tzinfo=UTC)


def test_first_move_is_free_with_notice() -> None:
    step = stepped(rules.move(OPEN, NEW, DUE, EVE, diary()))
    assert step.new is None
    assert (step.promise.due_at, step.promise.moved) == (NEW.due_at, True)
    assert step.promise.ending is None


def test_move_ends_the_promise_as_owned_up_without_notice() -> None:
    step = stepped(rules.move(OPEN, NEW, DUE, EVE + MINUTE, diary()))
    assert step.promise.ending is Ending.OWNED_UP
    assert step.new is not None
    assert (step.new.due_at, step.new.made_at) == (NEW.due_at, EVE + MINUTE)
    assert not step.new.moved


def test_second_move_ends_the_promise_as_owned_up() -> None:
    moved = stepped(rules.move(OPEN, NEW, DUE, BEFORE, diary())).promise
    later = replace(NEW, due_at=NEW.due_at + DAY)
    step = stepped(rules.move(moved, later, NEW.due_at, BEFORE, diary()))
    assert step.promise.ending is Ending.OWNED_UP
    assert step.new is not None


def test_moved_promise_is_asked_about_afresh() -> None:
    checked = stepped(rules.check_ahead(OPEN, BEFORE)).promise
    moved = stepped(rules.move(checked, NEW, DUE, BEFORE, diary())).promise
    assert rules.ask(moved, DUE) is Refusal.NOT_DUE
    assert stepped(rules.check_ahead(moved, DUE)).promise.checked_at == DUE
    assert stepped(rules.ask(moved, NEW.due_at)).promise.asked_at == NEW.due_at


def test_an_hour_is_notice_for_a_promise_of_the_same_day() -> None:
    today = replace(OPEN, made_at=MADE, due_at=MADE + 4 * HOUR, grain="time")
    in_time = rules.move(today, NEW, today.due_at, MADE + 3 * HOUR, diary())
    too_late = rules.move(today, NEW, today.due_at, MADE + 3 * HOUR + MINUTE, diary())
    assert stepped(in_time).promise.ending is None
    assert stepped(too_late).promise.ending is Ending.OWNED_UP


def test_bringing_forward_costs_nothing_even_without_notice() -> None:
    sooner = NewTime(DUE - HOUR, "time")
    step = stepped(rules.move(OPEN, sooner, DUE, DUE - 2 * HOUR, diary()))
    assert (step.promise.due_at, step.promise.moved, step.new) == (sooner.due_at, False, None)


def test_move_is_refused_when_the_new_time_is_past() -> None:
    assert rules.move(OPEN, NewTime(BEFORE, "time"), DUE, BEFORE, diary()) is Refusal.PAST


def test_owning_up_early_is_remembered_when_the_promise_goes_on() -> None:
    step = stepped(rules.own_up(OPEN, NEW, DUE, BEFORE, diary()))
    assert step.promise.said_early
    assert step.promise.ending is None


def test_owning_up_after_the_due_time_is_not_early() -> None:
    step = stepped(rules.own_up(ASKED, NEW, DUE, AFTER, diary()))
    assert (step.promise.ending, step.promise.said_early) == (Ending.OWNED_UP, False)


def test_new_promise_has_no_credit_for_the_old_ones_honesty() -> None:
    step = stepped(rules.own_up(OPEN, NEW, DUE, EVE + MINUTE, diary()))
    assert step.promise.said_early
    assert step.new is not None
    assert not step.new.said_early


def test_next_of_a_cadence_comes_when_the_last_ends() -> None:
    step = stepped(rules.keep(WEEKLY, DUE, BEFORE, by_due=True))
    assert step.new is not None
    assert step.new.due_at == NEXT_FRIDAY
    assert step.new.made_at == BEFORE


def test_instances_gone_by_are_passed_over() -> None:
    step = stepped(rules.keep(WEEKLY, DUE, NEXT_FRIDAY + DAY, by_due=False))
    assert step.new is not None
    assert step.new.due_at == datetime(2026, 3, 20, 17, tzinfo=UTC)


def test_same_instance_never_comes_twice_when_it_was_brought_forward() -> None:
    sooner = NewTime(DUE - DAY, "day")
    moved = stepped(rules.move(WEEKLY, sooner, DUE, BEFORE, diary())).promise
    step = stepped(rules.keep(moved, sooner.due_at, BEFORE, by_due=True))
    assert step.new is not None
    assert step.new.due_at == NEXT_FRIDAY


def test_cadence_keeps_its_hour_when_the_clocks_change() -> None:
    late_march = replace(
        WEEKLY,
        due_at=datetime(2026, 3, 27, 17, tzinfo=UTC),
        series=WEEKLY.series and replace(WEEKLY.series, instance_at=DUE + 21 * DAY),
    )
    step = stepped(rules.keep(late_march, late_march.due_at, late_march.due_at, by_due=True))
    assert step.new is not None
    assert step.new.due_at == datetime(2026, 4, 3, 16, tzinfo=UTC)  # 17:00 in summer time


def test_cadence_goes_on_with_the_recommitted_promise_alone() -> None:
    step = stepped(rules.move(replace(WEEKLY, asked_at=AFTER), NEW, DUE, AFTER, diary()))
    assert step.new is not None
    assert step.new.due_at == NEW.due_at
    following = rules.next_in_series(step.new, NEW.due_at)
    assert following is not None
    assert following.due_at == datetime(2026, 3, 20, 17, tzinfo=UTC)


def test_skipping_one_ahead_is_a_move() -> None:
    skipped = stepped(rules.skip(WEEKLY, DUE, BEFORE, diary())).promise
    assert (skipped.due_at, skipped.moved) == (NEXT_FRIDAY, True)
    again = stepped(rules.skip(skipped, NEXT_FRIDAY, BEFORE, diary()))
    assert again.promise.ending is Ending.OWNED_UP
    assert again.new is not None
    assert again.new.due_at == datetime(2026, 3, 20, 17, tzinfo=UTC)


def test_what_was_skipped_to_never_comes_twice_when_it_is_brought_forward() -> None:
    skipped = stepped(rules.skip(WEEKLY, DUE, BEFORE, diary())).promise
    sooner = NewTime(NEXT_FRIDAY - 2 * DAY, "day")
    moved = stepped(rules.move(skipped, sooner, NEXT_FRIDAY, BEFORE, diary())).promise
    step = stepped(rules.keep(moved, sooner.due_at, BEFORE, by_due=True))
    assert step.new is not None
    assert step.new.due_at == datetime(2026, 3, 20, 17, tzinfo=UTC)


def test_skipping_is_refused_when_there_is_no_next() -> None:
    assert WEEKLY.series is not None
    last = replace(WEEKLY, series=replace(WEEKLY.series, recurrence="FREQ=WEEKLY;COUNT=1"))
    assert rules.skip(last, DUE, BEFORE, diary()) is Refusal.NO_NEXT


@pytest.mark.parametrize("event", ["release", "correct"])
def test_no_next_comes_when_a_cadence_is_released_or_put_right(event: str) -> None:
    if event == "release":
        assert stepped(rules.release(WEEKLY, BEFORE)).new is None
    else:
        missed = replace(WEEKLY, ending=Ending.NO_WORD, ended_at=NO_WORD)
        assert stepped(rules.correct(missed, Ending.ON_TIME, NO_WORD)).new is None


def test_logging_is_undone_within_fifteen_minutes() -> None:
    assert rules.may_undo(OPEN, MADE + 15 * MINUTE) is None
    assert rules.may_undo(OPEN, MADE + 16 * MINUTE) is Refusal.TOO_LATE


def test_logging_is_not_undone_when_the_promise_has_ended() -> None:
    kept = stepped(rules.keep(OPEN, DUE, MADE + MINUTE, by_due=True)).promise
    assert rules.may_undo(kept, MADE + 2 * MINUTE) is Refusal.ENDED


@pytest.mark.parametrize("to", [Ending.ON_TIME, Ending.LATE, Ending.OWNED_UP])
def test_no_word_is_put_right_within_fourteen_days(to: Ending) -> None:
    missed = ended(Ending.NO_WORD, NO_WORD)
    assert stepped(rules.correct(missed, to, NO_WORD + 14 * DAY)).promise.ending is to
    assert rules.correct(missed, to, NO_WORD + 14 * DAY + MINUTE) is Refusal.TOO_LATE


@pytest.mark.parametrize("to", [Ending.NO_WORD, Ending.RELEASED])
def test_nothing_is_put_right_to_silence_or_release(to: Ending) -> None:
    kept = ended(Ending.ON_TIME)
    assert rules.correct(kept, to, AFTER + DAY) is Refusal.NOT_CORRECTABLE
