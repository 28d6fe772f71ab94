"""A member's row, as the pure rules about slots and working days take it."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.members.people import zone_of
from bot.members.rules import (
    WINDOW_OPENS,
    Rhythm,
    is_workday,
    local_instant,
    next_working_slot,
    slot_date,
    within_window,
)
from bot.members.tables import Member

MINUTES_AN_HOUR = 60
ONE_DAY = timedelta(days=1)


def clock_time(minutes: int) -> time:
    """Return the wall time *minutes* after midnight."""
    return time(*divmod(minutes, MINUTES_AN_HOUR))


def days_of(row: Member) -> frozenset[int]:
    """Return the member's working days, 0 for Monday."""
    return frozenset(int(day) for day in row.days)


def rhythm_of(row: Member) -> Rhythm:
    return Rhythm(days=days_of(row), slot=clock_time(row.slot_minutes), zone=zone_of(row))


def slot_after(row: Member, instant: datetime) -> datetime:
    """Return the member's first slot after *instant*, on one of their working days (UTC)."""
    return next_working_slot(instant, rhythm_of(row), row.country)


def wake(row: Member, now: datetime) -> None:
    """See to it that the member's daily slot comes round; harmless where it does already."""
    if row.next_slot_at is None:
        row.next_slot_at = slot_after(row, now)


def reschedule(row: Member, now: datetime) -> None:
    """Find the next slot anew after zone, days or time changed; asleep stays asleep."""
    if row.next_slot_at is not None:
        row.next_slot_at = slot_after(row, now)


def works_on(row: Member, on: date) -> bool:
    """Say whether the member works on a day of their own: no holiday, vacation, weekend."""
    return not row.on_vacation and is_workday(on, days_of(row), row.country)


def works_on_the_day(row: Member, now: datetime) -> bool:
    """Say whether the member's own day at *now* is one they work."""
    return works_on(row, slot_date(now, zone_of(row)))


def is_a_good_hour(row: Member, now: datetime) -> bool:
    """Say whether what waits for a slot may come at *now*, as after an outage or a move.

    Nothing outside the window, unless that hour was chosen.
    """
    local, slot = now.astimezone(ZoneInfo(zone_of(row))), clock_time(row.slot_minutes)
    if within_window(local.time()):
        return True
    return not within_window(slot) and now >= local_instant(local.date(), slot, zone_of(row))


def slot_still_on(row: Member, on: str) -> datetime | None:
    """Return the member's next slot (aware UTC) if it is on the local date *on*, as after a move
    west; None where that day's has passed."""
    at = row.next_slot_at
    return at if at is not None and slot_date(at, zone_of(row)).isoformat() == on else None


def awake_at(now: datetime, zone: str) -> datetime:
    """Return *now*, or the next morning in *zone* where it is outside the hours for messages."""
    local = now.astimezone(ZoneInfo(zone))
    if within_window(local.time()):
        return now
    is_early = local.time() < WINDOW_OPENS
    return local_instant(local.date() + (timedelta() if is_early else ONE_DAY), WINDOW_OPENS, zone)
