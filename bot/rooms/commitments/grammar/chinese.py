"""The Chinese grammar."""

import re

from bot.rooms.commitments.grammar import (
    chinese_days,
    chinese_hours,
    chinese_repeats,
    dates,
    english_hours,
)
from bot.rooms.commitments.grammar.chinese_words import NUMERAL
from bot.rooms.commitments.grammar.language import Language

AFTER_WEEKDAY = rf"(?<=[周週期拜][一二三四五六])[{NUMERAL}]"  # 周五五点
FIGURE_STARTS = rf"(?<![\d.:：/A-Za-z$¥#-])\d|(?<![第{NUMERAL}\d])[{NUMERAL}]"
WORD_STARTS = (
    r"[今明后後大昨前下这這本上来來周週星礼禮月年季每逢隔双雙"
    r"工开開半凌清早中正午傍晚夜深收过過再持连連为為共总總]"
)
MEANS_BEFORE = r"前(?![端台面后後期往者缀綴景沿天日晚])"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


CHINESE = Language(
    patterns=tuple(
        (_compiled(pattern), build, need)
        for pattern, build, need in (
            *chinese_repeats.PATTERNS,
            *chinese_days.PATTERNS,
            *chinese_hours.PATTERNS,
            *dates.PATTERNS,
            *english_hours.FIGURES,
        )
    ),
    starts=_compiled(rf"{FIGURE_STARTS}|{AFTER_WEEKDAY}|{WORD_STARTS}|一(?=上班)"),
    introducer=_compiled(
        r"(?:(?:(?:ddl|deadline|截止(?:时间|時間|日期))\s*[:：]?|不迟于|不遲於|不超过|不超過|赶在|趕在|截止(?:到|至)?|截至|最晚|最迟|最遲|不晚于|不晚於|直到|预计|預計|定在|约在|大概|大约|大約|差不多"
        r"|在|于|於|到|至|by|at|@|~)\s*)+$"
    ),
    hour_introducer=_compiled(r"(?:在|于|於|到|至|晚于|晚於|最晚|最迟|最遲|by|at|before|@|~)\s*$"),
    trailer=_compiled(
        rf"\s*(?:前后|前後|之前|以前|{MEANS_BEFORE}|之内|以内|内|截止|为止|為止|之间|之間|左右|准时|準時|的时候|的時候|止)"
    ),
    joiner=_compiled(r"[\s,，的（(]*(?:(?:在|于|於|at|by|@)\s*)?"),
    topic=_compiled(r"(?:关于|關於|有关|有關|自从|自從)\s*$"),
    determiner=_compiled(r"(?!)"),
    owner=_compiled(r"(?!)"),
    attribute=_compiled(r"\s*的(?!时候|時候)"),
    counted=_compiled(r"(?!)"),
    stop_word=_compiled(r"\s*(?:[把给給跟和向要去发發交开開])"),
    either=_compiled(r"\s*(?:或者?|还是|還是|到|至|[-–~、])\s*"),
    either_led=_compiled(r"(?!)"),
    both=_compiled(r"(?!)"),
    towards=_compiled(r"(?:推迟|推遲|延期|延|改|挪|调整?|調整?|移|推|顺延|順延|提前)(?:到|至)\s*$"),
    loose_limit=_compiled(r"直到|截止|截至|除了?(?!夕)"),
    until=_compiled(r"(?:直到|截止(?:到|至)?|截至|到|至)\s*$"),
    through=_compiled(r"截"),
    starting=_compiled(r"(?:从|從|自|由)\s*$"),
    starting_after=_compiled(r"\s*(?:开始|開始|起)"),
)
