"""English words for a day counted from another: "tomorrow", "in three weeks"."""

import re
from datetime import date, timedelta
from re import Match

from bot.rooms.commitments.grammar import days
from bot.rooms.commitments.grammar.dates import one_day
from bot.rooms.commitments.grammar.english_words import NUMBER, WEEKDAY, number_of, weekday_of
from bot.rooms.commitments.grammar.facts import Builder, Facts, Need
from bot.rooms.commitments.grammar.model import Setting

TOMORROW = ("tomorrow", "tomorow", "tommorow", "tommorrow", "tmrw", "tmr", "tmw", "2moro")
DAYS_FROM_TODAY = {
    "today": 0,
    "tdy": 0,
    **dict.fromkeys(TOMORROW, 1),
    **{f"day after {word}": 2 for word in TOMORROW},
}
UNIT_DAYS = {"d": 1, "w": 7, "f": 14}


def _relative(found: Match[str], setting: Setting) -> Facts:
    ahead = DAYS_FROM_TODAY[re.sub(r"\s+", " ", found["word"].lower())]
    return one_day(setting.today + timedelta(days=ahead))


def _in_days(found: Match[str], setting: Setting) -> Facts:
    count, unit = number_of(found["n"]), found["unit"].lower()
    today = setting.today
    if unit.startswith("m"):
        return one_day(days.add_months(today, count))
    if unit.startswith("y"):
        return one_day(days.add_months(today, 12 * count))
    return one_day(today + timedelta(days=count * UNIT_DAYS[unit[0]]))


def _in_workdays(found: Match[str], setting: Setting) -> Facts:
    count = min(number_of(found["n"]), 5 * 366)
    return one_day(days.workdays_after(setting.today, count, setting.week))


def _days_from(found: Match[str], setting: Setting) -> Facts | None:
    """Read "a week from Friday" and "two days before next Tuesday"."""
    unit = found["unit"].lower()[0]
    if unit not in UNIT_DAYS:
        return None
    count = 1 if found["n"].lower() == "the" else number_of(found["n"])
    distance = timedelta(days=count * UNIT_DAYS[unit])
    start = _start_day(found, setting.today)
    return one_day(start - distance if found["side"].lower() == "before" else start + distance)


def _week_from(found: Match[str], setting: Setting) -> Facts:
    """Read "tomorrow week" and "a week tomorrow"."""
    day = setting.today + timedelta(days=DAYS_FROM_TODAY[found["word"].lower()])
    return one_day(day + timedelta(days=UNIT_DAYS[found["unit"].lower()[0]]))


def _start_day(found: Match[str], today: date) -> date:
    if found["word"]:
        return today + timedelta(days=DAYS_FROM_TODAY[re.sub(r"\s+", " ", found["word"].lower())])
    weekday = weekday_of(found["weekday"])
    return days.in_week(today, 1, weekday) if found["next"] else days.next_weekday(today, weekday)


RELATIVE = "|".join(word.replace(" ", r"\s+") for word in sorted(DAYS_FROM_TODAY, key=len)[::-1])
SPAN = rf"(?P<n>{NUMBER})[\s-]*(?P<unit>days?|d|weeks?|wks?|w|fortnights?|months?|years?|yrs?)\b"
WORKDAYS_SPAN = rf"(?P<n>{NUMBER})\s+(?:working|business|biz|work|week)[\s-]?days?\b"
IN = r"(?:in|within|over(?=\s+the\s+next))\s+(?:the\s+next\s+)?"
PATTERNS: tuple[tuple[str, Builder, Need], ...] = (
    (rf"(?:the\s+)?(?P<word>{RELATIVE})\b", _relative, Need.NOTHING),
    (rf"{IN}{SPAN}(?:['’]?s?\s+time\b)?", _in_days, Need.NOTHING),
    (rf"{IN}{WORKDAYS_SPAN}", _in_workdays, Need.NOTHING),
    (rf"{SPAN}\s+(?:from\s+(?:now|today)|hence)\b", _in_days, Need.NOTHING),
    (rf"{WORKDAYS_SPAN}\s+from\s+(?:now|today)\b", _in_workdays, Need.NOTHING),
    (
        rf"{SPAN.replace(NUMBER, f'the(?=[ ]day[ ])|{NUMBER}')}\s+(?P<side>from|on|after|before)\s+"
        rf"(?:(?P<word>{RELATIVE})|(?:(?P<next>next)\s+)?(?P<weekday>{WEEKDAY}))",
        _days_from,
        Need.NOTHING,
    ),
    (r"(?P<word>today|tomorrow)\s+(?P<unit>week|fortnight)\b", _week_from, Need.END),
    (r"an?\s+(?P<unit>week|fortnight)\s+(?P<word>today|tomorrow)\b", _week_from, Need.NOTHING),
)
