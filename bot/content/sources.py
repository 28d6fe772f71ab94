"""A YAML file that remembers on which line everything stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from yaml.nodes import MappingNode, Node, SequenceNode

from bot.content.problems import ContentError, Problem

Place = Sequence[int | str]
Model = TypeVar("Model", bound=BaseModel)
_FIXES = {"missing": "add it", "extra_forbidden": "remove it, or correct its name"}


@dataclass(frozen=True)
class Source:
    """One file: its data, and the nodes that know their lines."""

    path: Path
    data: Any
    node: Node

    @classmethod
    def read(cls, path: Path) -> "Source":
        """Parse *path*. Raises: ContentError if it isn't YAML, is empty or repeats a key."""
        loader = yaml.CSafeLoader(read_text(path))
        try:
            node = loader.get_single_node()
            if node is None:
                raise _broken(path, 1, "The file is empty", "write it, or remove it")
            _refuse_repeated_keys(path, node)
            return cls(path, loader.construct_document(node), node)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            what = f"Not YAML: {getattr(error, 'problem', error)}"
            raise _broken(path, mark.line + 1 if mark else 1, what, "mend the syntax") from error
        finally:
            loader.dispose()

    def line(self, place: Place) -> int:
        """Say on which line *place* stands, or the nearest thing around it that exists."""
        node = self.node
        for step in place:
            below = _child(node, step)
            if below is None:
                break
            node = below
        return node.start_mark.line + 1

    def at(self, place: Place) -> Any:
        """Give what stands at *place*, which must exist."""
        found = self.data
        for step in place:
            found = found[step]
        return found

    def problem(self, place: Place, what: str, fix: str) -> Problem:
        """Make a problem that stands at *place*."""
        return Problem(self.path, self.line(place), what, fix)

    def validate(self, model: type[Model]) -> Model:
        """Check the data against *model*. Raises: ContentError naming every misfit."""
        try:
            return model.model_validate(self.data)
        except ValidationError as error:
            raise ContentError(*map(self._misfit, error.errors())) from error

    def _misfit(self, found: ErrorDetails) -> Problem:
        name = ".".join(str(step) for step in found["loc"]) or "file"
        fix = _FIXES.get(found["type"], "see what may stand here in bot/content/schema.py")
        return self.problem(found["loc"], f"{name}: {found['msg']}", fix)


def read_text(path: Path) -> str:
    """Read a content file. Raises: ContentError if it is missing or not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise _broken(path, 1, "The file is missing", "restore it") from error
    except UnicodeDecodeError as error:
        raise _broken(path, 1, "Not UTF-8", "save the file with that encoding") from error


def _refuse_repeated_keys(path: Path, node: Node) -> None:
    """YAML readers keep the last of two equal keys in silence."""
    seen: set[str] = set()
    for key, _ in node.value if isinstance(node, MappingNode) else ():
        if str(key.value) in seen:
            line = key.start_mark.line + 1
            raise _broken(path, line, f"{key.value} stands here twice", "keep one of the two")
        seen.add(str(key.value))
    for below in _children(node):
        _refuse_repeated_keys(path, below)


def _broken(path: Path, line: int, what: str, fix: str) -> ContentError:
    return ContentError(Problem(path, line, what, fix))


def _children(node: Node) -> list[Node]:
    if isinstance(node, MappingNode):
        return [value for _, value in node.value]
    return list(node.value) if isinstance(node, SequenceNode) else []


def _child(node: Node, step: int | str) -> Node | None:
    if isinstance(node, SequenceNode) and isinstance(step, int):
        children: list[Node] = node.value
        return children[step] if step < len(children) else None
    if isinstance(node, MappingNode):
        return next((value for key, value in node.value if key.value == str(step)), None)
    return None
