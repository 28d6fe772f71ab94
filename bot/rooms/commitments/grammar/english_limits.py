"""English words for how long a recurrence runs: "for six weeks", "from March", "5 times"."""

from re import Match

from bot.rooms.commitments.grammar import days
from bot.rooms.commitments.grammar.english_words import MONTH, NUMBER, month_of, number_of
from bot.rooms.commitments.grammar.facts import Builder, Facts, Need
from bot.rooms.commitments.grammar.model import Setting


def _lasting(found: Match[str], setting: Setting) -> Facts:
    per_unit = {"d": 1, "w": 7, "m": 30, "y": 365}
    return Facts(lasting=number_of(found["n"]) * per_unit[found["unit"].lower()[0]])


def _from_month(found: Match[str], setting: Setting) -> Facts:
    month = month_of(found["month"])
    ahead = (month - setting.today.month) % 12
    return Facts(starting=days.month_start(setting.today, ahead))


def _from_now(found: Match[str], setting: Setting) -> Facts:
    return Facts(starting=setting.today)


def _times(found: Match[str], setting: Setting) -> Facts:
    return Facts(times=number_of(found["n"]))


PATTERNS: tuple[tuple[str, Builder, Need], ...] = (
    (
        rf"for\s+(?:the\s+next\s+)?(?P<n>{NUMBER})\s+(?P<unit>days?|weeks?|months?|years?)\b",
        _lasting,
        Need.BESIDE,
    ),
    (rf"(?P<n>{NUMBER})\s*(?:times|x)\b", _times, Need.BESIDE),
    (r"x\s*(?P<n>\d+)\b", _times, Need.BESIDE),
    (rf"from\s+(?P<month>{MONTH})(?!\s*\d)", _from_month, Need.BESIDE),
    (r"(?:from\s+now(?:\s+on)?|going\s+forward)\b", _from_now, Need.BESIDE),
)
