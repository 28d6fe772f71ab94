"""How promises ended, told in counts to their owner alone."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rooms.commitments.rules import Ending, Promise

WINDOW = timedelta(days=90)
TOLD_FROM = 5
PERCENTAGE_FROM = 20


@dataclass(frozen=True)
class Counts:
    """How many ended in which way; released ones were neither kept nor broken.

    *early* of them were owned up before they were due, however they ended.
    """

    on_time: int = 0
    late: int = 0
    owned_up: int = 0
    no_word: int = 0
    released: int = 0
    early: int = 0

    @property
    def total(self) -> int:
        """All that ended, without the released."""
        return self.on_time + self.late + self.owned_up + self.no_word

    @property
    def are_told(self) -> bool:
        """Whether there are enough to say anything."""
        return self.total >= TOLD_FROM

    @property
    def percentage(self) -> int | None:
        """On time, of a hundred; None while there are too few for such a figure."""
        return round(100 * self.on_time / self.total) if self.total >= PERCENTAGE_FROM else None


def how_ended(
    promises: Iterable[Promise], now: datetime, fresh_from: datetime | None = None
) -> Counts:
    """Count what ended within 90 days, and since *fresh_from* where the owner started afresh.

    Pending ones never count.
    """
    since = max(now - WINDOW, fresh_from or now - WINDOW)
    ended = [p for p in promises if p.ended_at is not None and since < p.ended_at <= now]
    by_ending = Counter(p.ending for p in ended)
    return Counts(
        on_time=by_ending[Ending.ON_TIME],
        late=by_ending[Ending.LATE],
        owned_up=by_ending[Ending.OWNED_UP],
        no_word=by_ending[Ending.NO_WORD],
        released=by_ending[Ending.RELEASED],
        early=sum(p.said_early for p in ended if p.ending is not Ending.RELEASED),
    )
