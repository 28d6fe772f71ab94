"""Ids: unique, never withdrawn once released, and the same in every language."""

from collections.abc import Iterator
from pathlib import Path

from bot.content import placeholders
from bot.content.guards.language import Language, Steps
from bot.content.problems import Problem

RELEASED = "released_ids.txt"
# What a translation may not change about an entry.
_SHARED = (
    *("factor", "side", "collection", "about_teammate", "for_leaders", "reversed"),
    *("tool", "minutes", "people_min", "people_max"),
)


def unique_problems(language: Language) -> Iterator[Problem]:
    """Find ids that a file gives twice."""
    for stem, source in language.files.items():
        first: dict[str, Steps] = {}
        for id_, place in language.ids(stem):
            if first.setdefault(id_, place) != place:
                where = source.line(first[id_])
                yield source.problem(place, f"{id_} stands on line {where} too", "choose another")


def released_problems(root: Path, language: Language) -> Iterator[Problem]:
    """Hold the ids against the list of released ones, which may only grow."""
    path = root / RELEASED
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    released = {line: number for number, line in enumerate(lines, 1) if line}
    present = {
        f"{stem}/{id_}": source.problem(place, f"{id_} isn't in {RELEASED}", f"add {stem}/{id_}")
        for stem, source in language.files.items()
        for id_, place in language.ids(stem)
    }
    for line, number in released.items():
        if line not in present:
            yield Problem(path, number, f"{line} was released and is gone", "bring it back")
    yield from (problem for line, problem in present.items() if line not in released)


def same_problems(original: Language, translation: Language) -> Iterator[Problem]:
    """Hold the files a translation has against the original's: none more, none less.

    A file it doesn't have yet is read in the original language.
    """
    for stem, source in translation.files.items():
        if stem not in original.files:
            yield source.problem((), f"{stem}.yaml isn't in {original.locale}", "remove it")
            continue
        ours, theirs = dict(original.ids(stem)), dict(translation.ids(stem))
        for id_ in ours.keys() - theirs.keys():
            yield source.problem((), f"{id_} is missing", f"translate it from {original.locale}")
        for id_ in theirs.keys() - ours.keys():
            yield source.problem(theirs[id_], f"{id_} isn't in {original.locale}", "remove it")
        yield from _changed(original, translation, stem)
        yield from _other_blanks(original, translation, stem)


def _changed(original: Language, translation: Language, stem: str) -> Iterator[Problem]:
    ours, theirs = dict(original.ids(stem)), dict(translation.ids(stem))
    for id_ in ours.keys() & theirs.keys():
        if _keys(ours[id_]) != _keys(theirs[id_]):
            there = ".".join(_keys(ours[id_])[:-1])
            yield translation.files[stem].problem(
                theirs[id_], f"{id_} stands elsewhere in {original.locale}", f"move it to {there}"
            )
        ours_entry = original.files[stem].at(ours[id_][:-1])
        theirs_entry = translation.files[stem].at(theirs[id_][:-1])
        for key in _SHARED:
            if ours_entry.get(key) != theirs_entry.get(key):
                yield translation.files[stem].problem(
                    theirs[id_],
                    f"{key} of {id_} differs from {original.locale}",
                    f"make it {ours_entry.get(key)}",
                )


def _other_blanks(original: Language, translation: Language, stem: str) -> Iterator[Problem]:
    """Find texts that fill other blanks than the original's; wordings are free to name nobody."""
    ours = {_key(original, stem, place): text for place, text in original.texts(stem)}
    for place, text in translation.texts(stem):
        theirs = placeholders.names(text)
        should = placeholders.names(ours.get(_key(translation, stem, place), text))
        if "wordings" not in place and theirs != should:
            blanks = ", ".join(f"{{{name}}}" for name in sorted(theirs ^ should))
            yield translation.files[stem].problem(
                place, f"Differs from {original.locale} in {blanks}", "use the same placeholders"
            )


def _key(language: Language, stem: str, place: Steps) -> tuple[str | int, ...]:
    """Name a text by the id it belongs to, or else by its place."""
    entry = language.files[stem].at(place[:-1])
    is_named = isinstance(entry, dict) and "id" in entry
    return (entry["id"], place[-1]) if is_named else place


def _keys(place: Steps) -> list[str]:
    return [step for step in place if isinstance(step, str)]
