"""Wordings that say nearly the same, found by the characters they share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from bot.content.guards.language import Language, Steps
from bot.content.problems import Problem

_TOO_ALIKE = 0.45  # share of the shorter text's n-grams that the other has too
_COMPARED = {"practices": "wordings", "pulse": "text", "statements": "text", "meetings": "text"}


@dataclass(frozen=True)
class _Text:
    stem: str
    place: Steps
    grams: frozenset[str]


def duplicate_problems(language: Language) -> Iterator[Problem]:
    """Compare all wordings with each other, and so all statements and all meeting parts."""
    size = 3 if language.is_chinese else 6
    for stem, key in _COMPARED.items():
        if stem in language.files:
            texts = [
                _Text(stem, place, _grams(text, size))
                for place, text in language.texts(stem)
                if key in place
            ]
            yield from _alike(language, texts)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Say which share of the smaller set's n-grams the other has too, 0 to 1."""
    return len(one & other) / (min(len(one), len(other)) or 1)


def _alike(language: Language, texts: list[_Text]) -> Iterator[Problem]:
    for earlier, later in combinations(texts, 2):
        if likeness(earlier.grams, later.grams) >= _TOO_ALIKE:
            source = language.files[later.stem]
            yield source.problem(
                later.place,
                f"Nearly the same as line {source.line(earlier.place)}",
                "say something else, or drop one",
            )


def _grams(text: str, size: int) -> frozenset[str]:
    letters = " ".join(re.findall(r"\w+", re.sub(r"\{\w+\}", " ", text).lower()))
    return frozenset(letters[at : at + size] for at in range(max(1, len(letters) - size + 1)))
