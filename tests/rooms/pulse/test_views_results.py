"""What the channel reads when a poll is over, and its owner beside it."""

from datetime import date, timedelta
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.content import Catalogue, Words
from bot.content.schema import FACTORS, Factor
from bot.rooms.pulse import views_results
from bot.rooms.pulse.comparison import Direction
from bot.rooms.pulse.promises import MAX_CHARS
from bot.rooms.pulse.results import MAX_TREND, TEAM
from bot.rooms.pulse.rotation import ANCHOR
from bot.rooms.pulse.rules import Refusal
from bot.sandbox.blocks import check_blocks
from bot.slack.blocks import finish
from tests.rooms.pulse.seen import PROJ, hostile, within_limits

PROMISE = {"id": "f" * 32, "words": "No meetings on Wednesday mornings"}
BARRING = (Refusal.PRIVATE, Refusal.SHARED, Refusal.ARCHIVED, Refusal.BOT_ABSENT)
FIGURES = {ANCHOR: 45, "C": 40, "R": 35, "I": 15, "S": 37}


def results(**other: Any) -> dict[str, Any]:
    """A first poll with nine answers, but for *other*."""
    usual = {
        "state": "published",
        "anchor": 40,
        "change": None,
        "answers": 9,
        "out_of": None,
        "practice": None,
        "promise": None,
        "channel": PROJ,
    }
    return {**usual, **other}


def trend(*tenths: int | None, pool: int | None = None) -> list[dict[str, Any]]:
    """The anchor week by week; the week at *pool* stands for several."""
    start = date(2026, 1, 6)
    return [
        {
            "on": (start + timedelta(weeks=week)).isoformat(),
            "tenths": value,
            "is_pool": week == pool,
        }
        for week, value in enumerate(tenths)
    ]


def figures(catalogue: Catalogue, *, is_pool: bool = False, number: int = 0) -> dict[str, Any]:
    texts = {factor: catalogue.pulse.bank[factor][number].text for factor in FACTORS}
    anchor = {ANCHOR: catalogue.pulse.anchor.text}
    return {
        "is_pool": is_pool,
        "answers": 12,
        "out_of": None if is_pool else 24,
        "figures": FIGURES,
        "texts": anchor if is_pool else {**anchor, **texts},
        "trend": trend(35, None, 40, 45, pool=2),
    }


@pytest.mark.parametrize("promise", [None, PROMISE], ids=["alone", "with a promise"])
def test_closed_week_opens_with_the_promise_and_shows_no_figure(
    words: Words, snapshot: SnapshotAssertion, promise: dict[str, str] | None
) -> None:
    post = views_results.results_post(words, {"state": "closed", "promise": promise})
    assert within_limits(post) == snapshot


def test_closed_post_says_the_same_however_few_answered(
    words: Words, snapshot: SnapshotAssertion
) -> None:
    assert within_limits(views_results.closed_post(words, [])) == snapshot


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(results(answers=5), id="high"),
        pytest.param(results(anchor=39, answers=6, out_of=10), id="middle, with who was asked"),
        pytest.param(results(anchor=29), id="low"),
        pytest.param(results(state="pool"), id="several weeks"),
        pytest.param(results(promise=PROMISE), id="with a promise"),
    ],
)
def test_results_come_in_words(
    words: Words, snapshot: SnapshotAssertion, data: dict[str, Any]
) -> None:
    assert within_limits(views_results.results_post(words, data)) == snapshot


def test_results_come_with_one_practice(
    words: Words, catalogue: Catalogue, snapshot: SnapshotAssertion
) -> None:
    practice = next(one for one in catalogue.practices if one.collection == TEAM)
    data = results(practice=views_results.practice_data(words, practice, 0))
    assert within_limits(views_results.results_post(words, data)) == snapshot


def test_results_are_within_slacks_limits_with_any_practice_and_the_longest_promise(
    words: Words, catalogue: Catalogue
) -> None:
    for practice in catalogue.practices:
        for number in range(len(practice.wordings)):
            shown = views_results.practice_data(words, practice, number)
            promise = {**PROMISE, "words": hostile(MAX_CHARS)}
            data = results(state="pool", practice=shown, promise=promise)
            within_limits(views_results.results_post(words, data))


def test_change_is_said_for_each_direction(words: Words, snapshot: SnapshotAssertion) -> None:
    said = {
        f"{direction.value} {'at least' if at_least else 'by'}": views_results.change_said(
            words, direction.value, 5, at_least
        )
        for direction in Direction
        for at_least in (False, True)
    }
    assert said == snapshot


@pytest.mark.parametrize("is_pool", [False, True])
def test_figures_come_with_the_trend_and_the_same_in_words(
    words: Words, catalogue: Catalogue, snapshot: SnapshotAssertion, is_pool: bool
) -> None:
    post = views_results.figures_post(words, figures(catalogue, is_pool=is_pool))
    assert within_limits(post) == snapshot


def test_figures_are_within_slacks_limits_whatever_was_asked(
    words: Words, catalogue: Catalogue
) -> None:
    for number in range(len(catalogue.pulse.bank["C"])):
        data = figures(catalogue, number=number)
        data["trend"] = trend(*[15, 45] * (MAX_TREND // 2), pool=0)
        within_limits(views_results.figures_post(words, data))


@pytest.mark.parametrize("points", [1, MAX_TREND])
def test_history_draws_a_chart_from_two_points_on(
    words: Words, snapshot: SnapshotAssertion, points: int
) -> None:
    message = views_results.history(words, trend(*[40] * points), PROJ)
    assert within_limits(message) == snapshot


def test_trend_leaves_pools_and_closed_weeks_out_of_the_chart(words: Words) -> None:
    points = trend(35, None, 40, 45, pool=2)
    chart = views_results.trend_chart(words, points)
    assert chart is not None
    shown = chart["chart"]["series"][0]["data"]
    assert [one["value"] for one in shown] == [3.5, 4.5]
    assert check_blocks(finish(views_results.trend_parts(words, points)), "message") == []


@pytest.mark.parametrize("factor", FACTORS)
def test_guide_gives_a_talk_of_fifteen_minutes(
    words: Words, catalogue: Catalogue, snapshot: SnapshotAssertion, factor: Factor
) -> None:
    post = views_results.guide_post(words, catalogue.guides[factor].model_dump())
    assert within_limits(post) == snapshot


def test_owner_reads_one_line_on_how_to_respond(words: Words, snapshot: SnapshotAssertion) -> None:
    assert within_limits(views_results.owner_line(words, {"channel": PROJ})) == snapshot


def test_owner_reads_that_posts_came_too_late(words: Words, snapshot: SnapshotAssertion) -> None:
    assert within_limits(views_results.late_line(words, {"channel": PROJ})) == snapshot


@pytest.mark.parametrize("why", BARRING)
def test_owner_reads_why_nothing_is_posted(
    words: Words, snapshot: SnapshotAssertion, why: Refusal
) -> None:
    data = {"channel": PROJ, "why": why.value}
    assert within_limits(views_results.barred_line(words, data)) == snapshot
