"""The life of a promise: every event in every state, twice, and late."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from bot.rooms.commitments import rules
from bot.rooms.commitments.rules import Ending, Promise, Refusal, Step
from tests.rooms.commitments.promises import (
    AFTER,
    ASKED,
    BEFORE,
    DAY,
    DUE,
    NEW,
    NO_WORD,
    OPEN,
    diary,
    ended,
    stepped,
)

Event = Callable[[Promise, datetime], Step | Refusal]
DIARY = diary()
EVENTS: dict[str, Event] = {
    "check": rules.check_ahead,
    "on track": lambda p, now: rules.answer_check(p, p.due_at, now, at_risk=False),
    "at risk": lambda p, now: rules.answer_check(p, p.due_at, now, at_risk=True),
    "ask": rules.ask,
    "kept": lambda p, now: rules.keep(p, p.due_at, now, by_due=True),
    "kept late": lambda p, now: rules.keep(p, p.due_at, now, by_due=False),
    "not yet": lambda p, now: rules.say_not_yet(p, p.due_at, now),
    "move": lambda p, now: rules.move(p, NEW, p.due_at, now, DIARY),
    "own up": lambda p, now: rules.own_up(p, NEW, p.due_at, now, DIARY),
    "give up": lambda p, now: rules.own_up(p, None, p.due_at, now, DIARY),
    "skip": lambda p, now: rules.skip(p, p.due_at, now, DIARY),
    "release": rules.release,
    "lapse": lambda p, now: rules.lapse(p, now, DIARY),
    "put right": lambda p, now: rules.correct(p, Ending.LATE, now),
}
STATES = {
    "open": (OPEN, BEFORE),
    "due": (OPEN, AFTER),
    "asked": (ASKED, AFTER),
    "not yet": (replace(ASKED, not_yet_at=AFTER), AFTER),
    "silent": (ASKED, NO_WORD),
    "on time": (ended(Ending.ON_TIME), AFTER + DAY),
    "late": (ended(Ending.LATE), AFTER + DAY),
    "owned up": (ended(Ending.OWNED_UP), AFTER + DAY),
    "no word": (ended(Ending.NO_WORD), AFTER + DAY),
    "released": (ended(Ending.RELEASED), AFTER + DAY),
}
# What each event makes of each state, in the order of STATES: "open" where it goes on.
TABLE = {
    "check": "open past_due past_due past_due past_due ended ended ended ended ended",
    "on track": "open past_due past_due past_due past_due ended ended ended ended ended",
    "at risk": "open past_due past_due past_due past_due ended ended ended ended ended",
    "ask": "not_due open already_asked already_asked already_asked ended ended ended ended ended",
    "kept": "on_time on_time on_time on_time on_time on_time ended ended ended ended",
    "kept late": "not_due late late late late ended late ended ended ended",
    "not yet": "not_due open open open open ended ended ended ended ended",
    "move": "open owned_up owned_up owned_up owned_up ended ended ended ended ended",
    "own up": "open owned_up owned_up owned_up owned_up ended ended ended ended ended",
    "give up": "owned_up owned_up owned_up owned_up owned_up ended ended ended ended ended",
    "skip": "no_next no_next no_next no_next no_next ended ended ended ended ended",
    "release": "released released released released released ended ended ended ended released",
    "lapse": "not_asked not_asked too_soon too_soon no_word ended ended ended no_word ended",
    "put right": "is_open is_open is_open is_open is_open late late"
    " not_correctable late not_correctable",
}
CASES = [
    (event, state, outcome)
    for event, outcomes in TABLE.items()
    for state, outcome in zip(STATES, outcomes.split(), strict=True)
]


def outcome_of(result: Step | Refusal) -> str:
    if isinstance(result, Refusal):
        return result.value
    return result.promise.ending or "open"


@pytest.mark.parametrize(("event", "state", "outcome"), CASES)
def test_event_has_its_outcome_in_every_state(event: str, state: str, outcome: str) -> None:
    promise, now = STATES[state]
    assert outcome_of(EVENTS[event](promise, now)) == outcome


@pytest.mark.parametrize(("event", "state", "outcome"), CASES)
def test_event_changes_nothing_when_it_comes_again(event: str, state: str, outcome: str) -> None:
    promise, now = STATES[state]
    first = EVENTS[event](promise, now)
    if isinstance(first, Step):
        pressed_again = replace(first.promise, due_at=promise.due_at)
        again = EVENTS[event](pressed_again if first.promise.ending else first.promise, now)
        assert isinstance(again, Refusal) or again.promise.ending == first.promise.ending
        assert isinstance(again, Refusal) or not first.promise.ending or again.new is None


@pytest.mark.parametrize("state", ["on time", "late", "owned up", "no word", "released"])
@pytest.mark.parametrize("event", [name for name in EVENTS if name != "put right"])
def test_nothing_happens_after_the_end(event: str, state: str) -> None:
    promise, now = STATES[state]
    result = EVENTS[event](promise, now + 30 * DAY)
    assert isinstance(result, Refusal) or result == Step(promise)


@pytest.mark.parametrize(
    "press",
    [
        lambda p, about: rules.answer_check(p, about, BEFORE, at_risk=True),
        lambda p, about: rules.keep(p, about, AFTER, by_due=True),
        lambda p, about: rules.say_not_yet(p, about, AFTER),
        lambda p, about: rules.move(p, NEW, about, BEFORE, DIARY),
        lambda p, about: rules.own_up(p, NEW, about, BEFORE, DIARY),
        lambda p, about: rules.skip(p, about, BEFORE, DIARY),
    ],
)
def test_answer_is_outdated_when_the_promise_has_moved(
    press: Callable[[Promise, datetime], Step | Refusal],
) -> None:
    moved = stepped(rules.move(OPEN, NEW, DUE, BEFORE, DIARY)).promise
    assert press(moved, DUE) is Refusal.OUTDATED


def test_second_of_two_answers_clicked_at_once_is_refused() -> None:
    first = stepped(rules.keep(ASKED, DUE, AFTER, by_due=True))
    assert rules.keep(first.promise, DUE, AFTER, by_due=False) is Refusal.ENDED


def test_answer_two_states_old_is_refused_when_a_new_promise_has_started() -> None:
    step = stepped(rules.move(ASKED, NEW, DUE, AFTER, DIARY))
    assert step.new is not None
    assert rules.keep(step.new, DUE, AFTER, by_due=True) is Refusal.OUTDATED
    assert rules.keep(step.promise, DUE, AFTER, by_due=True) is Refusal.ENDED


def test_not_yet_keeps_the_first_time_it_was_said() -> None:
    said = stepped(rules.say_not_yet(ASKED, DUE, AFTER)).promise
    assert stepped(rules.say_not_yet(said, DUE, AFTER + DAY)).promise.not_yet_at == AFTER
