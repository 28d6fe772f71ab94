"""Finding the words for a time in a line, and joining those that speak of the same time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.rooms.commitments.grammar.facts import Facts, Found, VagueError
from bot.rooms.commitments.grammar.language import Language, leading
from bot.rooms.commitments.grammar.model import Setting
from bot.rooms.commitments.grammar.standing import is_closed, standing

CLOSE = re.compile(r"\s*[)）]")


@dataclass(frozen=True)
class Phrase:
    """Words for one time, and around them the words that lead to it and follow from it.

    *is_doubtful*: what they say may not be all of it, so that it is asked about.
    """

    start: int
    end: int
    words_start: int
    words_end: int
    facts: Facts
    is_doubtful: bool = False

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end


def phrases(line: str, language: Language, setting: Setting) -> list[Phrase]:
    """Find every phrase that counts as a time, in order."""
    found = list(_found(line, language, setting))
    joined = _joined(standing(found, line, language), line, language)
    said = [phrase for phrase in joined if not _is_description(phrase, line, language)]
    is_off_work = language.off_work.search(line) is not None
    sure = [_ahead_of_nothing(phrase, said, line, language) for phrase in said]
    return [_opened(phrase, line) if is_off_work else phrase for phrase in sure]


def _opened(phrase: Phrase, line: str) -> Phrase:
    """Leave the half of the day open: working hours say nothing of "dinner at 8"."""
    facts, lead = phrase.facts, line[phrase.start : phrase.words_start].strip().lower()
    is_limit = lead in ("by", "before", "b4") or phrase.end > phrase.words_end
    if facts.clock is None or facts.part is not None or is_limit:
        return phrase
    return replace(phrase, facts=replace(facts, clock=replace(facts.clock, is_open=True)))


def _found(line: str, language: Language, setting: Setting) -> Iterator[Found]:
    at = 0
    for place in language.starts.finditer(line):
        if place.start() < at:
            continue
        found = _longest(line, place.start(), language, setting)
        if found is not None:
            at = found.end
            yield found


def _longest(line: str, at: int, language: Language, setting: Setting) -> Found | None:
    best: Found | None = None
    for pattern, build, need in language.patterns:
        match = pattern.match(line, at)
        if match is None or (best is not None and match.end() <= best.end):
            continue
        try:
            facts = build(match, setting)
        except VagueError:
            facts = Facts(problem="unreadable")
        except (OverflowError, ValueError):  # beyond what a calendar holds
            facts = Facts(problem="too_far")
        if facts is not None:
            best = Found(at, match.end(), facts, need)
    return best


def _joined(found: list[Found], line: str, language: Language) -> list[Phrase]:
    joined: list[Phrase] = []
    for one in found:
        phrase = _phrase(one, line, language)
        before = joined[-1] if joined else None
        if before and _can_join(line, before, phrase, language):
            facts = before.facts.merged(one.facts)
            if facts is not None:
                end, words_end = _past_bracket(line, before, phrase, language)
                joined[-1] = replace(before, end=end, words_end=words_end, facts=facts)
                continue
        joined.append(phrase)
    return joined


def _past_bracket(line: str, before: Phrase, phrase: Phrase, language: Language) -> tuple[int, int]:
    """Give where the second of two phrases and its words end: in brackets, after their close."""
    is_bracketed = any(mark in line[before.words_end : phrase.words_start] for mark in "(（")
    close = CLOSE.match(line, phrase.words_end) if is_bracketed else None
    if close is None:
        return phrase.end, phrase.words_end
    trail = language.trailer.match(line, close.end())
    return (trail.end() if trail else close.end()), close.end()


def _can_join(line: str, before: Phrase, phrase: Phrase, language: Language) -> bool:
    """Say whether two phrases stand together: "by 10 by Friday" are two, "at 10 on Friday" one.

    Nor are two days one where the second is led to: "Thursday by tomorrow".
    """
    if phrase.facts.has_day and leading(language.towards, line, before.words_start):
        return False
    is_week = before.facts.weeks is not None or phrase.facts.weeks is not None
    is_led = line[phrase.start : phrase.words_start].strip().lower() not in ("", "on")
    if before.facts.past and is_led:
        return False  # the notes from yesterday by noon
    if before.facts.has_day and phrase.facts.has_day and is_led and not is_week:
        return False
    lead = line[before.start : before.words_start].strip().lower()
    is_repeated = lead and lead == line[phrase.start : phrase.words_start].strip().lower()
    together = language.joiner.fullmatch(line, before.words_end, phrase.words_start)
    return together is not None and not is_repeated


def _phrase(one: Found, line: str, language: Language) -> Phrase:
    determiner = leading(language.determiner, line, one.start)
    start = determiner.start() if determiner else one.start
    lead = leading(language.introducer, line, start)
    trail = language.trailer.match(line, one.end)
    return Phrase(
        start=lead.start() if lead else start,
        end=trail.end() if trail else one.end,
        words_start=one.start,
        words_end=one.end,
        facts=one.facts,
    )


def _ahead_of_nothing(phrase: Phrase, said: list[Phrase], line: str, language: Language) -> Phrase:
    """Doubt a day that holds something to be ahead of: "before the meeting on Friday"."""
    facts = phrase.facts
    if not (facts.only_day or (facts.rule and not facts.clock and not facts.part)):
        return phrase
    is_led = line[phrase.start : phrase.words_start].strip().lower() not in ("", "on")
    before = None if is_led else leading(language.event_led, line, phrase.start)
    after = language.event_trailed.match(line, phrase.words_end)
    if before and any(before.start() < other.end <= phrase.start for other in said):
        before = None  # before noon on, and that is a time of its own
    if after and any(phrase.end <= other.start <= after.end() for other in said):
        after = None
    if before is None and after is None:
        return phrase
    return replace(phrase, is_doubtful=True)


def _is_description(phrase: Phrase, line: str, language: Language) -> bool:
    """Say whether a time belongs to a thing: "Monday's slides", "the 3pm call", "about Friday"."""
    if language.attribute.match(line, phrase.words_end):
        return True
    if leading(language.topic, line, phrase.start):
        return True
    if leading(language.owner, line, phrase.start) and not is_closed(line, phrase.end):
        return language.stop_word.match(line, phrase.end) is None  # Bob's 4pm shift
    determiner = leading(language.determiner, line, phrase.words_start)
    if determiner is None:
        return False
    return phrase.start == determiner.start() or not is_closed(line, phrase.end)
