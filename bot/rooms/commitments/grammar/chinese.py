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
    r"(?<![A-Za-z])(?:eo[dwmqy]|cob)|再(?=下)|[单單](?=[周週])|"
    r"[今明后後大昨前下这這本上来來周週星礼禮月年季每逢隔双雙"
    r"工开開半凌清早中正午傍晚夜深收过過再持连連为為共总總]"
)
MEANS_BEFORE = r"前(?![端台面后後期往者缀綴景沿天日晚])"
# 周五开会前: when it is on that day isn't said.
EVENT = (
    r"[早晨周週例站复復班年]?[会會]|开[会會]|開會|会议|會議|上线|上線|发版|發版|发布|發布|评审|評審|提测|提測|演示|汇报|彙報|培训|培訓"
    r"|上课|上課|考试|考試|面试|面試|答辩|答辯|比赛|比賽|出发|出發|登机|登機|起飞|起飛|出门|出門|离开|離開|睡觉|睡覺|睡|吃饭|吃飯|饭|飯"
)


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
    attribute=_compiled(r"\s*的(?!时候|時候)|[之以]?[后後](?![端台面续續勤期天来來备備半排])"),
    counted=_compiled(r"(?!)"),
    stop_word=_compiled(r"\s*(?:[把给給跟和向要去发發交开開])"),
    event_led=_compiled(r"(?!)"),
    event_trailed=_compiled(rf"\s*(?:{EVENT})(?:开始|開始|结束|結束)?(?:之前|以前|{MEANS_BEFORE})"),
    off_work=_compiled(
        r"早饭|早飯|早餐|晚饭|晚飯|晚餐|聚餐|航班|飞机|飛機|火车|火車|高铁|高鐵|电影|電影|健身|跑步"
    ),
    either=_compiled(r"\s*(?:或者?|还是|還是|到|至|[-–~、])\s*"),
    either_led=_compiled(r"(?!)"),
    both=_compiled(r"(?!)"),
    towards=_compiled(r"(?:推迟|推遲|延期|延|改|挪|调整?|調整?|移|推|顺延|順延|提前)(?:到|至)\s*$"),
    loose_limit=_compiled(
        r"直到|截止|截至|除了|(?<![删扫清解排去拆消免剔])除(?=[^,，。]{1,8}(?:外|之外|以外))"
    ),
    until=_compiled(r"(?:直到|截止(?:到|至)?|截至|到|至)\s*$"),
    through=_compiled(r"截"),
    starting=_compiled(r"(?:从|從|自|由)\s*$"),
    starting_after=_compiled(r"\s*(?:开始|開始|起)"),
)
