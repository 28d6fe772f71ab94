"""How often nudges come, when they slow down by themselves, and when one is too late."""

from datetime import datetime, time, timedelta
from enum import StrEnum
from itertools import combinations
from typing import Literal

from bot.members.rules import end_of_working_day, local_instant, slot_date

Frequency = Literal["daily", "three", "weekly"]

WEEKLY_AFTER = 5  # nudges without a reaction
PAUSE_AFTER = WEEKLY_AFTER + 3
NEWS_FOR = timedelta(days=7)


class Taper(StrEnum):
    """What nudges do now because nobody reacts; each is said once, with one click back."""

    NONE = "none"
    WEEKLY = "weekly"
    PAUSE = "pause"


def taper(unanswered: int, frequency: Frequency) -> Taper:
    """Say which step to take after so many nudges since the last reaction.

    *frequency* is the one in force, a drop to weekly included, so that no step comes twice.
    Any press counts as a reaction, the click back too.
    """
    if frequency != "weekly":
        return Taper.WEEKLY if unanswered >= WEEKLY_AFTER else Taper.NONE
    return Taper.PAUSE if unanswered >= PAUSE_AFTER else Taper.NONE


def is_news(slowed_at: datetime | None, now: datetime) -> bool:
    """Say whether a step may still be told; None is one taken before that was written down."""
    return slowed_at is None or now < slowed_at + NEWS_FOR


def days_for(frequency: Frequency, days: frozenset[int]) -> frozenset[int]:
    """Give the week's nudge days (Monday is 0) out of the chosen ones: all, three, or the first.

    Three lie as far apart as they can, as Monday, Wednesday and Friday do.
    """
    if frequency == "daily" or not days:
        return days
    if frequency == "weekly":
        return frozenset({min(days)})
    return max(map(frozenset, combinations(sorted(days), min(3, len(days)))), key=_gaps)


def _gaps(days: frozenset[int]) -> list[int]:
    """Give the days from each to the next, round the week, the shortest first."""
    ordered = sorted(days)
    following = (*ordered[1:], ordered[0] + 7)
    return sorted(later - day for day, later in zip(ordered, following, strict=True))


def stale_from(planned_for: datetime, zone: str, day_ends: time) -> datetime:
    """Return when a nudge becomes stale: as the local working day ends it was planned for (UTC).

    A slot chosen outside working hours holds until its local day is over.
    """
    ends_at = end_of_working_day(slot_date(planned_for, zone), day_ends, zone)
    return ends_at if ends_at > planned_for else midnight_after(planned_for, zone)


def midnight_after(at: datetime, zone: str) -> datetime:
    """Return when the local day of an instant is over (UTC)."""
    return local_instant(slot_date(at, zone) + timedelta(days=1), time.min, zone)
