"""The recipes of `prompts/README.md`, tried as written."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from bot.content import PROMPTS, Content
from bot.content.check import check

Found = Callable[[], list[str]]
README = (PROMPTS / "README.md").read_text(encoding="utf-8")


def line_after(heading: str, start: str) -> str:
    """Give the line of a recipe that is to be added."""
    recipe = README.partition(f"## {heading}")[2].partition("\n## ")[0]
    found = re.search(rf"^ +({re.escape(start)}.*)$", recipe, re.MULTILINE)
    assert found
    return found.group(1)


def append_after(path: Path, pattern: str, line: str) -> None:
    text = path.read_text(encoding="utf-8")
    *_, last = re.finditer(pattern, text)
    path.write_text(f"{text[: last.end()]}\n{line}{text[last.end() :]}", encoding="utf-8")


def test_nudge_is_added_when_the_recipe_is_followed(prompts: Path, found: Found) -> None:
    line = line_after("Add a nudge", "- ")
    append_after(
        prompts / "en" / "practices.yaml", r"id: S-hello\n(?:.*\n)*?    wordings:", f"      {line}"
    )
    practice = Content.load(prompts).catalogue("en").practice("S-hello")
    assert practice is not None
    assert practice.wordings[0].text in line
    assert found() == []


def test_question_is_added_when_the_recipe_is_followed(prompts: Path, found: Found) -> None:
    line = line_after("Add a question", "- {id:")
    append_after(prompts / "en" / "pulse.yaml", r"- \{id: pulse-R-.*", f"    {line}")
    with (prompts / "released_ids.txt").open("a", encoding="utf-8") as released:
        released.write("pulse/pulse-R-13\n")
    assert "pulse/pulse-R-13" in README
    assert Content.load(prompts).catalogue("en").pulse.bank["R"][-1].id == "pulse-R-13"
    assert found() == []


def test_locale_is_added_when_the_recipe_is_followed(prompts: Path, found: Found) -> None:
    (prompts / "de").mkdir()
    shutil.copy(prompts / "en" / "common.ftl", prompts / "de")
    assert found() == []
    assert Content.load(prompts).negotiate("de-AT") == "de"
    assert check(prompts).coverage[1].startswith("de: 0 of ")
