"""Which of the words found in a line count as a time, going by what stands around them."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.rooms.commitments.grammar.facts import Found, Need
from bot.rooms.commitments.grammar.language import Language, leading
from bot.rooms.commitments.grammar.masking import MASK

CLOSED = re.compile(rf"\s*(?:$|[,.;:!?)\]—–{MASK}，。；：！？）])|\s+-\s")
BESIDE = re.compile(r"[\s,，(（]*")
AT = re.compile(r"\s+at\s+|\s*@\s*", re.IGNORECASE)
NOTHING = f"{MASK} \t,，"


@dataclass(frozen=True)
class Around:
    """What stands around some words.

    *is_led*: a word such as "by" before them; *is_hour_led*: one that leads to an hour;
    *is_limit*: "until". *is_trailed*: "latest" after them. *is_first*, *is_closed*: a clause
    begins or ends there. *is_opening*: with what leads to them, and they count nothing.
    *is_joined*: other words for a time just before. *is_followed*: by
    something no number counts.
    """

    is_led: bool
    is_hour_led: bool
    is_limit: bool
    is_trailed: bool
    is_first: bool
    is_opening: bool
    is_closed: bool
    is_joined: bool
    is_followed: bool


def standing(found: list[Found], line: str, language: Language) -> list[Found]:
    """Keep what counts by itself, and what stands directly beside something that does."""
    kept = {one for at, one in enumerate(found) if _counts(one, _around(at, found, line, language))}
    for pairs in (list(pairwise(found)), [(b, a) for a, b in reversed(list(pairwise(found)))]):
        for supporter, one in pairs:
            if supporter in kept and _is_beside(one, supporter, line):
                kept.add(one)
    return [one for one in found if one in kept]


def is_closed(line: str, at: int) -> bool:
    """Say whether a clause, a mention or the line ends here."""
    return CLOSED.match(line, at) is not None


def _is_beside(one: Found, other: Found, line: str) -> bool:
    """Say whether only a space or comma parts them; a bare number must also end there.

    "11/30 at 10" is a date and its hour.
    """
    first, second = sorted((one, other), key=lambda found: found.start)
    if one.need is Need.EDGE and AT.fullmatch(line, first.end, second.start):
        return True
    if not BESIDE.fullmatch(line, first.end, second.start):
        return False
    return one.need not in (Need.HOUR, Need.NUMBER) or (one is second and is_closed(line, one.end))


def _around(at: int, found: list[Found], line: str, language: Language) -> Around:
    one = found[at]
    before = found[at - 1] if at else None
    after = found[at + 1] if at + 1 < len(found) else None
    lead = leading(language.introducer, line, one.start)
    trail = language.trailer.match(line, one.end)
    return Around(
        is_led=lead is not None,
        is_hour_led=leading(language.hour_introducer, line, one.start) is not None,
        is_limit=leading(language.until, line, one.start) is not None
        or language.starting_after.match(line, one.end) is not None,
        is_trailed=trail is not None,
        is_first=not line[: one.start].strip(NOTHING),
        is_opening=not line[: lead.start() if lead else one.start].strip(NOTHING)
        and language.counted.match(line, one.end) is None,
        is_closed=is_closed(line, trail.end() if trail else one.end),
        is_joined=before is not None
        and language.joiner.fullmatch(line, before.end, one.start) is not None,
        is_followed=language.stop_word.match(line, one.end) is not None
        or (after is not None and not line[one.end : after.start].strip()),
    )


def _counts(one: Found, around: Around) -> bool:
    """Say whether the words count as a time, whatever other such words there are."""
    is_introduced = around.is_led or around.is_trailed
    match one.need:
        case Need.NOTHING:
            return True
        case Need.BESIDE:
            return one.facts.only_limits
        case Need.EDGE:
            return is_introduced or around.is_first or around.is_closed
        case Need.END:
            return is_introduced or around.is_closed
        case Need.FIRST:
            return is_introduced or around.is_first
        case Need.ORDINAL:
            return around.is_closed or _is_number(around, is_led=around.is_led)
        case Need.NUMBER:
            return _is_number(around, is_led=around.is_led)
        case Need.HOUR:
            is_led = around.is_hour_led
            bare = replace(around, is_limit=False)  # "up to 5 pages" limits no hour
            return _is_number(bare, is_led=is_led) or (is_led and around.is_joined)


def _is_number(around: Around, *, is_led: bool) -> bool:
    """Say whether a bare number is a time, and doesn't count what follows it."""
    if around.is_limit or around.is_trailed:
        return True
    return is_led and (around.is_closed or around.is_opening or around.is_followed)
