"""Calendar arithmetic: which date the words for a day mean, seen from today."""

import calendar
from datetime import date, timedelta

from bot.rooms.commitments.grammar.model import WorkWeek

ONE_DAY = timedelta(days=1)
MONTHS_AHEAD = 8 * 12 + 1  # the longest way from one 29 February to the next


def next_weekday(today: date, weekday: int) -> date:
    """Give the first such weekday after today; on a Monday, "Monday" is in a week."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def this_weekday(today: date, weekday: int) -> date:
    """Give the first such weekday from today on."""
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def in_week(today: date, weeks: int, weekday: int) -> date:
    """Give a weekday of the week so many weeks ahead; weeks begin on Monday."""
    return today - timedelta(days=today.weekday()) + timedelta(weeks=weeks, days=weekday)


def last_workday(week: WorkWeek) -> int:
    """Give the working day that comes before the longest rest, 0 to 6."""
    return max(week.days, key=lambda day: (_rest_after(week, day), day), default=6)


def first_workday(week: WorkWeek) -> int:
    """Give the working day that comes after the longest rest, 0 to 6."""
    last = last_workday(week)
    return (last + _rest_after(week, last) + 1) % 7


def _rest_after(week: WorkWeek, weekday: int) -> int:
    return next(n for n in range(7) if (weekday + n + 1) % 7 in week.days or n == 6)


def workdays_after(today: date, count: int, week: WorkWeek) -> date:
    """Count working days forward from today, which doesn't count itself."""
    day = today
    while count > 0:
        day += ONE_DAY
        count -= week.works_on(day)
    return day


def month_start(day: date, months: int = 0) -> date:
    """Give the first of the month so many months away. Raises: OverflowError, ValueError."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


def month_end(day: date, months: int = 0) -> date:
    """Give the last of the month so many months away. Raises: OverflowError, ValueError."""
    first = month_start(day, months)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def add_months(day: date, months: int) -> date:
    """Go so many months on, to the month's last day where it is shorter."""
    last = month_end(day, months)
    return last.replace(day=min(day.day, last.day))


def quarter_end(day: date, quarters: int = 0) -> date:
    """Give the last day of the calendar quarter so many quarters away."""
    return month_end(day, (3 - day.month) % 3 + 3 * quarters)


def next_date(today: date, month: int, day: int) -> date | None:
    """Give the first such date from today on; None if no year has it."""
    for ahead in range(MONTHS_AHEAD):
        first = month_start(today, ahead)
        if first.month == month and (found := in_month(first, day)) and found >= today:
            return found
    return None


def next_day_of_month(today: date, day: int) -> date | None:
    """Give the first day of that number from today on, skipping months without it."""
    for ahead in range(3):
        found = in_month(month_start(today, ahead), day)
        if found and found >= today:
            return found
    return None


def in_month(month: date, day: int) -> date | None:
    """Give that day of the month; None if the month hasn't got it."""
    if not 1 <= day <= month_end(month).day:
        return None
    return month.replace(day=day)


def nth_workday(month: date, nth: int, week: WorkWeek) -> date | None:
    """Give a month's nth working day, the last for -1; None if there are fewer."""
    dates = [month.replace(day=day) for day in range(1, month_end(month).day + 1)]
    worked = [day for day in dates if week.works_on(day)]
    return worked[nth if nth < 0 else nth - 1] if nth <= len(worked) else None


def nth_weekday(month: date, weekday: int, nth: int) -> date | None:
    """Give a month's nth such weekday, the last for -1; None if there are fewer."""
    weeks = [week[weekday] for week in calendar.monthcalendar(month.year, month.month)]
    days = [day for day in weeks if day]
    return month.replace(day=days[nth if nth < 0 else nth - 1]) if nth <= len(days) else None
