"""What a reflection looks like in each of its states."""

from datetime import UTC, datetime

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.content import Content
from bot.rooms.reflection import views
from bot.rooms.reflection.usecases import Kept
from bot.sandbox.blocks import check_view

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ANSWERS = {
    "relationship": "The client",
    "usual": "They shouted.",
    "moments": "",
    "other": "Their board.",
    "factor": "R",
    "retold": "They shouted, and I was late.",
    "repair": "Call them",
}
LONG = dict.fromkeys(ANSWERS, "<!channel> & <@U1> " * 600) | {"factor": "I"}


@pytest.mark.parametrize("step", range(7))
def test_step_shows_what_came_before(
    content: Content, locale: str, snapshot: SnapshotAssertion, step: int
) -> None:
    reflection = content.catalogue(locale).reflection
    view = views.step_view(
        content.words(locale), reflection, step, ANSWERS, reflection_id="r1", kept=2
    )
    assert check_view(view) == []
    assert view == snapshot


@pytest.mark.parametrize("repair", ["Call them", ""])
@pytest.mark.parametrize("is_kept", [True, False])
def test_end_says_whether_it_was_kept_and_offers_a_promise_where_there_is_a_repair(
    content: Content, locale: str, snapshot: SnapshotAssertion, is_kept: bool, repair: str
) -> None:
    reflection = content.catalogue(locale).reflection
    answers = {**ANSWERS, "repair": repair}
    view = views.end_view(
        content.words(locale), reflection, answers, reflection_id="r1", is_kept=is_kept
    )
    assert check_view(view) == []
    assert view == snapshot


@pytest.mark.parametrize(
    "kept", [Kept(0), Kept(1, 0, "r1", AT, ANSWERS), Kept(3, 1, "r1", AT, ANSWERS)]
)
def test_kept_view_shows_one_and_the_way_to_others(
    content: Content, locale: str, snapshot: SnapshotAssertion, kept: Kept
) -> None:
    view = views.kept_view(content.words(locale), kept, "Europe/London")
    assert check_view(view) == []
    assert view == snapshot


def test_reflection_takes_the_longest_and_most_hostile_texts(content: Content, locale: str) -> None:
    words, reflection = content.words(locale), content.catalogue(locale).reflection
    shown = [
        views.step_view(words, reflection, 6, LONG, reflection_id="r1"),
        views.end_view(words, reflection, LONG, reflection_id="r1", is_kept=True),
        views.kept_view(words, Kept(1, 0, "r1", AT, LONG), "Europe/London"),
    ]
    assert [check_view(view) for view in shown] == [[], [], []]


def test_first_step_has_no_way_to_what_was_kept_where_nothing_was(
    content: Content, locale: str, snapshot: SnapshotAssertion
) -> None:
    reflection = content.catalogue(locale).reflection
    view = views.step_view(content.words(locale), reflection, 0, {}, reflection_id="r1")
    assert check_view(view) == []
    assert view == snapshot
