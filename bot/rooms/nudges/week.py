"""On which of a member's days a nudge comes, as things stand."""

from collections.abc import Iterator
from datetime import date, datetime

from bot.members.people import zone_of
from bot.members.rules import slot_date
from bot.members.schedule import days_of, slot_after
from bot.members.tables import Member
from bot.rooms.nudges.pace import Frequency, Taper, days_for

FRIDAY = 4
DAYS_A_WEEK = 7
LOOKAHEAD_SLOTS = 400  # a quiet lasts a year at most


def frequency_of(row: Member) -> Frequency:
    """Return how often nudges come: as chosen, or once a week where they slowed down."""
    if row.slowed:
        return "weekly"
    return row.rhythm if row.rhythm in ("three", "weekly") else "daily"  # type: ignore[return-value]


def is_nudge_day(row: Member, on: date) -> bool:
    """Say whether a slot on the local date *on* is for a nudge.

    A daily nudge comes with every slot, a working weekend's too.
    """
    if row.slowed == Taper.PAUSE:
        return False
    frequency = frequency_of(row)
    return frequency == "daily" or on.weekday() in days_for(frequency, days_of(row))


def is_recap_day(row: Member, on: date) -> bool:
    """Say whether a week is looked back on at the local date *on*.

    On Fridays; who has none among their days ends the week with the last one before it, as with
    Thursday where the week is Sunday to Thursday.
    """
    last = next(day for day in _back_from_friday() if day in days_of(row))
    return on.weekday() == last


def _back_from_friday() -> Iterator[int]:
    return ((FRIDAY - back) % DAYS_A_WEEK for back in range(DAYS_A_WEEK))


def next_nudge_at(row: Member, now: datetime, *, any_day: bool = False) -> datetime | None:
    """Return the slot (aware UTC) of the next nudge, seen from *now*; None where none will come.

    *any_day* counts every slot, as for a practice put off until tomorrow.
    """
    at = row.next_slot_at
    for _ in range(LOOKAHEAD_SLOTS):
        if at is None:
            return None
        is_quiet = row.paused_until is not None and now < row.paused_until and at < row.paused_until
        if not is_quiet and (any_day or is_nudge_day(row, slot_date(at, zone_of(row)))):
            return at
        at = slot_after(row, at)
    return None
