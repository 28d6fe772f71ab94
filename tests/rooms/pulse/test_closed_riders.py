"""What rode in a poll's message, once the poll has closed and the message is changed."""

from datetime import timedelta

from bot.content import Words
from bot.sandbox.outcome import SeenMessage
from tests.rooms.nudges.living import buttons_in, delivered, set_member, start
from tests.rooms.pulse.polling import CLOSED, SLOTS, set_up
from tests.rooms.test_sent_again import moved
from tests.talk import PROJ, Talk

SLOT, DAY = SLOTS["ann"], timedelta(days=1)
DECLINE, BACK, ANSWER = "asks.ask.decline", "nudges.habit.back", "pulse.poll.answer"


def has(message: SeenMessage, *ids: str) -> list[bool]:
    return [one in str(message.blocks) for one in ids]


def as_it_is(talk: Talk, message: SeenMessage) -> SeenMessage:
    return next(one for one in talk.person("ann").sees() if one.ts == message.ts)


async def poll_with_riders(talk: Talk) -> SeenMessage:
    """Have Ann's poll come with an ask, the news that nudges slowed down, and a promise."""
    await set_up(talk)
    await start(talk, "ann")
    await talk.at(SLOT - DAY + timedelta(hours=1))
    await talk.person("ben").types("/trustcheck ask @ann", channel=PROJ)
    assert (await talk.person("ben").submits()).ok
    await talk.person("ann").types("/commit call Ben by 2026-12-10", channel=PROJ)
    await talk.person("ann").types("/commit send the map by 2026-12-01", channel=PROJ)
    await set_member(talk, "ann", slowed="weekly", slowed_told=False)
    await talk.at(SLOT)
    message = delivered(talk, "ann")[-1]
    assert has(message, DECLINE, BACK, ANSWER) == [True] * 3
    assert "send the map" in str(message.blocks)
    return message


async def test_what_nobody_dealt_with_stays_as_it_was(spoken: Talk) -> None:
    message = await poll_with_riders(spoken)
    await spoken.at(CLOSED)
    assert has(as_it_is(spoken, message), DECLINE, BACK, ANSWER) == [True, True, False]


async def test_what_was_dealt_with_meanwhile_does_not_come_back(spoken: Talk, words: Words) -> None:
    message, ann = await poll_with_riders(spoken), spoken.person("ann")
    for press in (DECLINE, BACK, "commitments.promise.on_track"):
        assert (await ann.clicks(press, message=as_it_is(spoken, message))).ok
        await spoken.settle()
    declined = words("asks-declined")
    assert declined in str(as_it_is(spoken, message).blocks)
    await spoken.at(CLOSED)
    after = as_it_is(spoken, message)
    assert buttons_in(after) == []
    assert declined in str(after.blocks)
    assert "send the map" not in str(after.blocks)


async def test_a_change_that_failed_once_neither_drops_nor_repeats_what_rode_in_it(
    spoken: Talk,
) -> None:
    message, ann = await poll_with_riders(spoken), spoken.person("ann")
    fault = spoken.sandbox.faults.add(
        method="chat.update", kind="error:service_unavailable", times=6
    )
    await moved(spoken, CLOSED, fault)
    await spoken.settle()
    assert has(as_it_is(spoken, message), DECLINE, BACK, ANSWER) == [True, True, False]
    await spoken.at(SLOT + 3 * DAY)
    assert sum(DECLINE in str(one.blocks) for one in ann.sees()) == 1
