"""How long somebody wants quiet, read from their words. Pure."""

import re
from datetime import date, datetime, time, timedelta

from bot.members.rules import local_instant, slot_date

DEFAULT_DAYS = 7
LONGEST_DAYS = 366
NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "six": 6}
UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "天": 1, "周": 7, "星期": 7, "个月": 30}
SPAN = re.compile(
    r"(?:for\s+)?(?P<number>\d{1,4}|[a-z]+)\s*(?P<unit>day|week|month|天|周|星期|个月)s?", re.I
)
UNTIL = re.compile(r"(?:until|till|to)?\s*(?P<on>\d{4}-\d{2}-\d{2})", re.I)


class Unreadable(ValueError):
    """Words that name no day within a year from now."""


def pause_ends(text: str, now: datetime, zone: str) -> datetime:
    """Return the local midnight (aware UTC) at which the quiet ends; a week where *text* is empty.

    Raises:
        Unreadable: no span or ISO date in *text*, or one that is past or over a year away.
    """
    today = slot_date(now, zone)
    on = _end_date(text.strip(), today)
    if not today < on <= today + timedelta(days=LONGEST_DAYS):
        raise Unreadable(text)
    return local_instant(on, time(0), zone)


def _end_date(text: str, today: date) -> date:
    if not text:
        return today + timedelta(days=DEFAULT_DAYS)
    if found := UNTIL.fullmatch(text):
        try:
            return date.fromisoformat(found["on"])
        except ValueError as error:
            raise Unreadable(text) from error
    if found := SPAN.fullmatch(text):
        number = found["number"].lower()
        count = int(number) if number.isdigit() else NUMBERS.get(number, 0)
        days = count * UNIT_DAYS[found["unit"].lower()]
        if 0 < days <= LONGEST_DAYS:
            return today + timedelta(days=days)
    raise Unreadable(text)
