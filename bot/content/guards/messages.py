"""The Fluent messages of a language, and what must be true of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.content.fluent_files import line_of
from bot.content.guards.texts import misfits, unmarked
from bot.content.problems import Problem
from bot.content.sources import read_text

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_ARGUMENT = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class Message:
    """A message, or one attribute of it as "id.attribute"; a term as "-id"."""

    path: Path
    line: int
    id: str
    arguments: frozenset[str]
    mentions: frozenset[str]
    texts: tuple[str, ...]
    patterns: tuple[str, ...]  # each variant whole, with a 0 for every argument

    def problem(self, what: str, fix: str) -> Problem:
        """Make a problem that stands where the message does."""
        return Problem(self.path, self.line, what, fix)


def read_messages(folder: Path) -> dict[str, Message]:
    """Read every message in *folder*'s .ftl files; broken ones are the loader's to refuse."""
    found: dict[str, Message] = {}
    for path in sorted(folder.glob("*.ftl")):
        text = read_text(path)
        for entry in FluentParser().parse(text).body:
            if isinstance(entry, ast.Message | ast.Term):
                found |= {each.id: each for each in _messages(path, line_of(text, entry), entry)}
    return found


def arguments(message: Message, messages: dict[str, Message]) -> frozenset[str]:
    """Name the arguments a message needs, those of the messages it mentions included."""
    needed, seen, waiting = set(message.arguments), {message.id}, set(message.mentions)
    while waiting:
        name = waiting.pop()
        if name in messages and name not in seen:
            seen.add(name)
            needed |= messages[name].arguments
            waiting |= messages[name].mentions
    return frozenset(needed)


def message_problems(messages: dict[str, Message], is_chinese: bool) -> Iterator[Problem]:
    """Check each message by itself."""
    for message in messages.values():
        if not _ID.fullmatch(message.id.lstrip("-").partition(".")[0]):
            yield message.problem(f"The id {message.id}", "write it in kebab-case")
        for name in sorted(message.arguments):
            if not message.id.startswith("-") and not _ARGUMENT.fullmatch(name):
                yield message.problem(f"The argument ${name}", "write it in snake_case")
        for mentioned in sorted(message.mentions - messages.keys()):
            yield message.problem(f"{message.id} mentions {mentioned}", "define it, or say another")
        for text in message.texts:
            for what, fix in misfits(text, is_chinese):
                yield message.problem(f"{message.id}: {what}", fix)
        for pattern in message.patterns if is_chinese else ():
            for what, fix in unmarked(pattern):
                yield message.problem(f"{message.id}: {what}", fix)


def translation_problems(
    original: dict[str, Message], translation: dict[str, Message]
) -> Iterator[Problem]:
    """Hold the .ftl files a translation has against the original's: same ids, same arguments."""
    begun = {message.path.name for message in translation.values()}
    for id_, message in original.items():
        if message.path.name in begun and id_ not in translation:
            path = next(m.path for m in translation.values() if m.path.name == message.path.name)
            yield Problem(
                path, 1, f"{id_} is missing", f"translate line {message.line} of the original"
            )
    for id_, message in translation.items():
        if id_ not in original:
            yield message.problem(f"{id_} isn't in the original", "remove it")
        elif extra := arguments(message, translation) ^ arguments(original[id_], original):
            names = ", ".join(f"${name}" for name in sorted(extra))
            yield message.problem(f"{id_} differs from the original in {names}", "use the same")


class _Parts(Visitor):
    """Collects what one pattern is made of."""

    def __init__(self) -> None:
        self.arguments: set[str] = set()
        self.mentions: set[str] = set()
        self.texts: list[str] = []
        self.patterns: list[str] = []

    def visit_Pattern(self, node: ast.Pattern) -> None:  # noqa: N802  # API
        parts = [one.value if isinstance(one, ast.TextElement) else "0" for one in node.elements]
        self.patterns.append("".join(parts))
        self.generic_visit(node)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  # API
        self.arguments.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802  # API
        attribute = f".{node.attribute.name}" if node.attribute else ""
        self.mentions.add(node.id.name + attribute)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802  # API
        self.mentions.add(f"-{node.id.name}")
        self.generic_visit(node)

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802  # API
        self.texts.append(node.value)

    def visit_StringLiteral(self, node: ast.StringLiteral) -> None:  # noqa: N802  # API
        self.texts.append(node.value)


def _messages(path: Path, line: int, entry: ast.Message | ast.Term) -> Iterator[Message]:
    name = ("-" if isinstance(entry, ast.Term) else "") + entry.id.name
    patterns = {name: entry.value} | {f"{name}.{a.id.name}": a.value for a in entry.attributes}
    for id_, pattern in patterns.items():
        if pattern is not None:
            parts = _Parts()
            parts.visit(pattern)
            yield Message(
                path,
                line,
                id_,
                frozenset(parts.arguments),
                frozenset(parts.mentions),
                tuple(parts.texts),
                tuple(parts.patterns),
            )
