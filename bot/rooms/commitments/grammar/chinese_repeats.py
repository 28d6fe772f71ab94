"""Chinese words for a recurrence: 每周五, 隔周周二, 每月1号, 每个工作日, 共六次."""

import re
from collections.abc import Callable
from re import Match

from bot.rooms.commitments.grammar import days
from bot.rooms.commitments.grammar.chinese_words import (
    MEASURE,
    NUMBER,
    NUMERAL,
    WEEK,
    number_of,
    weekday_of,
)
from bot.rooms.commitments.grammar.dates import UNREADABLE
from bot.rooms.commitments.grammar.facts import Builder, Facts, Need, Part, Rule
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

SUNDAY = 6
SECOND = 2
UNITS = {"天": "day", "日": "day", "周": "week", "月": "month", "季": "quarter", "年": "year"}
EVERY = rf"(?:每逢|每|逢){MEASURE}?"
DAY = "[一二三四五六日天]"
NOT_AN_HOUR = r"(?![点點号號个個时時次遍回月十:：])"
DAYS = (
    rf"(?P<days>{WEEK}{DAY}(?![次遍回])"
    rf"(?:\s*(?:[、,，和及与與/至到-]\s*)?(?:{WEEK})?{DAY}{NOT_AN_HOUR})*)"
)
RANGE = re.compile(rf"({DAY})\s*[至到-]\s*(?:{WEEK})?({DAY})")
NTH = r"(?P<nth>第[一二三四五]|最后一|最後一)"
DATE = r"[号號日]"


def _weekdays(words: str) -> list[int]:
    if (span := RANGE.search(words)) is not None:
        first, last = weekday_of(span[1]), weekday_of(span[2])
        return sorted({day % 7 for day in range(first, last + (7 if last < first else 0) + 1)})
    bare = re.sub(r"星期|礼拜|禮拜", "", words)
    return sorted({weekday_of(day) for day in re.findall(DAY, bare)})


def _on_weekdays(found: Match[str], setting: Setting) -> Facts:
    weekdays = _weekdays(found["days"])
    return _skipping(lambda step: weekly(weekdays, step), found)


def _step(found: Match[str]) -> int:
    """Count 每两周 and 每隔一周 as two, 每隔两周 as three."""
    groups = found.groupdict()
    count = number_of(groups["n"]) if groups.get("n") else 1
    return count + 1 if groups.get("skip") else count


def _skipping(rule: Callable[[int], Rule], found: Match[str]) -> Facts:
    """Read 每隔两周: most people mean every two weeks, some leave two out. 每隔一周 is clear."""
    step = _step(found)
    if not found.groupdict().get("skip") or step == SECOND:
        return Facts(rule=rule(step))
    return Facts(rule=rule(step - 1), or_rule=rule(step))


def _every_other_week(found: Match[str], setting: Setting) -> Facts:
    return Facts(rule=weekly(_weekdays(found["days"]), 2))


def _alternate_weeks(found: Match[str], setting: Setting) -> Facts:
    return Facts(rule=whole_period("week", 2, days.last_workday(setting.week)))


def _each_period(found: Match[str], setting: Setting) -> Facts:
    word = found["unit"]
    unit = "周" if word[0] in "周週星礼禮" else word[0]
    last = days.last_workday(setting.week)
    return _skipping(lambda step: whole_period(UNITS[unit], step, last), found)


def _daily_part(found: Match[str], setting: Setting) -> Facts:
    return Facts(rule=daily(), part=Part.MORNING if found["part"] == "早" else Part.NIGHT)


def _working_days(found: Match[str], setting: Setting) -> Facts:
    return Facts(rule=on_workdays(sorted(setting.week.days)))


def _monthly_days(found: Match[str], setting: Setting) -> Facts:
    """Read 每月1号, 每月1号和15号."""
    said = re.findall(NUMBER, found["days"])
    return Facts(rule=monthly_on_days([number_of(day) for day in said]))


def _weekends(found: Match[str], setting: Setting) -> Facts:
    return Facts(rule=weekly([SUNDAY]))


def _every_other_day(found: Match[str], setting: Setting) -> Facts:
    return Facts(rule=daily(2))


def _month_end(found: Match[str], setting: Setting) -> Facts:
    return Facts(rule=monthly_on_day(MONTH_END))


def _monthly_weekday(found: Match[str], setting: Setting) -> Facts:
    nth = number_of(found["nth"][1]) if found["nth"].startswith("第") else -1
    return Facts(rule=monthly_on_weekday(weekday_of(found["weekday"]), nth))


def _nth_workday(found: Match[str], setting: Setting) -> Facts:
    return Facts(rule=on_workdays(range(5), nth_of_month=1 if found["nth"] == "第" else -1))


def _each_first(found: Match[str], setting: Setting) -> Facts:
    return Facts(rule=monthly_on_day(1))


def _half_yearly(found: Match[str], setting: Setting) -> Facts:
    return Facts(rule=monthly_on_day(MONTH_END, 6))


def _yearly(found: Match[str], setting: Setting) -> Facts:
    return Facts(rule=yearly(number_of(found["m"]), number_of(found["d"])))


def _too_often(found: Match[str], setting: Setting) -> Facts:
    return UNREADABLE


def _lasting(found: Match[str], setting: Setting) -> Facts:
    per_unit = {"天": 1, "日": 1, "月": 30, "年": 365}
    return Facts(lasting=number_of(found["n"]) * per_unit.get(found["unit"][0], 7))


def _times(found: Match[str], setting: Setting) -> Facts:
    return Facts(times=number_of(found["n"]))


UNIT = rf"(?P<unit>天|日|{WEEK}|月|季度|季(?!度)|年)"
PATTERNS: tuple[tuple[str, Builder, Need], ...] = (
    (rf"(?:{EVERY}|每{WEEK}的?){DAYS}", _on_weekdays, Need.NOTHING),
    (rf"{DAYS}\s*(?:每[天日]|天天)", _on_weekdays, Need.NOTHING),
    (rf"每{MEASURE}?周末", _weekends, Need.NOTHING),
    (r"每?隔[天日]", _every_other_day, Need.NOTHING),
    (rf"每?隔{WEEK}(?!{DAY})", _alternate_weeks, Need.NOTHING),
    (rf"每(?P<skip>隔)?(?P<n>{NUMBER}){MEASURE}?{WEEK}的?\s*{DAYS}", _on_weekdays, Need.NOTHING),
    (rf"每?(?:隔一?{MEASURE}?|双|雙){WEEK}的?\s*{DAYS}", _every_other_week, Need.NOTHING),
    (rf"每?(?:隔|双|雙)(?P<days>{WEEK}{DAY})(?![次遍回])", _every_other_week, Need.NOTHING),
    (
        rf"每(?P<skip>隔)?(?P<n>{NUMBER}){MEASURE}?{UNIT}(?![{NUMERAL}\d]*[次遍回])",
        _each_period,
        Need.NOTHING,
    ),
    (
        rf"每{MEASURE}?{UNIT}(?:(?<!周)[末底]|(?<=年)年[末底]|(?<=[周週期拜])的?最[后後]一[个個]工作日)?(?![{NUMERAL}\d]*[次遍回]|的?(?:第|倒数|倒數))",
        _each_period,
        Need.NOTHING,
    ),
    (
        rf"每{MEASURE}?(?:{WEEK}[1-7](?![点點:：])|(?:{WEEK}|月|季度?|年)(?:初|上旬|中旬|中(?!午)))",
        _too_often,
        Need.NOTHING,
    ),
    (r"每(?:天)?(?P<part>早|晚)[上晨]?", _daily_part, Need.NOTHING),
    (rf"(?:每{MEASURE}?|逢)工作日(?:每天)?|工作日每天", _working_days, Need.NOTHING),
    (
        rf"每{MEASURE}?月的?\s*(?P<days>{NUMBER}\s*{DATE}?(?:\s*[、,，和及与與]\s*{NUMBER}\s*{DATE})*)"
        rf"(?<={DATE})",
        _monthly_days,
        Need.NOTHING,
    ),
    (rf"每{MEASURE}?月的?(?:最后一天|最後一天|月?底|月?末)", _month_end, Need.NOTHING),
    (rf"每{MEASURE}?月的?{NTH}{MEASURE}?{WEEK}(?P<weekday>{DAY})", _monthly_weekday, Need.NOTHING),
    (rf"每{MEASURE}?月的?(?P<nth>第|最[后後])一{MEASURE}?工作日", _nth_workday, Need.NOTHING),
    (rf"每{MEASURE}?月的?第一天", _each_first, Need.NOTHING),
    (r"每半年", _half_yearly, Need.NOTHING),
    (rf"每{MEASURE}?年?的?\s*(?P<m>{NUMBER})月(?P<d>{NUMBER}){DATE}?", _yearly, Need.NOTHING),
    (rf"每(?:隔)?(?:{NUMBER}|半)?{MEASURE}?(?:小时|小時|分钟|分鐘)", _too_often, Need.NOTHING),
    (rf"(?:每|一){MEASURE}?(?:天|日|{WEEK}|月|年)[{NUMERAL}\d]+[次遍回]", _too_often, Need.NOTHING),
    (
        rf"(?:持续|持續|连续|連續|为期|為期)\s*(?P<n>{NUMBER})\s*{MEASURE}?(?P<unit>天|日|{WEEK}|月|年)",
        _lasting,
        Need.BESIDE,
    ),
    (rf"(?:一?共|总共|總共)\s*(?P<n>{NUMBER})\s*[次回遍]", _times, Need.BESIDE),
)
