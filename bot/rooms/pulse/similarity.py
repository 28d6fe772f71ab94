"""Almost the same people asked twice: the difference of two figures would point at someone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.members.mention import GONE
from bot.slack.ids import MemberId

MIN_DIFFERENCE = 5  # people, counted on both sides
LOOK_BACK = timedelta(days=28)


@dataclass(frozen=True)
class OtherPoll:
    """Another team's poll of the same workspace: when it opened, and whom it asked."""

    opened_at: datetime
    asked: frozenset[MemberId]


@dataclass(frozen=True)
class Difference:
    """How many people are in one of two polls and not in the other: from *least* to *most*.

    They differ where somebody had themselves forgotten: they may be one of those asked since.
    """

    least: int
    most: int


def difference(some: frozenset[MemberId], others: frozenset[MemberId]) -> Difference:
    """Count the people who are in one of the two and not in the other."""
    here, there = some - others, others - some
    pairs = min(_forgotten(here), len(there)) + min(_forgotten(there), len(here))
    most = len(here) + len(there)
    return Difference(max(most - 2 * pairs, 0), most)


def _forgotten(people: frozenset[MemberId]) -> int:
    return sum(member == GONE or member.startswith(f"{GONE}.") for member in people)


def is_too_similar(now: datetime, asked: frozenset[MemberId], others: Iterable[OtherPoll]) -> bool:
    """Tell whether *asked* may differ by fewer than five people from a poll of the last 28 days."""
    return any(
        now - other.opened_at <= LOOK_BACK and difference(asked, other.asked).least < MIN_DIFFERENCE
        for other in others
    )
