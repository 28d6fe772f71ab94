"""What asking looks like, on both sides."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.content import Content
from bot.rooms.asks import views
from bot.rooms.asks.usecases import Answer, Asked, Overview
from bot.sandbox.blocks import check_blocks, check_view
from bot.slack.blocks import finish
from bot.slack.ids import MemberId

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ANN, BEN = MemberId("U0ANN"), MemberId("U0BEN")
HOSTILE = "<!channel> & <@U1> " * 600


def asked(count: int, change: str = "") -> list[Asked]:
    answers = [None, Answer("C", "I", change)]
    return [Asked(ANN, AT, answers[number % 2]) for number in range(count)]


def test_forms_state_their_deal(content: Content, locale: str, snapshot: SnapshotAssertion) -> None:
    words = content.words(locale)
    shown = [
        views.ask_form(words, ANN, "a1"),
        views.asked_view(words),
        views.answer_form(words, "a1", BEN),
        views.answered_view(words, BEN),
    ]
    assert [check_view(view) for view in shown] == [[]] * 4
    assert shown == snapshot


@pytest.mark.parametrize(
    "overview",
    [Overview([], True), Overview([], False), Overview(asked(2, "Less <!here>"), False)],
)
def test_list_shows_answers_and_the_line_for_the_rest(
    content: Content, locale: str, snapshot: SnapshotAssertion, overview: Overview
) -> None:
    view = views.list_view(content.words(locale), overview, "Europe/London")
    assert check_view(view) == []
    assert view == snapshot


@pytest.mark.parametrize("page", [0, 3, 7])
def test_list_pages_however_long_and_hostile(content: Content, locale: str, page: int) -> None:
    overview = Overview(asked(60, HOSTILE), True)
    view = views.list_view(content.words(locale), overview, "Europe/London", page)
    assert check_view(view) == []


@pytest.mark.parametrize("answers", [["a1"], [f"a{number}" for number in range(9)]])
def test_riders_fit_a_message(
    content: Content, locale: str, snapshot: SnapshotAssertion, answers: Sequence[str]
) -> None:
    words = content.words(locale)
    parts: list[Any] = [
        *views.ask_rider(words, {"ask": "a1", "asker": BEN}),
        *views.answer_rider(words, {"answers": answers}),
    ]
    blocks = finish(parts)
    assert check_blocks(blocks, "message") == []
    assert blocks == snapshot


def test_settled_ask_leaves_the_rest_of_its_message_alone(content: Content, locale: str) -> None:
    words = content.words(locale)
    riders = [
        *views.answer_rider(words, {"answers": ["a7"]}),
        *views.ask_rider(words, {"ask": "a1", "asker": BEN}),
        *views.answer_rider(words, {"answers": ["a8"]}),
    ]
    blocks = finish(riders)
    left = views.settled(blocks, "a1", "Done.")
    assert left[:2] == blocks[:2]
    assert left[2]["elements"][0]["text"] == "Done."
    assert left[3:] == blocks[5:]
    assert views.settled(blocks, "a2", "Done.") == blocks


@pytest.mark.parametrize("page", [0, 1, 2])
def test_list_has_the_way_to_older_and_newer_ones(
    content: Content, locale: str, snapshot: SnapshotAssertion, page: int
) -> None:
    view = views.list_view(content.words(locale), Overview(asked(17), True), "Asia/Shanghai", page)
    assert check_view(view) == []
    assert view == snapshot


@pytest.mark.parametrize("said", ["asks-declined", "asks-are-off", "asks-answered-note"])
def test_settled_ask_says_how(
    content: Content, locale: str, snapshot: SnapshotAssertion, said: str
) -> None:
    """And says it again where its message is changed for another reason."""
    words, ask = content.words(locale), {"ask": "a1", "asker": BEN}
    blocks = finish(list(views.ask_rider(words, ask)))
    left = views.settled(blocks, "a1", words(said))
    assert check_blocks(left, "message") == []
    assert left == snapshot
    how = next(one for one, message_id in views.SETTLED.items() if message_id == said)
    assert finish(list(views.ask_rider(words, {**ask, "settled": how}))) == left
