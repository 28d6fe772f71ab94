"""What the bot teaches, in one language."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.content.schema import (
    Drafts,
    Explainer,
    Explainers,
    Factor,
    Guide,
    Guides,
    Kickoff,
    Leader,
    Leaders,
    Meetings,
    Practice,
    Practices,
    Pulse,
    Reflection,
    Statements,
)
from bot.content.sources import Model, Source


@dataclass(frozen=True)
class Catalogue:
    """One language's content; what that language lacks stands here in English.

    The nudges for leaders are practices, of the collection "leader".
    """

    locale: str
    practices: tuple[Practice, ...]
    statements: Statements
    pulse: Pulse
    leaders: tuple[Leader, ...]
    meetings: Meetings
    kickoff: Kickoff
    reflection: Reflection
    drafts: Drafts
    guides: dict[Factor, Guide]
    explainers: tuple[Explainer, ...]

    def practice(self, practice_id: str) -> Practice | None:
        """Find a practice; None once it has left the catalogue."""
        return self._practices.get(practice_id)

    @cached_property
    def _practices(self) -> dict[str, Practice]:
        return {practice.id: practice for practice in self.practices}

    def explainer(self, explainer_id: str) -> Explainer | None:
        """Find a page of *why*."""
        return next((e for e in self.explainers if e.id == explainer_id), None)


def load_catalogue(root: Path, locale: str, fallback: str) -> Catalogue:
    """Read the YAML of *locale* under *root*, in the *fallback* language where there is none.

    Raises: ContentError for a file that doesn't fit its schema or is in neither language.
    """

    def section(model: type[Model]) -> Model:
        name = f"{model.__name__.lower()}.yaml"
        folder = locale if (root / locale / name).exists() else fallback
        return _read(root / folder / name, model)

    return Catalogue(
        locale=locale,
        practices=_practices(root, locale, fallback),
        statements=section(Statements),
        pulse=section(Pulse),
        leaders=section(Leaders).leaders,
        meetings=section(Meetings),
        kickoff=section(Kickoff),
        reflection=section(Reflection),
        drafts=section(Drafts),
        guides=section(Guides).guides,
        explainers=section(Explainers).explainers,
    )


def _practices(root: Path, locale: str, fallback: str) -> tuple[Practice, ...]:
    """Merge by id: a language gains its practices one by one, English keeps the order."""
    known = _read(root / fallback / "practices.yaml", Practices).practices
    path = root / locale / "practices.yaml"
    if locale == fallback or not path.exists():
        return known
    own = {practice.id: practice for practice in _read(path, Practices).practices}
    return tuple(own.get(practice.id, practice) for practice in known)


def _read(path: Path, model: type[Model]) -> Model:
    return Source.read(path).validate(model)
