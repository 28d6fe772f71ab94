"""The libraries' turn: one whole phrase, where our own grammar found no time in a line.

They guess: parsedatetime reads "555" as five to six, dateparser 下周三 as nothing. So they see
only what by, on, at or before (or 前) sets apart, must read all of it, and their reading is
always asked about.
"""

import re
from datetime import datetime

import dateparser
import parsedatetime

from bot.rooms.commitments.grammar import hours
from bot.rooms.commitments.grammar.model import Setting
from bot.rooms.commitments.grammar.plan import Plan
from bot.rooms.commitments.grammar.resolve import FURTHEST

ENGLISH_PHRASE = re.compile(
    r"\b(?:by|on|at|before)\s+(?P<phrase>(?:(?!\b(?:by|on|at|before)\b)[\w '/:-]){3,60}?)"
    r"\s*(?=$|[,.;!?])",
    re.IGNORECASE,
)
OTHER_PHRASE = re.compile(
    r"(?:^|[，,。;；\s])(?P<phrase>[\w .-]{3,30}?)(?:之前|以前|前)"
    r"|\b(?:by|on|at|before)\s+(?P<after>[\w .-]{3,40}?)\s*(?=$|[,;!?])",
    re.IGNORECASE,
)
HAS_WORD = re.compile(r"[^\W\d_]{3}")
STRICT = {"STRICT_PARSING": True, "PREFER_DATES_FROM": "future"}  # day, month and year, no less


def offered(line: str, locale: str, setting: Setting) -> Plan | None:
    """Give a plan with the one reading a library has for a phrase of the line, if it has one."""
    if locale.lower().startswith("en"):
        return _english(line, setting)
    return _other(line, locale, setting) or _english(line, setting)


def _english(line: str, setting: Setting) -> Plan | None:
    for found in ENGLISH_PHRASE.finditer(line):
        phrase = found["phrase"]
        if not HAS_WORD.search(phrase):
            continue
        calendar = parsedatetime.Calendar(version=parsedatetime.VERSION_CONTEXT_STYLE)
        for said, context, start, end, _ in calendar.nlp(phrase, setting.wall) or ():
            if (start, end) == (0, len(phrase)):
                return _plan(said, found.span(), setting, has_hour=context.hasTime)
    return None


def _other(line: str, locale: str, setting: Setting) -> Plan | None:
    language = locale.lower().partition("-")[0]
    for found in OTHER_PHRASE.finditer(line):
        phrase = found["phrase"] or found["after"]
        try:
            said = dateparser.parse(phrase.strip(), languages=[language], settings=STRICT)
        except ValueError:  # a language it doesn't know
            return None
        if said is not None:
            return _plan(said, found.span(), setting, has_hour=bool(said.hour or said.minute))
    return None


def _plan(
    said: datetime, span: tuple[int, int], setting: Setting, *, has_hour: bool
) -> Plan | None:
    minutes = hours.minutes_of(said.time() if has_hour else setting.week.end)
    due = hours.at_minutes(said.date(), minutes, setting.zone)
    is_ahead = setting.now < due <= setting.now + FURTHEST
    return Plan((due,), spans=(span,), is_offer=True) if is_ahead else None
