"""The practices together: both sides, every factor, and wordings that don't start alike."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from bot.content import placeholders
from bot.content.guards.language import Language, Steps
from bot.content.problems import Problem
from bot.content.schema import FACTORS

_WORDINGS, _WORDINGS_OFTEN = 6, 10  # the catalogue's S, I and R come round most often
VIRTUAL_SHARE = (0.10, 0.25)  # 80/20, by the number of practices
_MIN_PRINCIPLES = 3  # a factor; fewer and the nudges run out of practices to space
_SENDABLE_SHARE = 1 / 3  # of the wordings show a sentence one could really send
_QUOTE = re.compile("[“「]")
# "someone you haven't spoken to this week" can neither begin a sentence nor take an 's.
_AWKWARD = re.compile(r"(?:^|[.?:] |“)\{teammate\}|\{teammate\}['’]s")


def practice_problems(language: Language) -> Iterator[Problem]:
    """Check practices.yaml as a whole."""
    entries = language.entries("practices", "practices")
    for place, entry in entries:
        yield from _enough(language, place, entry)
        yield from _openings(language, place, entry["wordings"])
        yield from _nameless(language, place, entry)
    if entries:
        source = language.files["practices"]
        practices = [entry for _, entry in entries]
        for what, fix in [*_balance(practices), *_coverage(practices), *_sendable(practices)]:
            yield source.problem((), what, fix)


def opening(text: str, is_chinese: bool) -> str:
    """Give the first three words of *text*, or its first four characters in Chinese."""
    words = re.findall(r"[\w'’]+", text.lower())
    return "".join(words)[:4] if is_chinese else " ".join(words[:3])


def _enough(language: Language, place: Steps, entry: dict[str, Any]) -> Iterator[Problem]:
    is_often = entry["collection"] == "catalogue" and entry["factor"] in "SIR"
    least, there = _WORDINGS_OFTEN if is_often else _WORDINGS, len(entry["wordings"])
    if there < least:
        what = f"{entry['id']} has {there} wordings"
        yield language.files["practices"].problem((*place, "wordings"), what, f"have {least}")


def _openings(language: Language, place: Steps, wordings: list[str]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for index, text in enumerate(wordings):
        starts = opening(text, language.is_chinese)
        if starts in seen:
            yield language.files["practices"].problem(
                (*place, "wordings", index),
                f"Starts like wording {seen[starts] + 1} of this practice: “{starts}”",
                "begin in another way",
            )
        seen.setdefault(starts, index)


def _nameless(language: Language, place: Steps, entry: dict[str, Any]) -> Iterator[Problem]:
    """A wording must read well with nobody named, and name nobody where it is about none."""
    source = language.files["practices"]
    for index, text in enumerate(entry["wordings"]):
        here = (*place, "wordings", index)
        if not entry["about_teammate"] and "teammate" in placeholders.names(text):
            what = "{teammate} in a practice that isn't about one"
            yield source.problem(here, what, "set about_teammate: true, or name nobody")
        elif not language.is_chinese and _AWKWARD.search(text):
            what = "{teammate} begins a sentence or a quote, or takes an 's"
            yield source.problem(here, what, "move it, so that “someone you …” reads well too")


def _balance(practices: list[dict[str, str]]) -> Iterator[tuple[str, str]]:
    share = sum(entry["side"] == "virtual" for entry in practices) / len(practices)
    low, high = VIRTUAL_SHARE
    if not low <= share <= high:
        yield (
            f"{share:.0%} of the practices are virtual; 80/20 wants {low:.0%} to {high:.0%}",
            "add practices of the other side",
        )


def _coverage(practices: list[dict[str, str]]) -> Iterator[tuple[str, str]]:
    count = Counter((entry["factor"], entry["side"]) for entry in practices)
    for factor in FACTORS:
        for side, least in (("principle", _MIN_PRINCIPLES), ("virtual", 1)):
            if count[factor, side] < least:
                yield f"{factor} has {count[factor, side]} {side} practices", f"have {least}"


def _sendable(practices: list[dict[str, list[str]]]) -> Iterator[tuple[str, str]]:
    wordings = [text for entry in practices for text in entry["wordings"]]
    share = sum(bool(_QUOTE.search(text)) for text in wordings) / len(wordings)
    if share < _SENDABLE_SHARE:
        yield (
            f"Only {share:.0%} of the wordings show words to send",
            "add a sentence in “ ” where it helps, until a third do",
        )
