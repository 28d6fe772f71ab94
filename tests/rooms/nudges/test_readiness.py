"""What changes between planning and sending."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.delivery import store
from bot.deps import Composed, Due, Skip, Wait
from bot.members.schedule import slot_after
from bot.members.tables import Member
from bot.rooms.nudges import clock
from bot.rooms.nudges.readiness import hindrance, with_the_working_day
from bot.rooms.nudges.store import DAILY
from bot.slack.ids import WorkspaceId
from tests.rooms.nudges.living import (
    DISCREET,
    buttons_in,
    delivered,
    practice_in,
    set_member,
    start,
)
from tests.talk import TEAM, Talk

TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)  # 09:30 in London, 04:30 in New York
IN_NEW_YORK = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)


def due(at: datetime = TUESDAY) -> Due:
    return Due("d1", WorkspaceId(TEAM), DAILY, "U0ANN", "2026-11-24", "U0ANN", at)


def ann(**changes: Any) -> Member:
    row = Member(
        workspace_id=TEAM,
        member_id="U0ANN",
        **{"slack_zone": "Europe/London", "started_at": TUESDAY, **changes},
    )
    row.next_slot_at = slot_after(row, TUESDAY)
    return row


@pytest.mark.parametrize(
    ("changes", "later", "expected"),
    [
        ({}, timedelta(), None),
        ({}, timedelta(hours=7), None),
        ({}, timedelta(hours=8), Skip("stale")),
        ({"on_vacation": True}, timedelta(), Skip("off")),
        ({"paused_until": TUESDAY + timedelta(days=1)}, timedelta(), Skip("paused")),
        ({"is_deactivated": True}, timedelta(), Skip("gone")),
        ({"is_full": False}, timedelta(), Skip("gone")),
        ({"slack_zone": "Europe/Berlin"}, timedelta(), None),
        ({"slack_zone": "America/New_York"}, timedelta(), Wait(IN_NEW_YORK)),
        ({"slack_zone": "America/New_York"}, timedelta(hours=5), None),
        ({"slack_zone": "Pacific/Auckland"}, timedelta(), Skip("stale")),  # 22:30 there
        ({"slack_zone": "Asia/Tokyo", "work_end_minutes": 1380}, timedelta(), None),  # 18:30
        ({"slack_zone": "Asia/Tokyo", "work_end_minutes": 1380}, timedelta(hours=2), Skip("stale")),
        ({"slot_minutes": 1290, "work_end_minutes": 1020}, timedelta(), None),
    ],
)
def test_what_counts_is_how_they_stand_when_it_is_sent(
    changes: dict[str, Any], later: timedelta, expected: Skip | Wait | None
) -> None:
    assert hindrance(ann(**changes), due(), TUESDAY + later, with_the_working_day) == expected


def test_a_hour_outside_the_window_holds_when_it_was_chosen() -> None:
    at = datetime(2026, 11, 24, 21, 30, tzinfo=UTC)
    assert hindrance(ann(slot_minutes=1290), due(at), at, with_the_working_day) is None


def test_a_public_holiday_counts_when_the_country_was_set_meanwhile() -> None:
    christmas = datetime(2026, 12, 25, 9, 30, tzinfo=UTC)
    assert hindrance(ann(country="GB"), due(christmas), christmas, with_the_working_day) == Skip(
        "off"
    )


def test_a_weekend_counts_where_somebody_moved_into_theirs() -> None:
    friday = datetime(2026, 11, 27, 21, 0, tzinfo=UTC)  # 13:00 in Los Angeles
    for zone, expected in (("America/Los_Angeles", None), ("Pacific/Auckland", Skip("off"))):
        moved = ann(slack_zone=zone)
        assert hindrance(moved, due(friday), friday, with_the_working_day) == expected


def test_nobody_is_reached_when_their_row_is_gone() -> None:
    assert hindrance(None, due(), TUESDAY, with_the_working_day) == Skip("gone")


async def test_after_a_move_the_nudge_waits_for_the_slot_there_and_comes_once(talk: Talk) -> None:
    await start(talk, "ann")
    await talk.person("ann").moves_to("America/New_York")
    await talk.settle()
    row = store.new_row(TEAM, DAILY, "U0ANN", "2026-11-24", target="U0ANN", due_at=TUESDAY)
    async with talk.bot.deps.db.write() as session:
        await store.plan(session, [row])
    await talk.at(TUESDAY)
    assert delivered(talk, "ann") == []
    await talk.at(IN_NEW_YORK)
    assert [message.text for message in delivered(talk, "ann")] == [DISCREET]


async def test_the_words_are_those_of_the_language_they_have_when_it_is_sent(talk: Talk) -> None:
    await start(talk, "ann")
    await talk.person("ann").speaks("zh-CN")
    await talk.settle()
    deps = talk.bot.deps
    async with deps.db.write() as session:
        decided = (await clock.compose(deps, session, [due()], TUESDAY))["d1"]
    assert isinstance(decided, Composed)
    assert decided.locale == "zh-CN"
    known = deps.content.catalogue("zh-CN").practice(decided.data["practice"])
    assert known is not None
    someone = deps.content.words("zh-CN")("common-someone")
    assert decided.data["text"] in [wording.said(someone) for wording in known.wordings]


async def test_after_a_change_of_language_the_nudge_planned_before_comes_in_the_new_one(
    talk: Talk,
) -> None:
    await start(talk, "ann")
    row = store.new_row(TEAM, DAILY, "U0ANN", "2026-11-24", target="U0ANN", due_at=TUESDAY)
    async with talk.bot.deps.db.write() as session:
        await store.plan(session, [row])
    await talk.person("ann").speaks("zh-CN")
    await talk.settle()
    await talk.at(TUESDAY)
    (message,) = delivered(talk, "ann")
    assert message.text == "今天的一个小练习"
    assert buttons_in(message)[:2] == ["做了", "记成约定"]
    someone = talk.bot.deps.content.words("zh-CN")("common-someone")
    assert any(
        practice_in(message) == wording.said(someone)
        for practice in talk.bot.deps.content.catalogue("zh-CN").practices
        for wording in practice.wordings
    )


async def test_what_was_put_off_comes_back_in_the_new_language(talk: Talk) -> None:
    await start(talk, "ann")
    await talk.at(TUESDAY)
    ann = talk.person("ann")
    await ann.clicks("Tomorrow")
    await ann.speaks("zh-CN")
    await talk.at(TUESDAY + timedelta(days=1))
    again = delivered(talk, "ann")[-1]
    assert again.text == "今天的一个小练习"
    await ann.clicks("做了", message=again)
    await talk.settle()
    assert "你做了这个小练习。" in ann.reads()


async def test_what_is_pressed_keeps_the_words_that_were_shown_after_a_change_of_language(
    talk: Talk,
) -> None:
    await start(talk, "ann")
    await talk.at(TUESDAY)
    ann = talk.person("ann")
    before = delivered(talk, "ann")[0].blocks[0]["text"]
    await ann.speaks("zh-CN")
    await talk.settle()
    await ann.clicks("Did it")
    await talk.settle()
    assert delivered(talk, "ann")[0].blocks[0]["text"] == before
    assert "你做了这个小练习。" in ann.reads()


async def test_nothing_comes_while_the_status_says_vacation(talk: Talk) -> None:
    await start(talk, "ann")
    await talk.person("ann").sets_status("Vacationing", ":palm_tree:")
    await talk.at(TUESDAY)
    assert delivered(talk, "ann") == []
    await talk.person("ann").sets_status("")
    await talk.at(TUESDAY + timedelta(days=1))
    assert len(delivered(talk, "ann")) == 1


async def test_nothing_comes_on_a_public_holiday_of_their_country(talk: Talk) -> None:
    await start(talk, "ann")
    await set_member(talk, "ann", country="US")
    await set_member(talk, "ben", country="US")
    thanksgiving = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
    await talk.at(thanksgiving - timedelta(days=1))
    before = len(delivered(talk, "ann"))
    await talk.at(thanksgiving)
    assert len(delivered(talk, "ann")) == before
    await talk.at(thanksgiving + timedelta(days=1))
    assert len(delivered(talk, "ann")) == before + 1
