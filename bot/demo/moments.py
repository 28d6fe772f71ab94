"""Moments as somebody at the demo's prompt names them: `tomorrow 09:30`, `fri 17:00`, `+2h`."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.members.rules import local_instant

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LATER = re.compile(r"\+\s*(\d{1,4})\s*(m|h|d)")
CLOCK = re.compile(r"(?:(?P<day>\S+)\s+)?(?P<hour>\d{1,2}):(?P<minute>\d{2})")
UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def read_moment(text: str, now: datetime, zone: str) -> datetime:
    """Return the instant *text* names, on the wall clock of *zone*; never before *now*.

    Raises:
        ValueError: it names none; the message says what would.
    """
    wanted = text.strip().lower()
    if found := LATER.fullmatch(wanted):
        return now + timedelta(**{UNITS[found[2]]: int(found[1])})
    found = CLOCK.fullmatch(wanted)
    if found is None:
        raise ValueError("try: time tomorrow 09:30, time fri 17:00, time 14:00 or time +2h")
    at = time(int(found["hour"]), int(found["minute"]))
    today = now.astimezone(ZoneInfo(zone)).date()
    instant = local_instant(_day(found["day"], today), at, zone)
    if instant <= now and found["day"] is None:
        instant = local_instant(today + timedelta(days=1), at, zone)
    if instant <= now:
        raise ValueError("the clock only moves forward")
    return instant


def _day(word: str | None, today: date) -> date:
    if word in (None, "today"):
        return today
    if word == "tomorrow":
        return today + timedelta(days=1)
    if word is not None and word[:3] in WEEKDAYS:
        ahead = (WEEKDAYS.index(word[:3]) - today.weekday()) % 7
        return today + timedelta(days=ahead or 7)
    return date.fromisoformat(word or "")
