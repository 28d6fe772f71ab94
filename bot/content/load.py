"""The content of all languages, and which of them a person reads."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from babel import Locale, UnknownLocaleError

from bot.content.catalogue import Catalogue, load_catalogue
from bot.content.fluent_files import bundle
from bot.content.problems import ContentError, Problem
from bot.content.words import Words

PROMPTS = Path(__file__).parents[2] / "prompts"
FALLBACK = "en"
ASKED_KEPT = 1000  # spellings of languages; Slack has some dozens
_TRADITIONAL = {"hant", "tw", "hk", "mo"}


@dataclass(frozen=True)
class Content:
    """Everything under `prompts/`; read once, never again while the bot runs."""

    locales: tuple[str, ...]
    _words: dict[str, Words]
    _catalogues: dict[str, Catalogue]

    @classmethod
    def load(cls, root: Path, *, strict: bool = False) -> "Content":
        """Read the folder *root*, one sub-folder a language.

        When *strict*, saying an unknown message or leaving out an argument raises (for tests).
        Raises: ContentError for anything broken, with file, line and fix.
        """
        locales = find_locales(root)
        bundles = {locale: bundle(root / locale, locale) for locale in locales}
        return cls(
            locales,
            {
                each: Words(each, bundles[each], bundles[FALLBACK], strict=strict)
                for each in locales
            },
            {each: load_catalogue(root, each, FALLBACK) for each in locales},
        )

    def words(self, locale: str) -> Words:
        """Give the voice of one of *locales*."""
        return self._words[locale]

    def catalogue(self, locale: str) -> Catalogue:
        """Give what is taught in one of *locales*."""
        return self._catalogues[locale]

    def negotiate(self, asked: str | None) -> str:
        """Choose the language for someone who asked for *asked*, as Slack or a person spells it.

        Traditional Chinese gets English: Simplified is a choice for the reader to make.
        """
        return _negotiate(self.locales, asked)

    def leaves_open(self, asked: str | None) -> bool:
        """Whether *asked* is Traditional Chinese, whose readers are asked which language it is."""
        return _is_traditional(asked)


@lru_cache(ASKED_KEPT)
def _negotiate(locales: tuple[str, ...], asked: str | None) -> str:
    if _is_traditional(asked):
        return FALLBACK
    tags = _tags(asked)
    same = [each for each in locales if each.lower() == "-".join(tags)]
    related = [each for each in locales if each.lower().split("-")[0] == tags[0]]
    return (same + related + [FALLBACK])[0]


def _is_traditional(asked: str | None) -> bool:
    tags = _tags(asked)
    return tags[0] == "zh" and "hans" not in tags and bool(_TRADITIONAL & set(tags))


def _tags(asked: str | None) -> list[str]:
    return (asked or "").replace("_", "-").lower().split("-")


def find_locales(root: Path) -> tuple[str, ...]:
    """Name the languages under *root*, the fallback first.

    Raises: ContentError for a folder that isn't named like a language.
    """
    folders = sorted(path for path in root.glob("*") if path.is_dir() and path.name[0] != ".")
    for folder in folders:
        _refuse_unknown(folder)
    return (FALLBACK, *(folder.name for folder in folders if folder.name != FALLBACK))


def _refuse_unknown(folder: Path) -> None:
    try:
        Locale.parse(folder.name, sep="-")
    except (ValueError, UnknownLocaleError) as error:
        what = f"{folder.name} is no language"
        raise ContentError(Problem(folder, 1, what, "name it like de or pt-BR")) from error
