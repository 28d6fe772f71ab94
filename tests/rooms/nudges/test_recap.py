"""The Friday recap: for those who want it, instead of a nudge, and only if there is something."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import col, select

from bot.delivery.tables import Delivery
from bot.ports import FollowThrough
from bot.rooms.nudges import recap
from bot.slack.ids import MemberId
from tests.rooms.nudges.living import DISCREET, delivered, set_member, start
from tests.talk import Talk

TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
RECAP = "Your recap of the week is here."


@pytest.fixture
async def done(talk: Talk) -> Talk:
    """Ann wants recaps, and did one practice on Tuesday."""
    await start(talk, "ann")
    await set_member(talk, "ann", recap=True)
    await talk.at(TUESDAY)
    await talk.person("ann").clicks("Did it")
    await talk.settle()
    return talk


async def reasons(talk: Talk, kind: str, on: str) -> list[str | None]:
    async with talk.bot.deps.db.read() as session:
        found = await session.scalars(
            select(Delivery).where(col(Delivery.kind) == kind, col(Delivery.slot) == on)
        )
        return [row.reason for row in found]


async def test_recap_takes_the_place_of_the_nudge(done: Talk) -> None:
    await done.at(FRIDAY)
    assert [message.text for message in delivered(done, "ann")][-1] == RECAP
    assert sum(message.text == DISCREET for message in delivered(done, "ann")) == 1
    assert await reasons(done, "nudges.daily", "2026-11-27") == ["budget"]


async def test_recap_comes_on_thursday_where_the_week_is_sunday_to_thursday(done: Talk) -> None:
    await set_member(done, "ann", days="60123")
    await done.at(FRIDAY - timedelta(days=1))
    assert [message.text for message in delivered(done, "ann")][-1] == RECAP
    assert await reasons(done, "nudges.daily", "2026-11-26") == ["budget"]


async def test_recap_tells_in_its_window_what_was_done(done: Talk) -> None:
    await done.at(FRIDAY)
    await done.person("ann").clicks("Open")
    shown = done.person("ann").reads_modal()
    assert "You did one practice this week." in shown
    assert "Only you see this." in shown


async def test_recap_tells_how_promises_ended_where_that_is_known(done: Talk) -> None:
    async def follow_through(*_: object) -> FollowThrough:
        return FollowThrough(ended=12, on_time=8)

    deps = replace(done.bot.deps, follow_through=follow_through)
    ann = await deps.people.reader(done.workspace, MemberId("U0ANN"))
    week = await recap.look_back(deps, ann, int(FRIDAY.timestamp()))
    assert week.promises == FollowThrough(12, 8)


async def test_recap_comes_for_a_promise_kept_when_no_practice_was_done(talk: Talk) -> None:
    await start(talk, "ann")
    await set_member(talk, "ann", recap=True)
    ann = talk.person("ann")
    await ann.types("/commit send Ben the plan by Friday 17:00", channel="C0PROJ")
    await ann.types("/trustcheck promises", channel="C0PROJ")
    await ann.clicks("commitments.promise.done")
    await talk.settle()
    while ann.modal:
        await ann.closes()
    await talk.at(FRIDAY)
    assert [message.text for message in delivered(talk, "ann")][-1] == RECAP
    await ann.clicks("Open")
    assert "You kept one promise this week." in ann.reads_modal()
    await ann.closes()
    await talk.at(FRIDAY + timedelta(days=7))
    assert [message.text for message in delivered(talk, "ann")].count(RECAP) == 1


async def test_no_recap_comes_for_a_promise_that_is_open_still(talk: Talk) -> None:
    await start(talk, "ann")
    await set_member(talk, "ann", recap=True)
    await talk.person("ann").types("/commit send Ben the plan by 4 December 17:00")
    await talk.at(FRIDAY)
    assert RECAP not in [message.text for message in delivered(talk, "ann")]


async def test_a_nudge_comes_when_there_is_nothing_to_look_back_on(talk: Talk) -> None:
    await start(talk, "ann")
    await set_member(talk, "ann", recap=True)
    await talk.at(FRIDAY)
    assert [message.text for message in delivered(talk, "ann")][-1] == DISCREET


async def test_no_recap_comes_unless_it_was_chosen(done: Talk) -> None:
    await set_member(done, "ann", recap=False)
    await done.at(FRIDAY)
    assert [message.text for message in delivered(done, "ann")][-1] == DISCREET


async def test_recap_looks_back_a_week_and_no_further(done: Talk) -> None:
    await done.at(FRIDAY)
    await done.at(FRIDAY + timedelta(days=7))
    assert [message.text for message in delivered(done, "ann")].count(RECAP) == 1


async def test_recap_is_skipped_when_they_are_on_vacation(done: Talk) -> None:
    await done.person("ann").sets_status("Vacationing", ":palm_tree:")
    await done.at(FRIDAY)
    assert await reasons(done, "nudges.recap", "2026-11-27") == ["off"]


async def test_recap_is_skipped_when_they_want_quiet(done: Talk) -> None:
    await done.person("ann").types("/trustcheck pause 2 weeks")
    await done.at(FRIDAY)
    assert await reasons(done, "nudges.recap", "2026-11-27") == ["paused"]


async def test_recap_is_stale_when_its_day_is_over(done: Talk) -> None:
    await done.at(FRIDAY + timedelta(hours=15))
    assert RECAP not in [message.text for message in delivered(done, "ann")]


async def test_recap_still_comes_when_only_working_hours_are_over(done: Talk) -> None:
    await done.at(FRIDAY + timedelta(hours=8))
    assert RECAP in [message.text for message in delivered(done, "ann")]
