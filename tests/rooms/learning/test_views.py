"""What learning looks like, page by page."""

from datetime import UTC, datetime, timedelta

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.content import Content
from bot.rooms.learning import views
from bot.rooms.learning.usecases import Stretch, Track
from bot.sandbox.blocks import check_view

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def test_every_page_of_why_is_within_slacks_limits(
    content: Content, locale: str, snapshot: SnapshotAssertion
) -> None:
    pages = content.catalogue(locale).explainers
    shown = [views.why_page(content.words(locale), pages, page) for page in pages]
    assert [check_view(view) for view in shown] == [[]] * len(pages)
    assert [shown[0], shown[1], shown[-1]] == snapshot


@pytest.mark.parametrize("track", [Track(True, True), Track(True, False), Track(False, False)])
def test_leader_page_shows_the_track_as_it_is(
    content: Content, locale: str, snapshot: SnapshotAssertion, track: Track
) -> None:
    pages = content.catalogue(locale).leaders
    shown = [views.leader_page(content.words(locale), pages, page, track) for page in pages]
    assert [check_view(view) for view in shown] == [[]] * 4
    assert [shown[0], shown[1], shown[-1]] == snapshot


@pytest.mark.parametrize("started", [True, False])
def test_pressure_says_when_nudges_dont_run(
    content: Content, locale: str, snapshot: SnapshotAssertion, started: bool
) -> None:
    stretch = Stretch(NOW + timedelta(days=14), nudges_started=started)
    message = views.pressure_begun(content.words(locale), "Europe/London", stretch, NOW)
    assert (message.text, message.blocks) == snapshot


def test_pressure_says_when_it_is_over(
    content: Content, locale: str, snapshot: SnapshotAssertion
) -> None:
    message = views.pressure_ended(content.words(locale))
    assert (message.text, message.blocks) == snapshot
