"""Whether what was planned for a slot may still be said, as its person stands now."""

from collections.abc import Callable
from datetime import datetime

from bot.delivery.rules import GONE, OFF, PAUSED, STALE
from bot.deps import AtSlot, Due, Skip, Wait
from bot.members.holidays import is_holiday
from bot.members.people import zone_of
from bot.members.rules import slot_date
from bot.members.schedule import clock_time, is_a_good_hour, slot_still_on, works_on_the_day
from bot.members.tables import Member
from bot.rooms.nudges.pace import midnight_after, stale_from

Ends = Callable[[datetime, Member], datetime]


def absence(one: AtSlot, now: datetime) -> Skip | None:
    """Name what keeps us from talking to somebody at their slot: a quiet, a day off."""
    if is_quiet(one.member, now):
        return Skip(PAUSED)
    return Skip(OFF) if one.off else None


def is_quiet(row: Member, now: datetime) -> bool:
    return row.paused_until is not None and row.paused_until > now


def hindrance(row: Member | None, due: Due, now: datetime, ends: Ends) -> Skip | Wait | None:
    """Say why *due* can't be sent at *now*, or when it can; None where nothing is in the way.

    Quiet, status, country, zone and slot may have changed since it was planned: now counts.
    *ends* says when it becomes stale.
    """
    if row is None or row.is_gone:
        return Skip(GONE)
    if is_quiet(row, now):
        return Skip(PAUSED)
    if row.on_vacation or is_holiday(slot_date(now, zone_of(row)), row.country):
        return Skip(OFF)
    if now >= ends(due.due_at, row):
        return Skip(STALE)
    if not works_on_the_day(row, now):  # moved east since, into their weekend
        return Skip(OFF)
    return None if is_a_good_hour(row, now) else _at_their_slot(row, due)


def with_the_working_day(planned_for: datetime, row: Member) -> datetime:
    """Return when a nudge becomes stale: as the local working day ends (aware UTC)."""
    return stale_from(planned_for, zone_of(row), clock_time(row.work_end_minutes))


def with_the_day(planned_for: datetime, row: Member) -> datetime:
    """Return when a recap becomes stale: as the local day ends (aware UTC)."""
    return midnight_after(planned_for, zone_of(row))


def _at_their_slot(row: Member, due: Due) -> Skip | Wait | None:
    """Wait for the slot they have where they are now, if that is still the day it is for."""
    if row.next_slot_at is None:
        return None
    slot_at = slot_still_on(row, due.slot)
    return Wait(slot_at) if slot_at is not None else Skip(STALE)
