"""The same table, cell by cell: *Start*, holidays, pauses, and what is outside the budget."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.rooms.arriving import (
    DAY,
    FRIDAY,
    MONDAY,
    RECAP,
    SENT,
    THURSDAY,
    arrived,
    asks,
    come_since,
    live_in_london,
    promises,
)  # fmt: skip
from tests.rooms.nudges.living import buttons_in, set_member
from tests.rooms.pulse.polling import CLOSED, POLL_DAY, REMINDED, TOLD, posts, set_up
from tests.talk import Talk

NOON = FRIDAY + timedelta(hours=2, minutes=30)
BACK = "As it was before"


async def test_a_public_holiday_skips_the_nudge_and_has_the_poll_wait(talk: Talk) -> None:
    await live_in_london(talk, ("ben", "fay"))
    for name in ("eli", "fay"):
        await set_member(talk, name, country="US")  # Thursday is Thanksgiving
    await set_up(talk, **{"pulse.weekday.choose": "Thursday"})
    await talk.at(THURSDAY)
    assert await arrived(talk, "ben", THURSDAY) == {"pulse.poll": SENT, "nudges.daily": "budget"}
    for name in ("eli", "fay"):
        assert come_since(talk, name, THURSDAY) == []
        assert await arrived(talk, name, THURSDAY) == {}
    await talk.at(FRIDAY)
    assert await arrived(talk, "eli", FRIDAY) == {"pulse.poll": SENT}
    assert await arrived(talk, "fay", FRIDAY) == {"pulse.poll": SENT, "nudges.daily": "budget"}


async def test_a_recap_on_a_public_holiday_is_not_made_up_for(talk: Talk) -> None:
    christmas = datetime(2026, 12, 25, 9, 30, tzinfo=UTC)  # a Friday
    await live_in_london(talk, ("ann", "ben"), recap=True)
    await set_member(talk, "ann", country="GB")
    await talk.at(christmas - DAY)
    for name in ("ann", "ben"):
        await talk.person(name).clicks("Did it")
    await talk.at(christmas)
    assert [one.text for one in come_since(talk, "ben", christmas)] == [RECAP]
    assert come_since(talk, "ann", christmas) == []
    tuesday = christmas + 4 * DAY  # Monday makes up for Boxing Day
    await talk.at(tuesday)
    assert await arrived(talk, "ann", tuesday) == {"nudges.daily": SENT}


async def test_a_recap_needs_start_and_what_slowed_down_is_not_said_in_a_pause(talk: Talk) -> None:
    await live_in_london(talk, ("ben",))
    await set_member(talk, "chen", recap=True)
    await talk.at(THURSDAY + DAY / 8)
    for name in ("ben", "chen"):
        await promises(talk, name, f"tell Deepa what {name} found by Friday")
    await talk.person("chen").types("/nudge")
    await talk.person("chen").clicks("做了")  # a week to look back on
    await set_member(talk, "ben", slowed="weekly")
    await talk.person("ben").types("/trustcheck pause until Sunday")
    await talk.settle()
    await talk.at(FRIDAY)
    for name in ("ben", "chen"):
        assert await arrived(talk, name, FRIDAY) == {"delivery.notices": SENT}
        (message,) = come_since(talk, name, FRIDAY)
        assert message.text != RECAP
        assert BACK not in buttons_in(message)
    await talk.at(MONDAY)
    assert BACK in buttons_in(come_since(talk, "ben", MONDAY)[-1])


async def test_news_wait_for_the_end_of_a_pause_or_a_vacation(talk: Talk) -> None:
    """That an answer arrived, and that nudges slowed down."""
    await live_in_london(talk, ("ben", "eli", "fay"))
    await asks(talk, "ben", "ann")
    await asks(talk, "fay", "deepa")
    await talk.at(THURSDAY)
    for name in ("ann", "deepa"):
        await talk.person(name).clicks("Answer")
        await talk.person(name).submits({"asks.most.choose": "R", "asks.more.choose": "I"})
    await set_member(talk, "eli", slowed="weekly")
    await talk.person("ben").types("/trustcheck pause until Sunday")
    for name in ("eli", "fay"):
        await talk.person(name).sets_status("Vacationing", ":palm_tree:")
    await talk.settle()
    await talk.at(FRIDAY)
    assert [come_since(talk, name, FRIDAY) for name in ("ben", "eli", "fay")] == [[], [], []]
    for name in ("eli", "fay"):
        await talk.person(name).sets_status("", "")
    await talk.settle()
    await talk.at(MONDAY)
    assert BACK in buttons_in(come_since(talk, "eli", FRIDAY)[-1])
    for name in ("ben", "fay"):
        assert "An answer arrived" in str(come_since(talk, name, FRIDAY)[-1].blocks)


@pytest.mark.parametrize("country", [None, "US"])
async def test_what_slowed_down_is_not_said_on_a_day_off_that_an_outage_leads_to(
    talk: Talk, country: str | None
) -> None:
    """From Wednesday to Thanksgiving, or from Friday to Saturday."""
    day_off = FRIDAY + DAY if country is None else THURSDAY
    await live_in_london(talk, ("ann",), country=country)
    await talk.at(day_off - 2 * DAY)
    await set_member(talk, "ann", slowed="weekly")
    await talk.at(day_off + DAY / 12)
    assert come_since(talk, "ann", day_off - DAY) == []
    await talk.at(MONDAY)
    (message,) = [one for one in come_since(talk, "ann", day_off) if BACK in buttons_in(one)]
    assert message.shown_at >= day_off + DAY


async def test_questions_of_an_hour_come_as_one_list_beside_the_slots_message(talk: Talk) -> None:
    await live_in_london(talk, ("ann", "eli"))
    await talk.at(THURSDAY + DAY / 8)
    for name in ("ann", "eli"):
        await promises(talk, name, "call Ben by Friday 12:00")
        await promises(talk, name, "call Deepa by Friday 12:20")
    await talk.person("eli").types("/trustcheck pause until Sunday")
    await talk.settle()
    await talk.at(FRIDAY)
    assert (await arrived(talk, "ann", FRIDAY))["nudges.daily"] == SENT
    assert (await arrived(talk, "eli", FRIDAY))["nudges.daily"] == "paused"
    before = {name: len(come_since(talk, name, FRIDAY)) for name in ("ann", "eli")}
    await talk.at(NOON + timedelta(minutes=30))
    for name, count in before.items():
        (question,) = come_since(talk, name, FRIDAY)[count:]
        assert "call Ben" in str(question.blocks)
        assert "call Deepa" in str(question.blocks)


async def test_no_pause_or_vacation_keeps_the_channel_from_its_posts(talk: Talk) -> None:
    await set_up(talk)
    await talk.person("ann").types("/trustcheck pause 4 weeks")
    await talk.person("ann").sets_status("Vacationing", ":palm_tree:")
    await talk.at(POLL_DAY)
    before = len(posts(talk))
    counts = []
    for instant in (REMINDED, CLOSED, TOLD):
        await talk.at(instant)
        counts.append(len(posts(talk)) - before)
    assert counts == [1, 1, 2]  # the reminder, and that the week stays closed
