"""Which Fluent messages the code says, read from its syntax tree, against those defined."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from bot.content.guards.messages import Message, arguments, read_messages
from bot.content.problems import Problem

_SAYERS = {"words", "UserError"}  # words("id", …), self.words("id", …), UserError("id", …)
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+(\.[a-z][a-z0-9-]*)?")
_GLOB = re.compile(r"[a-z][a-z0-9]*-[a-z0-9.*-]*")


@dataclass(frozen=True)
class Use:
    """One place where the code says a message; *given* is None where it can't be known."""

    path: Path
    line: int
    id: str
    given: frozenset[str] | None


@dataclass
class Uses:
    """What the code says, exactly or as a glob, and every string that may be either."""

    said: list[Use] = field(default_factory=list)
    mentioned: set[str] = field(default_factory=set)
    globs: list[tuple[Path, int, str]] = field(default_factory=list)


def use_problems(root: Path, code: Path, locale: str = "en") -> Iterator[Problem]:
    """Hold the messages under *root* against what the Python files under *code* say.

    An id may be spelled out, kept in a table, or put together as f"room-thing-{kind}".
    """
    messages = read_messages(root / locale)
    uses = find_uses(code)
    for use in uses.said:
        if use.id not in messages:
            what = f"{use.id} is said and isn't defined"
            yield Problem(use.path, use.line, what, f"define it in prompts/{locale}")
        elif use.given is not None:
            missing = arguments(messages[use.id], messages) - use.given
            if missing:
                what = f"{use.id} is said without {', '.join(sorted(missing))}"
                yield Problem(use.path, use.line, what, "give the argument")
    for path, line, glob in uses.globs:
        if not any(fnmatchcase(id_, glob) for id_ in messages):
            what = f"No message is called {glob}"
            yield Problem(path, line, what, f"define it in prompts/{locale}")
    yield from _unused(messages, uses)


def find_uses(code: Path) -> Uses:
    """Read the syntax tree of every Python file under *code*."""
    uses = Uses()
    for path in sorted(code.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _says(node):
                uses.said += [_use(path, node, id_) for id_ in _ids(node.args[0])]
                uses.globs += [(path, node.lineno, glob) for glob in _globs(node.args[0])]
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                uses.mentioned.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                uses.mentioned.update(_globs(node))
    return uses


def _unused(messages: dict[str, Message], uses: Uses) -> Iterator[Problem]:
    spoken = uses.mentioned | {name for each in messages.values() for name in each.mentions}
    globs = [each for each in uses.mentioned if _GLOB.fullmatch(each) and "*" in each]
    for id_, message in messages.items():
        whole = id_.partition(".")[0]
        if not {id_, whole} & spoken and not any(fnmatchcase(id_, each) for each in globs):
            yield message.problem(f"{id_} is never said", "remove it, or say it")


def _says(call: ast.Call) -> bool:
    callee = call.func
    name = callee.id if isinstance(callee, ast.Name) else getattr(callee, "attr", "")
    return name in _SAYERS and bool(call.args)


def _ids(argument: ast.expr) -> Iterator[str]:
    """Give the ids an argument may be; Content.words("zh-CN") names a language instead."""
    if isinstance(argument, ast.IfExp):
        yield from (*_ids(argument.body), *_ids(argument.orelse))
    elif isinstance(argument, ast.Constant) and _ID.fullmatch(str(argument.value)):
        yield str(argument.value)


def _globs(argument: ast.expr) -> Iterator[str]:
    """Give the glob of an id put together, if its beginning shows that it's one."""
    if isinstance(argument, ast.JoinedStr):
        parts = argument.values
        glob = "".join(str(p.value) if isinstance(p, ast.Constant) else "*" for p in parts)
        if _GLOB.fullmatch(glob):
            yield glob


def _use(path: Path, call: ast.Call, id_: str) -> Use:
    names = [keyword.arg for keyword in call.keywords]
    known = None if None in names else frozenset(name for name in names if name)
    return Use(path, call.lineno, id_, known)
