"""Attacks on published figures for every team size; what can't be closed is asserted by name."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import combinations_with_replacement

import pytest

from bot.rooms.pulse.ballots import SCORES, Tally
from bot.rooms.pulse.pools import WaitingPoll, publish_pool
from bot.rooms.pulse.publication import HIGH_END, LOW_END, Bound, Figure, figure, publish
from bot.slack.ids import MemberId

Sums = Mapping[Figure, list[int]]
NOBODY = frozenset[MemberId]()
SIZES = range(5, 41)
NOW = datetime(2026, 12, 3, 18, 0, tzinfo=UTC)


def sums_behind(answers: int) -> Sums:
    """What an attacker can list: for each figure, every sum of scores that gives it."""
    sums = defaultdict(list)
    for total in range(answers, 5 * answers + 1):
        sums[figure(answers, total)].append(total)
    return sums


def every_tally(answers: int) -> list[Tally]:
    """Every way in which *answers* people can answer one statement."""
    everyone = combinations_with_replacement(SCORES, answers)
    counts = ([scores.count(score) for score in SCORES] for scores in everyone)
    return [Tally((one, two, three, four, five)) for one, two, three, four, five in counts]


def possible_answers(answers: int, sums: list[int]) -> set[int]:
    """What one member may have answered, as far as an outsider can tell."""
    others = range(answers - 1, 5 * (answers - 1) + 1)
    return {score for score in SCORES if any(total - score in others for total in sums)}


@pytest.mark.parametrize("answers", range(5))
def test_nothing_leaks_when_fewer_than_five_answered(answers: int) -> None:
    assert all(publish({"anchor": tally}, NOBODY, 5) is None for tally in every_tally(answers))


@pytest.mark.parametrize("answers", range(5, 11))
def test_spread_stays_hidden_when_different_tallies_have_one_sum(answers: int) -> None:
    for tally in every_tally(answers):
        published = publish({"anchor": tally}, NOBODY, 5)
        assert published is not None
        assert published.figures["anchor"] == figure(answers, tally.total)


@pytest.mark.parametrize("answers", [n for n in SIZES if not 12 <= n <= 19])
def test_no_figure_gives_the_sum_away_when_steps_are_coarse_enough(answers: int) -> None:
    assert min(map(len, sums_behind(answers).values())) >= 2


@pytest.mark.parametrize("answers", range(12, 20))
def test_a_sum_shows_only_between_the_closed_ends_when_twelve_to_nineteen_answered(
    answers: int,
) -> None:
    """Cannot be closed with one decimal: a tenth is then finer than one answer's share."""
    told = {shown for shown, sums in sums_behind(answers).items() if len(sums) == 1}
    assert told
    assert all(shown.bound is Bound.POINT for shown in told)


@pytest.mark.parametrize("answers", SIZES)
def test_no_answer_can_be_excluded_when_the_figure_is_a_point(answers: int) -> None:
    for shown, sums in sums_behind(answers).items():
        if shown.bound is Bound.POINT:
            assert possible_answers(answers, sums) == set(SCORES)


@pytest.mark.parametrize("answers", SIZES)
def test_unanimity_looks_like_many_sums_when_all_answer_one_or_five(answers: int) -> None:
    sums = sums_behind(answers)
    lowest, highest = sums[figure(answers, answers)], sums[figure(answers, 5 * answers)]
    assert min(len(lowest), len(highest)) >= 4
    assert possible_answers(answers, lowest) >= {1, 2, 3, 4}
    assert possible_answers(answers, highest) >= {2, 3, 4, 5}


@pytest.mark.parametrize("answers", SIZES)
def test_every_figure_is_a_step_between_the_ends_when_all_sums_are_tried(answers: int) -> None:
    step = 1 if answers >= 12 else 5
    steps = set(range(LOW_END, HIGH_END + 1, step))
    assert {shown.tenths for shown in sums_behind(answers)} == steps


@pytest.mark.parametrize("answers", range(8, 41))
def test_pool_shows_what_one_poll_of_as_many_answers_would_however_it_was_made(
    answers: int,
) -> None:
    """So all that holds for a single poll's figure holds for a pool's: nothing in it is finer."""
    for total in range(answers, 5 * answers + 1):
        scores = [1] * answers
        for raised in range(total - answers):
            scores[raised % answers] += 1
        for least in (3, 4):
            parts = [scores[at : at + least] for at in range(0, answers - least + 1, least)]
            parts[-1] = scores[least * (len(parts) - 1) :]
            pooled = publish_pool([waiting(part) for part in parts])
            assert pooled.figures == {"anchor": figure(answers, total)}
            assert (pooled.answers, pooled.out_of) == (answers, None)


def waiting(scores: list[int]) -> WaitingPoll:
    one, two, three, four, five = (scores.count(score) for score in SCORES)
    tallies = {"anchor": Tally((one, two, three, four, five))}
    return WaitingPoll("poll", NOW, tallies, NOBODY, 5)


@pytest.mark.parametrize("polls", [(4, 4), (3, 3, 3), (3, 3, 4), (3, 4, 4)])
def test_one_member_of_all_of_a_pools_polls_may_know_enough_of_its_answers(
    polls: tuple[int, ...],
) -> None:
    """Cannot be closed: in a pool somebody's own answers are as many as its polls.

    Alone they are then what confederates would be in a single poll. `docs/privacy.md` says it.
    """
    assert confederates_needed(sum(polls)) <= len(polls)


def is_pinned(rest: int, sums: list[int], known: int) -> bool:
    """Whether people who know their own sum learn what each of the *rest* answered."""
    low, high = max(sums[0] - known, rest), min(sums[-1] - known, 5 * rest)
    return high == rest or low == 5 * rest or (rest == 1 and low == high)


def confederates_needed(answers: int) -> int:
    """The fewest who, comparing their answers, can in the worst case learn all the others'."""
    sums = sums_behind(answers)
    return next(
        some
        for some in range(answers)
        for known in range(some, 5 * some + 1)
        for rest in range(answers - some, 5 * (answers - some) + 1)
        if is_pinned(answers - some, sums[figure(answers, known + rest)], known)
    )


@pytest.mark.parametrize(
    ("sizes", "needed"),
    [
        (range(5, 7), 1),
        (range(7, 17), 2),
        (range(17, 24), 3),
        (range(24, 31), 4),
        (range(31, 39), 5),
        (range(39, 41), 6),
    ],
)
def test_confederates_needed_are_as_named_when_all_others_agree_on_an_extreme(
    sizes: range, needed: int
) -> None:
    """Cannot be closed: who answered the opposite extreme sees a closed end all the same.

    With five or six answers one member does it alone: a 4 (of five) or a 5 (of six) of their own
    in "1.5 or less" leaves only ones for the others. `docs/privacy.md` has to say it.
    """
    assert {confederates_needed(answers) for answers in sizes} == {needed}
