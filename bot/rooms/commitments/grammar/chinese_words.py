"""The Chinese words for days and numbers, simplified and traditional."""

import re

from bot.rooms.commitments.grammar.facts import VagueError

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4} | {
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
NUMERAL = "零〇一二两兩三四五六七八九十百"
NUMBER = rf"(?:\d+|[{NUMERAL}]+)"
WEEK = r"(?:周|週|星期|礼拜|禮拜)"
WEEKDAYS = "一二三四五六日"
# 周3 is a Wednesday, but 本周3个 counts.
FIGURE = r"[1-6](?=\s*(?:$|[,，。上下晚早中前之以交发發给給提完开開]))"
WEEKDAY = rf"{WEEK}(?P<weekday>[一二三四五六日天]|{FIGURE})(?![次遍回])"
MEASURE = "[个個]"
WEEKDAY_BEFORE = rf"(?<!(?<![周週期拜])[{NUMERAL}])"  # 两周三次 holds none, 周三周四 two


ABOUT = re.compile(r"[一二两兩三四五六七八九]{2}")


def weekday_of(character: str) -> int:
    if character.isdigit():
        return int(character) - 1
    return WEEKDAYS.index("日" if character == "天" else character)


def number_of(figures: str) -> int:
    """Give the value of digits or Chinese numerals, up to 999. Raises: VagueError, for 两三."""
    if figures.isdigit():
        return int(figures)
    if ABOUT.search(figures):
        raise VagueError(figures)
    hundreds, _, rest = figures.rpartition("百")
    tens, ten, units = rest.rpartition("十")
    total = 100 * _plain(hundreds or "一") if "百" in figures else 0
    return total + (10 * _plain(tens or "一") if ten else 0) + _plain(units)


def _plain(figures: str) -> int:
    value = 0
    for character in figures:
        value = value * 10 + DIGITS.get(character, 0)
    return value
