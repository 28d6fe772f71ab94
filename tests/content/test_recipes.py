"""The recipes of `prompts/README.md`, tried as written."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from typer.testing import CliRunner

from bot.content import PROMPTS, Content
from bot.content.check import check
from bot.content.commands import content

Found = Callable[[], list[str]]
NOT_PULSE = [path.name for path in (PROMPTS / "zh-CN").iterdir() if path.name != "pulse.yaml"]
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


def commands_in(heading: str) -> list[list[str]]:
    """Give the commands a recipe names, without what calls them."""
    recipe = README.partition(f"## {heading}")[2].partition("\n## ")[0]
    return [
        one.split() for one in re.findall(r"`\.venv/bin/python -m bot content ([^`]+)`", recipe)
    ]


def run(*arguments: str, root: Path) -> str:
    result = CliRunner().invoke(content, [*arguments, "--root", str(root)])
    assert result.exit_code == 0, result.output
    return result.output


def test_nudge_is_added_when_the_recipe_is_followed(prompts: Path, found: Found) -> None:
    line = line_after("Add a nudge", "- ")
    append_after(
        prompts / "en" / "practices.yaml", r"id: S-hello\n(?:.*\n)*?    wordings:", f"      {line}"
    )
    (preview,) = commands_in("Add a nudge")
    assert "ask Ana how the day has been" in run(*preview, root=prompts)
    assert found() == []


def test_practice_is_added_when_the_recipe_is_followed(prompts: Path, found: Found) -> None:
    """What the recipe for a nudge says of a whole practice."""
    wordings = [f"Zebra{number} {chr(97 + number) * 20}" for number in range(10)]
    entry = {"id": "S-example", "factor": "S", "side": "principle", "collection": "catalogue"}
    entry |= {"idea": "One.", "reason": "Two."}
    whole = {**entry, "about_teammate": False, "for_leaders": False, "wordings": wordings}
    with (prompts / "en" / "practices.yaml").open("a", encoding="utf-8") as practices:
        practices.write(f"  - {json.dumps(whole)}\n")  # JSON is YAML
    assert "`practices/S-example`" in README
    (problem,) = found()
    assert "S-example isn't in released_ids.txt. Fix: add practices/S-example." in problem
    with (prompts / "released_ids.txt").open("a", encoding="utf-8") as released:
        released.write("practices/S-example\n")
    assert found() == []


def test_question_is_added_when_the_recipe_is_followed(prompts: Path, found: Found) -> None:
    shutil.copytree(PROMPTS / "zh-CN", prompts / "zh-CN", ignore=lambda *_: NOT_PULSE)
    line = line_after("Add a question", "- {id:")
    append_after(prompts / "en" / "pulse.yaml", r"- \{id: pulse-R-.*", f"    {line}")
    with (prompts / "released_ids.txt").open("a", encoding="utf-8") as released:
        released.write("pulse/pulse-R-13\n")
    (problem,) = found()
    assert problem.startswith("zh-CN/pulse.yaml:")
    assert "pulse-R-13 is missing. Fix: translate it from en." in problem
    chinese = '    - {id: pulse-R-13, text: "做完一件，再开始下一件。"}'
    append_after(prompts / "zh-CN" / "pulse.yaml", r"- \{id: pulse-R-.*", chinese)
    assert "pulse/pulse-R-13" in README
    assert Content.load(prompts).catalogue("en").pulse.bank["R"][-1].id == "pulse-R-13"
    assert found() == []


def test_locale_is_added_when_the_recipe_is_followed(prompts: Path, found: Found) -> None:
    (prompts / "de").mkdir()
    shutil.copy(prompts / "en" / "common.ftl", prompts / "de")
    assert found() == []
    assert Content.load(prompts).negotiate("de-AT") == "de"
    assert check(prompts).coverage[1].startswith("de: 0 of ")
    (preview,) = commands_in("Add a locale")
    assert "S-hello" in run(*preview, root=prompts)
