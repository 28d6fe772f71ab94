"""Weeks, months, quarters and years: as a whole, and their ends and beginnings as dates."""

from datetime import date, timedelta

from bot.rooms.commitments.grammar import days
from bot.rooms.commitments.grammar.dates import one_day
from bot.rooms.commitments.grammar.facts import Day, Facts
from bot.rooms.commitments.grammar.model import Setting


def whole(period: str, ahead: int, setting: Setting) -> Facts:
    """Name the period so many periods ahead as a whole: due by its end, a week with its work."""
    if period == "week":
        return Facts(weeks=ahead)  # a weekday may stand beside it
    last = end_date(period, ahead, setting.today)
    return Facts(day=Day((last,), begins=first_date(period, ahead, setting.today)))


def before(period: str, setting: Setting) -> Facts:
    """Read "before next week": before it begins, or before it is over."""
    if period == "week":
        ends = [days.in_week(setting.today, n, days.last_workday(setting.week)) for n in (0, 1)]
    else:
        ends = [end_date(period, ahead, setting.today) for ahead in (0, 1)]
    return Facts(day=Day(tuple(ends)))


def end_of(period: str, ahead: int, setting: Setting) -> Facts:
    """Give the last day of that period; for a week the last working day, next week's if past."""
    if period != "week":
        return one_day(end_date(period, ahead, setting.today))
    last = days.last_workday(setting.week)
    if ahead:
        return one_day(days.in_week(setting.today, ahead, last))
    nearest = days.this_weekday(setting.today, last)
    return Facts(day=Day((nearest,), later=nearest + timedelta(weeks=1)))


def start_of_next(period: str, setting: Setting) -> Facts:
    """Give the first day of the coming period; for a week the first working day."""
    if period == "week":
        return one_day(days.in_week(setting.today, 1, days.first_workday(setting.week)))
    return one_day(first_date(period, 1, setting.today))


def end_date(period: str, ahead: int, today: date) -> date:
    """Give the last date of the month, quarter or year so many of them ahead."""
    match period:
        case "month":
            return days.month_end(today, ahead)
        case "quarter":
            return days.quarter_end(today, ahead)
        case _:
            return date(today.year + ahead, 12, 31)


def first_date(period: str, ahead: int, today: date) -> date:
    """Give the first date of the month, quarter or year so many of them ahead."""
    return end_date(period, ahead - 1, today) + days.ONE_DAY
