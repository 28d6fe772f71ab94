"""A member's diary: their week, their country's holidays, and the days the clock stood still."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import cache

from bot.members.holidays import is_holiday, is_working_weekend
from bot.members.people import zone_of
from bot.members.rules import WEEKDAYS
from bot.members.schedule import clock_time, days_of
from bot.members.tables import Member
from bot.rooms.commitments.diary import Diary
from bot.rooms.commitments.grammar import WorkWeek


def week_of(member: Member) -> WorkWeek:
    return WorkWeek(
        days_of(member),
        clock_time(member.work_start_minutes),
        clock_time(member.work_end_minutes),
    )


def diary_of(member: Member, around: datetime, stopped: Iterable[date] = ()) -> Diary:
    """Return the diary of the year before and the one after *around* (aware)."""
    years = range(around.year - 1, around.year + 2)
    country = member.country
    worked = days_of(member) >= WEEKDAYS
    return Diary(
        zone_of(member),
        week_of(member),
        stopped=frozenset(stopped).union(*(holidays_in(country, year) for year in years)),
        worked=frozenset().union(*(worked_weekends_in(country, year) for year in years))
        if worked
        else (),
    )


def is_stopped(member: Member, at: datetime) -> bool:
    """Say whether a pause or a vacation stops the clock; vacations are known only as they are."""
    began = member.paused_at is not None and member.paused_at <= at
    lasts = member.paused_until is None or member.paused_until > at
    return member.on_vacation or (began and lasts)


@cache
def holidays_in(country: str | None, year: int) -> frozenset[date]:
    return frozenset(day for day in _days_of(year) if is_holiday(day, country))


@cache
def worked_weekends_in(country: str | None, year: int) -> frozenset[date]:
    return frozenset(day for day in _days_of(year) if is_working_weekend(day, country))


def _days_of(year: int) -> Iterable[date]:
    first = date(year, 1, 1)
    return (first + timedelta(days=n) for n in range(366))
