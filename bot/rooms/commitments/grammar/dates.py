"""Dates written in figures, alike in every language, and what they say."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from re import Match

from bot.rooms.commitments.grammar import days
from bot.rooms.commitments.grammar.facts import Builder, Clock, Day, Facts, Need
from bot.rooms.commitments.grammar.model import Setting

UNREADABLE = Facts(problem="unreadable")
LAST_DAY = 31


def one_day(day: date) -> Facts:
    return Facts(day=Day((day,)))


def either(said: Iterable[Facts]) -> Facts:
    """Say that one of several days is meant; unreadable where one of them is none."""
    days_said = [facts.day for facts in said]
    dates = {one for day in days_said if day for one in day.dates}
    return Facts(day=Day(tuple(sorted(dates)))) if all(days_said) else UNREADABLE


def full_date(year: int, month: int, day: int) -> Facts:
    try:
        return one_day(date(year, month, day))
    except ValueError:
        return UNREADABLE


def day_and_month(day: int, month: int, setting: Setting) -> Facts:
    """Give the next such date, today included."""
    found = days.next_date(setting.today, month, day) if 1 <= month <= 12 else None
    return one_day(found) if found else UNREADABLE


def day_of_month(day: int, setting: Setting, months: int | None = None) -> Facts:
    """Give the next day of that number, or the one of the month so many months ahead."""
    today = setting.today
    if months is not None:
        found = days.in_month(days.month_start(today, months), day)
        return one_day(found) if found else UNREADABLE
    found = days.next_day_of_month(today, day)
    if found is None:
        return UNREADABLE
    later = days.next_day_of_month(found + days.ONE_DAY, day) if found == today else None
    return Facts(day=Day((found,), later))


def month_alone(month: int, setting: Setting, year: int | None = None) -> Facts:
    """Read a bare month: "by March" may mean before it begins, or before it is over."""
    if not 1 <= month <= 12:
        return UNREADABLE
    today = setting.today
    ahead = (
        (month - today.month) % 12
        if year is None
        else 12 * (year - today.year) + month - today.month
    )
    ends = (days.month_end(today, ahead - 1), days.month_end(today, ahead))
    dates = tuple(end for end in ends if end >= today) or ends[1:]
    begins = days.month_start(ends[1])
    return Facts(day=Day(dates, begins=begins if begins > today else days.month_start(begins, 12)))


def _iso(found: Match[str], setting: Setting) -> Facts:
    return full_date(int(found["y"]), int(found["m"]), int(found["d"]))


def _iso_instant(found: Match[str], setting: Setting) -> Facts:
    try:
        then = datetime.fromisoformat(found[0].upper()).astimezone(setting.tz)
    except ValueError:
        return UNREADABLE
    return replace(one_day(then.date()), clock=Clock(then.hour * 60 + then.minute))


def _slashed(found: Match[str], setting: Setting) -> Facts | None:
    """Read 12/05 both ways round: which one is meant differs by country."""
    first, second = int(found["a"]), int(found["b"])
    orders = {(first, second), (second, first)}
    year = found["y"] and int(found["y"]) + (2000 if len(found["y"]) == 2 else 0)
    read = [
        full_date(year, month, day) if year else day_and_month(day, month, setting)
        for month, day in orders
    ]
    dates = {day for facts in read if facts.day for day in facts.day.dates}
    if not dates and max(first, second) > LAST_DAY:
        return None  # a 50/50 split
    return Facts(day=Day(tuple(sorted(dates)))) if dates else UNREADABLE


PATTERNS: tuple[tuple[str, Builder, Need], ...] = (
    (
        r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)",
        _iso_instant,
        Need.NOTHING,
    ),
    (r"(?P<y>\d{4})([-/.])(?P<m>\d\d?)\2(?P<d>\d\d?)(?![\d/.-]*\d)", _iso, Need.NOTHING),
    (r"(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y>\d{4})(?!\.?\d)", _iso, Need.NOTHING),
    (
        r"(?!24/7)(?P<a>\d\d?)(/)(?P<b>\d\d?)(?:\2(?P<y>\d{4}|\d\d))?(?![\d/:%-]|\.\d)",
        _slashed,
        Need.EDGE,
    ),
    (
        r"(?P<a>\d\d?)(-)(?P<b>\d\d?)(?:\2(?P<y>\d{4}|\d\d))?(?![\d/:%-]|\.\d|[点點时時])",
        _slashed,
        Need.NUMBER,  # chapters 3-4
    ),
)
