"""What failed in the slot and can't be sent again before the evening waits for the next slot."""

from datetime import timedelta

from tests.rooms.arriving import (
    DECLINE,
    FRIDAY,
    MONDAY,
    THURSDAY,
    arrived,
    asks,
    come_since,
    live_in_london,
)  # fmt: skip
from tests.rooms.nudges.living import buttons_in
from tests.rooms.pulse.polling import ANSWER, POLL_DAY, SLOTS, has_poll, set_up
from tests.rooms.test_sent_again import fails_once, moved
from tests.talk import Talk

AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)


async def test_a_poll_that_failed_comes_at_the_next_slot_and_not_at_night(talk: Talk) -> None:
    await set_up(talk)
    ann, slot = talk.person("ann"), SLOTS["ann"]
    await moved(talk, slot, fails_once(talk, "U0ANN"))
    talk.awake_at = []  # the bot is away until the evening
    await talk.at(POLL_DAY + 3 * AN_HOUR)
    assert not has_poll(ann)
    await talk.at(slot + A_DAY)
    (poll,) = [one for one in ann.sees() if ANSWER in str(one.blocks)]
    assert poll.shown_at >= slot + A_DAY


async def test_a_poll_that_failed_waits_while_its_person_is_on_vacation(patient: Talk) -> None:
    talk = patient
    await set_up(talk)
    ann, slot = talk.person("ann"), SLOTS["ann"]
    await moved(talk, slot, fails_once(talk, "U0ANN"))
    await ann.sets_status("Vacationing", ":palm_tree:")
    talk.clock.move(slot + AN_HOUR)
    await talk.sends_again()
    assert not has_poll(ann)
    await ann.sets_status("", "")
    await talk.settle()
    await talk.at(slot + A_DAY)
    assert has_poll(ann)


async def test_notices_that_failed_come_with_the_next_slot_and_not_at_night(talk: Talk) -> None:
    await live_in_london(talk, ())
    await talk.at(THURSDAY + 3 * AN_HOUR)
    await asks(talk, "chen", "eli")
    await moved(talk, FRIDAY, fails_once(talk, "U0ELI"))
    await talk.at(FRIDAY + 11 * AN_HOUR)
    assert come_since(talk, "eli", FRIDAY) == []
    assert await arrived(talk, "eli", FRIDAY) == {"delivery.notices": "stale"}
    await talk.at(MONDAY)
    (message,) = come_since(talk, "eli", FRIDAY)
    assert DECLINE in buttons_in(message)
