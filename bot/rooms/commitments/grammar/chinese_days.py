"""Chinese words for a date: 周三, 下周三, 明天, 12月3日, 月底, 三天后."""

from datetime import timedelta
from re import Match

from bot.rooms.commitments.grammar import days
from bot.rooms.commitments.grammar.chinese_words import (
    MEASURE,
    NUMBER,
    NUMERAL,
    WEEK,
    WEEKDAY,
    WEEKDAY_BEFORE,
    number_of,
    weekday_of,
)
from bot.rooms.commitments.grammar.dates import (
    LAST_DAY,
    day_and_month,
    day_of_month,
    either,
    full_date,
    month_alone,
    one_day,
)
from bot.rooms.commitments.grammar.facts import Builder, Day, Facts, Need, Part
from bot.rooms.commitments.grammar.model import Setting
from bot.rooms.commitments.grammar.periods import before, end_of, whole

DAYS_FROM_TODAY = {"今": 0, "明": 1, "后": 2, "後": 2, "大后": 3, "大後": 3}
PARTS_AFTER = {"早": Part.MORNING, "晚": Part.NIGHT, "夜": Part.NIGHT}
PERIODS = {"周": "week", "月": "month", "季": "quarter", "年": "year"}
NEXT = ("下", "明", "来")


def _relative(found: Match[str], setting: Setting) -> Facts:
    return one_day(setting.today + timedelta(days=DAYS_FROM_TODAY[found["word"]]))


def _relative_part(found: Match[str], setting: Setting) -> Facts:
    day = _relative(found, setting).day
    return Facts(day=day, part=PARTS_AFTER[found["part"]])


def _weekday(found: Match[str], setting: Setting) -> Facts:
    weekday = weekday_of(found["weekday"])
    match found["which"] or "":
        case "下":
            return _next(weekday, setting)
        case "下下" | "再下":
            return Facts(weekday=weekday, weeks=2)
        case "上":
            return Facts(past=True)
        case "":
            return Facts(weekday=weekday)
        case _:
            return Facts(weekday=weekday, weeks=0)


def _next(weekday: int, setting: Setting) -> Facts:
    """Read 下周三: next week's, or the nearest where this week's is still to come."""
    nearest = days.next_weekday(setting.today, weekday)
    next_week = days.in_week(setting.today, 1, weekday)
    return Facts(day=Day(tuple(sorted({nearest, next_week}))))


def _period(found: Match[str], setting: Setting) -> Facts:
    """Read 月底, 下月底, 年底, 季末."""
    which = found["which"] or ""
    ahead = 2 if which.startswith("下下") else int(which.startswith(NEXT))
    return end_of(PERIODS[_unit(found["unit"])], ahead, setting)


def _whole_period(found: Match[str], setting: Setting) -> Facts:
    """Read 本周, 下周, 下个月; 下周前 may be before it begins, or before it is over."""
    which, period = found["which"], PERIODS[_unit(found["unit"])]
    if which == "下" and found["before"] is not None:
        return before(period, setting)
    return whole(period, 2 if which == "下下" else int(which in NEXT), setting)


def _within_period(found: Match[str], setting: Setting) -> Facts:
    """Read 周内, 月内, 年内."""
    return whole(PERIODS[_unit(found["unit"])], 0, setting)


def _unit(word: str) -> str:
    return "周" if word[0] in "周週星礼禮" else word[0]


def _weekend(found: Match[str], setting: Setting) -> Facts:
    sunday = days.this_weekday(setting.today, 6)
    if (found["which"] or "").startswith("下"):
        sunday = days.in_week(setting.today, 1, 6)
    if found["before"] is not None:
        return one_day(sunday - timedelta(days=6 - days.last_workday(setting.week)))
    return one_day(sunday)


def _month_end(found: Match[str], setting: Setting) -> Facts:
    month = number_of(found["m"])
    if not 1 <= month <= 12:
        return Facts(problem="unreadable")
    ahead = (month - setting.today.month) % 12
    if found["y"]:
        ahead = month - setting.today.month + 12 * (_year(found["y"], setting) - setting.today.year)
    return one_day(days.month_end(setting.today, ahead))


def _month(found: Match[str], setting: Setting) -> Facts:
    year = _year(found["y"], setting) if found["y"] else None
    return month_alone(number_of(found["m"]), setting, year)


def _date(found: Match[str], setting: Setting) -> Facts:
    month, figures = number_of(found["m"]), [found[d] for d in ("d", "d2") if found[d]]
    if found["y"]:
        year = _year(found["y"], setting)
        return either(full_date(year, month, number_of(day)) for day in figures)
    return either(day_and_month(number_of(day), month, setting) for day in figures)


def _dotted(found: Match[str], setting: Setting) -> Facts | None:
    """Read 12.3前, month first; a figure no calendar has is something else."""
    facts = day_and_month(int(found["d"]), int(found["m"]), setting)
    return facts if facts.day else None


def _year(said: str, setting: Setting) -> int:
    ahead = "今明后".find(said[0])
    figures = number_of(said[:-1]) if ahead < 0 else setting.today.year + ahead
    return figures + 2000 if figures < 100 else figures  # 26年


def _day_number(found: Match[str], setting: Setting) -> Facts | None:
    which = found["which"]
    months = None if which is None else int(which.startswith("下"))
    figures = [number_of(found[d]) for d in ("d", "d2") if found[d]]
    if max(figures) > LAST_DAY and which is None:
        return None  # 1234号工单
    if len(figures) > 1:
        return either(day_of_month(day, setting, months) for day in figures)
    return day_of_month(figures[0], setting, months)


def _nth_of_month(found: Match[str], setting: Setting) -> Facts:
    """Read 下个月第一个周一, 12月第二个周三, 这个月最后一个工作日."""
    today = setting.today
    nth = number_of(found["nth"][1]) if found["nth"].startswith("第") else -1
    aheads = [int((found["which"] or "").startswith("下"))]
    if found["m"]:
        ahead = (number_of(found["m"]) - today.month) % 12
        aheads = [ahead, ahead + 12]
    said = [
        days.nth_weekday(month, weekday_of(found["weekday"]), nth)
        if found["weekday"]
        else days.nth_workday(month, nth, setting.week)
        for month in (days.month_start(today, ahead) for ahead in aheads)
    ]
    to_come = [day for day in said if day and (day >= today or not found["m"])]
    return one_day(to_come[0]) if to_come else Facts(problem="unreadable")


def _in_days(found: Match[str], setting: Setting) -> Facts:
    count = number_of(found["n"])
    today = setting.today
    match _unit(found["unit"]):
        case "月":
            return one_day(days.add_months(today, count))
        case "年":
            return one_day(days.add_months(today, 12 * count))
        case "周":
            return one_day(today + timedelta(weeks=count))
        case "工":
            return one_day(days.workdays_after(today, min(count, 5 * 366), setting.week))
        case _:
            return one_day(today + timedelta(days=count))


def _half_month(found: Match[str], setting: Setting) -> Facts:
    return one_day(setting.today + timedelta(days=15))


def _half_year(found: Match[str], setting: Setting) -> Facts:
    return one_day(days.add_months(setting.today, 6))


def _past(found: Match[str], setting: Setting) -> Facts:
    return Facts(past=True)


def _vague(found: Match[str], setting: Setting) -> Facts:
    return Facts(problem="unreadable")


YEAR = r"(?:(?P<y>\d{4}年|\d\d年|[今明后]年)\s*)"
NTH = "(?P<nth>第[一二三四五]|最后一|最後一)"
LATER = r"(?:之后|之後|以后|以後|后|後|之内|之內|以内|以內|内|內)"
# 下周计划, 本月工作: a period that says whose plan it is, not when it is due.
NOT_WHOLE = (
    rf"(?![{NUMERAL}\d末底初日天]|计划|計劃|计画|会|會|例会|安排|总结|總結|工作|任务|任務|目标|目標"
    r"|报|報|重点|重點|课|課|活动|活動|预算|預算|数据|數據|排期|排班)"
)
NOT_A_DATE = (
    r"(?![楼樓线線门門院馆館桌机機店车車柜櫃位员員文会會选選公客房厅廳库庫仓倉球服厂廠站]"
    r"|工单|工單|订单|訂單|方案|版本|产品|產品|项目|項目|任务|任務|问题|問題|需求|组|組|出口)"
)
OR_DAY = rf"(?:\s*(?:[-–~、]|或者?|还是|還是)\s*(?P<d2>{NUMBER})(?=\s*[日号號]))?"
DONE = r"\s*(?:交|发|發|提交|给|給|完成|上线|上線|把|到期|截止|还|還|付|之?前|以前)"
PART_FOLLOWS = rf"(?=\s*(?:上午|下午|早上|中午|傍晚|晚上?|凌晨)[{NUMERAL}\d\s前之交发發给給])"
PATTERNS: tuple[tuple[str, Builder, Need], ...] = (
    (r"(?P<word>大后|大後|今|明|后|後)[天日儿兒]", _relative, Need.NOTHING),
    (
        r"(?P<word>今|明|后|後)(?:天|日)?(?P<part>早|晚|夜)(?![点點些])[上晨里间間]?",
        _relative_part,
        Need.NOTHING,
    ),
    (
        rf"(?:(?P<which>[再下]下|下|这|這|本|上){MEASURE}?)?(?<![每隔双雙\d]){WEEKDAY_BEFORE}{WEEKDAY}",
        _weekday,
        Need.NOTHING,
    ),
    (
        rf"(?P<which>下下|下|这|這|本){MEASURE}?(?P<unit>{WEEK}|月|季度)(?:结束|結束)?{NOT_WHOLE}"
        r"(?P<before>(?=之?前|以前))?",
        _whole_period,
        Need.NOTHING,
    ),
    (
        rf"(?<![\d{NUMERAL}上下每隔半])(?<!{MEASURE})今?(?P<unit>周|週|月|年)[内內]",
        _within_period,
        Need.NOTHING,
    ),
    (
        rf"(?P<which>下|这|這|本|今|明|来|來)?(?:年(?=年))?{MEASURE}?(?P<unit>月|季度|季|年)(?:[底末]?的?最[后後]一天|[底末])(?!总结|總結|考核|奖|獎)",
        _period,
        Need.NOTHING,
    ),
    (rf"(?P<which>下|这|這|本)?{MEASURE}?周末(?P<before>(?=之?前|以前))?", _weekend, Need.NOTHING),
    (
        rf"(?:(?P<which>下|这|這|本){MEASURE}?|(?P<m>{NUMBER}))月的?{NTH}{MEASURE}?"
        rf"(?:{WEEKDAY}|工作日)",
        _nth_of_month,
        Need.NOTHING,
    ),
    (rf"{YEAR}?(?P<m>{NUMBER})月(?:份)?[底末]", _month_end, Need.NOTHING),
    (rf"{YEAR}?(?P<m>{NUMBER})月份?(?![{NUMERAL}\d底末])", _month, Need.NUMBER),
    (
        rf"{YEAR}?(?P<m>{NUMBER})\s*月\s*"
        rf"(?P<d>{NUMBER})(?:\s*[日号號])?{OR_DAY}(?:(?<=[日号號])|\s*[日号號]|(?![{NUMERAL}\d日号號]))",
        _date,
        Need.NOTHING,
    ),
    (
        rf"(?:(?P<which>下|这|這|本){MEASURE}?月\s*)?(?P<d>{NUMBER})\s*[号號]?{OR_DAY}\s*[号號]{NOT_A_DATE}",
        _day_number,
        Need.NOTHING,
    ),
    (rf"(?P<which>下|这|這|本){MEASURE}?月\s*(?P<d>{NUMBER})日(?P<d2>)", _day_number, Need.NOTHING),
    (rf"(?P<which>(?!))?(?P<d>{NUMBER})日(?P<d2>){PART_FOLLOWS}", _day_number, Need.NOTHING),
    (rf"(?P<which>(?!))?(?P<d>\d\d?)日(?P<d2>)(?={DONE})", _day_number, Need.FIRST),
    (r"(?P<m>\d\d?)\.(?P<d>\d\d?)(?=之?前|以前|截止|到期|提?交)", _dotted, Need.EDGE),
    (
        r"(?:(?<![\u4e00-\u9fff])|(?<=[每逢]))[单單](?:周|週)(?:[一二三四五六日天]|末)?",
        _vague,
        Need.NOTHING,
    ),
    (
        rf"(?P<which>(?!))?(?P<d>{NUMBER})日(?P<d2>)(?![{NUMERAL}\d常记記报報程{LATER[3:-1]}])",
        _day_number,
        Need.NUMBER,
    ),
    (
        rf"(?:再?[过過]\s*)?(?P<n>{NUMBER})\s*{MEASURE}?\s*(?P<unit>天|日|{WEEK}|月|年|工作日)\s*{LATER}",
        _in_days,
        Need.NOTHING,
    ),
    (
        rf"再?[过過]\s*(?P<n>{NUMBER})\s*{MEASURE}?\s*(?P<unit>天|{WEEK}|月|年|工作日)",
        _in_days,
        Need.NOTHING,
    ),
    (rf"半{MEASURE}月{LATER}", _half_month, Need.NOTHING),
    (rf"半年{LATER}", _half_year, Need.NOTHING),
    (
        rf"(?:下|这|這|本){MEASURE}?月的?(?:[初中]旬?|上旬|第[一二三四五\d]{MEASURE}?{WEEK}(?![一二三四五六日天]))"
        r"|(?:[今明后]年)?[年月]初",
        _vague,
        Need.NOTHING,
    ),
    (r"(?:昨|前)(?:天|日|晚)|上(?:周|週|星期|个月|月)(?![一二三四五六日天])", _past, Need.NOTHING),
)
