"""What the App Home and the help look like, in both languages."""

from collections.abc import Sequence

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.content import Content, Words
from bot.rooms.home import views
from bot.rooms.nudges.views import home_card as nudges_card
from bot.rooms.pulse.views_card import home_card as pulse_card
from bot.rooms.trustcheck.rules import Scores
from bot.rooms.trustcheck.views import home_card as check_card
from bot.sandbox.blocks import check_blocks, check_view
from bot.slack.blocks import Block, Buildable
from tests.rooms.pulse.seen import pulse


@pytest.fixture(params=["en", "zh-CN"])
def words(content: Content, request: pytest.FixtureRequest) -> Words:
    return content.words(str(request.param))


def cards(words: Words, scores: Scores | None, teams: int) -> list[Sequence[Buildable | Block]]:
    """The cards of some rooms: for somebody with these *scores*, in that many *teams*."""
    text = "x" * 400 if teams else None
    return [
        nudges_card(words, started=bool(teams), text=text, next_said=text and words.weekday(0)),
        check_card(words, scores),
        pulse_card(words, [pulse(f"C{number:010}") for number in range(teams)]),
    ]


def test_home_greets_and_says_who_sees_it(words: Words, snapshot: SnapshotAssertion) -> None:
    view = views.home(words, [])
    assert check_view(view) == []
    assert view == snapshot


def test_a_guest_reads_that_it_is_not_for_them(words: Words, snapshot: SnapshotAssertion) -> None:
    view, message = views.guests_home(words), views.guests_message(words)
    assert check_view(view) == check_blocks(list(message.blocks), "message") == []
    assert (view, message) == snapshot


def test_home_parts_the_rooms_cards(words: Words, snapshot: SnapshotAssertion) -> None:
    view = views.home(words, cards(words, None, 0))
    assert check_view(view) == []
    assert view == snapshot


def test_home_is_within_slacks_limits_for_somebody_in_many_teams(words: Words) -> None:
    assert check_view(views.home(words, cards(words, Scores(1.25, 2.5, 3.75, 4.25), 60))) == []


def test_help_offers_its_words_as_buttons(words: Words, snapshot: SnapshotAssertion) -> None:
    message = views.help_message(words)
    assert check_blocks(list(message.blocks), "message") == []
    assert message == snapshot
