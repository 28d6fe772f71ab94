"""The English grammar."""

import re

from bot.rooms.commitments.grammar import (
    dates,
    english_days,
    english_hours,
    english_repeats,
)
from bot.rooms.commitments.grammar.english_words import COUNTED
from bot.rooms.commitments.grammar.language import Language
from bot.rooms.commitments.grammar.masking import MASK

DETERMINER = r"(?:the|an?|my|our|your|their|his|her|its|that|these|those)"
AHEAD_OF = r"(?:before|b4|ahead\s+of|prior\s+to)"
STOP_WORDS = (
    r"about|re|after|over|to|for|with|and|or|so|because|in|if|when|as|via|from|but|then"
    r"|please|pls|on|at|before|until"
)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


ENGLISH = Language(
    patterns=tuple(
        (_compiled(pattern), build, need)
        for pattern, build, need in (
            *english_repeats.PATTERNS,
            *english_days.PATTERNS,
            *english_hours.PATTERNS,
            *dates.PATTERNS,
        )
    ),
    starts=_compiled(
        r"(?<![\w$€£#.:/+&-])\w|(?<=\b(?:mon|tue|wed|thu|fri|sat|sun)/)\w"
        rf"|(?<=\b(?:tues|thur)/)\w|(?<=\bthurs/)\w|(?<=day/)\w"
        rf"|(?<=\b\d{{4}}-\d\d-\d\dT)\d|(?<=[({MASK}])\w"
    ),
    introducer=_compiled(
        r"(?:(?:\b(?:(?:by|at|before)\s+about|towards?|roughly|approx(?:imately)?|within|during|any\s*time"
        r"|due|deadline|eta|(?:no|not)\s+later\s+than|latest|sometime|some\s+time|later|by|on"
        r"|at|before|b4|until|till?|for|around|between\s+now\s+and|between|through|thru)\b:?"
        r"|@|~)\s*)+$"
    ),
    hour_introducer=_compiled(
        r"(?:\b(?:by|at|before|b4|until|till?|around|between|latest|than|due)\s+|@\s*|~)$"
    ),
    trailer=_compiled(
        r",?\s+(?:at\s+the\s+latest|latest|sharp|or\s+(?:so|sooner|earlier|before)|(?:my|local)\s+time|some\s?time)\b"
    ),
    joiner=_compiled(
        r"(?:['’]s\b)?[\s,]*(?:\b(?:at|by|on|before|around|of|in)\s+(?:the\s+)?|@\s*|~|T|\()?"
    ),
    topic=_compiled(
        r"\b(?:w(?:ee)?k\s+of|(?<!\bby\s)(?<!\bat\s)(?<!\bbefore\s)about|regarding|re|since|after|than|per|not)\s+$"
    ),
    determiner=_compiled(rf"\b{DETERMINER}\s+$"),
    owner=_compiled(r"\w['’]s\s+$"),
    attribute=_compiled(r"['’]s?\b(?!\s+(?:eo[db]|cob|end\s+of)\b)|-\w"),
    counted=_compiled(COUNTED),
    stop_word=_compiled(rf"\s*(?:{STOP_WORDS})\b"),
    event_led=_compiled(rf"\b{AHEAD_OF}\s+(?:[\w'’-]+\s+){{1,4}}$"),
    event_trailed=_compiled(rf",?\s+{AHEAD_OF}\s+(?=\w)"),
    off_work=_compiled(
        r"\b(?:breakfast|dinner|supper|drinks|party|movie|concert|gym|flight|train\s+(?:at|to))\b"
    ),
    either=_compiled(
        r"\s*(?:,?\s*\bor\b|\b(?:to|through|thru|till?|until)\b|-|–|/)\s*(?:(?:by|on|at|the)\s+)*"
    ),
    either_led=_compiled(r"\bbetween\s+$"),
    both=_compiled(r"\s+and\s+(?:(?:on|at|the)\s+)*"),
    towards=_compiled(r"\bto\s+(?:the\s+)?$"),
    loose_limit=_compiled(r"\b(?:until|till|except|unless)\b"),
    until=_compiled(r"\b(?:until|till?|through|thru|up\s+to|ending)\s+(?:the\s+)?$"),
    through=_compiled(r"through|thru|ending"),
    starting=_compiled(
        r"\b(?:(?:starting|beginning)(?:\s+(?:on|from))?|from|as\s+of)\s+(?:the\s+)?$"
    ),
    starting_after=_compiled(r"\s+(?:onwards?|and\s+after)\b"),
)
