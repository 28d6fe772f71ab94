"""Small teams aren't left dark: polls too small alone wait, and are published together, once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rooms.pulse.ballots import Tally, answers_in
from bot.rooms.pulse.publication import Publication, figures_of
from bot.slack.ids import MemberId

MIN_POLLS = 2
MIN_POOLED_ANSWERS = 8
MAX_WAIT = timedelta(weeks=6)


@dataclass(frozen=True)
class WaitingPoll:
    """A closed poll with too few answers to stand alone.

    *tallies* by what was asked: the anchor and the four factors, the statements differing from
    poll to poll. *minimum* is the one frozen into the poll.
    """

    poll: str
    closed_at: datetime
    tallies: Mapping[str, Tally]
    asked: frozenset[MemberId]
    minimum: int

    @property
    def answers(self) -> int:
        return answers_in(self.tallies)


@dataclass(frozen=True)
class PoolDecision:
    """What becomes of each waiting poll: every one stands in exactly one of the three.

    After *publish* and *delete* the caller erases the tallies; no poll comes back.
    """

    publish: tuple[WaitingPoll, ...] = ()
    wait: tuple[WaitingPoll, ...] = ()
    delete: tuple[WaitingPoll, ...] = ()


def decide(now: datetime, waiting: Sequence[WaitingPoll]) -> PoolDecision:
    """Decide about one team's pool, at each closing and each day.

    What has waited six weeks goes unpublished. The rest is published all together as soon as it
    holds two polls and eight answers, and the highest minimum any of its polls was promised.
    """
    stale = tuple(poll for poll in waiting if now - poll.closed_at >= MAX_WAIT)
    fresh = tuple(poll for poll in waiting if now - poll.closed_at < MAX_WAIT)
    if _is_full(fresh):
        return PoolDecision(publish=fresh, delete=stale)
    return PoolDecision(wait=fresh, delete=stale)


def publish_pool(polls: Sequence[WaitingPoll]) -> Publication:
    """Publish *polls* as one: what `decide` put into *publish*.

    Raises:
        ValueError: the pool isn't full, or its polls didn't ask the same things.
    """
    if not _is_full(polls):
        raise ValueError("a pool is published from two polls and eight answers on")
    if len({frozenset(poll.tallies) for poll in polls}) != 1:
        raise ValueError("polls that asked different things don't make one pool")
    tallies = {
        asked: sum((poll.tallies[asked] for poll in polls), Tally()) for asked in polls[0].tallies
    }
    everybody = frozenset[MemberId]().union(*(poll.asked for poll in polls))
    return Publication(answers_in(tallies), figures_of(tallies), everybody, is_pool=True)


def _is_full(polls: Sequence[WaitingPoll]) -> bool:
    if len(polls) < MIN_POLLS:
        return False
    least = max(MIN_POOLED_ANSWERS, *(poll.minimum for poll in polls))
    return sum(poll.answers for poll in polls) >= least
