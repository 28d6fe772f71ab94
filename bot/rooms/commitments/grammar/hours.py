"""Hours: which one the words mean for a person with these working hours."""

from datetime import date, datetime, time, timedelta

from bot.members.rules import local_instant
from bot.rooms.commitments.grammar.facts import Clock, Part
from bot.rooms.commitments.grammar.model import WorkWeek

NOON = 12 * 60
MIDNIGHT = 24 * 60
LAST_MINUTE = MIDNIGHT - 1
NEARLY_ALIKE = 45  # minutes: seven is asked about for nine to five, six and eight are not
DUSK_ENDS = 19 * 60
EVENING_ENDS = 21 * 60
DAWN_ENDS = 6 * 60
EARLY_EVENING = 5 * 60  # "at night" before five o'clock means the hours after midnight


def at_minutes(day: date, minutes: int, zone: str) -> datetime:
    """Give the UTC instant at a wall time of that day in *zone*; 1440 is the next midnight.

    A time a clock change skips moves forward, one that comes twice is the first. Raises:
    OverflowError beyond the calendar's end.
    """
    if minutes >= MIDNIGHT:
        day, minutes = day + timedelta(days=1), minutes - MIDNIGHT
    return local_instant(day, time(*divmod(minutes, 60)), zone)


def minutes_of(at: time) -> int:
    return at.hour * 60 + at.minute


def choices(clock: Clock, part: Part | None, week: WorkWeek) -> tuple[int, ...]:
    """Give the minutes from midnight an hour may mean, the likelier half of the day alone.

    Without am, pm or a part of the day it is the one within, or nearest to, working hours;
    where both are nearly as near, or working hours say nothing of it, both.
    """
    if clock.sure:
        is_after = part is Part.NIGHT and clock.minutes < EARLY_EVENING  # 今晚零点
        return (clock.minutes + (MIDNIGHT if is_after else 0),)
    morning = clock.minutes % NOON
    evening = morning + NOON
    if part is not None:
        return (_in_part(morning, part),)
    before, after = _away(morning, week), _away(evening, week)
    if clock.is_open or abs(before - after) <= NEARLY_ALIKE:
        return (morning, evening)
    return (morning,) if before < after else (evening,)


def other_half(clock: Clock, minutes: int) -> int | None:
    """Give the same figure in the day's other half, if it may be meant."""
    return None if clock.sure else (minutes + NOON) % MIDNIGHT


def _away(minutes: int, week: WorkWeek) -> int:
    """Say how far from working hours a time lies, in minutes."""
    start, end = minutes_of(week.start), minutes_of(week.end)
    if start <= end:
        return max(start - minutes, minutes - end, 0)
    return max(min(start - minutes, minutes - end), 0)  # a night shift


def _in_part(morning: int, part: Part) -> int:
    """Place an hour from 0:00 to 11:59 into the named part of the day."""
    match part:
        case Part.DAWN:
            return morning
        case Part.MORNING | Part.FORENOON | Part.WORK_START:
            return morning if morning else NOON
        case Part.AFTERNOON | Part.WORK_END:
            return morning + NOON
        case Part.DUSK | Part.EVENING | Part.NIGHT:
            if morning == 0:
                return MIDNIGHT
            is_small_hour = part is Part.NIGHT and morning < EARLY_EVENING
            return morning + MIDNIGHT if is_small_hour else morning + NOON


def end_of_part(part: Part, week: WorkWeek) -> int:
    """Give the minutes from midnight at which a part of the day ends for this person."""
    match part:
        case Part.DAWN:
            return DAWN_ENDS
        case Part.WORK_START:
            return minutes_of(week.start)
        case Part.MORNING | Part.FORENOON:
            return NOON
        case Part.AFTERNOON | Part.WORK_END:
            return minutes_of(week.end)
        case Part.DUSK:
            return DUSK_ENDS
        case Part.EVENING | Part.NIGHT:
            return EVENING_ENDS
