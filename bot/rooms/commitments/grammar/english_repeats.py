"""English words for a recurrence: "every other Tuesday", "monthly on the 1st", "for six weeks"."""

import re
from re import Match

from bot.rooms.commitments.grammar import days, english_limits
from bot.rooms.commitments.grammar.dates import UNREADABLE
from bot.rooms.commitments.grammar.english_words import (
    DAY_NUMBER,
    DOING,
    MONTH,
    NTH_WORKDAY,
    NUMBER,
    ORDINAL,
    ORDINALS,
    WEEKDAY,
    WEEKDAY_LIST,
    WEEKDAY_STEM,
    month_of,
    number_of,
    weekday_of,
)
from bot.rooms.commitments.grammar.facts import Builder, Facts, Need, Part
from bot.rooms.commitments.grammar.model import Setting
from bot.rooms.commitments.grammar.recurrence import (
    MONTH_END,
    daily,
    monthly_on_day,
    monthly_on_days,
    monthly_on_weekday,
    on_workdays,
    weekly,
    whole_period,
    yearly,
)

OTHER = {"other": 2, "second": 2, "2nd": 2, "alternate": 2, "single": 1} | {
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
}
STEP = rf"(?P<step>other|second|2nd|alternate|single|{NUMBER})"
EVERY = r"(?:once\s+)?(?:(?:each\s+and\s+)?every|each)\s+"
ADVERBS = {
    "daily": ("day", 1),
    "weekly": ("week", 1),
    "biweekly": ("week", 2),
    "bi-weekly": ("week", 2),
    "fortnightly": ("week", 2),
    "monthly": ("month", 1),
    "quarterly": ("quarter", 1),
    "yearly": ("year", 1),
    "annually": ("year", 1),
}
PARTS = {"morning": Part.MORNING, "afternoon": Part.AFTERNOON, "evening": Part.EVENING}


def _step(word: str | None) -> int:
    if not word:
        return 1
    return OTHER.get(word.lower()) or number_of(word)


def _weekdays(words: str) -> list[int]:
    return sorted({weekday_of(word) for word in re.findall(WEEKDAY_STEM, words, re.IGNORECASE)})


def _on_weekdays(found: Match[str], setting: Setting) -> Facts:
    return Facts(rule=weekly(_weekdays(found["days"]), _step(found.groupdict().get("step"))))


def _plural_weekdays(found: Match[str], setting: Setting) -> Facts | None:
    is_counted = COUNTED_BY.search(found.string, 0, found.start())  # two Fridays from now
    return None if is_counted else Facts(rule=weekly(_weekdays(found["days"])))


def _weekday_range(found: Match[str], setting: Setting) -> Facts:
    first, last = weekday_of(found["first"]), weekday_of(found["last"])
    span = range(first, first + (last - first) % 7 + 1)
    return Facts(rule=weekly(sorted(day % 7 for day in span)))


def _each_period(found: Match[str], setting: Setting) -> Facts:
    if PART_OF.search(found.string, 0, found.start()):
        return UNREADABLE  # the first week of every month
    unit, step = found["unit"].lower(), _step(found["step"])
    return _period(
        found,
        "week" if unit == "fortnight" else unit,
        2 * step if unit == "fortnight" else step,
        setting,
    )


def _adverb(found: Match[str], setting: Setting) -> Facts:
    unit, step = ADVERBS[found["adverb"].lower()]
    return _period(found, unit, step, setting)


def _period(found: Match[str], unit: str, step: int, setting: Setting) -> Facts:
    if found["days"]:
        return Facts(rule=weekly(_weekdays(found["days"]), step)) if unit == "week" else UNREADABLE
    if found["nth"] and unit == "month":
        nth = ORDINALS[found["nth"].lower()]
        return Facts(rule=monthly_on_weekday(weekday_of(found["weekday"]), nth, step))
    if found["dates"] and unit == "month":
        return Facts(rule=monthly_on_days(_numbers(found["dates"]), step))
    if found["month"] and unit == "year":
        return Facts(rule=yearly(month_of(found["month"]), int(found["md"]), step))
    return Facts(rule=whole_period(unit, step, days.last_workday(setting.week)))


def _monthly_weekday(found: Match[str], setting: Setting) -> Facts:
    nth = ORDINALS[found["nth"].lower()]
    return Facts(rule=monthly_on_weekday(weekday_of(found["weekday"]), nth))


def _ambiguous_nth(found: Match[str], setting: Setting) -> Facts:
    return UNREADABLE


def _monthly_days(found: Match[str], setting: Setting) -> Facts:
    """Read "every 15th" and "every 1st and 15th"."""
    return Facts(rule=monthly_on_days(_numbers(found["list"])))


def _numbers(words: str) -> list[int]:
    return [int(day) for day in re.findall(r"\d+", words)]


def _yearly(found: Match[str], setting: Setting) -> Facts:
    return Facts(rule=yearly(month_of(found["month"]), int(found["d"])))


def _each_month_end(found: Match[str], setting: Setting) -> Facts:
    return Facts(rule=monthly_on_day(MONTH_END))


def _nth_workday(found: Match[str], setting: Setting) -> Facts:
    return Facts(rule=on_workdays(range(5), nth_of_month=ORDINALS[found["nth"].lower()]))


def _each_first(found: Match[str], setting: Setting) -> Facts:
    return Facts(rule=monthly_on_day(1))


def _working_days(found: Match[str], setting: Setting) -> Facts:
    is_named = "weekday" in found[0].lower().replace(" ", "")
    return Facts(rule=on_workdays(range(5) if is_named else sorted(setting.week.days)))


def _each_part(found: Match[str], setting: Setting) -> Facts:
    return Facts(rule=daily(), part=PARTS.get(found["part"].lower(), Part.NIGHT))


def _adverb_first(found: Match[str], setting: Setting) -> Facts:
    unit, step = ADVERBS[found["adverb"].lower()]
    return Facts(rule=whole_period(unit, step, days.last_workday(setting.week)))


def _daily(found: Match[str], setting: Setting) -> Facts:
    return Facts(rule=daily())


def _weekends(found: Match[str], setting: Setting) -> Facts:
    return Facts(rule=weekly([SUNDAY]))


SOME_DAYS = (
    r"\d{1,2}(?:st|nd|rd|th)?\b(?:\s*(?:,|&|and\b|,\s*and\b)\s*(?:the\s+)?"
    r"\d{1,2}(?:st|nd|rd|th)\b)*"
)
DAY_LIST = rf"(?P<list>{SOME_DAYS})"
OF_EVERY = r"\s+(?:of|in)\s+(?:every|each)\s+month\b"
OF_MONTH = r"\s+(?:of|in)\s+(?:the|every|each|a)\s+month\b"
ON = (
    rf"(?:\s+(?:on|by|,)\s+(?P<days>{WEEKDAY_LIST})"
    rf"|\s+(?:on|by)\s+the\s+(?P<nth>{ORDINAL})\s+(?P<weekday>{WEEKDAY})"
    rf"|\s+(?:on|by)\s+the\s+(?P<dates>{SOME_DAYS})"
    rf"|\s+(?:on|by)\s+(?P<month>{MONTH})\s+(?P<md>\d\d?)(?:st|nd|rd|th)?\b)?"
)
ALONE = r"(?=\s*(?:$|[,.;:!)]|x\s*\d|(?:on|at|by|until|till|thru|through|for|starting|from|in)\b))"
POSTING = r"\s+(?:post|ping)\s+(?!(?:to|for|on|by|at|of|about)\b)[a-z]"
AN_HOUR = r"\d\d?(?::\d\d|\s?[ap]m)\b"
PART_OF = re.compile(r"\b(?:of|in)\s+$", re.IGNORECASE)
SUNDAY = 6
COUNTED_BY = re.compile(rf"\b{NUMBER}\s+$", re.IGNORECASE)
# every 2nd page, every 5th ticket: a thing counted, as far as anybody can tell
NTH_THING = rf"(?:2nd|3rd|[4-9]th|10th)(?!{DOING})\s+(?!(?:of|at|by|and|on)\b)[a-z]"
PATTERNS: tuple[tuple[str, Builder, Need], ...] = (
    *english_limits.PATTERNS,
    (rf"{EVERY}(?:{STEP}\s+)?(?P<days>{WEEKDAY_LIST})", _on_weekdays, Need.NOTHING),
    (
        rf"{EVERY}(?P<first>{WEEKDAY_STEM})\b\s*(?:-|–|to|through|thru)\s*(?P<last>{WEEKDAY})",
        _weekday_range,
        Need.NOTHING,
    ),
    (rf"{EVERY}(?:third|fourth|fifth|\d(?:rd|th))\s+{WEEKDAY}", _ambiguous_nth, Need.NOTHING),
    (rf"{EVERY}{ORDINAL}\s*(?:,|and|&)\s*{ORDINAL}\s+{WEEKDAY}", _ambiguous_nth, Need.NOTHING),
    (rf"{EVERY}(?P<nth>first|1st|last)\s+(?P<weekday>{WEEKDAY})", _monthly_weekday, Need.NOTHING),
    (
        rf"{EVERY}(?P<nth>{ORDINAL})\s+(?P<weekday>{WEEKDAY}){OF_MONTH}",
        _monthly_weekday,
        Need.NOTHING,
    ),
    (
        rf"(?:the\s+)?(?P<nth>{ORDINAL})\s+(?P<weekday>{WEEKDAY}){OF_EVERY}",
        _monthly_weekday,
        Need.NOTHING,
    ),
    (
        rf"{EVERY}(?:(?P<step>{'|'.join(OTHER)}|{NUMBER})\s+)?"
        rf"(?P<unit>day|week|fortnight|month|quarter|year)s?\b{ON}",
        _each_period,
        Need.NOTHING,
    ),
    (
        r"once\s+an?\s+(?P<unit>day|week|fortnight|month|quarter|year)\b(?P<step>)" + ON,
        _each_period,
        Need.NOTHING,
    ),
    (
        rf"(?P<adverb>{'|'.join(ADVERBS)})\b(?:{ON.removesuffix('?')}|{ALONE})",
        _adverb,
        Need.NOTHING,
    ),
    (
        rf"^(?P<adverb>{'|'.join(ADVERBS)})\b(?={DOING}|{POSTING}|(?<=^daily)\s+{AN_HOUR})",
        _adverb_first,
        Need.NOTHING,
    ),
    (rf"{EVERY}weekend\b", _weekends, Need.NOTHING),
    (rf"{EVERY}(?=\d\d?(?::\d\d)?\s*[ap]\.?m\b|\d\d?:\d\d|noon\b)", _daily, Need.NOTHING),
    (rf"{EVERY}(?:week\s?day|work(?:ing)?\s?day|business\s+day)s?\b", _working_days, Need.NOTHING),
    (r"(?:on\s+)?weekdays\b", _working_days, Need.NOTHING),
    (rf"{EVERY}(?P<part>morning|afternoon|evening|night)\b", _each_part, Need.NOTHING),
    (
        rf"{EVERY}(?!{NTH_THING})(?=\d+(?:st|nd|rd|th)|\d+{OF_MONTH}){DAY_LIST}(?:{OF_MONTH})?(?!\s*(?:days?|weeks?|months?|years?|{MONTH}))",
        _monthly_days,
        Need.NOTHING,
    ),
    (rf"(?:(?:on\s+)?the\s+|(?=\d+[snrt])){DAY_LIST}{OF_EVERY}", _monthly_days, Need.NOTHING),
    (
        rf"{EVERY}(?:year\s+on\s+)?(?P<month>{MONTH})\s*(?:the\s+)?{DAY_NUMBER}",
        _yearly,
        Need.NOTHING,
    ),
    (
        rf"{EVERY}(?:year\s+on\s+)?(?:the\s+)?{DAY_NUMBER}\s*(?:of\s+)?(?P<month>{MONTH})",
        _yearly,
        Need.NOTHING,
    ),
    (rf"(?:on\s+)?(?:the\s+)?(?:last\s+day|end){OF_EVERY}", _each_month_end, Need.NOTHING),
    (
        rf"{EVERY}(?:month[\s-]end|month\s+on\s+the\s+last\s+day|end\s+of\s+(?:the\s+)?month|last\s+day{OF_MONTH})",
        _each_month_end,
        Need.NOTHING,
    ),
    (rf"(?:on\s+)?(?:{EVERY})?{NTH_WORKDAY}{OF_EVERY}", _nth_workday, Need.NOTHING),
    (rf"{EVERY}{NTH_WORKDAY}{OF_MONTH}", _nth_workday, Need.NOTHING),
    (rf"{EVERY}first(?:\s+day)?{OF_MONTH}", _each_first, Need.NOTHING),
    (rf"(?:on\s+)?(?:the\s+)?first(?:\s+day)?{OF_EVERY}", _each_first, Need.NOTHING),
    (rf"{EVERY}{ORDINAL}\s+(?:to\s+)?last\b", _ambiguous_nth, Need.NOTHING),
    (rf"(?:{EVERY}(?:{NUMBER}\s+)?(?:hour|minute)s?|hourly)\b", _ambiguous_nth, Need.NOTHING),
    (
        rf"(?:twice|{NUMBER}\s+times)\s+(?:(?:an?|per|every|each)\s+(?:day|week|month|year)"
        rf"|{'|'.join(ADVERBS)})\b",
        _ambiguous_nth,
        Need.NOTHING,
    ),
    (
        r"(?:on\s+)?(?P<days>(?:mon|tues|wednes|thurs|fri|satur|sun)days"
        rf"(?:\s*(?:,\s*and\b|,|/|&|\band\b)\s*{WEEKDAY_STEM}s\b)*)\b",
        _plural_weekdays,
        Need.NOTHING,
    ),
)
