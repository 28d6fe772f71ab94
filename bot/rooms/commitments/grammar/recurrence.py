"""Recurrences: RRULEs made, and expanded in the wall time of their zone."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr

from bot.members.rules import local_instant
from bot.rooms.commitments.grammar.facts import Rule

WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MONTH_END = -1
LEAP_YEAR = 2000
HORIZON = timedelta(days=5 * 366)  # a recurrence without an instance within it never comes
UNTIL = re.compile(r";?UNTIL=(\d{8}T\d{6})Z")
INTERVAL = re.compile(r";INTERVAL=\d+")
COUNT = re.compile(r";COUNT=\d+")
PERIODS = {"day": ("DAILY", 1), "week": ("WEEKLY", 1), "month": ("MONTHLY", 1)}


def _rule(freq: str, step: int = 1, **parts: str) -> Rule:
    interval = (("INTERVAL", str(step)),) if step != 1 else ()
    return Rule((("FREQ", freq), *interval, *parts.items()))


def daily(step: int = 1) -> Rule:
    return _rule("DAILY", step)


def weekly(weekdays: Sequence[int], step: int = 1) -> Rule:
    return _rule("WEEKLY", step, BYDAY=_codes(weekdays))


def on_workdays(weekdays: Sequence[int], *, nth_of_month: int | None = None) -> Rule:
    """Repeat on each of these days, or on a month's nth of them alone, -1 for the last."""
    if nth_of_month is not None:
        return _rule("MONTHLY", BYDAY=_codes(weekdays), BYSETPOS=str(nth_of_month))
    return _rule("WEEKLY", BYDAY=_codes(weekdays))


def monthly_on_day(day: int, step: int = 1) -> Rule:
    """Repeat on that day of the month, -1 for its last; months without it are skipped."""
    return _rule("MONTHLY", step, BYMONTHDAY=str(day))


def monthly_on_days(days: Sequence[int], step: int = 1) -> Rule:
    return _rule("MONTHLY", step, BYMONTHDAY=",".join(str(day) for day in sorted(set(days))))


def monthly_on_weekday(weekday: int, nth: int, step: int = 1) -> Rule:
    return _rule("MONTHLY", step, BYDAY=f"{nth}{WEEKDAY_CODES[weekday]}")


def yearly(month: int, day: int, step: int = 1) -> Rule:
    return _rule("YEARLY", step, BYMONTH=str(month), BYMONTHDAY=str(day))


def whole_period(unit: str, step: int, last_workday: int) -> Rule:
    """Repeat at the end of each week, month, quarter or year; a week ends with its work."""
    match unit:
        case "day":
            return daily(step)
        case "week":
            return weekly([last_workday], step)
        case "month":
            return monthly_on_day(MONTH_END, step)
        case "quarter" if step == 1:
            return _rule("MONTHLY", BYMONTH="3,6,9,12", BYMONTHDAY=str(MONTH_END))
        case "quarter":
            return monthly_on_day(MONTH_END, 3 * step)
        case _:
            return yearly(12, 31, step)


def _codes(weekdays: Sequence[int]) -> str:
    return ",".join(WEEKDAY_CODES[day] for day in weekdays)


def never_comes(rule: Rule) -> bool:
    """Say whether no calendar has these days, such as 31 February: a search would be endless."""
    parts = dict(rule.parts)
    if parts.get("INTERVAL") == "0":  # every 0 days
        return True
    days = [int(day) for day in parts.get("BYMONTHDAY", "").split(",") if day]
    months = [int(month) for month in parts.get("BYMONTH", "").split(",") if month] or [1]
    longest = [monthrange(LEAP_YEAR, month)[1] for month in months if 1 <= month <= 12]
    return bool(days) and not any(1 <= abs(day) <= last for day in days for last in longest)


def rrule_text(rule: Rule, *, times: int | None = None, until: datetime | None = None) -> str:
    """Write the rule as RFC 5545 does; *until* is aware and goes in as UTC, as it asks."""
    parts = [*rule.parts]
    if times is not None:
        parts.append(("COUNT", str(times)))
    if until is not None:
        parts.append(("UNTIL", until.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")))
    return ";".join(f"{name}={value}" for name, value in parts)


def end_of_date(day: date, zone: str) -> datetime:
    return local_instant(day, time(23, 59, 59), zone)


def first_instance(
    recurrence: str, at: time, starting: date, now: datetime, zone: str
) -> datetime | None:
    """Give the first instance after *now*, in UTC, none of them before the date *starting*.

    The steps of "every other" are counted from it. None if none comes within five years.
    """
    every = INTERVAL.sub("", COUNT.sub("", recurrence))
    walls = _walls(every, datetime.combine(starting, at), zone)
    return next((i for i in (_instant(wall, zone) for wall in walls) if i > now), None)


def next_instance(recurrence: str, first: datetime, after: datetime, zone: str) -> datetime | None:
    """Give the first instance after an instant, of a recurrence that began at *first*.

    In UTC, at the wall time in *zone* of the first, whatever the clock changes between them. None
    when the recurrence has ended or none comes within five years.
    """
    start = first.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    for wall in _walls(recurrence, start, zone, after):
        if (instant := _instant(wall, zone)) > after:
            return instant
    return None


def _instant(wall: datetime, zone: str) -> datetime:
    return local_instant(wall.date(), wall.time(), zone)


def _walls(
    recurrence: str, start: datetime, zone: str, after: datetime | None = None
) -> Iterator[datetime]:
    """Yield wall times in order, up to the horizon."""
    horizon = (
        start
        if after is None
        else max(start, after.astimezone(ZoneInfo(zone)).replace(tzinfo=None))
    )
    end = horizon + HORIZON
    if (until := UNTIL.search(recurrence)) is not None:
        stops = datetime.strptime(until[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
        end = min(end, stops.astimezone(ZoneInfo(zone)).replace(tzinfo=None))
    rule = rrulestr(UNTIL.sub("", recurrence), dtstart=start)
    if isinstance(rule, rrule) and "COUNT" not in recurrence:
        rule = rule.replace(until=end)  # RFC 5545 allows one of the two
    yield from takewhile(lambda wall: wall <= end, rule)
