"""What a nudge looks like in each of its states, in both languages."""

from datetime import UTC, datetime
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.content import Content
from bot.members.reader import Reader
from bot.ports import FollowThrough
from bot.rooms.nudges import recap_views, views
from bot.rooms.nudges.in_place import card_in, exchanged
from bot.rooms.nudges.rules import Why
from bot.sandbox.blocks import check_blocks, check_view
from bot.slack.blocks import Message, finish
from bot.slack.ids import MemberId, WorkspaceId

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SOON = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
LONG = "word & <b> " * 1000


def card(content: Content, locale: str, **more: Any) -> Message:
    practice = content.catalogue(locale).practice("S-hello")
    assert practice is not None
    text = practice.wordings[0].said(content.words(locale)("common-someone"))
    data = {"nudge": "n1", "practice": "S-hello", "text": text, **more}
    return views.nudge_card(content.words(locale), data)


def sound(message: Message) -> Message:
    assert check_blocks(list(message.blocks), "message") == []
    return Message(message.text, list(message.blocks))


@pytest.mark.parametrize("more", [{}, {"names": True}, {"full": True}])
def test_nudge_has_its_buttons_and_menu(
    content: Content, locale: str, snapshot: SnapshotAssertion, more: dict[str, Any]
) -> None:
    assert sound(card(content, locale, **more)) == snapshot


@pytest.mark.parametrize("reaction", ["done", "hidden", "later", "promised"])
def test_answer_takes_the_place_of_the_buttons(
    content: Content, locale: str, snapshot: SnapshotAssertion, reaction: str
) -> None:
    more = {"moment": "…"} if reaction == "later" else {}
    said = views.answer(content.words(locale), reaction, **more)
    assert sound(views.answered_card(content.words(locale), "…", said)) == snapshot


@pytest.mark.parametrize("reaction", ["done", "hidden", "promised", None])
def test_an_answer_given_elsewhere_takes_the_place_of_the_buttons(
    content: Content, locale: str, snapshot: SnapshotAssertion, reaction: str | None
) -> None:
    said = views.answered_before(content.words(locale), reaction)
    assert sound(views.answered_card(content.words(locale), "…", said)) == snapshot


@pytest.mark.parametrize("why", list(Why))
def test_why_says_why_it_was_picked(
    content: Content, locale: str, snapshot: SnapshotAssertion, why: str
) -> None:
    practice = content.catalogue(locale).practice("S-hello")
    view = views.why_view(content.words(locale), practice, why)
    assert check_view(view) == []
    assert view["blocks"][-1] == snapshot


def test_windows_and_offers(content: Content, locale: str, snapshot: SnapshotAssertion) -> None:
    words = content.words(locale)
    who = Reader(WorkspaceId("T1"), MemberId("U1"), locale, "Europe/London", known=True)
    windows = [views.why_view(words, None, "turn")]
    messages = [
        views.offer(words, words.time(NOW.time())),
        views.started(words, who, SOON, NOW, is_new=True),
        views.started(words, who, None, NOW, is_new=False),
        views.back(words, who, SOON, NOW),
        views.back(words, who, None, NOW),
    ]
    assert [check_view(view) for view in windows] == [[]]
    assert [windows, [sound(message) for message in messages]] == snapshot


@pytest.mark.parametrize("slowed", ["weekly", "pause"])
def test_news_of_slowing_down_has_its_way_back(
    content: Content, locale: str, snapshot: SnapshotAssertion, slowed: str
) -> None:
    assert finish(views.slowed_rider(content.words(locale), {"slowed": slowed})) == snapshot


@pytest.mark.parametrize(("kept", "promises"), [(0, None), (1, None), (3, FollowThrough(12, 8))])
@pytest.mark.parametrize("factors", [[], ["S"], ["S", "R", "S"]])
def test_recap(
    content: Content,
    locale: str,
    snapshot: SnapshotAssertion,
    factors: list[str],
    kept: int,
    promises: FollowThrough | None,
) -> None:
    words = content.words(locale)
    view = recap_views.recap_view(words, factors, ["idea"] * len(factors), kept, promises)
    assert check_view(view) == []
    assert [sound(recap_views.recap_card(words, {"until": 0})), view] == snapshot


def test_recap_of_a_hundred_practices_fits(content: Content, locale: str) -> None:
    view = recap_views.recap_view(content.words(locale), ["S"] * 100, [LONG] * 100, 100, None)
    assert check_view(view) == []


def test_home_card_shows_the_practice_or_how_to_start(
    content: Content, locale: str, snapshot: SnapshotAssertion
) -> None:
    words, waiting = content.words(locale), {"nudge": "n1", "practice": "S-hello"}
    cards = [
        views.home_card(words, started=False, text=None, next_said=None),
        views.home_card(words, started=True, text="…", next_said="…"),
        views.home_card(words, started=True, text=None, next_said=None),
        views.home_card(
            words, started=True, text="…", next_said="…", is_todays=False, pressable=waiting
        ),
        views.home_card(
            words, started=True, text="…", next_said="…", said=views.answer(words, "promised")
        ),
    ]
    assert [finish(one) for one in cards] == snapshot


def test_a_card_is_exchanged_and_its_neighbours_stay(content: Content, locale: str) -> None:
    words = content.words(locale)
    news = finish(views.slowed_rider(words, {"slowed": "weekly"}))
    blocks = [*news, *card(content, locale).blocks, *news]
    place = card_in(blocks, views.DONE)
    assert place == slice(2, 4)
    by = finish([])
    assert exchanged(blocks, place, by) == [*news, *news]
    assert card_in(news, views.DONE) is None
