"""The team's one promise, from proposal to its end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rooms.pulse.team_promise import (
    Decision,
    PromiseRefusal,
    Report,
    TeamPromise,
    decide,
    look_after,
    propose,
    report,
)
from bot.slack.ids import MemberId

ANN, BEN = MemberId("U1"), MemberId("U2")
TEXT = "no meetings on Wednesday mornings"
PROPOSED = TeamPromise(TEXT)
RUNNING = TeamPromise(TEXT, keeper=ANN)
REPORTED = TeamPromise(TEXT, keeper=ANN, report=Report.PARTLY)
ENDED = TeamPromise(TEXT, keeper=ANN, report=Report.KEPT, has_ended=True)


@pytest.mark.parametrize(
    ("current", "text", "becomes"),
    [
        (None, f"  {TEXT} ", PROPOSED),
        (None, " \n ", PromiseRefusal.EMPTY),
        (TeamPromise("another"), TEXT, PROPOSED),  # nobody looks after it yet
        (RUNNING, "another", PromiseRefusal.ONE_AT_A_TIME),
        (REPORTED, "another", PromiseRefusal.ONE_AT_A_TIME),
        (ENDED, TEXT, PROPOSED),
    ],
)
def test_one_promise_at_a_time_when_somebody_proposes(
    current: TeamPromise | None, text: str, becomes: TeamPromise | PromiseRefusal
) -> None:
    assert propose(current, text) == becomes


@pytest.mark.parametrize(
    ("promise", "presser", "becomes"),
    [
        (PROPOSED, ANN, RUNNING),
        (RUNNING, ANN, RUNNING),  # a double click
        (RUNNING, BEN, PromiseRefusal.ALREADY_LOOKED_AFTER),
        (ENDED, ANN, PromiseRefusal.ENDED),
    ],
)
def test_first_to_press_looks_after_it_when_several_press(
    promise: TeamPromise, presser: MemberId, becomes: TeamPromise | PromiseRefusal
) -> None:
    assert look_after(promise, presser) == becomes


@pytest.mark.parametrize(
    ("promise", "becomes"),
    [
        (PROPOSED, PromiseRefusal.NOBODY_LOOKS_AFTER_IT),
        (RUNNING, REPORTED),
        (TeamPromise(TEXT, ANN, Report.OPEN), REPORTED),  # the later report counts
        (ENDED, PromiseRefusal.ENDED),
    ],
)
def test_report_is_taken_when_somebody_looks_after_it(
    promise: TeamPromise, becomes: TeamPromise | PromiseRefusal
) -> None:
    assert report(promise, Report.PARTLY) == becomes


@pytest.mark.parametrize(
    ("promise", "decision", "text", "becomes"),
    [
        (REPORTED, Decision.KEEP, "", RUNNING),
        (REPORTED, Decision.CHANGE, " none on Fridays ", TeamPromise("none on Fridays")),
        (REPORTED, Decision.CHANGE, " ", PromiseRefusal.EMPTY),
        (REPORTED, Decision.LET_GO, "", TeamPromise(TEXT, ANN, Report.PARTLY, has_ended=True)),
        (RUNNING, Decision.KEEP, "", PromiseRefusal.NOT_REPORTED),  # also the second click
        (PROPOSED, Decision.LET_GO, "", PromiseRefusal.NOBODY_LOOKS_AFTER_IT),
        (ENDED, Decision.KEEP, "", PromiseRefusal.ENDED),
    ],
)
def test_decision_is_taken_once_when_it_was_reported(
    promise: TeamPromise,
    decision: Decision,
    text: str,
    becomes: TeamPromise | PromiseRefusal,
) -> None:
    assert decide(promise, decision, text) == becomes


@pytest.mark.parametrize(
    ("promise", "opens"), [(PROPOSED, False), (RUNNING, True), (REPORTED, True), (ENDED, False)]
)
def test_results_open_with_it_when_it_is_running(promise: TeamPromise, opens: bool) -> None:
    assert promise.is_running is opens


@given(st.lists(st.integers(0, 8), max_size=30))
def test_nobody_becomes_keeper_without_pressing_when_events_come_in_any_order(
    events: list[int],
) -> None:
    """The state after any events is one of the four, and its keeper pressed on this very text."""
    promise, pressed_on = PROPOSED, ""
    for number, event in enumerate(events):
        steps = [
            propose(promise, f"text {number}"),
            look_after(promise, ANN),
            *(report(promise, each) for each in Report),
            *(decide(promise, each, f"text {number}") for each in Decision),
            look_after(promise, BEN),
        ]
        result = steps[event]
        if isinstance(result, PromiseRefusal):
            continue
        pressed_on = result.text if event in (1, 8) else pressed_on
        promise = result
        assert promise.keeper is None or promise.text == pressed_on
