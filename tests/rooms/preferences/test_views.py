"""What the settings and their confirmations look like, in both languages."""

from dataclasses import fields, replace
from datetime import UTC, datetime, time

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.content import Content
from bot.members.reader import Reader
from bot.members.tables import Member
from bot.rooms.preferences import form, views
from bot.rooms.preferences.choices import Choices, choices_of
from bot.rooms.preferences.usecases import Saved, Standing
from bot.sandbox.blocks import check_blocks, check_view
from bot.slack.ids import MemberId, WorkspaceId

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SOON = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
FRESH = choices_of(Member(workspace_id="T1", member_id="U1"))
CHOSEN = Choices(
    slot=time(20, 15),
    days=frozenset({0, 6}),
    rhythm="three",
    notification="full",
    recap=True,
    may_be_suggested=True,
    never=frozenset({"U2", "U3"}),
    work_start=time(6),
    work_end=time(22, 30),
    country="DE",
    zone="Asia/Shanghai",
    locale="zh-CN",
)


def reader(locale: str) -> Reader:
    return Reader(WorkspaceId("T1"), MemberId("U1"), locale, "Europe/London", known=True)


@pytest.mark.parametrize(
    "standing",
    [
        Standing(FRESH, SOON, None, ""),
        Standing(CHOSEN, SOON, SOON, ""),
        Standing(CHOSEN, SOON, None, "weekly"),
        Standing(CHOSEN, None, None, "pause"),
    ],
    ids=["fresh", "quiet", "weekly", "stopped"],
)
def test_settings_are_filled_in(
    content: Content, locale: str, snapshot: SnapshotAssertion, standing: Standing
) -> None:
    view = form.settings_form(content.words(locale), reader(locale), standing, content.locales)
    assert check_view(view) == []
    assert view == snapshot


def test_settings_are_filled_in_afresh_after_a_change_elsewhere(
    content: Content, locale: str, snapshot: SnapshotAssertion
) -> None:
    view = form.settings_form(
        content.words(locale),
        reader(locale),
        Standing(FRESH, None, None, ""),
        content.locales,
        is_afresh=True,
    )
    assert check_view(view) == []
    assert view["blocks"][0] == snapshot


@pytest.mark.parametrize("choices", [FRESH, CHOSEN], ids=["fresh", "chosen"])
def test_every_change_is_said(
    content: Content, locale: str, snapshot: SnapshotAssertion, choices: Choices
) -> None:
    every = [field.name for field in fields(Choices)]
    saved = Saved(reader(locale), every, Standing(choices, SOON, None, ""))
    message = views.saved(content.words(locale), saved, NOW)
    assert check_blocks(list(message.blocks), "message") == []
    assert message.text == snapshot
    assert check_view(views.in_modal(content.words(locale), message)) == []


def test_no_change_and_no_slot_are_said(
    content: Content, locale: str, snapshot: SnapshotAssertion
) -> None:
    saved = Saved(reader(locale), [], Standing(replace(FRESH, recap=True), None, None, ""))
    assert views.saved(content.words(locale), saved, NOW).text == snapshot


def test_quiet_and_coming_back(content: Content, locale: str, snapshot: SnapshotAssertion) -> None:
    words, who = content.words(locale), reader(locale)
    messages = [
        views.paused(words, who, SOON, SOON, NOW),
        views.paused(words, who, SOON, None, NOW),
        views.resumed(words, who, SOON, NOW),
        views.resumed(words, who, None, NOW),
    ]
    assert [check_blocks(list(message.blocks), "message") for message in messages] == [[]] * 4
    assert messages == snapshot
