"""What the check finds in the Fluent files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.content.guards.messages import arguments, read_messages

Found = Callable[[], list[str]]


@pytest.fixture
def room(prompts: Path) -> Path:
    return prompts / "en" / "room.ftl"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("room-hello = Hello!", "room-hello: '!' in"),
        ('room-hello = { "<!here>" } all', "room-hello: '<!' in"),
        ("room-hello = Tea & cake", "room-hello: '&' in"),
        ("room_hello = Hello", "Fix: write it in kebab-case"),
        ("room-hello = Hello { $theName }", "Fix: write it in snake_case"),
        ("room-hello = Hello { room-name }", "room-hello mentions room-name"),
        ("room-hello = Hello { -brand }", "room-hello mentions -brand"),
        ("room-hello = Hello\n    .title = Hello!", "room-hello.title: '!' in"),
    ],
)
def test_check_names_what_is_wrong_with_a_message(
    room: Path, found: Found, text: str, said: str
) -> None:
    room.write_text(f"{text}\n")
    (problem,) = found()
    assert problem.startswith("en/room.ftl:1: ")
    assert said in problem


def test_check_finds_nothing_when_messages_mention_each_other(room: Path, found: Found) -> None:
    room.write_text("-brand = Trustcheck\nroom-a = A\nroom-b = { room-a } { -brand } { $due_at }\n")
    assert found() == []


def test_arguments_include_those_of_mentioned_messages(room: Path) -> None:
    room.write_text("room-a = { $one }\nroom-b = { room-a } { $two }\nroom-c = { room-b }\n")
    messages = read_messages(room.parent)
    assert arguments(messages["room-c"], messages) == {"one", "two"}


@pytest.fixture
def translated(prompts: Path, room: Path) -> Path:
    room.write_text("room-hello = Hello { $name }\nroom-bye = Bye\n")
    path = prompts / "zh-CN" / "room.ftl"
    path.parent.mkdir()
    return path


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("room-hello = 你好 { $name }", "room-bye is missing. Fix: translate line 2"),
        ("room-hello = 你好\nroom-bye = 再见", "room-hello differs from the original in $name"),
        ("room-hello = { $name }\nroom-bye = 再见\nroom-x = 好", "room-x isn't in the original"),
        ("room-hello = { $name }\nroom-bye = 检讨", "检讨 in"),
        ("room-hello = { $name }\nroom-bye = 好,好", "',' in"),
        ("room-hello = *你好* { $name }\nroom-bye = *再见*。", "*再见* touches its neighbour"),
        ("room-hello = *你{ $name }*好\nroom-bye = 再见", "*你0* touches its neighbour"),
    ],
)
def test_check_holds_translated_messages_against_the_original(
    translated: Path, found: Found, text: str, said: str
) -> None:
    translated.write_text(f"{text}\n", encoding="utf-8")
    (problem,) = found()
    assert said in problem


def test_check_finds_nothing_when_the_translation_is_the_same(
    translated: Path, found: Found
) -> None:
    translated.write_text("room-hello = 你好 { $name }\nroom-bye = 再见\n", encoding="utf-8")
    assert found() == []
