"""The .ftl files of a language, as one bundle that holds nothing broken."""

from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast

from bot.content.problems import ContentError, Problem
from bot.content.sources import read_text

_FIX = 'mend the syntax; what continues is indented, and begins with {"*"} rather than with * or ['


def bundle(folder: Path, locale: str) -> FluentBundle:
    """Read every .ftl file in *folder*.

    Raises: ContentError for what Fluent would skip in silence: broken syntax, an id said twice.
    """
    made = FluentBundle([locale], use_isolating=False)
    first: dict[str, Path] = {}
    for path in sorted(folder.glob("*.ftl")):
        text = read_text(path)
        resource = FluentParser().parse(text)
        for entry in resource.body:
            _refuse_broken(path, text, entry)
            _refuse_repeated(path, text, entry, first)
        made.add_resource(resource)
    return made


def line_of(text: str, entry: ast.BaseNode) -> int:
    """Say on which line of *text* an entry starts."""
    span = getattr(entry, "span", None)
    return text.count("\n", 0, span.start) + 1 if span else 1


def _refuse_broken(path: Path, text: str, entry: ast.BaseNode) -> None:
    if isinstance(entry, ast.Junk):
        said = "; ".join(str(annotation.message) for annotation in entry.annotations)
        line = line_of(text, entry.annotations[0] if entry.annotations else entry)
        raise ContentError(Problem(path, line, f"Not Fluent: {said}", _FIX))


def _refuse_repeated(path: Path, text: str, entry: ast.BaseNode, first: dict[str, Path]) -> None:
    if isinstance(entry, ast.Message | ast.Term):
        name = ("-" if isinstance(entry, ast.Term) else "") + entry.id.name
        if name in first:
            where = f"{name} is also in {first[name].name}"
            raise ContentError(Problem(path, line_of(text, entry), where, "keep one of the two"))
        first[name] = path
