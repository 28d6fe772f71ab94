"""What a language brings to the grammar."""

from collections.abc import Sequence
from dataclasses import dataclass
from re import Match, Pattern

from bot.rooms.commitments.grammar.facts import Builder, Need

LONGEST_LEAD = 60  # characters; no words that lead to a time are longer


@dataclass(frozen=True)
class Language:
    """How one language says times: what to find, and what the words around it mean.

    *starts*: where a phrase may begin. *introducer*: leads to a time and belongs to it;
    *hour_introducer*: leads to a bare hour; *trailer*: follows a time and belongs to it.
    *joiner*: stands between two parts of one time. *topic*, *determiner*, *owner*: precede a
    time that only describes something; *attribute* follows one. *towards*: what is moved is
    moved to it. *either*: stands between two times of which one is meant, *both* does so where
    *either_led* leads to the first. *stop_word*: can't be what a number counts, *counted* is.
    *event_led*, *event_trailed*: before a day, and after it, name something on it to be ahead of;
    *off_work*: what isn't done in working hours. *until*, *through*, *starting*, *starting_after*:
    limits of a recurrence; *loose_limit* begins one, understood or not.
    """

    patterns: Sequence[tuple[Pattern[str], Builder, Need]]
    starts: Pattern[str]
    introducer: Pattern[str]
    hour_introducer: Pattern[str]
    trailer: Pattern[str]
    joiner: Pattern[str]
    topic: Pattern[str]
    determiner: Pattern[str]
    owner: Pattern[str]
    attribute: Pattern[str]
    towards: Pattern[str]
    either: Pattern[str]
    either_led: Pattern[str]
    both: Pattern[str]
    loose_limit: Pattern[str]
    stop_word: Pattern[str]
    counted: Pattern[str]
    event_led: Pattern[str]
    event_trailed: Pattern[str]
    off_work: Pattern[str]
    until: Pattern[str]
    through: Pattern[str]
    starting: Pattern[str]
    starting_after: Pattern[str]


def leading(pattern: Pattern[str], line: str, at: int) -> Match[str] | None:
    """Find the words just before a place that the pattern, anchored to its end, matches."""
    return pattern.search(line, max(0, at - LONGEST_LEAD), at)
