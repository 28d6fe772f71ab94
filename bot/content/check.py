"""Checks the whole of `prompts/`: every problem at once, and how much of each language is there."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.content.catalogue import load_catalogue
from bot.content.fluent_files import bundle
from bot.content.guards.duplicates import duplicate_problems
from bot.content.guards.ids import released_problems, same_problems, unique_problems
from bot.content.guards.language import Language
from bot.content.guards.messages import message_problems, read_messages, translation_problems
from bot.content.guards.practices import practice_problems
from bot.content.guards.statements import statement_problems
from bot.content.guards.texts import text_problems
from bot.content.load import FALLBACK, find_locales
from bot.content.problems import ContentError, Problem


@dataclass(frozen=True)
class Report:
    """What was found: *problems* to mend, and *coverage*, a line a language."""

    problems: tuple[Problem, ...]
    coverage: tuple[str, ...]


def check(root: Path) -> Report:
    """Check every language under *root*.

    What stops the boot is all there is to say while it lasts: the other guards need whole files.
    """
    locales = find_locales(root)
    broken = tuple(problem for locale in locales for problem in _broken(root, locale))
    if broken:
        return Report(broken, ())
    languages = [Language.read(root, locale) for locale in locales]
    problems = {problem for language in languages for problem in _problems(root, language)}
    problems |= set(released_problems(root, languages[0]))
    for language in languages[1:]:
        problems |= set(same_problems(languages[0], language))
    problems |= {problem for locale in locales for problem in _messages(root, locale)}
    return Report(
        tuple(sorted(problems)), tuple(_coverage(root, languages[0], each) for each in languages)
    )


def _broken(root: Path, locale: str) -> tuple[Problem, ...]:
    try:
        bundle(root / locale, locale)
        load_catalogue(root, locale, FALLBACK)
    except ContentError as error:
        return error.problems
    return ()


def _problems(root: Path, language: Language) -> Iterator[Problem]:
    yield from unique_problems(language)
    yield from text_problems(language)
    yield from practice_problems(language)
    yield from statement_problems(language)
    yield from duplicate_problems(language)


def _messages(root: Path, locale: str) -> Iterator[Problem]:
    messages = read_messages(root / locale)
    yield from message_problems(messages, is_chinese=locale.startswith("zh"))
    if locale != FALLBACK:
        yield from translation_problems(read_messages(root / FALLBACK), messages)


def _coverage(root: Path, original: Language, language: Language) -> str:
    entries, there = (
        {(stem, id_) for stem in each.files for id_, _ in each.ids(stem)}
        for each in (original, language)
    )
    messages = read_messages(root / FALLBACK).keys()
    said = read_messages(root / language.locale).keys() & messages
    wordings = [len(entry["wordings"]) for _, entry in language.entries("practices", "practices")]
    return (
        f"{language.locale}: {len(there & entries)} of {len(entries)} entries, "
        f"{len(said)} of {len(messages)} messages, {sum(wordings)} wordings, "
        f"{min(wordings, default=0)} to {max(wordings, default=0)} a practice"
    )
