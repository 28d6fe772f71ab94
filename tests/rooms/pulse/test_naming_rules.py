"""What counts as naming somebody in a comment, in English and in Chinese."""

import pytest

from bot.members.names import names_in
from bot.rooms.pulse.naming import names_somebody

NAMES = ("Ana Maria Silva", "ana.silva", "Jo", "Zoë", "王小明", "欧阳娜娜", "李雷", "O'Neill")


@pytest.mark.parametrize(
    "comment",
    [
        "Ana never listens",
        "I'd like ANA to listen",
        "thanks, Silva!",
        "Jo is late again",
        "what zoë said",
        "we all wait for o'neill",
        "ana.silva's plan",
        "我觉得Ana很好",
        "王小明说得对",
        "小明总是迟到",
        "李雷不回消息",
        "欧阳娜娜",
        "娜娜请假了",
        "ask <@U0ANN>",
        "ask @somebody",
        "请@小明看看",
        "@ana",
    ],
)
def test_naming_is_seen_when_a_name_or_a_mention_stands_there(comment: str) -> None:
    assert names_somebody(comment, NAMES)


@pytest.mark.parametrize(
    "comment",
    [
        "fewer meetings",
        "banana bread, journal, joy",  # names within words
        "mail help@example.com or a.b+c@example.com",
        "meet @ 5, or @5pm",
        "小事也要明说",
        "<!channel> look here",
        "",
    ],
)
def test_nothing_is_seen_when_nobody_is_named(comment: str) -> None:
    assert not names_somebody(comment, NAMES)


def test_names_are_read_when_fields_are_missing_or_null() -> None:
    user = {
        "name": "ana",
        "real_name": None,
        "profile": {"display_name": " Ana S ", "real_name": 7},
    }
    assert names_in(user) == {"ana", "Ana S"}
    assert names_in({"profile": None}) == frozenset()
