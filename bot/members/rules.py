"""When we may talk to a member: slots and working days, in the member's own time zone."""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.members.holidays import is_holiday, is_working_weekend, on_vacation

__all__ = [
    "Rhythm",
    "end_of_working_day",
    "is_workday",
    "local_instant",
    "next_slot",
    "next_workday",
    "next_working_slot",
    "on_vacation",
    "slot_date",
    "within_window",
]

WEEKDAYS = frozenset(range(5))  # Monday is 0
DEFAULT_SLOT = time(9, 30)
WINDOW_OPENS = time(8)
WINDOW_CLOSES = time(19)
LOOKAHEAD_DAYS = 5 * 366
INSTANTS_KEPT = 10_000  # people share days, hours and zones
ONE_DAY = timedelta(days=1)
ONE_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, kw_only=True)
class Rhythm:
    """The local days (Monday is 0) and wall time at which a member is met.

    Raises: ValueError when no day, or a day no week has, is chosen.
    """

    zone: str
    days: frozenset[int] = WEEKDAYS
    slot: time = DEFAULT_SLOT

    def __post_init__(self) -> None:
        if not self.days or not self.days <= frozenset(range(7)):
            raise ValueError(f"a rhythm needs days from 0 to 6, not {sorted(self.days)}")


@lru_cache(INSTANTS_KEPT)
def local_instant(on: date, at: time, zone: str) -> datetime:
    """Give the UTC instant at which clocks in *zone* show *at* on *on*.

    A time that a clock change skips becomes the first instant after the gap; one that comes
    twice is the first of the two. Raises: ZoneInfoNotFoundError (see `known_zone`).
    """
    tz = ZoneInfo(zone)
    wall = datetime.combine(on, at.replace(tzinfo=None, fold=0))
    instant = wall.replace(tzinfo=tz).astimezone(UTC)
    if instant.astimezone(tz).replace(tzinfo=None, fold=0) == wall:
        return instant
    return _gap_end(wall.replace(tzinfo=tz, fold=1).astimezone(UTC), instant, tz)


def _gap_end(before: datetime, after: datetime, tz: ZoneInfo) -> datetime:
    """Find the change between two instants around it: PEP 495 reads a skipped time both ways."""
    new_offset = after.astimezone(tz).utcoffset()
    while after - before > ONE_SECOND:
        middle = (before + (after - before) / 2).replace(microsecond=0)
        if middle.astimezone(tz).utcoffset() == new_offset:
            after = middle
        else:
            before = middle
    return after.replace(microsecond=0)


def slot_date(at: datetime, zone: str) -> date:
    """Give the date clocks and calendars in *zone* show at an instant."""
    return at.astimezone(ZoneInfo(zone)).date()


def next_slot(after: datetime, rhythm: Rhythm) -> datetime:
    """Give the first slot strictly after an instant, in UTC; holidays don't count here.

    Each chosen day has exactly one slot (see `local_instant`), except a day that the zone
    skipped altogether, as Samoa did 2011-12-30: that one has none.
    """
    return _first_slot(after, rhythm, lambda day: day.weekday() in rhythm.days)


def next_working_slot(
    after: datetime, rhythm: Rhythm, country: str | None, off: Container[date] = ()
) -> datetime:
    """Give the first slot strictly after an instant on a working day that isn't in *off*.

    Raises: ValueError when there is none in the five years to come.
    """

    def is_chosen(day: date) -> bool:
        return is_workday(day, rhythm.days, country) and day not in off

    return _first_slot(after, rhythm, is_chosen)


def _first_slot(after: datetime, rhythm: Rhythm, is_chosen: Callable[[date], bool]) -> datetime:
    for day in _days_from(slot_date(after, rhythm.zone)):
        if is_chosen(day):
            at = local_instant(day, rhythm.slot, rhythm.zone)
            if at > after and _day_exists(day, at, rhythm.zone):
                return at
    raise ValueError(f"no slot within {LOOKAHEAD_DAYS} days after {after}")


def _days_from(first: date) -> Iterator[date]:
    return (first + n * ONE_DAY for n in range(LOOKAHEAD_DAYS))


def _day_exists(day: date, slot_at: datetime, zone: str) -> bool:
    """Say whether a day came at all; a slot that left its day may only have met a late gap."""
    if slot_date(slot_at, zone) == day:
        return True
    return slot_date(local_instant(day, time.min, zone), zone) == day


def is_workday(on: date, days: frozenset[int], country: str | None) -> bool:
    """Say whether somebody with these working days, in this country (ISO 3166), works.

    Nobody does on a public holiday. A weekend that a country makes up for one with (as China
    does) is worked by those who work Monday to Friday.
    """
    if on.weekday() in days:
        return not is_holiday(on, country)
    return days >= WEEKDAYS and is_working_weekend(on, country)


def next_workday(after: date, days: frozenset[int], country: str | None) -> date:
    """Give the first working day strictly after a date.

    Raises: ValueError when there is none in the five years to come, as with no *days*.
    """
    for day in _days_from(after + ONE_DAY):
        if is_workday(day, days, country):
            return day
    raise ValueError(f"no working day within {LOOKAHEAD_DAYS} days after {after}")


def end_of_working_day(on: date, end: time, zone: str) -> datetime:
    """Give the UTC instant at which a working day ends (gaps and overlaps: `local_instant`)."""
    return local_instant(on, end, zone)


def within_window(at: time) -> bool:
    """Say whether a wall time lies in the default window, both ends included."""
    return WINDOW_OPENS <= at.replace(tzinfo=None) <= WINDOW_CLOSES
