"""One language's YAML files, parsed, with what the guards ask of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.content.sources import Source

Steps = tuple[int | str, ...]


@dataclass(frozen=True)
class Language:
    """The files of one language by stem ("practices"), every one fit for its schema."""

    locale: str
    files: dict[str, Source]

    @classmethod
    def read(cls, root: Path, locale: str) -> "Language":
        """Parse the files. Raises: ContentError for one that isn't YAML."""
        paths = sorted((root / locale).glob("*.yaml"))
        return cls(locale, {path.stem: Source.read(path) for path in paths})

    @property
    def is_chinese(self) -> bool:
        """Whether words aren't separated by spaces."""
        return self.locale.startswith("zh")

    def entries(self, stem: str, *keys: str) -> list[tuple[Steps, dict[str, Any]]]:
        """List the entries under *keys* of a file with their places; none without the file."""
        if stem not in self.files:
            return []
        entries = self.files[stem].at(keys)
        return [((*keys, index), entry) for index, entry in enumerate(entries)]

    def texts(self, stem: str) -> Iterator[tuple[Steps, str]]:
        """Give every sentence of a file with its place; ids and other codes aren't sentences."""
        for place, value in _leaves(self.files[stem].data, ()):
            if isinstance(value, str) and place[-1] not in _CODES:
                yield place, value

    def ids(self, stem: str) -> list[tuple[str, Steps]]:
        """List the ids of a file with their places."""
        leaves = _leaves(self.files[stem].data, ())
        return [(value, place) for place, value in leaves if place[-1] == "id"]


_CODES = {"id", "factor", "side", "collection", "tool"}


def _leaves(value: Any, place: Steps) -> Iterator[tuple[Steps, Any]]:
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _leaves(below, (*place, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _leaves(below, (*place, index))
    else:
        yield place, value
