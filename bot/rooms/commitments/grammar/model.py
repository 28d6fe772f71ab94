"""What a line of a promise is read with, and what is read from it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal
from zoneinfo import ZoneInfo

Grain = Literal["time", "day"]
Problem = Literal[
    "no_time",
    "no_text",
    "past",
    "unreadable",
    "too_far",
    "too_long",
    "too_many_people",
    "never",
]


@dataclass(frozen=True)
class WorkWeek:
    """A person's working days (Monday is 0) and hours, as local wall times.

    *off* are dates not worked although the week says so, such as holidays; *worked* the reverse.
    """

    days: frozenset[int]
    start: time
    end: time
    off: Collection[date] = ()
    worked: Collection[date] = ()

    def works_on(self, day: date) -> bool:
        """Say whether it is a working day; every day is, for a week that has none."""
        is_on = day.weekday() in (self.days or range(7)) or day in self.worked
        return is_on and day not in self.off


@dataclass(frozen=True)
class Read:
    """One line, read.

    *to* is a Slack id from an escaped mention, or "@name" where only a name was typed.
    *due* and *readings* are aware, in the person's zone; a recurring promise is first due at
    *due*, and *recurrence* is an RRULE without the prefix; *or_recurrence* is the other one some
    read in the same words. *ask* is true where the line alone
    isn't enough: *readings* then holds the instants to choose from, if there are any, and
    *problem* says what is missing or wrong, if something is.
    """

    text: str
    to: str | None = None
    due: datetime | None = None
    grain: Grain | None = None
    recurrence: str | None = None
    or_recurrence: str | None = None
    ask: bool = False
    readings: tuple[datetime, ...] = ()
    problem: Problem | None = None


@dataclass(frozen=True)
class Setting:
    """Where and when a line is read: *now* is UTC, for wall times of one zone compare wrongly."""

    now: datetime
    zone: str
    week: WorkWeek

    @property
    def wall(self) -> datetime:
        """What the person's clock shows, without a zone."""
        return self.now.astimezone(self.tz).replace(tzinfo=None)

    @property
    def today(self) -> date:
        return self.wall.date()

    @property
    def tz(self) -> ZoneInfo:
        return ZoneInfo(self.zone)
