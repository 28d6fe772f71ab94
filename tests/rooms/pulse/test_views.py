"""What a member sees of a poll, in each state and both languages."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.content import Catalogue, Words
from bot.content.schema import FACTORS
from bot.rooms.pulse import views
from bot.rooms.pulse.rotation import ANCHOR
from bot.rooms.pulse.rules import Unanswerable
from bot.rooms.pulse.tables import Poll
from bot.slack.blocks import Block
from tests.rooms.pulse.seen import LONDON, NOW, PROJ, hostile, view_within_limits, within_limits

MOST_TEAMS = 24  # whose polls one message holds
STATEMENTS = 12  # a factor has in its bank
LONGEST_NAME = 80  # Slack: a channel's name


def poll(number: int = 1, *, state: str = "open", closes_in_days: int = 2) -> Poll:
    closes_at = NOW + timedelta(days=closes_in_days, hours=7, minutes=30)
    return Poll(
        workspace_id="T1",
        poll_id=f"{number:032x}",
        channel_id=f"C{number:010}",
        number=number,
        state=state,
        opens_on=date(2026, 11, 24),
        opens_at=NOW,
        last_opens_at=NOW,
        reminds_at=NOW,
        closes_at=closes_at,
        results_at=closes_at,
        minimum=4 + number,
        has_comments=False,
        locale="en",
        zone=LONDON,
        statements={},
    )


def frozen(catalogue: Catalogue, number: int = 0) -> Mapping[str, Mapping[str, Any]]:
    """What a poll froze at opening: the anchor and statement *number* of each factor."""
    asked = {ANCHOR: catalogue.pulse.anchor}
    asked |= {factor: catalogue.pulse.bank[factor][number] for factor in FACTORS}
    return {key: statement.model_dump() for key, statement in asked.items()}


def form(
    words: Words,
    catalogue: Catalogue,
    statements: Mapping[str, Mapping[str, Any]],
    *,
    has_comments: bool = True,
    channel_name: str = "proj",
) -> Block:
    view = views.answer_form(
        words,
        catalogue.pulse,
        statements,
        poll="f" * 32,
        channel=PROJ,
        channel_name=channel_name,
        minimum=5,
        has_comments=has_comments,
    )
    return view_within_limits(view)


@pytest.mark.parametrize(
    "polls",
    [
        pytest.param([poll()], id="one"),
        pytest.param([poll(closes_in_days=0)], id="closes today"),
        pytest.param([poll(1), poll(2, closes_in_days=1)], id="of two teams"),
        pytest.param([poll(1, state="published"), poll(2)], id="one of two has closed"),
        pytest.param([poll(state="waiting")], id="closed"),
    ],
)
def test_poll_message_says_what_is_open(
    words: Words, snapshot: SnapshotAssertion, polls: list[Poll]
) -> None:
    message = views.poll_message(words, views.poll_data(polls, LONDON, NOW))
    assert within_limits(message) == snapshot


def test_poll_message_is_within_slacks_limits_for_somebody_in_many_teams(words: Words) -> None:
    polls = [poll(number) for number in range(1, MOST_TEAMS + 1)]
    within_limits(views.poll_message(words, views.poll_data(polls, LONDON, NOW)))


@pytest.mark.parametrize("has_comments", [False, True])
def test_answer_form_asks_for_a_comment_where_comments_are_on(
    words: Words, catalogue: Catalogue, snapshot: SnapshotAssertion, has_comments: bool
) -> None:
    assert form(words, catalogue, frozen(catalogue), has_comments=has_comments) == snapshot


def test_answer_form_is_within_slacks_limits_whatever_is_asked(
    words: Words, catalogue: Catalogue
) -> None:
    for number in range(STATEMENTS):
        form(words, catalogue, frozen(catalogue, number), channel_name=hostile(LONGEST_NAME))


def test_answer_form_asks_as_frozen_what_has_left_the_bank(
    words: Words, catalogue: Catalogue
) -> None:
    gone = {"id": "pulse-C-99", "text": "We say it early.", "low": "Never", "high": "Always"}
    view = form(words, catalogue, {**frozen(catalogue), "C": gone})
    asked = next(one for one in view["blocks"] if one.get("block_id") == views.answer_id("C"))
    assert asked["label"]["text"] == gone["text"]


@pytest.mark.parametrize(
    "said", ["pulse-thanks", *(f"pulse-unanswerable-{one}" for one in Unanswerable)]
)
def test_answering_is_answered(words: Words, snapshot: SnapshotAssertion, said: str) -> None:
    view = views.notice(words, words(said.replace("_", "-")))
    assert view_within_limits(view) == snapshot


def test_skipping_and_leaving_are_answered(words: Words, snapshot: SnapshotAssertion) -> None:
    assert within_limits(views.skipped(words)) == snapshot(name="skipped")
    assert within_limits(views.left(words, PROJ)) == snapshot(name="left")
    assert within_limits(views.is_back(words, PROJ)) == snapshot(name="is back")
