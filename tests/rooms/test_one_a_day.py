"""At most one unprompted message a day, though the slot comes twice in it."""

from datetime import timedelta

from tests.rooms.arriving import (
    DAY,
    DECLINE,
    FRIDAY,
    MONDAY,
    THURSDAY,
    asks,
    come_since,
    live_in_london,
)  # fmt: skip
from tests.rooms.nudges.living import buttons_in, set_member
from tests.talk import Talk

AFTERNOON = FRIDAY + timedelta(hours=5)  # half past nine in New York


async def test_what_waits_has_the_next_day_when_the_slot_comes_again(talk: Talk) -> None:
    """Their person flies to New York after it came in London."""
    await live_in_london(talk, ("ann",))
    await talk.at(THURSDAY + DAY / 8)
    await talk.at(FRIDAY)
    assert len(come_since(talk, "ann", FRIDAY)) == 1
    await asks(talk, "ben", "ann")
    await set_member(talk, "ann", zone="America/New_York", next_slot_at=AFTERNOON)
    await talk.at(AFTERNOON)
    assert len(come_since(talk, "ann", FRIDAY)) == 1
    await talk.at(MONDAY + DAY / 4)
    assert [DECLINE in buttons_in(one) for one in come_since(talk, "ann", FRIDAY)] == [False, True]


async def test_todays_message_is_the_only_one_after_an_outage(talk: Talk) -> None:
    """On Friday no nudge was to come, but an ask; on Monday the nudge."""
    await live_in_london(talk, ("ann",), rhythm="weekly")
    await talk.at(THURSDAY + DAY / 8)
    await asks(talk, "ben", "ann")
    await talk.at(MONDAY + timedelta(minutes=1))
    (message,) = come_since(talk, "ann", FRIDAY)
    assert DECLINE in buttons_in(message)
    assert "Did it" in buttons_in(message)
