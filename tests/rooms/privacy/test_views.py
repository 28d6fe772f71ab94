"""What people read about their data, in both languages."""

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.content import Content, Words
from bot.rooms.privacy import views
from bot.sandbox.blocks import check_blocks, check_view


@pytest.fixture(params=["en", "zh-CN"])
def words(content: Content, request: pytest.FixtureRequest) -> Words:
    return content.words(str(request.param))


def test_windows_say_what_is_stored_and_what_goes(
    words: Words, snapshot: SnapshotAssertion
) -> None:
    shown = [
        views.deal(words),
        views.confirm_forget(words),
        views.forgotten(words),
        views.export_asked(words),
        views.empty_home(words),
    ]
    assert [check_view(view) for view in shown] == [[]] * len(shown)
    assert shown == snapshot


def test_messages_bring_the_export(words: Words, snapshot: SnapshotAssertion) -> None:
    shown = [
        views.export_comes(words),
        views.export_here(words),
        views.export_failed(words, words("house-slack-trouble")),
        views.export_piece(words, ['{"a": "<!channel>"}', "{}"]),
    ]
    assert [check_blocks(message.blocks, "message") for message in shown] == [[]] * len(shown)
    assert shown == snapshot
