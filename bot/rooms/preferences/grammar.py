"""The day on which a quiet ends, read from words in English or Chinese. Pure.

A span counts from today. A weekday or a date without a year is the next one; 下 and "next" before
a weekday mean the coming week, Monday to Sunday. A year that is written is taken as written.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

WEEK = timedelta(days=7)
UNIT_DAYS = {
    "day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 91, "year": 365,
    "天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7, "月": 30, "年": 365,
}  # fmt: skip
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "a couple of": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "十": 10, "十一": 11, "十二": 12,
}  # fmt: skip
DAY_STARTS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTH_STARTS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
CHINESE_DAYS = {**dict(zip("一二三四五六", range(6), strict=True)), "日": 6, "天": 6, "末": 5}
NEVER = re.compile(
    r"for ?ever|always|indefinitely|for good|for life|permanently|永远|永久|一直|无限期", re.I
)
OPENING = re.compile(r"(?:for(?: the)?|until|till|til|to) |(?:直到|到|暂停) ?")
CLOSING = re.compile(r"(?:为止|再说|吧|please)$", re.I)

_DAY = r"(?P<day>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?"
_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_NUMBER = "|".join(sorted(NUMBERS, key=len, reverse=True))


class Unreadable(ValueError):
    """Words that name no day."""


def day_named(text: str, today: date) -> date | None:
    """Return the day *text* names, seen from the local date *today*; None where it says never.

    It may be past, or far away. Raises: Unreadable; OverflowError for a day beyond all calendars.
    """
    said = " ".join(text.lower().split())
    if NEVER.fullmatch(said):
        return None
    said = CLOSING.sub("", said).strip()
    if opened := OPENING.match(said):
        said = said[opened.end() :]
    for pattern, reading in READINGS.items():
        if found := pattern.fullmatch(said):
            return reading(found, today)
    raise Unreadable(text)


def _relative(found: re.Match[str], today: date) -> date:
    monday = today - timedelta(days=today.weekday())
    month = _first_of_next_month(today)
    days: Mapping[str, date] = {
        "yesterday": today - timedelta(days=1), "昨天": today - timedelta(days=1),
        "today": today, "今天": today, "now": today, "last week": monday - WEEK,
        "上周": monday - WEEK, "last month": today - timedelta(days=30),
        "tomorrow": today + timedelta(days=1), "明天": today + timedelta(days=1),
        "后天": today + timedelta(days=2), "大后天": today + timedelta(days=3),
        "next week": monday + WEEK, "下周": monday + WEEK, "下星期": monday + WEEK,
        "the end of the week": monday + WEEK, "rest of the week": monday + WEEK,
        "this week": monday + WEEK, "the week": monday + WEEK, "周末后": monday + WEEK,
        "next month": month, "下个月": month, "下月": month, "the end of the month": month,
        "rest of the month": month, "this month": month, "月底": month,
        "next year": date(today.year + 1, 1, 1), "明年": date(today.year + 1, 1, 1),
        "the end of the year": date(today.year + 1, 1, 1), "年底": date(today.year + 1, 1, 1),
        "new year": date(today.year + 1, 1, 1), "christmas": _coming(today, 12, 25),
    }  # fmt: skip
    return days[found[0]]


def _span(found: re.Match[str], today: date) -> date:
    number = found["number"]
    count = NUMBERS[number] if number in NUMBERS else int(number)
    days = count * UNIT_DAYS[found["unit"]]
    return today + timedelta(days=days)


def _half(found: re.Match[str], today: date) -> date:
    return today + timedelta(days=15 if found[0].endswith(("month", "月")) else 182)


def _weekday(found: re.Match[str], today: date) -> date:
    return _on_weekday(DAY_STARTS.index(found["day"][:3]), found["which"], today)


def _chinese_weekday(found: re.Match[str], today: date) -> date:
    which = {"下": "next", "上": "last"}.get(found["which"] or "")
    return _on_weekday(CHINESE_DAYS[found["day"]], which, today)


def _on_weekday(weekday: int, which: str | None, today: date) -> date:
    in_this_week = today + timedelta(days=weekday - today.weekday())
    if which == "last":
        return in_this_week - WEEK
    if which == "next" or in_this_week <= today:
        return in_this_week + WEEK
    return in_this_week


def _written(found: re.Match[str], today: date) -> date:
    return _real(int(found["year"]), int(found["month"]), int(found["dom"]))


def _month_day(found: re.Match[str], today: date) -> date:
    month = MONTH_STARTS.index(found["month"][:3]) + 1
    year = found["year"]
    day = int(found["dom"])
    return _real(int(year), month, day) if year else _coming(today, month, day)


def _chinese_date(found: re.Match[str], today: date) -> date:
    month, day = int(found["month"]), int(found["dom"])
    year = found["year"]
    return _real(int(year), month, day) if year else _coming(today, month, day)


def _coming(today: date, month: int, day: int) -> date:
    """Return the next such date: 29 February may be some years away."""
    for year in range(today.year, today.year + 9):
        try:
            on = date(year, month, day)
        except ValueError:
            continue
        if on > today:
            return on
    raise Unreadable(f"{month}-{day}")


def _real(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Unreadable(f"{year}-{month}-{day}") from error


def _first_of_next_month(today: date) -> date:
    return (today.replace(day=1) + timedelta(days=32)).replace(day=1)


_RELATIVE = (
    "yesterday|today|now|tomorrow|last week|last month|next week|next month|next year|"
    "the end of the (?:week|month|year)|rest of the (?:week|month)|this (?:week|month)|the week|"
    "new year|christmas|昨天|今天|明天|大?后天|上周|下周|下星期|周末后|下个?月|月底|明年|年底"
)
READINGS: Mapping[re.Pattern[str], Callable[[re.Match[str], date], date]] = {
    re.compile(_RELATIVE): _relative,
    re.compile(
        rf"(?:the )?(?:next )?(?P<number>-?\d{{1,9}}|{_NUMBER}) ?(?:more )?"
        r"(?P<unit>day|night|week|fortnight|month|quarter|year)s?"
    ): _span,
    re.compile(rf"(?P<number>\d{{1,9}}|{_NUMBER}) ?个?(?P<unit>天|日|周|星期|礼拜|月|年)"): _span,
    re.compile(r"half an? (?:month|year)|半个?月|半年"): _half,
    re.compile(rf"(?:(?P<which>next|last|this) )?{_DAY}(?: morning)?"): _weekday,
    re.compile(
        r"(?P<which>下|上|这|本)?个?(?:周|星期|礼拜)(?P<day>[一二三四五六日天末])"
    ): _chinese_weekday,
    re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<dom>\d{1,2})"): _written,
    re.compile(
        rf"(?:the )?(?P<dom>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH},?(?: (?P<year>\d{{4}}))?"
    ): _month_day,
    re.compile(
        rf"{_MONTH} (?:the )?(?P<dom>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>\d{{4}}))?"
    ): _month_day,
    re.compile(r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<dom>\d{1,2})[日号]?"): _chinese_date,
}
