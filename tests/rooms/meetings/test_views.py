"""What a plan looks like."""

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.content import Content
from bot.rooms.meetings import views
from bot.rooms.meetings.rules import Order, plan_meeting
from bot.sandbox.blocks import check_blocks, check_view


@pytest.mark.parametrize("sent", [True, False])
def test_plan_view_offers_sending_until_it_is_sent(
    content: Content, locale: str, snapshot: SnapshotAssertion, sent: bool
) -> None:
    order = Order(20, 6, 3)
    parts = plan_meeting(order, content.catalogue(locale).meetings)
    view = views.plan_view(content.words(locale), order, parts, sent=sent)
    assert view == snapshot


@pytest.mark.parametrize("people", [2, 6, 500])
@pytest.mark.parametrize("minutes", [5, 240])
def test_plan_is_within_slacks_limits(
    content: Content, locale: str, minutes: int, people: int
) -> None:
    order, words = Order(minutes, people, 11), content.words(locale)
    parts = plan_meeting(order, content.catalogue(locale).meetings)
    assert check_view(views.plan_view(words, order, parts)) == []
    assert check_blocks(list(views.plan_message(words, order, parts).blocks), "message") == []


def test_sent_plan_is_text_to_copy(
    content: Content, locale: str, snapshot: SnapshotAssertion
) -> None:
    order = Order(90, 8, 3)
    parts = plan_meeting(order, content.catalogue(locale).meetings)
    message = views.plan_message(content.words(locale), order, parts)
    assert (message.text, message.blocks) == snapshot
