"""The check, the pulse and the rest: how many of each, and which way they are scored."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, get_args

from bot.content.guards.language import Language
from bot.content.problems import Problem
from bot.content.schema import FACTORS, Tool

# At least so many entries in each list: the file, then the keys to it.
_LEAST: dict[tuple[str, ...], int] = {
    ("pulse", "about_poll"): 6,
    ("meetings", "interactions"): 30,
    ("leaders", "leaders"): 4,
    ("drafts", "own_up"): 6,
    ("kickoff", "fields"): 3,
    **{("pulse", "bank", factor): 12 for factor in FACTORS},
}
_FULL, _FULL_REVERSED = 5, 2  # a factor
_QUESTIONS = 6  # a leader's reflection
_TALK_MINUTES = 15
_INTERACTIONS = 3  # a tool and a factor, so that a plan can vary


def statement_problems(language: Language) -> Iterator[Problem]:
    """Check the numbers the rooms count on."""
    for (stem, *keys), least in _LEAST.items():
        found = language.entries(stem, *keys)
        if stem in language.files and len(found) < least:
            source = language.files[stem]
            yield source.problem(keys, f"{len(found)} in {'.'.join(keys)}", f"have {least}")
    yield from _check(language)
    yield from _bank(language)
    yield from _leaders(language)
    yield from _guides(language)
    yield from _meetings(language)


def _check(language: Language) -> Iterator[Problem]:
    if "statements" not in language.files:
        return
    source = language.files["statements"]
    entries = [entry for _, entry in language.entries("statements", "full")]
    asked = Counter(entry["factor"] for entry in entries)
    turned = Counter(entry["factor"] for entry in entries if entry.get("reversed"))
    for factor in FACTORS:
        if (asked[factor], turned[factor]) != (_FULL, _FULL_REVERSED):
            yield source.problem(
                ("full",),
                f"{factor} has {asked[factor]} statements, {turned[factor]} of them reversed",
                f"have {_FULL}, {_FULL_REVERSED} of them reversed",
            )


def _bank(language: Language) -> Iterator[Problem]:
    """Every pulse statement is worded so that a high answer is good news."""
    for factor in FACTORS if "pulse" in language.files else ():
        for place, entry in language.entries("pulse", "bank", factor):
            if entry.get("reversed", False) != (factor == "S"):
                yield language.files["pulse"].problem(
                    place,
                    f"{entry['id']} is scored the wrong way round",
                    "word it so that a high answer is good, with reversed: true for S alone",
                )


def _leaders(language: Language) -> Iterator[Problem]:
    practices = {entry["id"] for _, entry in language.entries("practices", "practices")}
    for place, entry in language.entries("leaders", "leaders"):
        source = language.files["leaders"]
        if len(entry["questions"]) != _QUESTIONS:
            yield source.problem(
                place, f"{len(entry['questions'])} questions", f"have {_QUESTIONS}"
            )
        if practices and entry["id"] not in practices:
            yield source.problem(place, f"{entry['id']} has no nudges", "add it to practices.yaml")


def _meetings(language: Language) -> Iterator[Problem]:
    entries = language.entries("meetings", "interactions")
    source = language.files.get("meetings")
    if source is None:
        return
    for key, kinds in (("tool", get_args(Tool)), ("factor", FACTORS)):
        count = Counter(entry[key] for _, entry in entries)
        for kind in kinds:
            if count[kind] < _INTERACTIONS:
                what = f"{count[kind]} interactions with {key}: {kind}"
                yield source.problem(("interactions",), what, f"have {_INTERACTIONS}")
    for place, entry in entries:
        if entry.get("people_max", entry["people_min"]) < entry["people_min"]:
            what = f"{entry['id']} is for at most fewer people than at least"
            yield source.problem((*place, "people_max"), what, "raise people_max, or leave it out")


def _guides(language: Language) -> Iterator[Problem]:
    if "guides" not in language.files:
        return
    source = language.files["guides"]
    guides: dict[str, Any] = source.data["guides"]
    for factor in FACTORS:
        minutes = sum(step["minutes"] for step in guides.get(factor, {}).get("steps", ()))
        if minutes != _TALK_MINUTES:
            place = ("guides", factor)
            yield source.problem(
                place, f"{factor} takes {minutes} minutes", f"fill {_TALK_MINUTES}"
            )
