"""The house's rules about files, functions and words, each with its reason."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "bot").rglob("*.py"))
MAX_FILE_LINES = 300  # one idea a file
MAX_FUNCTION_LINES = 40  # a function fits in the eye
GRAB_BAGS = {"utils.py", "helpers.py", "common.py"}
BUILDERS = {
    "Section", "Button", "Context", "Header", "Option", "Confirm", "Input", "Actions",
    "PlainTextInput", "Checkboxes", "RadioButtons", "StaticSelect", "Overflow",
}  # fmt: skip
COMMAND_LINE = {"install.py", "parse_command.py"}  # they speak to a host, at a terminal
SENTENCE = re.compile(
    r"^[A-Z][a-z']*\s+\S+\s+\S|[\u4e00-\u9fff]{4}"
)  # three words, four characters
TEXTS = {"text", "label", "hint", "placeholder", "title", "confirm", "deny", "description"}
# A released id may be in a message somebody still has: this list may only grow.
RELEASED_IDS = (ROOT / "tests" / "house" / "released_ids.txt").read_text().split()


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in SOURCES:
        yield path.relative_to(ROOT), ast.parse(path.read_text())


def test_files_hold_one_idea() -> None:
    long = {str(path): len(path.read_text().splitlines()) for path in SOURCES}
    assert {path: lines for path, lines in long.items() if lines > MAX_FILE_LINES} == {}


def test_functions_fit_in_the_eye() -> None:
    long = [
        f"{path}:{node.lineno} {node.name}"
        for path, tree in trees()
        if "migrations" not in path.parts
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= MAX_FUNCTION_LINES
    ]
    assert long == []


def test_no_file_is_a_grab_bag() -> None:
    assert [str(path) for path in SOURCES if path.name in GRAB_BAGS] == []


def test_every_module_says_what_it_is_for() -> None:
    assert [str(path) for path, tree in trees() if ast.get_docstring(tree) is None] == []


def test_blockkit_never_gets_a_bare_string() -> None:
    """A bare string with markup becomes mrkdwn: `Section("<!channel> hi")` pings everybody."""
    bare = [
        f"{path}:{call.lineno}"
        for path, tree in trees()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in BUILDERS
        for value in [*call.args, *(k.value for k in call.keywords if k.arg in TEXTS)]
        if _is_bare(value)
    ]
    assert bare == []


def _is_bare(value: ast.expr) -> bool:
    if isinstance(value, ast.Constant | ast.JoinedStr):
        return not (isinstance(value, ast.Constant) and not isinstance(value.value, str))
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        return value.func.id in {"words", "str", "escaped", "clipped"}
    if isinstance(value, ast.List):
        return any(_is_bare(one) for one in value.elts)
    return False


@pytest.mark.parametrize("folder", ["rooms", "slack", "members", "delivery", "errands"])
def test_no_sentence_of_the_bot_stands_in_python(folder: str) -> None:
    """What people read lives in prompts/: a string that looks like a sentence isn't one of it."""
    sentences = [
        f"{path}:{node.lineno} {node.value!r}"
        for path, tree in trees()
        if folder in path.parts and path.name not in COMMAND_LINE
        if "grammar" not in str(path)  # these read what people type
        for node in _strings(tree)
        if isinstance(node.value, str) and _is_sentence(node.value)
    ]
    assert sentences == []


def _strings(tree: ast.Module) -> Iterator[ast.Constant]:
    """Yield strings that could be shown: not docstrings, not what is raised or logged."""
    hidden: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise | ast.Assert) or _is_docstring_holder(node):
            parts = ast.walk(node) if isinstance(node, ast.Raise | ast.Assert) else [node]
            hidden.update(id(one) for one in parts)
        if _is_docstring_holder(node) and isinstance(node, ast.Expr):
            hidden.add(id(node.value))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in hidden:
            yield node


def _is_docstring_holder(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("I'll do it", True),
        ("A good place\nto start", True),
        ("这一周先不公布", True),
        ("Weakest | None", False),  # a type
        ("休假|不在办公室", False),  # a pattern
        ("Europe/London", False),
    ],
)
def test_a_sentence_is_known_when_seen(text: str, is_one: bool) -> None:
    assert _is_sentence(text) is is_one


def _is_sentence(text: str) -> bool:
    return "|" not in text and SENTENCE.search(text) is not None


def test_ids_are_room_thing_verb_and_none_released_has_gone() -> None:
    from bot.app import ROOMS
    from bot.slack.router import Routes

    routes = Routes.of(ROOMS)
    known = {*routes.actions, *routes.views, *routes.closings, *routes.shortcuts}
    assert [one for one in known if not 3 <= len(one.split(".")) <= 4] == []
    assert set(RELEASED_IDS) - known == set()


def test_the_import_contracts_name_every_part_of_the_bot() -> None:
    """A part that none of them names could import whatever it likes."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    sandbox, _, house, _ = contracts["contracts"]
    parts = {f"bot.{one.stem}" for one in (ROOT / "bot").iterdir() if one.stem[0] not in "_."}
    assert {*sandbox["forbidden_modules"], "bot.sandbox"} == {*parts, "bot.__main__"}
    above = {"bot.app", "bot.demo", "bot.doctor", "bot.rooms", "bot.sandbox"}
    assert {*house["source_modules"], *above, "bot.serve", "bot.upkeep"} == parts
