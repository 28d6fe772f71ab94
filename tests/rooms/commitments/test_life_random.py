"""Whatever happens to a promise, in any order: what must always hold."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.rooms.commitments import rules
from bot.rooms.commitments.outcome import how_ended
from bot.rooms.commitments.rules import Ending, NewTime, Promise, Refusal, Series, Step
from tests.rooms.commitments.promises import DUE, MADE, OPEN, WEEKLY, diary
from tests.rooms.commitments.reading import LONDON

DIARY = diary()
THRICE = replace(OPEN, series=Series("FREQ=DAILY;COUNT=3", DUE, LONDON, DUE))
Event = Callable[[Promise, datetime, timedelta], Step | Refusal]


def _new_time(now: datetime, ahead: timedelta) -> NewTime:
    return NewTime(now + ahead, "time")


EVENTS: list[Event] = [
    lambda p, now, _: rules.check_ahead(p, now),
    lambda p, now, _: rules.answer_check(p, p.due_at, now, at_risk=True),
    lambda p, now, _: rules.ask(p, now),
    lambda p, now, _: rules.keep(p, p.due_at, now, by_due=True),
    lambda p, now, _: rules.keep(p, p.due_at, now, by_due=False),
    lambda p, now, _: rules.keep(p, DUE, now, by_due=True),
    lambda p, now, _: rules.say_not_yet(p, p.due_at, now),
    lambda p, now, ahead: rules.move(p, _new_time(now, ahead), p.due_at, now, DIARY),
    lambda p, now, ahead: rules.own_up(p, _new_time(now, ahead), p.due_at, now, DIARY),
    lambda p, now, _: rules.own_up(p, None, p.due_at, now, DIARY),
    lambda p, now, _: rules.skip(p, p.due_at, now, DIARY),
    lambda p, now, _: rules.release(p, now),
    lambda p, now, _: rules.lapse(p, now, DIARY),
    *(
        (lambda to: lambda p, now, _: rules.correct(p, to, now))(ending)
        for ending in sorted(rules.CORRECTIONS)
    ),
]
SEQUENCES = st.lists(
    st.tuples(
        st.integers(0, 5),  # which promise
        st.sampled_from(EVENTS),
        st.timedeltas(timedelta(0), timedelta(days=4)),  # how much later
        st.timedeltas(timedelta(minutes=1), timedelta(days=9)),  # how far ahead it is moved
    ),
    max_size=40,
)


class Log:
    """All promises of one person, and what was asked about them."""

    def __init__(self) -> None:
        self.promises = [OPEN, WEEKLY, THRICE]
        self.asked: list[tuple[str, int, datetime]] = []
        self.now = MADE

    def happen(self, which: int, event: Event, later: timedelta, ahead: timedelta) -> None:
        self.now += later
        index = which % len(self.promises)
        before = self.promises[index]
        result = event(before, self.now, ahead)
        if isinstance(result, Refusal):
            return
        for question in ("asked_at", "checked_at"):
            asked_at = getattr(result.promise, question)
            if asked_at and asked_at != getattr(before, question):
                self.asked.append((question, index, before.due_at))
        self.check(before, result)
        self.promises[index] = result.promise
        if result.new is not None:
            self.promises.append(result.new)

    def check(self, before: Promise, step: Step) -> None:
        if before.ending:
            assert step.new is None
            assert replace(step.promise, ending=before.ending) == before  # but how it ended
            assert step.promise.ending in rules.CORRECTIONS or step.promise == before
        if step.new is not None:
            assert step.promise.ending
            assert step.new.due_at > self.now
            assert step.new.ending is None


@given(SEQUENCES)
def test_counts_always_add_up(sequence: list[Any]) -> None:
    log = Log()
    for event in sequence:
        log.happen(*event)
    counts = how_ended(log.promises, log.now)
    still_open = [p for p in log.promises if p.ending is None]
    assert all(p.ended_at is None for p in still_open)
    recent = [p for p in log.promises if p.ended_at and p.ended_at > log.now - timedelta(days=90)]
    assert counts.total + counts.released == len(recent)
    assert counts.early <= counts.total


@given(SEQUENCES)
def test_nothing_is_asked_twice(sequence: list[Any]) -> None:
    log = Log()
    for event in sequence:
        log.happen(*event)
    assert len(log.asked) == len(set(log.asked))


@given(SEQUENCES)
def test_a_cadence_has_one_open_promise_at_most_and_ends_as_said(sequence: list[Any]) -> None:
    log = Log()
    for event in sequence:
        log.happen(*event)
    for cadence in (WEEKLY, THRICE):
        rule = cadence.series and cadence.series.recurrence
        of_it = [p for p in log.promises if p.series and p.series.recurrence == rule]
        assert sum(p.ending is None for p in of_it) <= 1
    instances = {p.series.instance_at for p in of_it if p.series}
    assert max(instances) <= DUE + timedelta(days=2)


@given(SEQUENCES)
def test_every_promise_ends_once_it_is_asked_about_and_left_alone(sequence: list[Any]) -> None:
    log = Log()
    for event in sequence:
        log.happen(*event)
    for promise in log.promises:
        if promise.ending is None:
            now = max(log.now, promise.due_at)
            asked = rules.ask(promise, now)
            waiting = asked.promise if isinstance(asked, Step) else promise
            ending = rules.lapse(waiting, now + timedelta(days=30), DIARY)
            assert isinstance(ending, Step)
            assert ending.promise.ending is Ending.NO_WORD


def test_instants_stay_in_utc_when_a_cadence_goes_on() -> None:
    following = rules.next_in_series(WEEKLY, MADE)
    assert following is not None
    assert following.due_at.tzinfo is UTC
