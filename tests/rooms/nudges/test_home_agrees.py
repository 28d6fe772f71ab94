"""A practice stands in a message and in Home: what is pressed in one shows in both."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.content import Content
from tests.conftest import TEST_KEY
from tests.rooms.nudges.living import (
    buttons_in,
    days_pass,
    delivered,
    only,
    practice_in,
    set_member,
    start,
)
from tests.talk import Talk

TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)
ANSWERS = {
    "Did it": "You did it.",
    "Not this practice": "You won't see this practice for 90 days.",
    "Tomorrow": "It comes again",
}


def in_home(talk: Talk, text: str) -> bool:
    return " ".join(text.split())[:40] in " ".join(talk.person("ann").reads_home().split())


@pytest.fixture
async def home(talk: Talk) -> Talk:
    """Ann has started, and looks at Home on Tuesday."""
    await start(talk, "ann")
    await looks(talk, TUESDAY)
    return talk


async def looks(talk: Talk, at: datetime) -> None:
    await talk.at(at)
    await talk.person("ann").opens_home()
    await talk.settle()


async def test_what_is_pressed_in_home_shows_in_the_message_too(home: Talk) -> None:
    ann = home.person("ann")
    for day, (button, said) in enumerate(ANSWERS.items()):
        await looks(home, TUESDAY + day * DAY)
        message = delivered(home, "ann")[-1]
        assert in_home(home, practice_in(message))
        await ann.clicks(button)
        await home.settle()
        answered = delivered(home, "ann")[-1]
        assert (answered.ts, practice_in(answered)) == (message.ts, practice_in(message))
        assert said in ann.reads()
        assert buttons_in(answered) == []
        assert in_home(home, said)
        assert "[Did it]" not in ann.reads_home()


async def test_what_is_pressed_in_the_message_shows_in_home_too(home: Talk) -> None:
    ann = home.person("ann")
    for day, (button, said) in enumerate(ANSWERS.items()):
        await looks(home, TUESDAY + day * DAY)
        assert "[Did it]" in ann.reads_home()
        await ann.clicks(button, message=delivered(home, "ann")[-1])
        await home.settle()
        assert in_home(home, said)
        assert "[Did it]" not in ann.reads_home()


async def test_another_pressed_in_home_takes_the_place_in_the_message(home: Talk) -> None:
    before = practice_in(delivered(home, "ann")[-1])
    ann = home.person("ann")
    await ann.clicks("Another")
    await home.settle()
    (message,) = delivered(home, "ann")
    assert practice_in(message) != before
    assert in_home(home, practice_in(message))
    await ann.clicks("Did it")  # of the second one, whose message is the first one's
    await home.settle()
    assert buttons_in(delivered(home, "ann")[-1]) == []


async def test_somebody_suggested_in_home_is_named_in_the_message(
    sqlite_url: str, content: Content
) -> None:
    async with Talk.open(sqlite_url, only(content, "S-hello"), key=TEST_KEY) as talk:
        await start(talk, "ben")
        await set_member(talk, "ben", may_be_suggested=True)
        await start(talk, "ann")
        await looks(talk, TUESDAY)
        ann = talk.person("ann")
        await ann.clicks("Suggest someone")
        await talk.settle()
        (message,) = delivered(talk, "ann")
        assert "<@U0BEN>" in practice_in(message)
        assert "@ben" in ann.reads_home()


async def test_a_message_that_slack_lets_nobody_read_gives_way_at_the_next_press(
    home: Talk,
) -> None:
    ann = home.person("ann")
    home.sandbox.faults.add(method="conversations.history", kind="error:missing_scope")
    await ann.clicks("Did it")
    await home.settle()
    assert buttons_in(delivered(home, "ann")[0]) != []
    await ann.clicks("Not this practice", message=delivered(home, "ann")[0])
    await home.settle()
    assert "You did it." in ann.reads()
    assert buttons_in(delivered(home, "ann")[0]) == []


async def test_home_keeps_the_buttons_of_an_older_practice_that_waits(home: Talk) -> None:
    """With one a week, the practice of Monday may still be done on Wednesday."""
    await set_member(home, "ann", rhythm="weekly")
    await days_pass(home, TUESDAY, 5)
    await looks(home, datetime(2026, 12, 2, 9, 30, tzinfo=UTC))
    ann = home.person("ann")
    message = delivered(home, "ann")[-1]
    assert message.shown_at.weekday() == 0
    assert "Your latest practice" in ann.reads_home()
    assert in_home(home, practice_in(message))
    await ann.clicks("Did it")
    await home.settle()
    assert buttons_in(delivered(home, "ann")[-1]) == []
