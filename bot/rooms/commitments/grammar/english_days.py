"""English words for a date: weekdays, "tomorrow", "Dec 3", "end of month", "in three weeks"."""

import re
from datetime import date, timedelta
from re import Match

from bot.rooms.commitments.grammar import days, english_spans
from bot.rooms.commitments.grammar.dates import (
    UNREADABLE,
    day_and_month,
    day_of_month,
    either,
    full_date,
    month_alone,
    one_day,
)
from bot.rooms.commitments.grammar.english_spans import RELATIVE
from bot.rooms.commitments.grammar.english_words import (
    COUNTED,
    DAY_NUMBER,
    DOING,
    MONTH,
    NOT_NTH,
    NTH_WORKDAY,
    NUMBER,
    OR_DAY,
    ORDINAL,
    ORDINALS,
    WEEKDAY,
    WEEKDAY_STEM,
    YEAR,
    month_of,
    weekday_of,
    year_of,
)
from bot.rooms.commitments.grammar.facts import Builder, Day, Facts, Need, Part
from bot.rooms.commitments.grammar.model import Setting
from bot.rooms.commitments.grammar.periods import before, end_of, start_of_next, whole

PERIOD = r"(?P<period>week|month|quarter|year)"
WHICH = r"(?:(?P<which>this|next|the|current|the current|coming|the coming|the next)\s+)?"
ENDS_OF = {"w": "week", "m": "month", "q": "quarter", "y": "year"}


def _weekday(found: Match[str], setting: Setting) -> Facts:
    weekday = weekday_of(found["weekday"])
    which = (found["which"] or "").lower().split()
    if "last" in which or "past" in which:
        return Facts(past=True)
    if which and which[-1] in ("next", "nxt"):
        return Facts(weekday=weekday, weeks=1)
    if which == ["this"]:
        return one_day(days.this_weekday(setting.today, weekday))
    return Facts(weekday=weekday)


def _weekday_week(found: Match[str], setting: Setting) -> Facts:
    nearest = days.next_weekday(setting.today, weekday_of(found["weekday"]))
    return one_day(nearest + timedelta(weeks=2 if found["fortnight"] else 1))


def _period_end(found: Match[str], setting: Setting) -> Facts:
    ahead = 1 if "next" in (found["which"] or "").lower() else 0
    return end_of(found["period"].lower(), ahead, setting)


def _whole_period(found: Match[str], setting: Setting) -> Facts:
    ahead = 1 if found["which"].lower() in ("next", "nxt") else 0
    period = found["period"].lower()
    is_before = ahead and found["before"] is not None
    return before(period, setting) if is_before else whole(period, ahead, setting)


def _period_start(found: Match[str], setting: Setting) -> Facts:
    return start_of_next(found["period"].lower(), setting)


def _short_end(found: Match[str], setting: Setting) -> Facts:
    return end_of(ENDS_OF[found["letter"].lower()], 0, setting)


def _month_end(found: Match[str], setting: Setting) -> Facts:
    month = month_of(found["month"])
    if found.groupdict().get("y"):
        return one_day(days.month_end(date(year_of(found["y"]), month, 1)))
    return one_day(days.month_end(setting.today, (month - setting.today.month) % 12))


def _month(found: Match[str], setting: Setting) -> Facts:
    year = year_of(found["y"]) if found["y"] else None
    return month_alone(month_of(found["month"]), setting, year)


def _year_end(found: Match[str], setting: Setting) -> Facts:
    return one_day(date(year_of(found["y"]), 12, 31))


def _quarter_number_end(found: Match[str], setting: Setting) -> Facts:
    month = int(found["q"]) * 3
    return one_day(days.month_end(setting.today, (month - setting.today.month) % 12))


def _named_date(found: Match[str], setting: Setting) -> Facts | None:
    month, year = month_of(found["month"]), found["y"]
    if month == MAY and IS_COUNTED.match(found.string, found.end()):
        return None
    said = [int(day) for day in (found["d"], found["d2"]) if day]
    if year:
        return either(full_date(year_of(year), month, day) for day in said)
    return either(day_and_month(day, month, setting) for day in said)


def _word_date(found: Match[str], setting: Setting) -> Facts:
    """Read "the first of May"."""
    day = ORDINALS[found["nth"].lower()]
    return (
        _month_end(found, setting)
        if day < 0
        else day_and_month(day, month_of(found["month"]), setting)
    )


def _day_number(found: Match[str], setting: Setting) -> Facts:
    which = {"next": 1, "this": 0, "the": 0}
    months = which[found["of"].lower()] if found["of"] else None
    if found["d2"]:
        return either(day_of_month(int(found[d]), setting, months) for d in ("d", "d2"))
    return day_of_month(int(found["d"]), setting, months)


def _first_of_month(found: Match[str], setting: Setting) -> Facts:
    return day_of_month(1, setting, 1 if found["which"].lower() == "next" else None)


def _workday_of_month(found: Match[str], setting: Setting) -> Facts:
    """Read "the last working day of the month", the next such day where it is past."""
    today, nth = setting.today, ORDINALS[found["nth"].lower()]
    ahead = 1 if found["next"] else 0
    if found["month"]:
        ahead = (month_of(found["month"]) - today.month) % 12
    said = [
        days.nth_workday(days.month_start(today, months), nth, setting.week)
        for months in (ahead, ahead + (12 if found["month"] else 1))
    ]
    return one_day(next(day for day in said if day and day >= today))


def _nth_weekday(found: Match[str], setting: Setting) -> Facts:
    """Read "the last Friday of the month" and "the second Monday in April"."""
    today, nth = setting.today, ORDINALS[found["nth"].lower()]
    ahead, again = 1 if found["next"] else 0, 0 if found["this"] else 1
    if found["month"]:
        ahead, again = (month_of(found["month"]) - today.month) % 12, 12
    for months in (ahead, ahead + again):
        month = days.month_start(today, months)
        day = days.nth_weekday(month, weekday_of(found["weekday"]), nth)
        if day and (day >= today or months):
            return one_day(day)
    return one_day(day) if day else UNREADABLE


def _weekend(found: Match[str], setting: Setting) -> Facts:
    sunday = days.this_weekday(setting.today, 6)
    if "next" in (found["which"] or "").lower():
        sunday = days.in_week(setting.today, 1, 6)
    if found["lead"] is not None:
        return Facts(day=Day((sunday - timedelta(days=6 - days.last_workday(setting.week)),)))
    return one_day(sunday)


def _past(found: Match[str], setting: Setting) -> Facts:
    return Facts(past=True)


def _week_after_next(found: Match[str], setting: Setting) -> Facts:
    return Facts(weeks=2)


def _vague(found: Match[str], setting: Setting) -> Facts:
    return Facts(problem="unreadable")


def _end_of_said_day(found: Match[str], setting: Setting) -> Facts:
    return Facts(part=Part.WORK_END)


MAY = 5
IS_COUNTED = re.compile(COUNTED, re.IGNORECASE)
NOT_NAMED = "".join(
    rf"(?<!\b{name}\s)"
    for name in ("black", "good", "cyber", "casual", "easter", "whit", "palm", "ash", "giving")
)
# Close early Friday: what is early is the closing.
EARLY = r"(?<!\bleave\s)(?<!\bclose\s)(?<!\bfinish\s)(?<!\bstart\s)early"
BEFORE = r"(?:(?<=before\s)|(?<=b4\s))"
THE = r"(?:the\s+)?"
END_OF = rf"{THE}(?:very\s+)?(?:end|last\s+day|close)\s+of\s+"
PATTERNS: tuple[tuple[str, Builder, Need], ...] = (
    *english_spans.PATTERNS,
    (rf"{END_OF}(?=(?:{RELATIVE}|(?:this\s+|next\s+)?{WEEKDAY}))", _end_of_said_day, Need.NOTHING),
    (rf"(?:{END_OF}|late\s+){WHICH}{PERIOD}\b", _period_end, Need.NOTHING),
    (rf"{END_OF}(?P<month>{MONTH})(?:,?\s*{YEAR})?", _month_end, Need.NOTHING),
    (rf"(?:in|during)\s+(?P<month>{MONTH})(?:,?\s*{YEAR})?(?!\s*\d)", _month_end, Need.NOTHING),
    (rf"(?P<month>{MONTH})(?:,?\s*{YEAR})?(?!\s*\d)", _month, Need.NUMBER),
    (
        rf"{THE}(?P<nth>{ORDINAL})\s+of\s+(?P<month>{MONTH})",
        _word_date,
        Need.NOTHING,
    ),
    (rf"{END_OF}{YEAR}", _year_end, Need.NOTHING),
    (
        rf"{NTH_WORKDAY}\s+of\s+(?:(?:the|this|(?P<next>next))\s+month\b|(?P<month>{MONTH}))",
        _workday_of_month,
        Need.NOTHING,
    ),
    (
        rf"{THE}first\s+(?:day\s+)?of\s+(?P<which>the|this|next)\s+month\b",
        _first_of_month,
        Need.NOTHING,
    ),
    (rf"{END_OF}q(?P<q>[1-4])\b", _quarter_number_end, Need.NOTHING),
    (rf"{THE}(?:start|beginning)\s+of\s+(?:the\s+)?next\s+{PERIOD}\b", _period_start, Need.NOTHING),
    (rf"(?:early|mid|middle\s+of)[\s-]+{WHICH}{PERIOD}\b", _vague, Need.NOTHING),
    (
        r"or\s+(?:later|after|the\s+(?:day|week|month)\s+after(?:\s+that)?|the\s+next(?:\s+day)?)\b"
        rf"|after\s+next\b|at\s+the\s+earliest\b|{EARLY}(?:\s+on)?\b",
        _vague,
        Need.BESIDE,
    ),
    (
        rf"(?P<before>{BEFORE})?(?P<which>this|ne?xt)\s+{PERIOD}\b",
        _whole_period,
        Need.NOTHING,
    ),
    (
        rf"{THE}(?P<period>week|month|quarter|year)['’]?s?[\s-]end\b(?P<which>)",
        _period_end,
        Need.END,
    ),
    (r"eo(?P<letter>[wmqy])\b", _short_end, Need.NOTHING),
    (
        rf"(?P<lead>(?<=by\s)|{BEFORE})?(?:(?:over|during)\s+)?"
        r"(?:(?P<which>this|next|the|the\s+coming)\s+)?weekend\b",
        _weekend,
        Need.END,
    ),
    (r"yesterday\b|last\s+(?:night|week|month|year|quarter)\b", _past, Need.NOTHING),
    (rf"{NUMBER}\s+(?:hour|day|week|month|year)s?\s+ago\b", _past, Need.NOTHING),
    (r"in\s+an?\s+(?:hour|day|week|month|year)\s+or\s+(?:two|so)\b", _vague, Need.NOTHING),
    (r"(?:the\s+)?week\s+after\s+next\b", _week_after_next, Need.NOTHING),
    (
        rf"{THE}(?P<nth>{ORDINAL})\s+(?P<weekday>{WEEKDAY})\s+(?:of|in)\s+"
        rf"(?:(?:the|(?P<this>this)|(?P<next>next))\s+month\b|(?P<month>{MONTH}))",
        _nth_weekday,
        Need.NOTHING,
    ),
    (rf"(?:{WEEKDAY_STEM}[-–]{WEEKDAY}|(?-i:M-F)\b)", _vague, Need.NOTHING),
    (rf"(?P<weekday>{WEEKDAY})\s+(?:week|(?P<fortnight>fortnight))\b", _weekday_week, Need.END),
    (
        rf"(?P<which>(?:this\s+coming|(?:the\s+)?(?:coming|following)|this|(?:the\s+)?next|nxt|last|past))\s+(?P<weekday>{WEEKDAY})",
        _weekday,
        Need.NOTHING,
    ),
    (
        r"(?P<weekday>sat|sun)\b\.?(?=/sun\b|\s+(?:morning|afternoon|arvo|evening|night|[ap]m|eve|noon"
        rf"|(?:or|and)\s+{WEEKDAY_STEM}|\d\d?(?::\d\d|\s?[ap]m))\b)(?P<which>)",
        _weekday,
        Need.NOTHING,
    ),
    (
        r"(?P<weekday>sat|sun)\b\.?(?!\s+(?:down|in|on|with|through|by)\b)(?P<which>)",
        _weekday,
        Need.END,
    ),
    (rf"(?!(?:sat|sun)\b){NOT_NAMED}(?P<weekday>{WEEKDAY})(?P<which>)", _weekday, Need.NOTHING),
    (
        rf"(?P<month>{MONTH})\s*(?:the\s+)?{DAY_NUMBER}(?!\s*(?:am|pm|:)){OR_DAY}(?:,?\s*{YEAR})?",
        _named_date,
        Need.NOTHING,
    ),
    (
        rf"(?:the\s+)?{DAY_NUMBER}{OR_DAY}\s*(?:of\s+)?(?P<month>{MONTH})(?:,?\s*{YEAR})?",
        _named_date,
        Need.NOTHING,
    ),
    (
        rf"the\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)(?={DOING})(?P<d2>)(?P<of>)",
        _day_number,
        Need.FIRST,
    ),
    (
        rf"the\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)\b{NOT_NTH}{OR_DAY}"
        r"(?:\s+of\s+(?P<of>the|this|next)\s+month)?\b",
        _day_number,
        Need.ORDINAL,
    ),
    (rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)\b{NOT_NTH}{OR_DAY}(?P<of>)", _day_number, Need.NUMBER),
)
