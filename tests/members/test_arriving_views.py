"""What people read when Trustcheck arrives, or when they do, in both languages."""

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.content import Content, Words
from bot.members import arriving_views as views
from bot.sandbox.blocks import check_blocks


@pytest.fixture(params=["en", "zh-CN"])
def words(content: Content, request: pytest.FixtureRequest) -> Words:
    return content.words(str(request.param))


def test_everybody_new_is_told_what_it_is_for(words: Words, snapshot: SnapshotAssertion) -> None:
    shown = [
        views.welcome(words, {}),
        views.hello(words, {"pulse": True}),
        views.hello(words, {"pulse": False}),
        views.shown_round(words, {}),
        views.shown_round(words, {"language": True}),
    ]
    assert [check_blocks(message.blocks, "message") for message in shown] == [[]] * len(shown)
    assert shown == snapshot
