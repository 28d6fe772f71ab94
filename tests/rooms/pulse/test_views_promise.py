"""What the channel reads of the team's promise, from the proposal to how it went."""

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.content import Words
from bot.rooms.pulse import views_promise
from bot.rooms.pulse.promises import MAX_CHARS
from bot.rooms.pulse.team_promise import PromiseRefusal
from bot.sandbox.blocks import check_blocks
from bot.slack.blocks import finish
from tests.rooms.pulse.seen import PROJ, hostile, view_within_limits, within_limits

PROMISE = "f" * 32
QUIET_MORNINGS = "No meetings on Wednesday mornings"


@pytest.mark.parametrize("meta", [{"channel": PROJ}, {"promise": PROMISE}])
def test_promise_form_is_headed_by_the_deal(
    words: Words, snapshot: SnapshotAssertion, meta: dict[str, str]
) -> None:
    assert view_within_limits(views_promise.promise_form(words, meta)) == snapshot


@pytest.mark.parametrize("taken", [False, True])
def test_promise_post_waits_for_somebody_or_says_somebody_has_it(
    words: Words, snapshot: SnapshotAssertion, taken: bool
) -> None:
    data = {"id": PROMISE, "words": QUIET_MORNINGS, "taken": taken}
    assert within_limits(views_promise.promise_post(words, data)) == snapshot


def test_promise_post_is_within_slacks_limits_whatever_was_typed(words: Words) -> None:
    data = {"id": PROMISE, "words": hostile(MAX_CHARS), "taken": False}
    within_limits(views_promise.promise_post(words, data))


def test_last_promise_asks_how_it_went(words: Words, snapshot: SnapshotAssertion) -> None:
    parts = views_promise.last_promise(words, {"id": PROMISE, "words": QUIET_MORNINGS})
    blocks = finish(parts)
    assert check_blocks(blocks, "message") == []
    assert blocks == snapshot


def test_decision_card_asks_what_becomes_of_it(words: Words, snapshot: SnapshotAssertion) -> None:
    assert within_limits(views_promise.decision_card(words, PROMISE)) == snapshot


def test_a_press_that_changes_nothing_is_told_why(
    words: Words, snapshot: SnapshotAssertion
) -> None:
    said = {why.value: words(f"pulse-promise-{why.replace('_', '-')}") for why in PromiseRefusal}
    assert said == snapshot
