"""Every view is photographed, and in every language the bot speaks."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

from bot.content import PROMPTS
from bot.content.load import find_locales

ROOT = Path(__file__).parents[2]
LOCALES = find_locales(PROMPTS)
PHOTOGRAPHS = sorted((ROOT / "tests").rglob("*.ambr"))
VIEWS = sorted(
    path
    for path in (ROOT / "bot").rglob("*.py")
    if path.stem.split("_")[-1] == "views" or path.stem.startswith("views_")
)
PHOTOGRAPHERS = [
    text
    for text in (path.read_text() for path in (ROOT / "tests").rglob("test_*.py"))
    if "SnapshotAssertion" in text
]


@pytest.mark.parametrize("path", PHOTOGRAPHS, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_snapshot_exists_in_every_language(path: Path) -> None:
    seen: dict[str, set[str]] = defaultdict(set)
    for name in re.findall(r"^# name: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE):
        in_language = re.search(rf"[\[-]({'|'.join(LOCALES)})(?=[\]-])", name)
        assert in_language, f"{name} is in no language"
        whatever = name[: in_language.start(1)] + name[in_language.end(1) :]
        seen[whatever].add(in_language.group(1))
    assert {name: found for name, found in seen.items() if found != set(LOCALES)} == {}


@pytest.mark.parametrize("path", VIEWS, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_view_is_photographed(path: Path) -> None:
    """What returns a whole window or message is called by a test with a snapshot."""
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    package, _, name = module.rpartition(".")
    about = [
        text
        for text in PHOTOGRAPHERS
        if module in text or re.search(rf"from {re.escape(package)} import [^\n]*\b{name}\b", text)
    ]
    unseen = [
        node.name
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.FunctionDef)
        and node.name[0] != "_"
        and node.returns is not None
        and ast.unparse(node.returns) in {"Block", "Message"}
        and not any(re.search(rf"\b{node.name}\b", text) for text in about)
    ]
    assert unseen == []
