"""What the trust check looks like in each of its states."""

from datetime import UTC, datetime, timedelta

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.content import Content
from bot.ports import FollowThrough, NextPractice
from bot.rooms.trustcheck import full_views, history_views, views
from bot.rooms.trustcheck.full_check import Draft
from bot.rooms.trustcheck.history import History, history_like
from bot.rooms.trustcheck.pattern import Taken, change
from bot.rooms.trustcheck.rules import Scores
from bot.rooms.trustcheck.usecases import Result
from bot.sandbox.blocks import check_blocks, check_view

START = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
LONDON = "Europe/London"
HOSTILE = "<!channel> & " * 800


def checks(count: int, form: str = "quick", subject: str | None = None) -> list[Taken]:
    """That many checks a day apart, newest first."""
    return [
        Taken(
            f"{form}{day}{(subject or '')[:8]}",
            form,
            START + timedelta(days=day),
            Scores(1 + day % 5, 3, 2, 4),
            subject,
        )
        for day in reversed(range(count))
    ]


LISTEN = NextPractice("I-listen", "", "c1")


def result(compared: bool, follow_through: FollowThrough | None) -> Result:
    pair = change(checks(6), "quick") if compared else None
    return Result(Scores(4, 4.5, 2, 2), "I", LISTEN, pair, follow_through)


@pytest.mark.parametrize(
    "shown",
    [
        NextPractice("S-hello", "S-hello.1", "c1"),
        NextPractice("S-hello", "S-hello.1", "c1", is_promised=True),
        None,
    ],
)
def test_result_says_so_when_practices_are_set_aside_or_made_a_promise(
    content: Content, locale: str, snapshot: SnapshotAssertion, shown: NextPractice | None
) -> None:
    practice = content.catalogue(locale).practice("S-hello") if shown else None
    told = Result(Scores(4, 4.5, 2, 2), "I", shown)
    view = views.result_card(content.words(locale), told, practice)
    assert check_view(view) == []
    assert view["blocks"][5:] == snapshot


def test_quick_form_asks_four_statements(
    content: Content, locale: str, snapshot: SnapshotAssertion
) -> None:
    statements = content.catalogue(locale).statements
    view = views.quick_form(content.words(locale), statements, "c1")
    assert check_view(view) == []
    assert view == snapshot


@pytest.mark.parametrize("page", range(5))
def test_full_page_is_filled_in_with_earlier_answers(
    content: Content, locale: str, snapshot: SnapshotAssertion, page: int
) -> None:
    draft = Draft("d1", {"full-C-1": 2, "full-S-3": 5}, "The lighthouse")
    view = full_views.full_page(
        content.words(locale), content.catalogue(locale).statements, draft, page
    )
    assert check_view(view) == []
    assert view == snapshot


@pytest.mark.parametrize(
    ("compared", "follow_through"), [(False, None), (True, FollowThrough(12, 8))]
)
def test_result_tells_what_earlier_checks_and_promises_add(
    content: Content,
    locale: str,
    snapshot: SnapshotAssertion,
    compared: bool,
    follow_through: FollowThrough | None,
) -> None:
    practice = content.catalogue(locale).practice("I-listen")
    assert practice is not None
    view = views.result_card(content.words(locale), result(compared, follow_through), practice)
    assert check_view(view) == []
    assert view == snapshot


@pytest.mark.parametrize("scores", [None, Scores(4, 4, 2, 2)])
def test_home_card_shows_the_last_check_or_what_one_is(
    content: Content, locale: str, snapshot: SnapshotAssertion, scores: Scores | None
) -> None:
    assert [part.build() for part in views.home_card(content.words(locale), scores)] == snapshot


def test_home_card_shows_the_trend_once_there_is_one(
    content: Content, locale: str, snapshot: SnapshotAssertion
) -> None:
    found = history_like(checks(6), None)
    parts = views.home_card(content.words(locale), found.checks[0].scores, found.changes)
    assert [part.build() for part in parts] == snapshot


@pytest.mark.parametrize("count", [0, 1, 7])
def test_history_shows_as_much_pattern_as_there_is(
    content: Content, locale: str, snapshot: SnapshotAssertion, count: int
) -> None:
    found = history_like(checks(count), None)
    view = history_views.history_view(content.words(locale), found, LONDON)
    assert check_view(view) == []
    assert view == snapshot


def test_history_stays_within_slacks_limits_however_many_and_hostile(
    content: Content, locale: str
) -> None:
    many = [one for number in range(150) for one in checks(1, subject=f"{number} {HOSTILE}")]
    found = history_like([*many, *checks(600)], "quick0")
    for page in (0, 5, 19):
        view = history_views.history_view(content.words(locale), found, LONDON, page=page)
        assert check_view(view) == []


def test_chart_has_its_points_oldest_first_and_the_same_in_words(
    content: Content, locale: str, snapshot: SnapshotAssertion
) -> None:
    found = history_like([*checks(9), *checks(2, "full")], None)
    words = content.words(locale)
    data = {"charts": history_views.chart_data(words, found, LONDON)}
    message = history_views.chart_message(words, data)
    assert check_blocks(list(message.blocks), "message") == []
    assert (message.text, message.blocks) == snapshot
    assert history_views.chart_in_words(words, data).blocks == snapshot(name="in words")
    assert history_views.chart_message(words, {**data, "full": True}).text == snapshot(name="full")


def test_chart_takes_twenty_points_with_different_names(content: Content, locale: str) -> None:
    same_day = [Taken(str(number), "full", START, Scores(3, 3, 3, 3), None) for number in range(40)]
    words = content.words(locale)
    data = {"charts": history_views.chart_data(words, History(same_day, same_day[:1]), LONDON)}
    message = history_views.chart_message(words, data)
    assert check_blocks(list(message.blocks), "message") == []


@pytest.mark.parametrize(("page", "sent"), [(0, False), (1, True)])
def test_history_of_several_things_turns_its_pages(
    content: Content, locale: str, snapshot: SnapshotAssertion, page: int, sent: bool
) -> None:
    several = [*checks(12, "full", "The <!channel> & co"), *checks(1)]
    found = history_like(several, None)
    view = history_views.history_view(content.words(locale), found, LONDON, page=page, sent=sent)
    assert check_view(view) == []
    assert view == snapshot


def test_result_of_a_full_check_stands_beside_the_one_before(
    content: Content, locale: str, snapshot: SnapshotAssertion
) -> None:
    practice = content.catalogue(locale).practice("S-hello")
    assert practice is not None
    pair = change(checks(2, "full"), "full")
    told = Result(
        Scores(4, 4, 4, 4),
        "S",
        NextPractice("S-hello", "S-hello.1", "c1"),
        pair,
        FollowThrough(5, 1),
    )
    view = views.result_card(content.words(locale), told, practice)
    assert check_view(view) == []
    assert view == snapshot
