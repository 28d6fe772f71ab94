"""Times of which one is meant: "Thursday or Friday at 3", "Monday to Wednesday"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.rooms.commitments.grammar.facts import Facts
from bot.rooms.commitments.grammar.language import Language
from bot.rooms.commitments.grammar.scan import Phrase


def alternatives(line: str, found: Sequence[Phrase], language: Language) -> list[Facts]:
    """Give what each of the phrases says, if one of them is meant; none if they aren't such."""
    are_such = len(found) > 1 and all(
        _is_either(line, before, phrase, language) for before, phrase in pairwise(found)
    )
    return _completed([phrase.facts for phrase in found]) if are_such else []


def _is_either(line: str, before: Phrase, phrase: Phrase, language: Language) -> bool:
    between = (before.end, phrase.words_start)
    if language.either.fullmatch(line, *between):
        return True
    is_led = language.either_led.search(line, before.start, before.words_start) is not None
    return is_led and language.both.fullmatch(line, *between) is not None


def _completed(said: Sequence[Facts]) -> list[Facts]:
    """Add to each the day or the hour that only another one says."""
    day = next((facts for facts in said if facts.has_day), Facts())
    hour = next((facts for facts in said if facts.clock or facts.part), Facts())
    return [_with(facts, day, hour) for facts in said]


def _with(facts: Facts, day: Facts, hour: Facts) -> Facts:
    if facts.only_hour:
        part = facts.part or (hour.part if facts.clock else None)
        return replace(facts, day=day.day, weekday=day.weekday, weeks=day.weeks, part=part)
    if facts.only_day:
        return replace(facts, clock=hour.clock, or_clock=hour.or_clock, part=hour.part)
    return facts
