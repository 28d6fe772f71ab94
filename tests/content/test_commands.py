"""`content check` and `content preview` on the command line."""

from collections.abc import Callable
from pathlib import Path

from typer.testing import CliRunner

from bot.content.commands import content

Spoil = Callable[[str, str, str], None]


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(content, arguments, env={"COLUMNS": "200", "NO_COLOR": "1"})
    return result.exit_code, result.output


def test_check_ends_with_one_when_something_is_wrong(prompts: Path, spoil: Spoil) -> None:
    spoil("en/pulse.yaml", "anchor:", "anchr:")
    code, output = run("check", "--root", str(prompts))
    assert code == 1
    assert "anchor: Field required. Fix: add it." in output


def test_preview_shows_a_name_and_nobody(prompts: Path, spoil: Spoil) -> None:
    spoil("en/practices.yaml", "    wordings:\n", '    wordings:\n      - "Write to {teammate}."\n')
    code, output = run("preview", "S-hello", "--root", str(prompts))
    assert code == 0
    assert "Write to Ana." in output
    assert "Write to someone you haven't spoken to this week." in output


def test_preview_names_the_practices_when_there_is_no_such(prompts: Path) -> None:
    code, output = run("preview", "S-helo", "--root", str(prompts))
    assert code == 2
    assert "S-hello" in output


def test_preview_names_the_languages_when_there_is_no_such(prompts: Path) -> None:
    code, output = run("preview", "S-hello", "--locale", "xx", "--root", str(prompts))
    assert code == 2
    assert "none of en" in output


def test_preview_gives_the_fix_when_a_file_is_broken(prompts: Path, spoil: Spoil) -> None:
    spoil("en/pulse.yaml", "anchor:", "anchr:")
    code, output = run("preview", "S-hello", "--root", str(prompts))
    assert code == 1
    assert "Fix: add it." in output
