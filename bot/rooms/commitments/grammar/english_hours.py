"""English words for an hour: "3pm", "16:00", "at 4", "noon", "tonight", "eod", "in two hours"."""

import re
from dataclasses import replace
from datetime import timedelta
from re import Match

from bot.rooms.commitments.grammar import english_zones
from bot.rooms.commitments.grammar.dates import UNREADABLE, one_day
from bot.rooms.commitments.grammar.english_spans import TOMORROW
from bot.rooms.commitments.grammar.english_words import NUMBER, WEEKDAY_STEM, number_of
from bot.rooms.commitments.grammar.facts import Builder, Clock, Facts, Need, Part
from bot.rooms.commitments.grammar.hours import MIDNIGHT, NOON, minutes_of
from bot.rooms.commitments.grammar.model import Setting

PARTS = {
    "first thing": Part.WORK_START,
    "morning": Part.MORNING,
    "morn": Part.MORNING,
    "afternoon": Part.AFTERNOON,
    "arvo": Part.AFTERNOON,
    "evening": Part.EVENING,
    "night": Part.NIGHT,
    "nite": Part.NIGHT,
    "am": Part.MORNING,
    "pm": Part.AFTERNOON,
    "eve": Part.EVENING,
}
HALF = r"(?P<half>[ap])\.?\s?m(?:-?ish)?(?![A-Za-z0-9_])\.?"
OCLOCK = r"o['’]?\s?clock"
RATIO = re.compile(
    r"\b(?:scored?|verses?|psalms?|ratio|aspect|odds)\s+(?:of\s+|at\s+)?$", re.IGNORECASE
)
HOUR_LED = re.compile(r"(?:\b(?:by|at|before|b4|until|till?)\s+|@\s*)$", re.IGNORECASE)
AT = re.compile(r"\bat\s+$", re.IGNORECASE)
# Before am, pm and eve; "I am" and "call Eve" are something else.
AFTER_DAY = re.compile(rf"\b(?:today|{'|'.join(TOMORROW)}|{WEEKDAY_STEM})\s+$", re.IGNORECASE)
FURTHEST_YEAR = 2059  # "by 2030" may be a year as well
FRACTIONS = {"half": 30, "quarter": 15, "a quarter": 15}


def clock_of(hour: int, minute: int, half: str | None, *, sure: bool = False) -> Facts:
    """Say an hour of the day; unreadable where no clock shows it."""
    if half:
        if not 1 <= hour <= 12 or minute > 59:
            return UNREADABLE
        return Facts(clock=Clock(hour % 12 * 60 + minute + (NOON if half.lower() == "p" else 0)))
    minutes = hour * 60 + minute
    if minute > 59 or minutes > MIDNIGHT:
        return UNREADABLE
    return Facts(clock=Clock(minutes, sure=sure or not 1 <= hour <= 12))


def _clock(found: Match[str], setting: Setting) -> Facts:
    groups = found.groupdict()
    minute = number_of(groups.get("minute") or "0")
    figures = found["hour"]
    return clock_of(number_of(figures), minute, groups.get("half"), sure=figures.startswith("0"))


def _written_clock(found: Match[str], setting: Setting) -> Facts | None:
    """Read "15:30"; "verse 3:16" and "split it 50:50" are no hours, "at 25:00" is none there is."""
    before = found.string[: found.start()]
    if RATIO.search(before):
        return None
    facts = _clock(found, setting)
    return facts if facts.clock or HOUR_LED.search(before) else None


def _military_clock(found: Match[str], setting: Setting) -> Facts | None:
    """Read "at 1530", and "by 1530" where that is no year to come."""
    is_year = setting.today.year <= int(found["hour"] + found["minute"]) <= FURTHEST_YEAR
    if is_year and not found["unit"] and not AT.search(found.string, 0, found.start()):
        return None
    return _clock(found, setting)


def _either_hour(found: Match[str], setting: Setting) -> Facts | None:
    """Read "3 or 4pm" and "3-4pm": two hours, and the later one's half of the day for both."""
    then = clock_of(int(found["hour2"]), int(found["minute2"] or 0), found["half2"])
    half = found["half"] or found["half2"]
    either = clock_of(int(found["hour"]), int(found["minute"] or 0), half)
    is_bare = not (half or found["minute"] or found["minute2"])
    if is_bare and (found["hour2"].startswith("0") or not (either.clock and then.clock)):
        return None  # by 12-05, by 11-30: dates
    if either.clock is None or then.clock is None:
        return UNREADABLE
    if either.clock.minutes > then.clock.minutes and not found["half"]:
        either = clock_of(int(found["hour"]), int(found["minute"] or 0), "a")
    return Facts(clock=either.clock, or_clock=then.clock)


def _past_hour(found: Match[str], setting: Setting) -> Facts:
    """Read "half past three" and "quarter to five"."""
    said = found["fraction"].lower()
    minutes = FRACTIONS[said] if said in FRACTIONS else number_of(said)
    hour = number_of(found["hour"])
    if not 1 <= hour <= 12 or minutes > 59:
        return UNREADABLE
    is_past = found["side"].lower() in ("past", "after")
    total = (hour * 60 + (minutes if is_past else -minutes)) % NOON
    return Facts(clock=Clock(total or NOON, sure=False))


def _noon(found: Match[str], setting: Setting) -> Facts:
    return Facts(clock=Clock(NOON))


def _midnight(found: Match[str], setting: Setting) -> Facts:
    return Facts(clock=Clock(MIDNIGHT))


def _part(found: Match[str], setting: Setting) -> Facts:
    return Facts(part=PARTS[found["part"].lower()])


def _first_thing(found: Match[str], setting: Setting) -> Facts:
    return Facts(part=Part.WORK_START)


def _part_after_day(found: Match[str], setting: Setting) -> Facts | None:
    return _part(found, setting) if AFTER_DAY.search(found.string, 0, found.start()) else None


def _part_today(found: Match[str], setting: Setting) -> Facts:
    day = one_day(setting.today).day
    return Facts(day=day, part=PARTS[found["part"].lower()])


def _this_time(found: Match[str], setting: Setting) -> Facts:
    then = setting.today + timedelta(weeks=1)
    facts = one_day(then) if found["week"] else Facts()
    return replace(facts, clock=Clock(minutes_of(setting.wall.time())))


def _end_of_day(found: Match[str], setting: Setting) -> Facts:
    return Facts(part=Part.WORK_END)


def _in_hours(found: Match[str], setting: Setting) -> Facts:
    count = found["n"].lower()
    unit = timedelta(hours=1) if found["unit"].lower().startswith("h") else timedelta(minutes=1)
    if count.startswith("half"):
        return Facts(after=unit / 2)
    after = unit * (float(count) if "." in count else number_of(count))
    if found["more"]:
        after += timedelta(minutes=int(found["more"]))
    return Facts(after=after + (unit / 2 if found["half"] else timedelta()))


def _unclear(found: Match[str], setting: Setting) -> Facts:
    return UNREADABLE


def _within_the_hour(found: Match[str], setting: Setting) -> Facts:
    return Facts(after=timedelta(hours=1))


HOURS_SPAN = (
    rf"(?P<n>half\s+an?|\d+\.\d+|{NUMBER})[\s-]*(?P<unit>hours?|hrs?|h|minutes?|mins?|m)(?![a-z])"
    r"(?:\s*(?:and\s+)?(?P<more>\d\d?)\s*(?:m\b|mins?\b|minutes?\b|(?!\w)))?"
    r"(?P<half>\s+and\s+a\s+half)?"
)
HOUR_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
MINUTE_WORDS = "ten|fifteen|twenty|thirty|forty|forty-five"
EITHER = (
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?(?:\s*(?P<half>[ap])\.?m\.?)?"
    r"\s*(?:-|–|\bto\b|\bor\b|\band\b|~|到|至|或)\s*(?P<hour2>\d{1,2})"
)
AT_HOME = r"(?:breakfast|dinner|supper|tea|bed)(?:\s?time)?"  # whose hours nobody knows
RANGE_TAIL = r"(?P<minute2>)(?P<half2>)\b(?![:.%/]\d|%)"
FIGURES: tuple[tuple[str, Builder, Need], ...] = (
    (
        rf"(?:from\s+)?{EITHER}(?::(?P<minute2>\d\d))?\s*(?P<half2>[ap])\.?m(?![A-Za-z0-9_])\.?",
        _either_hour,
        Need.NOTHING,
    ),
    (
        rf"(?:from\s+)?(?=\d\d?:\d\d){EITHER}:(?P<minute2>\d\d)(?P<half2>)(?![:\d%])",
        _either_hour,
        Need.NOTHING,
    ),
    (rf"{EITHER}{RANGE_TAIL}", _either_hour, Need.HOUR),
    (rf"from\s+{EITHER}{RANGE_TAIL}", _either_hour, Need.BESIDE),
    (rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\s*{HALF}", _clock, Need.NOTHING),
)
PATTERNS: tuple[tuple[str, Builder, Need], ...] = (
    *FIGURES,
    *english_zones.PATTERNS,
    (
        rf"(?:in|within)\s+(?:the\s+next\s+)?{HOURS_SPAN}(?!\s+or\b)(?:['’]?s?\s+time\b)?",
        _in_hours,
        Need.NOTHING,
    ),
    (rf"{HOURS_SPAN}\s+before\s+(?=\d|noon|mid)", _unclear, Need.BESIDE),
    (rf"{HOURS_SPAN}\s+from\s+now\b", _in_hours, Need.NOTHING),
    (r"(?:within\s+the|in\s+the\s+next)\s+hour\b", _within_the_hour, Need.NOTHING),
    (r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?\s*(?P<half>[ap])\b", _clock, Need.END),
    (rf"(?P<hour>\d{{1,2}}|{HOUR_WORDS})\s*{OCLOCK}", _clock, Need.NOTHING),
    (
        r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d)?(?!:?\d)(?:\s*(?:h|hrs?)\b|-?ish\b)?",
        _written_clock,
        Need.NOTHING,
    ),
    (r"(?P<hour>[01]?\d|2[0-4])h(?P<minute>[0-5]\d)\b", _clock, Need.NOTHING),
    (r"(?P<hour>[01]?\d|2[0-4])h\b", _clock, Need.HOUR),
    (
        r"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)(?:\s*(?P<unit>h|hrs?|hours)\b|\b)",
        _military_clock,
        Need.HOUR,
    ),
    (
        rf"(?P<fraction>half|(?:a\s+)?quarter)\s+(?P<side>past|to|after)\s+"
        rf"(?P<hour>\d\d?|{HOUR_WORDS})\b(?!\s+of\b)",
        _past_hour,
        Need.NOTHING,
    ),
    (
        rf"(?P<fraction>{NUMBER})\s+(?P<side>past|to|after)\s+"
        rf"(?P<hour>\d\d?|{HOUR_WORDS})\b",
        _past_hour,
        Need.HOUR,
    ),
    (r"(?P<hour>\d{1,2})[.](?P<minute>[0-5]\d)(?![.\d%])", _clock, Need.HOUR),
    (rf"(?P<hour>{HOUR_WORDS})\s*{HALF}", _clock, Need.EDGE),
    (rf"(?P<hour>{HOUR_WORDS})[\s-](?P<minute>{MINUTE_WORDS})\b", _clock, Need.HOUR),
    (rf"(?P<hour>\d{{1,2}}|{HOUR_WORDS})(?:ish)?(?![\w:%$€£])(?![.,/-]\w)", _clock, Need.HOUR),
    (rf"(?P<hour>\d{{1,2}}|{HOUR_WORDS})-?ish\b", _clock, Need.NOTHING),
    (r"(?:12\s+)?(?:noon|midday)(?:-?ish)?\b", _noon, Need.NOTHING),
    (r"lunch(?:\s?time)?\b", _noon, Need.HOUR),
    (r"(?:12\s+)?midnight\b", _midnight, Need.NOTHING),
    (
        r"(?:this\s+|(?:to|2)(?=ni))(?P<part>morn(?:ing)?|afternoon|arvo|evening|night|nite)\b",
        _part_today,
        Need.NOTHING,
    ),
    (r"last\s+thing\b", _end_of_day, Need.NOTHING),
    (r"(?<=\bbefore\s)work\b", _first_thing, Need.NOTHING),
    (r"(?P<part>am|pm|eve)\b", _part_after_day, Need.BESIDE),
    (r"in\s+the\s+(?P<part>am|pm)\b", _part, Need.NOTHING),
    (r"this\s+(?P<part>am|pm)\b", _part_today, Need.END),
    (r"(?:at\s+)?this\s+time(?P<week>)\b", _this_time, Need.BESIDE),
    (r"(?:at\s+)?this\s+time\s+(?P<week>next\s+week)\b", _this_time, Need.NOTHING),
    (
        rf"after\s+(?:work|hours)\b|(?:by|before|at|after)\s+{AT_HOME}\b|in\s+\d\d?:\d\d\b",
        _unclear,
        Need.NOTHING,
    ),
    (r"(?:at\s+)?(?:the\s+)?same\s+time(?:\s+on)?\b", _unclear, Need.BESIDE),
    (r"first\s+thing(?:\s+in\s+the\s+morning)?\b", _first_thing, Need.NOTHING),
    (r"(?:in|by|at)\s+(?:the\s+)?(?P<part>morning|afternoon|evening|night)\b", _part, Need.NOTHING),
    (r"(?P<part>morn(?:ing)?|afternoon|arvo|evening|night)\b", _part, Need.BESIDE),
    (rf"half\s+(?:{HOUR_WORDS}|\d\d?)\b|mid[\s-]?(?:morning|afternoon)\b", _unclear, Need.BESIDE),
    (
        r"(?:eod|cob|eob|cop)\b|(?:the\s+)?(?:end|close)\s+of\s+(?:the\s+)?(?:work(?:ing)?\s*)?(?:day|business|play)\b",
        _end_of_day,
        Need.NOTHING,
    ),
)
