"""Moments as somebody at the demo's prompt names them: `tomorrow 09:30`, `fri 17:00`, `+2h`."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.members.rules import local_instant

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORTEST = 3  # letters of a weekday
FARTHEST = timedelta(days=366)
HOW = "try: time tomorrow 09:30, time fri 17:00, time 14:00 or time +2h"
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
        ahead = timedelta(**{UNITS[found[2]]: int(found[1])})
        if not timedelta() < ahead <= FARTHEST:
            raise ValueError("the clock only moves forward, a year at a time")
        return now + ahead
    found = CLOCK.fullmatch(wanted)
    today = now.astimezone(ZoneInfo(zone)).date()
    try:
        if found is None:
            raise ValueError(HOW)
        at = time(int(found["hour"]), int(found["minute"]))
        day = read_day(found["day"] or "today", today)
    except ValueError:
        raise ValueError(HOW) from None
    instant = local_instant(day, at, zone)
    if instant <= now and found["day"] is None:
        instant = local_instant(today + timedelta(days=1), at, zone)
    if instant <= now:
        raise ValueError("the clock only moves forward")
    if instant - now > FARTHEST:
        raise ValueError("that is too far: a year at a time")
    return instant


def read_day(word: str, today: date) -> date:
    """Return the day that a word or a date such as 2026-12-01 names. Raises: ValueError."""
    wanted = word.strip().lower()
    if wanted == "today":
        return today
    if wanted == "tomorrow":
        return today + timedelta(days=1)
    for number, name in enumerate(WEEKDAYS):
        if len(wanted) >= SHORTEST and name.startswith(wanted):
            return today + timedelta(days=(number - today.weekday()) % 7 or 7)
    return date.fromisoformat(wanted)
