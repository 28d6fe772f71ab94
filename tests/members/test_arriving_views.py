"""What people read when Trustcheck arrives, or when they do, in both languages."""

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.content import Content, Words
from bot.members import arriving_views as views
from bot.members.quiet import quiet_view
from bot.sandbox.blocks import check_blocks, check_view


@pytest.fixture(params=["en", "zh-CN"])
def words(content: Content, request: pytest.FixtureRequest) -> Words:
    return content.words(str(request.param))


def test_everybody_new_is_told_what_it_is_for(words: Words, snapshot: SnapshotAssertion) -> None:
    shown = [
        views.welcome(words, {}),
        views.hello(words, {"pulse": True}),
        views.hello(words, {"pulse": False}),
        views.shown_round(words, {"notification": True}),
        views.shown_round(words, {"notification": True, "language": True}),
        views.shown_round(words, {}),
        views.language(words, {"language": True}),
    ]
    assert [check_blocks(message.blocks, "message") for message in shown] == [[]] * len(shown)
    assert shown == snapshot


def test_how_long_it_is_to_be_quiet_is_asked(words: Words, snapshot: SnapshotAssertion) -> None:
    view = quiet_view(words)
    assert check_view(view) == []
    assert view == snapshot
