"""Publication: what a closed poll shows, and what it keeps."""

import pytest

from bot.rooms.pulse.ballots import Tally
from bot.rooms.pulse.publication import (
    Bound,
    Fate,
    Figure,
    Publication,
    fate,
    figure,
    has_enough,
    may_show_comments,
    publish,
)
from bot.slack.ids import MemberId


def people(count: int) -> frozenset[MemberId]:
    return frozenset(MemberId(f"U{n}") for n in range(count))


@pytest.mark.parametrize(
    ("answers", "total", "tenths", "bound"),
    [
        (5, 5, 15, Bound.OR_LESS),
        (5, 8, 15, Bound.OR_LESS),  # 1.6
        (5, 9, 20, Bound.POINT),  # 1.8
        (5, 17, 35, Bound.POINT),  # 3.4
        (8, 26, 35, Bound.POINT),  # 3.25, half up
        (8, 14, 20, Bound.POINT),  # 1.75, half up
        (11, 46, 40, Bound.POINT),  # 4.18
        (11, 47, 45, Bound.OR_MORE),  # 4.27
        (11, 55, 45, Bound.OR_MORE),
        (12, 40, 33, Bound.POINT),  # 3.33
        (12, 44, 37, Bound.POINT),  # 3.67
        (12, 18, 15, Bound.OR_LESS),
        (12, 19, 16, Bound.POINT),  # 1.58
        (12, 54, 45, Bound.OR_MORE),
        (20, 65, 33, Bound.POINT),  # 3.25, half up
        (40, 177, 44, Bound.POINT),  # 4.425
        (40, 178, 45, Bound.OR_MORE),  # 4.45, half up
        (10_000, 34_567, 35, Bound.POINT),
    ],
)
def test_figure_is_rounded_and_closed_when_published(
    answers: int, total: int, tenths: int, bound: Bound
) -> None:
    published = figure(answers, total)
    assert (published.tenths, published.bound) == (tenths, bound)


@pytest.mark.parametrize(("answers", "total"), [(0, 0), (1, 3), (4, 12), (5, 4), (5, 26), (-5, -9)])
def test_figure_is_refused_when_there_are_too_few_or_no_such_scores(
    answers: int, total: int
) -> None:
    with pytest.raises(ValueError, match=r"published|scores"):
        figure(answers, total)


@pytest.mark.parametrize("tenths", [10, 14, 46, 50])
def test_figure_cannot_exist_when_it_lies_beyond_the_closed_ends(tenths: int) -> None:
    with pytest.raises(ValueError, match="closed ends"):
        Figure(tenths)


@pytest.mark.parametrize(
    ("answers", "minimum", "becomes"),
    [
        (0, 5, Fate.DELETE),
        (2, 5, Fate.DELETE),
        (3, 5, Fate.WAIT),
        (4, 5, Fate.WAIT),
        (5, 5, Fate.PUBLISH),
        (7, 8, Fate.WAIT),
        (8, 8, Fate.PUBLISH),
        (2, 8, Fate.DELETE),
    ],
)
def test_fate_follows_the_count_when_a_poll_closes(
    answers: int, minimum: int, becomes: Fate
) -> None:
    assert fate(answers, minimum) is becomes
    assert has_enough(answers, minimum) is (becomes is Fate.PUBLISH)


@pytest.mark.parametrize("minimum", [-1, 0, 1, 4])
def test_minimum_is_refused_when_below_five(minimum: int) -> None:
    with pytest.raises(ValueError, match="never below 5"):
        fate(10, minimum)


@pytest.mark.parametrize(("asked", "out_of"), [(5, None), (9, None), (10, 10), (40, 40)])
def test_denominator_is_told_only_when_ten_were_asked(asked: int, out_of: int | None) -> None:
    published = publish({"anchor": Tally((0, 0, 5, 0, 0))}, people(asked), 5)
    assert published is not None
    assert (published.answers, published.out_of) == (5, out_of)


def test_nothing_is_published_when_the_teams_own_minimum_is_not_met() -> None:
    assert publish({"anchor": Tally((0, 0, 7, 0, 0))}, people(12), 8) is None


def test_nothing_is_published_when_tallies_disagree() -> None:
    tallies = {"anchor": Tally((0, 0, 6, 0, 0)), "C": Tally((0, 0, 5, 0, 0))}
    with pytest.raises(ValueError, match="agree"):
        publish(tallies, people(6), 5)


@pytest.mark.parametrize(
    ("answers", "is_pool", "has_comments", "shown"),
    [
        (8, False, True, True),
        (7, False, True, False),
        (8, False, False, False),
        (20, True, True, False),
    ],
)
def test_comments_are_shown_only_when_a_single_poll_has_eight_answers(
    answers: int, is_pool: bool, has_comments: bool, shown: bool
) -> None:
    publication = Publication(answers, {}, people(20), is_pool)
    assert may_show_comments(publication, has_comments=has_comments) is shown
