"""Chinese words for an hour: 下午三点, 三点半, 15:00, 今晚八点, 下班前, 两小时后."""

from datetime import timedelta
from re import Match

from bot.rooms.commitments.grammar.chinese_words import (
    MEASURE,
    NUMBER,
    NUMERAL,
    WEEKDAY_BEFORE,
    number_of,
)
from bot.rooms.commitments.grammar.dates import UNREADABLE
from bot.rooms.commitments.grammar.facts import Builder, Clock, Facts, Need, Part
from bot.rooms.commitments.grammar.hours import MIDNIGHT, NOON
from bot.rooms.commitments.grammar.model import Setting

BEFORE_DAWN, AROUND_NOON = "凌晨", "中午"
PARTS = {
    "早": Part.MORNING,
    "清": Part.MORNING,
    "上": Part.FORENOON,
    "下": Part.AFTERNOON,
    "午": Part.AFTERNOON,
    "傍": Part.DUSK,
    "晚": Part.NIGHT,
    "夜": Part.NIGHT,
    "深": Part.NIGHT,
    "半": Part.NIGHT,
    "凌": Part.DAWN,
}
# 早点, 晚一点: sooner, later; 最晚, 尽早: at the latest, as soon as may be.
WHOLE_PART = "早上|早晨|清晨|上午|下午|午后|午後|傍晚|晚上|夜里|夜裡|深夜|半夜"
PART = (
    rf"(?P<part>{WHOLE_PART}"
    r"|(?<![最不较較更太傍])晚(?!一?[点點些])|(?<![最尽盡趁提越更太])早(?!一?[点點些]))"
)
# 下午3-4点, 三点到四点: two hours, of which one is meant.
EITHER = (
    rf"(?:{PART}\s*)?(?P<hour>{NUMBER})\s*(?:[点點时時]\s*(?P<half1>半)?)?"
    rf"\s*(?:[-–~到至]|或者?|还是|還是)\s*(?P<hour2>{NUMBER})\s*[点點时時](?P<half2>半)?(?!左右)"
)
QUARTERS = {"半": 30, "一刻": 15, "三刻": 45}
EARLIEST_MIDDAY = 11  # 中午11点半 is before noon, 中午一点 after it


def _clock(found: Match[str], setting: Setting) -> Facts:
    hour, minute = number_of(found["hour"]), _minute(found)
    if hour > 24 or minute > 59 or hour * 60 + minute > MIDNIGHT:
        return UNREADABLE
    total = hour * 60 + minute
    early = found.groupdict().get("early")
    if early:
        is_noon = early in (AROUND_NOON, "正午") and hour < EARLIEST_MIDDAY
        return Facts(
            clock=Clock(
                total + NOON if is_noon else total % NOON if early == BEFORE_DAWN else total
            )
        )
    part = found.groupdict().get("part")
    is_sure = not 1 <= hour <= 12 or found["hour"].startswith("0")
    return Facts(clock=Clock(total, sure=is_sure), part=PARTS[part[0]] if part else None)


def _either_hour(found: Match[str], setting: Setting) -> Facts | None:
    part = PARTS[found["part"][0]] if found["part"] else None
    clocks = []
    for hour, half in (("hour", "half1"), ("hour2", "half2")):
        minutes = number_of(found[hour]) * 60 + (30 if found[half] else 0)
        if minutes > MIDNIGHT:
            return None
        clocks.append(Clock(minutes, sure=not 60 <= minutes < NOON + 60))
    return Facts(clock=clocks[0], or_clock=clocks[1], part=part)


def _minute(found: Match[str]) -> int:
    groups = found.groupdict()
    if (said := groups.get("quarter")) in QUARTERS:
        return QUARTERS[said]
    return number_of(groups["minute"]) if groups.get("minute") else 0


def _part(found: Match[str], setting: Setting) -> Facts:
    return Facts(part=PARTS[found["part"][0]])


def _noon(found: Match[str], setting: Setting) -> Facts:
    return Facts(clock=Clock(NOON))


def _midnight(found: Match[str], setting: Setting) -> Facts:
    return Facts(clock=Clock(MIDNIGHT))


def _work_end(found: Match[str], setting: Setting) -> Facts:
    return Facts(part=Part.WORK_END)


def _work_start(found: Match[str], setting: Setting) -> Facts:
    return Facts(part=Part.WORK_START)


def _in_hours(found: Match[str], setting: Setting) -> Facts:
    unit = timedelta(minutes=1) if found["unit"].startswith("分") else timedelta(hours=1)
    if found["n"] == "半":
        return Facts(after=unit / 2)
    return Facts(after=unit * number_of(found["n"]) + (unit / 2 if found["half"] else timedelta()))


def _unclear(found: Match[str], setting: Setting) -> Facts:
    return UNREADABLE


def _quarter_later(found: Match[str], setting: Setting) -> Facts:
    return Facts(after=timedelta(minutes=15) * (3 if found["n"] == "三" else 1))


OCLOCK = "[点點时時]"
HOUR = rf"(?P<hour>{NUMBER})"
EARLY = r"(?P<early>凌晨|中午|正午)"
MINUTE = "(?=分(?![重紧緊关關必需认認感有满滿清明]))"  # 五点十分, but 五点十分重要的意见
PAST_HOUR = (
    rf"(?:(?P<quarter>半|一刻|三刻)"
    rf"|[过過]?(?P<minute>[0-5]?\d|[{NUMERAL}]{{2,3}}|[{NUMERAL}]{MINUTE})\s*分?"
    r"|整|正(?![在式好常确確])|钟|鐘)"
)
COUNTED = (
    r"(?![建意要理原问問想改内內说說总總反思经經优優不注看感心疑启啓收好子儿兒都也滴]"
    r"|左(?!右)|右|十分)"
)
# 一点小改动, 一点问题: "a little", unless what is done at one o'clock follows.
A_LITTLE = (
    r"(?!(?<=[差有快慢早晚多少大小好高低长長短远遠])一[点點])(?!一[点點](?!\s*(?:$|[\s,，。]|[之以]?前|开会|開會|开始|開始|见面|出发|集合|发|發|交|给|給"
    r"|打|碰|截止)))"
)
NO_POINTS = "(?<![涨漲跌升降扣有提说說讲講列充这這那])"  # 涨3点, 补充3点
UNIT = "小时|小時|钟头|鐘頭|分钟|分鐘"
LATER = r"(?:之后|之後|以后|以後|后|後|之内|之內|以内|以內|内|內)"
PATTERNS: tuple[tuple[str, Builder, Need], ...] = (
    (EITHER, _either_hour, Need.NOTHING),
    (rf"{EARLY}\s*{HOUR}\s*{OCLOCK}\s*{PAST_HOUR}?", _clock, Need.NOTHING),
    (rf"{EARLY}\s*(?P<hour>\d{{1,2}})[:：](?P<minute>\d\d)", _clock, Need.NOTHING),
    (rf"{PART}\s*{HOUR}\s*{OCLOCK}\s*{PAST_HOUR}?", _clock, Need.NOTHING),
    (rf"(?:{PART}\s*)?(?P<hour>\d{{1,2}})[:：](?P<minute>\d\d)(?![\d:：])", _clock, Need.NOTHING),
    (rf"{HOUR}\s*{OCLOCK}\s*{PAST_HOUR}", _clock, Need.NOTHING),
    (rf"{NO_POINTS}(?P<hour>\d{{1,2}})\s*{OCLOCK}{COUNTED}", _clock, Need.NOTHING),
    (rf"(?<=或){HOUR}\s*{OCLOCK}{COUNTED}", _clock, Need.NOTHING),
    (rf"(?<=还是){HOUR}\s*{OCLOCK}{COUNTED}", _clock, Need.NOTHING),
    (rf"{NO_POINTS}{A_LITTLE}{HOUR}\s*{OCLOCK}{COUNTED}", _clock, Need.FIRST),
    (rf"(?P<part>{WHOLE_PART})(?![好茶饭飯安])", _part, Need.NOTHING),
    (
        rf"{WEEKDAY_BEFORE}(?<![\d最])(?P<part>[早晚])(?![好茶饭飯安会會餐宴场場班点點些一])",
        _part,
        Need.BESIDE,  # 周五晚, but neither 早会 nor 住三晚
    ),
    (r"(?P<part>凌晨)", _part, Need.NOTHING),
    (r"(?:中午|正午)(?!饭|飯|好)(?:十二点)?", _noon, Need.NOTHING),
    (rf"(?:{PART}\s*)?{HOUR}\s*{OCLOCK}半?多(?![余餘的种種])", _unclear, Need.NOTHING),
    (r"(?:下班|收工)(?:之|以)?[后後]", _unclear, Need.NOTHING),
    (r"(?:eod|cob)(?![a-z])", _work_end, Need.NOTHING),
    (r"午夜(?:十二点|12点|零点)?|半夜(?:十二点|12点)", _midnight, Need.NOTHING),
    (r"下班(?=之?前|以前|时|時|$|[\s,，。])|收工(?=前)", _work_end, Need.NOTHING),
    (
        r"(?:上班|开工|開工)(?=之?前|以前)|(?:一上班|一大?早(?![上晨])|大清早)就?",
        _work_start,
        Need.NOTHING,
    ),
    (
        rf"(?:再?[过過]\s*)?(?P<n>半|{NUMBER})\s*{MEASURE}?(?P<half>半)?\s*(?P<unit>{UNIT})\s*{LATER}",
        _in_hours,
        Need.NOTHING,
    ),
    (
        rf"再?[过過]\s*(?P<n>半|{NUMBER})\s*{MEASURE}?(?P<half>半)?\s*(?P<unit>{UNIT})",
        _in_hours,
        Need.NOTHING,
    ),
    (rf"(?P<n>一|三)刻[钟鐘]\s*{LATER}", _quarter_later, Need.NOTHING),
)
