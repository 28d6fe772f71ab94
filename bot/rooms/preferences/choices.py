"""What somebody may set, as one value: read from their row, written to it, compared."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import time
from hashlib import blake2b

from bot.members.rules import within_window
from bot.members.schedule import clock_time, days_of
from bot.members.tables import Member

RHYTHMS = ("daily", "three", "weekly")
NOTIFICATIONS = ("discreet", "full")


@dataclass(frozen=True)
class Choices:
    """A member's settings; None for zone and locale means as Slack says, for country none.

    days: 0 is Monday. never: the members never suggested to them. Times are local wall times.
    """

    slot: time
    days: frozenset[int]
    rhythm: str
    notification: str
    recap: bool
    may_be_suggested: bool
    never: frozenset[str]
    work_start: time
    work_end: time
    country: str | None
    zone: str | None
    locale: str | None

    @property
    def is_outside_window(self) -> bool:
        return not within_window(self.slot)


def mark_of(choices: Choices) -> str:
    """Return a mark by which a form knows the settings it was filled in with."""
    return blake2b(repr(_in_order(choices)).encode(), digest_size=8).hexdigest()


def _in_order(choices: Choices) -> list[object]:
    values = (getattr(choices, field.name) for field in fields(Choices))
    return [sorted(one) if isinstance(one, frozenset) else one for one in values]


def choices_of(row: Member) -> Choices:
    return Choices(
        slot=clock_time(row.slot_minutes),
        days=days_of(row),
        rhythm=row.rhythm,
        notification=row.notification,
        recap=row.recap,
        may_be_suggested=row.may_be_suggested,
        never=frozenset(row.never_suggest or ()),
        work_start=clock_time(row.work_start_minutes),
        work_end=clock_time(row.work_end_minutes),
        country=row.country,
        zone=row.zone,
        locale=row.locale,
    )


def write_choices(row: Member, choices: Choices) -> None:
    row.slot_minutes = _minutes(choices.slot)
    row.days = "".join(str(day) for day in sorted(choices.days))
    row.rhythm = choices.rhythm
    row.notification = choices.notification
    row.recap = choices.recap
    row.may_be_suggested = choices.may_be_suggested
    row.never_suggest = sorted(choices.never) or None
    row.work_start_minutes = _minutes(choices.work_start)
    row.work_end_minutes = _minutes(choices.work_end)
    row.country, row.zone, row.locale = choices.country, choices.zone, choices.locale


def changed(
    before: Choices, after: Choices, *, even: Collection[str] = frozenset()
) -> Sequence[str]:
    """Name the settings that differ, and those in *even*, in the order of the form."""
    names = [field.name for field in fields(Choices)]
    return [name for name in names if name in even or getattr(before, name) != getattr(after, name)]


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
