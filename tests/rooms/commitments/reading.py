"""How the tables of lines are read: from which moment, and what is expected in short."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.rooms.commitments.grammar import Grain, Read, WorkWeek, read

LONDON, SHANGHAI, NEW_YORK = "Europe/London", "Asia/Shanghai", "America/New_York"
OFFICE = WorkWeek(days=frozenset(range(5)), start=time(9), end=time(17))
MONDAY = "2026-03-02 10:00"
THURSDAY = "2026-03-05 10:00"
FRIDAY_EVENING = "2026-03-06 19:30"
LAST_OF_MONTH = "2026-04-30 09:30"
BEFORE_SPRING_CHANGE = "2026-03-28 12:00"  # London goes from 1:00 to 2:00 the next night
BEFORE_AUTUMN_CHANGE = "2026-10-24 12:00"  # and back from 2:00 to 1:00
WORKING_SATURDAY = "2026-02-28 10:00"  # worked in China, for the spring festival before


def read_at(
    line: str, now: str = MONDAY, zone: str = LONDON, locale: str = "en-GB", week: WorkWeek = OFFICE
) -> Read:
    """Read a line at a wall time of *zone*."""
    at = datetime.fromisoformat(now).replace(tzinfo=ZoneInfo(zone))
    return read(line, now=at, zone=zone, locale=locale, week=week)


def said(line: str, now: str = MONDAY, zone: str = LONDON, locale: str = "en-GB") -> str:
    """Give what was read, short: the due wall time or the readings, then the text."""
    found = read_at(line, now, zone, locale)
    return f"{_when(found)} | {found.text}"


def _when(found: Read) -> str:
    if found.due is not None:
        return f"{found.due:%a %Y-%m-%d} {_hour(found.due, found.grain)}"
    if found.readings:
        return "ask: " + " or ".join(f"{one:%a %m-%d %H:%M}" for one in found.readings)
    return f"ask: {found.problem}"


def _hour(due: datetime, grain: Grain | None) -> str:
    if grain == "time":
        return f"{due:%H:%M}"
    return "end of work" if due.time() == OFFICE.end else "end of day"
