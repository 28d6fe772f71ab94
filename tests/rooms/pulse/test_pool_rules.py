"""Pools: small polls published together, once, and never to be taken apart again."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rooms.pulse.ballots import Tally
from bot.rooms.pulse.pools import MAX_WAIT, WaitingPoll, decide, publish_pool
from bot.rooms.pulse.publication import Fate, fate
from bot.slack.ids import MemberId

NOW = datetime(2025, 6, 5, 9, 30, tzinfo=UTC)
WEEK = timedelta(weeks=1)
FOUR = frozenset(MemberId(f"U{n}") for n in range(4))


def waiting(poll: str, answers: int, closed_at: datetime = NOW, minimum: int = 5) -> WaitingPoll:
    return WaitingPoll(poll, closed_at, {"anchor": Tally((0, 0, answers, 0, 0))}, FOUR, minimum)


@pytest.mark.parametrize(
    ("answers", "is_published"),
    [
        ([], False),
        ([4], False),
        ([3, 4], False),
        ([4, 4], True),
        ([3, 3, 3], True),
        ([4, 3, 3], True),
    ],
)
def test_pool_is_published_only_when_two_polls_and_eight_answers_came(
    answers: list[int], is_published: bool
) -> None:
    polls = tuple(waiting(f"p{n}", count) for n, count in enumerate(answers))
    decision = decide(NOW, polls)
    assert decision.publish == (polls if is_published else ())
    assert decision.wait == (() if is_published else polls)


def test_pool_waits_when_one_of_its_polls_promised_a_higher_minimum() -> None:
    polls = [waiting("p1", 4), waiting("p2", 7, minimum=12)]
    assert decide(NOW, polls).publish == ()
    assert decide(NOW, [*polls, waiting("p3", 3)]).publish != ()


def test_one_large_poll_waits_when_it_is_alone_in_the_pool() -> None:
    assert decide(NOW, [waiting("p1", 9, minimum=10)]).publish == ()


def test_poll_goes_unpublished_when_it_has_waited_six_weeks() -> None:
    old, new = waiting("p1", 4, NOW - MAX_WAIT), waiting("p2", 4)
    decision = decide(NOW, [old, new])
    assert (decision.publish, decision.wait, decision.delete) == ((), (new,), (old,))


def test_poll_still_counts_when_a_second_short_of_six_weeks() -> None:
    old = waiting("p1", 4, NOW - MAX_WAIT + timedelta(seconds=1))
    assert len(decide(NOW, [old, waiting("p2", 4)]).publish) == 2


def test_pool_shows_one_figure_of_all_its_answers_when_published() -> None:
    one = WaitingPoll("p1", NOW, {"anchor": Tally((4, 0, 0, 0, 0))}, FOUR, 5)
    two = WaitingPoll("p2", NOW, {"anchor": Tally((0, 0, 0, 0, 4))}, FOUR | {MemberId("U9")}, 5)
    published = publish_pool([one, two])
    assert (published.answers, published.figures["anchor"].tenths) == (8, 30)
    assert (published.is_pool, published.out_of, len(published.asked)) == (True, None, 5)


def test_pool_has_no_denominator_when_ten_people_were_asked() -> None:
    everybody = frozenset(MemberId(f"U{n}") for n in range(12))
    polls = [
        WaitingPoll(p, NOW, {"anchor": Tally((0, 0, 4, 0, 0))}, everybody, 5) for p in ("a", "b")
    ]
    assert publish_pool(polls).out_of is None


@pytest.mark.parametrize("answers", [[], [8], [3, 4]])
def test_publishing_is_refused_when_the_pool_is_not_full(answers: list[int]) -> None:
    with pytest.raises(ValueError, match="two polls"):
        publish_pool([waiting(f"p{n}", count) for n, count in enumerate(answers)])


def test_publishing_is_refused_when_polls_asked_different_things() -> None:
    other = WaitingPoll("p2", NOW, {"C": Tally((0, 0, 4, 0, 0))}, FOUR, 5)
    with pytest.raises(ValueError, match="different"):
        publish_pool([waiting("p1", 4), other])


def publications(closings: list[tuple[int, int]]) -> list[frozenset[int]]:
    """What a team reads over many polls of (answers, days since the last): sets of polls."""
    now, pool, read = NOW, list[WaitingPoll](), list[frozenset[int]]()
    for number, (answers, days) in enumerate(closings):
        now += timedelta(days=days)
        becomes = fate(answers, 5)
        if becomes is Fate.PUBLISH:
            read.append(frozenset({number}))
        if becomes is Fate.WAIT:
            pool.append(waiting(str(number), answers, now))
        decision = decide(now, pool)
        pool = list(decision.wait)
        if decision.publish:
            read.append(frozenset(int(poll.poll) for poll in decision.publish))
    return read


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(7, 30)), max_size=40))
def test_nothing_can_be_subtracted_when_a_team_reads_all_its_publications(
    closings: list[tuple[int, int]],
) -> None:
    read = publications(closings)
    assert sum(map(len, read)) == len(frozenset[int]().union(*read))
    for polls in read:
        answers = sum(closings[poll][0] for poll in polls)
        assert answers >= (5 if len(polls) == 1 else 8)
        assert all(closings[poll][0] >= 3 for poll in polls)


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(7, 30)), max_size=40))
def test_each_waiting_poll_has_one_end_when_the_pool_is_decided(
    closings: list[tuple[int, int]],
) -> None:
    polls = [
        waiting(str(n), answers, NOW - timedelta(days=days))
        for n, (answers, days) in enumerate(closings)
    ]
    decision = decide(NOW + 3 * WEEK, polls)
    ends = [*decision.publish, *decision.wait, *decision.delete]
    assert sorted(ends, key=lambda p: int(p.poll)) == polls
