"""The life of a promise: every event in every state, twice, and late."""

from collections.abc import Callable, Mapping
from datetime import datetime

import pytest

from bot.rooms.commitments import rules
from bot.rooms.commitments.rules import Promise, Refusal, Step
from tests.rooms.commitments.promises import (
    AFTER,
    ASKED,
    BEFORE,
    DAY,
    DIARY,
    DUE,
    EVENTS,
    MINUTE,
    NEW,
    OPEN,
    STATES,
    outcome_of,
    stepped,
)

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
# The same once more, a minute later, on the card that was pressed; "-" where there was no first.
AGAIN = {
    "check": "already_asked - - - - - - - - -",
    "on track": "open - - - - - - - - -",
    "at risk": "open - - - - - - - - -",
    "ask": "- already_asked - - - - - - - -",
    "kept": "on_time on_time on_time on_time on_time on_time - - - -",
    "kept late": "- late late late late - late - - -",
    "not yet": "- open open open open - - - - -",
    "move": "outdated ended ended ended ended - - - - -",
    "own up": "outdated ended ended ended ended - - - - -",
    "give up": "ended ended ended ended ended - - - - -",
    "skip": "- - - - - - - - - -",
    "release": "released released released released released - - - - released",
    "lapse": "- - - - no_word - - - no_word -",
    "put right": "- - - - - late late - late -",
}
# The same a month later: what is past due is still asked about, and a word is still taken.
LATE = {
    "check": "past_due past_due past_due past_due past_due ended ended ended ended ended",
    "on track": "past_due past_due past_due past_due past_due ended ended ended ended ended",
    "at risk": "past_due past_due past_due past_due past_due ended ended ended ended ended",
    "ask": "open open already_asked already_asked already_asked ended ended ended ended ended",
    "kept": "on_time on_time on_time on_time on_time on_time ended ended ended ended",
    "kept late": "late late late late late ended late ended ended ended",
    "not yet": "open open open open open ended ended ended ended ended",
    "move": "past past past past past ended ended ended ended ended",
    "own up": "past past past past past ended ended ended ended ended",
    "give up": "owned_up owned_up owned_up owned_up owned_up ended ended ended ended ended",
    "skip": "no_next no_next no_next no_next no_next ended ended ended ended ended",
    "release": "released released released released released ended ended ended ended released",
    "lapse": "not_asked not_asked no_word no_word no_word ended ended ended no_word ended",
    "put right": "is_open is_open is_open is_open is_open too_late late not_correctable"
    " too_late not_correctable",
}


def cases(table: Mapping[str, str]) -> list[tuple[str, str, str]]:
    assert set(table) == set(EVENTS)
    return [
        (event, state, outcome)
        for event, outcomes in table.items()
        for state, outcome in zip(STATES, outcomes.split(), strict=True)
    ]


@pytest.mark.parametrize(("event", "state", "outcome"), cases(TABLE))
def test_event_has_its_outcome_in_every_state(event: str, state: str, outcome: str) -> None:
    promise, now = STATES[state]
    assert outcome_of(EVENTS[event](promise, promise.due_at, now)) == outcome


@pytest.mark.parametrize(("event", "state", "outcome"), cases(AGAIN))
def test_event_that_comes_again_changes_nothing(event: str, state: str, outcome: str) -> None:
    promise, now = STATES[state]
    first = EVENTS[event](promise, promise.due_at, now)
    if isinstance(first, Refusal):
        assert outcome == "-"
        return
    again = EVENTS[event](first.promise, promise.due_at, now + MINUTE)
    assert outcome_of(again) == outcome
    assert isinstance(again, Refusal) or again == Step(first.promise)


@pytest.mark.parametrize(("event", "state", "outcome"), cases(LATE))
def test_event_that_comes_a_month_late_has_its_outcome(
    event: str, state: str, outcome: str
) -> None:
    promise, now = STATES[state]
    assert outcome_of(EVENTS[event](promise, promise.due_at, now + 30 * DAY)) == outcome


@pytest.mark.parametrize("state", ["on time", "late", "owned up", "no word", "released"])
@pytest.mark.parametrize("event", [name for name in EVENTS if name != "put right"])
def test_nothing_happens_after_the_end(event: str, state: str) -> None:
    promise, now = STATES[state]
    result = EVENTS[event](promise, promise.due_at, now + 30 * DAY)
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
