"""Which days a person works, and when those days begin and end."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.members.rules import end_of_working_day
from bot.rooms.commitments.grammar import WorkWeek

LOOKAHEAD_DAYS = 366


@dataclass(frozen=True)
class Diary:
    """A person's working time.

    *stopped* are dates on which the clock stands still: holidays, vacation, pause. *worked* are
    dates worked although the week says no, as on a Chinese working weekend.
    """

    zone: str
    week: WorkWeek
    stopped: Collection[date] = ()
    worked: Collection[date] = ()

    @property
    def dated_week(self) -> WorkWeek:
        """The week with its exceptions by date."""
        return replace(self.week, off=self.stopped, worked=self.worked)

    def local_date(self, at: datetime) -> date:
        return at.astimezone(ZoneInfo(self.zone)).date()

    def is_workday(self, day: date) -> bool:
        return (day.weekday() in self.week.days or day in self.worked) and day not in self.stopped

    def workday_after(self, day: date, count: int = 1) -> date:
        """Give the nth working day after a date; calendar days where a year has too few."""
        return self._workday(day, count, timedelta(days=1))

    def workday_before(self, day: date) -> date:
        """Give the last working day before a date; the day before where a year has none."""
        return self._workday(day, 1, timedelta(days=-1))

    def end_of(self, day: date) -> datetime:
        """Give the UTC instant at which a day's working hours end."""
        return end_of_working_day(day, self.week.end, self.zone)

    def _workday(self, day: date, count: int, step: timedelta) -> date:
        found = [one for one in _days(day, step) if self.is_workday(one)]
        return found[count - 1] if len(found) >= count else day + step * count


def _days(day: date, step: timedelta) -> Iterator[date]:
    return (day + step * n for n in range(1, LOOKAHEAD_DAYS + 1))
