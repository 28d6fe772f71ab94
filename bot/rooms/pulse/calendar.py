"""When a pulse opens, reminds, closes and tells: working days of the team, slots of its members."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.members.rules import (
    WEEKDAYS,
    WINDOW_CLOSES,
    Rhythm,
    is_workday,
    local_instant,
    next_workday,
    slot_date,
)

NOTICE_WORKING_DAYS = 2
OPEN_WORKING_DAYS = 2
POSTING_TIME = time(10)  # local to the team: all channel posts
NOON = time(12)
FRIDAY = 4
MIN_GAP = timedelta(days=7)  # between two openings of a team, of any kind
STALE_AFTER = timedelta(weeks=1)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class TeamWeek:
    """The team's IANA zone, its working days (Monday is 0), its country for holidays, if known."""

    zone: str
    days: frozenset[int] = WEEKDAYS
    country: str | None = None


@dataclass(frozen=True)
class Timetable:
    """All instants of one poll, aware UTC, fixed when it is planned.

    It opens for each member at their slot on *opens_on*, from *opens_at* (the first zone) to
    *last_opens_at* (the last).
    """

    opens_on: date
    opens_at: datetime
    last_opens_at: datetime
    reminds_at: datetime
    closes_at: datetime
    results_at: datetime


def working_days_after(moment: datetime, days: int, team: TeamWeek) -> datetime:
    """Return the same wall time on the team's *days*-th working day after *moment*'s, in UTC.

    On a Saturday, Monday is the first. A time that a clock change skips moves forward, one that
    comes twice is the first (see `local_instant`).
    """
    local = moment.astimezone(ZoneInfo(team.zone))
    on = local.date()
    for _ in range(days):
        on = next_workday(on, team.days, team.country)
    return local_instant(on, local.time(), team.zone)


def first_opening_on(
    now: datetime, weekday: int, slots: Collection[Rhythm], team: TeamWeek
) -> date:
    """Return the first *weekday* (Monday is 0) that gives every member two working days' notice.

    The notice ends two working days after *now*, at the same time of day; no member's slot on
    the opening day comes before. Raises: ValueError without any *slots*.
    """
    notice_ends_at = working_days_after(now, NOTICE_WORKING_DAYS, team)
    on = weekday_from(slot_date(now, team.zone), weekday)
    while min(_slots_on(on, slots)) < notice_ends_at:
        on += 7 * ONE_DAY
    return on


def weekday_from(on: date, weekday: int) -> date:
    """Return the first *weekday* (Monday is 0) on or after *on*."""
    return on + (weekday - on.weekday()) % 7 * ONE_DAY


def next_opening_on(
    first_on: date, weeks: int, *, not_before: date, last_on: date | None = None
) -> date:
    """Return the next opening day, counting whole steps of *weeks* weeks from *first_on*.

    *not_before* is today or the end of a pause. *last_on* is when the team's latest poll of any
    kind opened: seven days lie between, so that an instant poll takes the place of that week's.
    """
    earliest = max(not_before, last_on + MIN_GAP) if last_on else not_before
    step = weeks * MIN_GAP
    steps = max(0, -((first_on - earliest) // step))
    return first_on + steps * step


def timetable(opens_on: date, slots: Collection[Rhythm], team: TeamWeek) -> Timetable:
    """Plan the poll that opens on *opens_on* at each of *slots*. Raises: ValueError without any."""
    opening = _slots_on(opens_on, slots)
    return _timetable(opens_on, min(opening), max(opening), team)


def instant_timetable(now: datetime, team: TeamWeek) -> Timetable:
    """Plan an instant poll: open now, for all at once."""
    return _timetable(slot_date(now, team.zone), now, now, team)


def _timetable(on: date, opens_at: datetime, last_opens_at: datetime, team: TeamWeek) -> Timetable:
    closes_at = working_days_after(last_opens_at, OPEN_WORKING_DAYS, team)
    reminds_on = _workday_before(slot_date(closes_at, team.zone), team)
    return Timetable(
        opens_on=on,
        opens_at=opens_at,
        last_opens_at=last_opens_at,
        reminds_at=local_instant(reminds_on, POSTING_TIME, team.zone),
        closes_at=closes_at,
        results_at=next_posting(closes_at, team),
    )


def next_posting(after: datetime, team: TeamWeek) -> datetime:
    """Return the first 10:00 of a working day in the team's zone strictly after *after*."""
    on = slot_date(after, team.zone)
    at = local_instant(on, POSTING_TIME, team.zone)
    if at > after and is_workday(on, team.days, team.country):
        return at
    return local_instant(next_workday(on, team.days, team.country), POSTING_TIME, team.zone)


def posting_at(due_at: datetime, now: datetime, team: TeamWeek) -> datetime | None:
    """Return when a channel post due at *due_at* goes out, seen from *now*.

    One that is late (after an outage) goes at once between 10:00 and 19:00 of a working day, but
    never on a Friday afternoon; else at the next 10:00. None when it is over a week late.
    """
    if now - due_at > STALE_AFTER:
        return None
    if now <= due_at:
        return due_at
    return now if _may_post(now, team) else next_posting(now, team)


def _may_post(now: datetime, team: TeamWeek) -> bool:
    local = now.astimezone(ZoneInfo(team.zone))
    closes = NOON if local.weekday() == FRIDAY else WINDOW_CLOSES
    in_hours = POSTING_TIME <= local.time() < closes
    return in_hours and is_workday(local.date(), team.days, team.country)


def _slots_on(on: date, slots: Collection[Rhythm]) -> list[datetime]:
    return [local_instant(on, slot.slot, slot.zone) for slot in slots]


def _workday_before(on: date, team: TeamWeek) -> date:
    day = on - ONE_DAY
    while not is_workday(day, team.days, team.country):
        day -= ONE_DAY
    return day
