"""Almost the same people asked twice: the difference of two figures would point at someone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.slack.ids import MemberId

MIN_DIFFERENCE = 5  # people, counted on both sides
LOOK_BACK = timedelta(days=28)


@dataclass(frozen=True)
class OtherPoll:
    """Another team's poll of the same workspace: when it opened, and whom it asked."""

    opened_at: datetime
    asked: frozenset[MemberId]


def difference(some: frozenset[MemberId], others: frozenset[MemberId]) -> int:
    """Count the people who are in one of the two and not in the other."""
    return len(some ^ others)


def is_too_similar(now: datetime, asked: frozenset[MemberId], others: Iterable[OtherPoll]) -> bool:
    """Tell whether *asked* differs by fewer than five people from a poll of the last 28 days."""
    return any(
        now - other.opened_at <= LOOK_BACK and difference(asked, other.asked) < MIN_DIFFERENCE
        for other in others
    )
