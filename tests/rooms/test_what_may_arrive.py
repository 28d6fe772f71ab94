"""The table "What may arrive when", row by row: what wins, rides, waits, is skipped."""

from datetime import timedelta

from tests.rooms.arriving import (
    CHRISTMAS,
    DAY,
    DECLINE,
    FRIDAY,
    MONDAY,
    RECAP,
    SENT,
    THURSDAY,
    TUESDAY,
    WEEK,
    arrived,
    asks,
    come_since,
    live_in_london,
    promises,
)  # fmt: skip
from tests.rooms.nudges.living import buttons_in, set_member
from tests.rooms.pulse.polling import ANSWER, EVERYBODY, set_up
from tests.talk import Talk


async def test_one_slot_where_everything_falls_together(talk: Talk) -> None:
    ann, ben, chen, deepa, eli, fay = EVERYBODY
    await live_in_london(talk, (ann, ben, eli, fay), recap=True)
    await set_up(talk, **{"pulse.weekday.choose": "Friday"})
    await talk.person(ben).clicks("pulse.poll.leave")
    await talk.at(TUESDAY)
    for name in (ann, ben, eli, fay):
        await talk.person(name).clicks("Did it")  # so that there is a week to look back on
    await talk.at(THURSDAY + DAY / 8)
    await asks(talk, deepa, ann)
    await asks(talk, chen, eli)
    for name in (ann, eli, fay):
        await promises(talk, name, f"tell Deepa what {name} found by Friday")
    await set_member(talk, ben, slowed="weekly")
    await talk.person(eli).types("/trustcheck pause until Sunday")
    await talk.person(fay).sets_status("Vacationing", ":palm_tree:")
    await talk.settle()

    await talk.at(FRIDAY)
    # Poll before recap before nudge, and one message; what is small rides in it.
    assert await arrived(talk, ann, FRIDAY) == {
        "pulse.poll": SENT, "nudges.recap": "budget", "nudges.daily": "budget",
    }  # fmt: skip
    (message,) = come_since(talk, ann, FRIDAY)
    assert ANSWER in str(message.blocks)
    assert DECLINE in buttons_in(message)
    assert "tell Deepa what ann found" in str(message.blocks)
    # A recap in the nudge's place; that nudges slowed down is said in it.
    assert await arrived(talk, ben, FRIDAY) == {"nudges.recap": SENT}
    (message,) = come_since(talk, ben, FRIDAY)
    assert message.text == RECAP
    assert "As it was before" in buttons_in(message)
    await talk.person(ben).clicks("As it was before")
    await talk.settle()
    (message,) = come_since(talk, ben, FRIDAY)
    assert (message.text, buttons_in(message).count("As it was before")) == (RECAP, 0)
    # A poll needs no *Start*; nothing else comes without it.
    for name in (chen, deepa):
        assert await arrived(talk, name, FRIDAY) == {"pulse.poll": SENT}
    # A pause stops everything but what is said of one's own promises, which then comes alone.
    assert await arrived(talk, eli, FRIDAY) == {
        "pulse.poll": "paused", "nudges.recap": "paused", "nudges.daily": "paused",
        "delivery.notices": SENT,
    }  # fmt: skip
    (message,) = come_since(talk, eli, FRIDAY)
    assert "tell Deepa what eli found" in str(message.blocks)
    assert DECLINE not in buttons_in(message)
    # On vacation recap and nudge are skipped; poll and promise wait.
    assert await arrived(talk, fay, FRIDAY) == {"nudges.recap": "off", "nudges.daily": "off"}
    assert come_since(talk, fay, FRIDAY) == []

    await talk.at(FRIDAY + DAY)  # nothing at a weekend
    assert [len(come_since(talk, name, FRIDAY + DAY)) for name in EVERYBODY] == [0] * 6

    await talk.person(fay).sets_status("", "")
    await talk.at(MONDAY)
    for name in (eli, fay):
        assert await arrived(talk, name, MONDAY) == {"pulse.poll": SENT, "nudges.daily": "budget"}
        (message,) = come_since(talk, name, MONDAY)
        assert f"tell Deepa what {name} found" in str(message.blocks)  # was it kept?
    assert DECLINE in buttons_in(come_since(talk, eli, MONDAY)[0])


async def test_what_is_too_late_after_an_outage(talk: Talk) -> None:
    ann, ben, chen, deepa, eli, fay = EVERYBODY
    await live_in_london(talk, (ann, ben))
    await set_member(talk, ben, recap=True)
    await talk.at(TUESDAY)
    await talk.person(ben).clicks("Did it")
    await talk.at(THURSDAY + DAY / 8)
    await promises(talk, eli, "water the plants today")
    await promises(talk, fay, "call Ann by Friday 17:00")
    await asks(talk, chen, deepa)

    await talk.at(FRIDAY + timedelta(hours=8, minutes=50))  # 18:20, the first beat of the day
    assert await arrived(talk, ann, FRIDAY) == {"nudges.daily": "stale"}
    assert await arrived(talk, ben, FRIDAY) == {"nudges.recap": SENT, "nudges.daily": "budget"}
    assert await arrived(talk, eli, FRIDAY) == {"delivery.notices": SENT}
    assert await arrived(talk, deepa, FRIDAY) == {"delivery.notices": SENT}
    (question,) = come_since(talk, fay, FRIDAY)
    assert "call Ann" in str(question.blocks)
    assert "late" in str(question.blocks)

    await talk.at(MONDAY)
    await talk.person(ben).clicks("Did it")
    await talk.at(THURSDAY + WEEK + DAY / 8)
    await promises(talk, eli, "water them again today")
    await promises(talk, fay, "call Ben by Friday 17:00")
    night = FRIDAY + WEEK + timedelta(hours=13, minutes=30)  # 23:00
    await talk.at(night)
    # Nothing comes at night but what was promised for an hour; what waits has the next slot.
    assert await arrived(talk, ann, FRIDAY + WEEK) == {"nudges.daily": "stale"}
    assert await arrived(talk, ben, night) == {"nudges.recap": "stale", "nudges.daily": "budget"}
    assert await arrived(talk, eli, night) == {"delivery.notices": "stale"}
    assert "call Ben" in str(come_since(talk, fay, night)[0].blocks)
    await talk.at(MONDAY + WEEK)
    (message,) = come_since(talk, eli, night)
    assert "water them again" in str(message.blocks)


async def test_a_public_holiday_and_an_ask_that_waits_too_long(talk: Talk) -> None:
    ann, ben, chen, deepa, eli, fay = EVERYBODY
    await live_in_london(talk, (ann, eli), country="GB")
    for name in (ben, fay):
        await set_member(talk, name, country="GB")
    await talk.at(CHRISTMAS - DAY + DAY / 8)
    await asks(talk, chen, ben)
    await promises(talk, ann, "write to Deepa by Friday")
    await promises(talk, fay, "call Ann on Friday at 12:00")
    await talk.person(eli).sets_status("Vacationing", ":palm_tree:")
    await talk.settle()
    await asks(talk, deepa, eli)
    await talk.at(CHRISTMAS + timedelta(hours=2, minutes=30))
    for name in (ann, ben, eli):
        assert come_since(talk, name, CHRISTMAS) == []
    assert "call Ann" in str(come_since(talk, fay, CHRISTMAS)[0].blocks)  # they set the hour

    tuesday = CHRISTMAS + 4 * DAY  # Monday makes up for Boxing Day
    await talk.at(tuesday)
    (with_promise,) = come_since(talk, ann, CHRISTMAS)
    assert "Did it" in buttons_in(with_promise)
    assert "write to Deepa" in str(with_promise.blocks)
    (alone,) = come_since(talk, ben, CHRISTMAS)
    assert DECLINE in buttons_in(alone)
    await talk.at(CHRISTMAS + 7 * DAY + DAY / 2)
    await talk.person(eli).sets_status("", "")
    await talk.settle()
    await talk.at(CHRISTMAS + 10 * DAY)
    (late,) = come_since(talk, eli, CHRISTMAS)
    assert DECLINE not in buttons_in(late)  # asked ten days ago: it has expired
