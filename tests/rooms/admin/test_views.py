"""What an admin sees, in both languages."""

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.content import Content, Words
from bot.ports import TeamSetUp
from bot.rooms.admin import views
from bot.rooms.admin.rules import Choices
from bot.sandbox.blocks import check_blocks, check_view
from bot.slack.ids import ChannelId, MemberId


@pytest.fixture(params=["en", "zh-CN"])
def words(content: Content, request: pytest.FixtureRequest) -> Words:
    return content.words(str(request.param))


def test_form_shows_what_holds_now(words: Words, snapshot: SnapshotAssertion) -> None:
    chosen = Choices(frozenset({"asks"}), admins_only=True, retention_days=90)
    shown = [views.form(words, Choices()), views.form(words, chosen)]
    assert [check_view(view) for view in shown] == [[]] * len(shown)
    assert shown == snapshot


def test_each_change_is_said_back(words: Words, snapshot: SnapshotAssertion) -> None:
    everything = ("on", "admins_only", "retention_days")
    chosen = Choices(frozenset({"asks"}), admins_only=True, retention_days=90)
    shown = [
        views.saved(words, chosen, everything),
        views.saved(words, Choices(), everything),
        views.saved(words, chosen, ()),
    ]
    assert [check_view(view) for view in shown] == [[]] * len(shown)
    assert shown == snapshot


def test_an_admin_nobody_knew_is_shown_the_way(words: Words, snapshot: SnapshotAssertion) -> None:
    message = views.met(words)
    assert check_blocks(message.blocks, "message") == []
    assert message == snapshot


def test_teams_are_named_a_page_at_a_time(words: Words, snapshot: SnapshotAssertion) -> None:
    found = [
        TeamSetUp(ChannelId(f"C{number:03}"), MemberId("U0ANN") if number else None)
        for number in range(views.PER_PAGE + 1)
    ]
    shown = [views.teams(words, []), views.teams(words, found[:2]), views.teams(words, found, 1)]
    assert [check_view(view) for view in [*shown, views.teams(words, found)]] == [[]] * 4
    assert shown == snapshot
