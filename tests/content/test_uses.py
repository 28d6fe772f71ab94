"""Which messages the code is seen to say."""

from pathlib import Path

import pytest

from bot.content.guards.uses import use_problems

MESSAGES = """
room-hello = Hello { $name }
    .title = A title
room-kind-a = A
room-kind-b = B
"""


def problems(tmp_path: Path, code: str, messages: str = MESSAGES) -> list[str]:
    (tmp_path / "prompts" / "en").mkdir(parents=True)
    (tmp_path / "prompts" / "en" / "room.ftl").write_text(messages)
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "views.py").write_text(code)
    found = use_problems(tmp_path / "prompts", tmp_path / "bot")
    return [str(problem).partition(": ")[2] for problem in found]


ALL = 'words("room-hello", name=n); words("room-hello.title"); words(f"room-kind-{k}")\n'


@pytest.mark.parametrize(
    "code",
    [
        ALL,
        ALL.replace("words(", "self.words("),
        ALL.replace('words("room-hello", name=n)', 'UserError("room-hello", name=n)'),
        ALL.replace("name=n", "**given"),
        'words("room-hello" if x else "room-kind-a", **given); KINDS = {"b": "room-kind-b"}\n',
        'def kind(k): return f"room-kind-{k}"\nwords("room-hello", name=n)\n',
        ALL + 'content.words("en"); content.words("zh-CN"); words(computed)\n',
    ],
)
def test_nothing_is_found_when_all_is_said_and_defined(tmp_path: Path, code: str) -> None:
    assert problems(tmp_path, code) == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ('words("room-none")', "room-none is said and isn't defined"),
        ('UserError("room-none")', "room-none is said and isn't defined"),
        ('words("room-hello.none", name=n)', "room-hello.none is said and isn't defined"),
        ('words(x) if y else words("room-a" if z else "room-kind-a")', "room-a is said"),
        ('words("room-hello")', "room-hello is said without name"),
        ('words(f"room-sort-{k}")', "No message is called room-sort-*"),
    ],
)
def test_saying_is_named_when_no_message_fits(tmp_path: Path, code: str, said: str) -> None:
    (problem,) = problems(tmp_path, f"{ALL}{code}\n")
    assert said in problem


def test_message_is_named_when_nothing_says_it(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, ALL, f"{MESSAGES}\nroom-idle = Idle\n")
    assert "room-idle is never said" in problem


def test_message_counts_as_said_when_another_mentions_it(tmp_path: Path) -> None:
    more = f"{MESSAGES}\nroom-inner = In\nroom-outer = Out {{ room-inner }}\n"
    assert problems(tmp_path, f'{ALL}words("room-outer")\n', more) == []
