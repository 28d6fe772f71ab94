"""A copy of the real English content that a test may spoil."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.content import PROMPTS
from bot.content.check import check

Spoil = Callable[[str, str, str], None]
Found = Callable[[], list[str]]


@pytest.fixture
def prompts(tmp_path: Path) -> Path:
    """English without the rooms' messages, which have tests of their own."""
    root = tmp_path / "prompts"
    (root / "en").mkdir(parents=True)
    for path in [*(PROMPTS / "en").glob("*.yaml"), PROMPTS / "en" / "common.ftl"]:
        shutil.copy(path, root / "en")
    shutil.copy(PROMPTS / "released_ids.txt", root)
    practices = root / "en" / "practices.yaml"
    practices.write_text(shortened(practices.read_text(encoding="utf-8")), encoding="utf-8")
    return root


def shortened(practices: str) -> str:
    """Keep two wordings a practice and make the others short, each unlike any other.

    Comparing all with all takes most of the check's time.
    """
    kept, wordings = [], 0
    for number, line in enumerate(practices.splitlines()):
        is_wording = line.startswith("      - ")
        wordings = wordings + 1 if is_wording else 0
        nonsense = hashlib.sha256(str(number).encode()).hexdigest()[:16]
        kept.append(line if wordings <= 2 else f"      - “{nonsense}”")
    return "\n".join(kept) + "\n"


@pytest.fixture
def spoil(prompts: Path) -> Spoil:
    """Replace the first *old* by *new* in a file named from the content's root."""

    def replace(name: str, old: str, new: str) -> None:
        text = (prompts / name).read_text(encoding="utf-8")
        assert old in text
        (prompts / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace


@pytest.fixture
def found(prompts: Path) -> Found:
    """The problems the check finds, as people read them, paths cut to the content's root."""

    def problems() -> list[str]:
        return [str(each).replace(f"{prompts}/", "") for each in check(prompts).problems]

    return problems
