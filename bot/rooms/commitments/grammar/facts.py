"""What a stretch of a line says about time, before it becomes an instant."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from enum import Enum
from re import Match

from bot.rooms.commitments.grammar.model import Problem, Setting


class VagueError(ValueError):
    """A figure that is no certain one: 两三天."""


class Part(Enum):
    """A part of the day; as a deadline it means its end."""

    DAWN = "before dawn"
    WORK_START = "first thing"
    MORNING = "morning"
    FORENOON = "what is left of the morning"
    AFTERNOON = "afternoon"
    DUSK = "dusk"
    EVENING = "evening"
    NIGHT = "night"
    WORK_END = "end of the working day"


@dataclass(frozen=True)
class Clock:
    """An hour said; *minutes* count from midnight, 1440 is the midnight that ends the day.

    *sure* is false for an hour from 1 to 12 without am or pm; *is_open*: of something that is
    as likely in the morning as at night.
    """

    minutes: int
    sure: bool = True
    is_open: bool = False


@dataclass(frozen=True)
class Day:
    """A date said, several where people read the words differently.

    *later* takes its place where the hour on that date is already past. *begins* is the first
    date of a week, month, quarter or year that was named as a whole.
    """

    dates: tuple[date, ...]
    later: date | None = None
    begins: date | None = None


@dataclass(frozen=True)
class Rule:
    """A recurrence as RFC 5545 names its parts, such as FREQ and BYDAY."""

    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Facts:
    """What has been said so far, each thing at most once.

    *weeks* counts from the current week (Monday first). *or_clock* is the other hour of "at 3 or
    4", *or_rule* the other recurrence some read in the same words; *after* is added to now. *zone*
    is the one named beside the hour. *until* is the last date of a recurrence, *lasting* its
    length in days, *times* its count, *starting* its first possible date.
    """

    day: Day | None = None
    weekday: int | None = None
    weeks: int | None = None
    clock: Clock | None = None
    or_clock: Clock | None = None
    part: Part | None = None
    after: timedelta | None = None
    zone: str | None = None
    rule: Rule | None = None
    or_rule: Rule | None = None
    until: date | None = None
    lasting: int | None = None
    times: int | None = None
    starting: date | None = None
    past: bool = False
    problem: Problem | None = None

    def merged(self, other: "Facts") -> "Facts | None":
        """Say both at once; None where both say the same thing, or they can't go together."""
        if self.part is Part.WORK_START and other.part is Part.MORNING:
            other = replace(other, part=None)  # first thing Monday morning
        if self.part is Part.AFTERNOON and other.part is Part.WORK_END:
            return replace(self, part=None).merged(other)  # 周五下午下班前
        said = {
            f.name: getattr(other, f.name)
            for f in fields(other)
            if getattr(other, f.name) != f.default
        }
        if any(getattr(self, name) != Facts.__dataclass_fields__[name].default for name in said):
            return None
        both = replace(self, **said)
        return both if both.is_coherent else None

    @property
    def is_coherent(self) -> bool:
        """Whether one moment can be all of this."""
        has_hour = self.clock is not None or self.part is not None
        if self.after is not None:
            return not (self.has_day or has_hour or self.rule)
        return not (self.rule and self.has_day) and not (self.past and self.rule)

    @property
    def has_day(self) -> bool:
        return self.day is not None or self.weekday is not None or self.weeks is not None

    @property
    def only_hour(self) -> bool:
        return (self.clock is not None or self.part is not None) and not (
            self.has_day or self.rule or self.past
        )

    @property
    def only_day(self) -> bool:
        return self.has_day and self.clock is None and self.part is None

    @property
    def only_limits(self) -> bool:
        """Whether this only says how long a recurrence runs."""
        return self.rule is None and (self.lasting is not None or self.times is not None)


class Need(Enum):
    """What must stand around words before they count as a time."""

    NOTHING = "unmistakable"
    EDGE = "introduced, or first, or last"
    END = "introduced, or last"
    FIRST = "introduced, or first"
    ORDINAL = "last, or introduced and not counting what follows"
    NUMBER = "introduced, and not counting what follows"
    HOUR = "introduced as an hour, and not counting what follows"
    BESIDE = "beside other words for a time"


Builder = Callable[[Match[str], Setting], Facts | None]


@dataclass(frozen=True)
class Found:
    """Words found in a line, from *start* to *end*, and what they say."""

    start: int
    end: int
    facts: Facts
    need: Need = Need.NOTHING
