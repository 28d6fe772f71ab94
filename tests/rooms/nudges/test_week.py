"""On which days nudges come."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.members.schedule import slot_after
from bot.members.tables import Member
from bot.rooms.nudges.week import is_nudge_day, is_recap_day, next_nudge_at
from tests.rooms.nudges.living import days_pass, delivered, set_member, start
from tests.talk import Talk

MONDAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def ann(**changes: Any) -> Member:
    row = Member(
        workspace_id="T1",
        member_id="U1",
        **{"slack_zone": "Europe/London", "started_at": NOON, **changes},
    )
    row.next_slot_at = slot_after(row, NOON)
    return row


def days_of_the_week(row: Member) -> str:
    return "".join(str(day) for day in range(7) if is_nudge_day(row, MONDAY + timedelta(days=day)))


@pytest.mark.parametrize(
    ("changes", "days"),
    [
        ({"rhythm": "three"}, "024"),
        ({"rhythm": "three", "days": "1234"}, "124"),
        ({"rhythm": "weekly"}, "0"),
        ({"rhythm": "weekly", "days": "23"}, "2"),
        ({"rhythm": "daily", "slowed": "weekly"}, "0"),
        ({"rhythm": "three", "slowed": "pause"}, ""),
    ],
)
def test_nudges_come_on_the_days_of_the_rhythm_in_force(changes: dict[str, Any], days: str) -> None:
    assert days_of_the_week(ann(**changes)) == days


@pytest.mark.parametrize(
    ("days", "last"),
    [("01234", "4"), ("60123", "3"), ("456", "4"), ("012", "2"), ("56", "6"), ("0", "0")],
)
def test_a_week_is_looked_back_on_where_it_ends(days: str, last: str) -> None:
    week = [MONDAY + timedelta(days=day) for day in range(7)]
    row = ann(days=days)
    assert "".join(str(on.weekday()) for on in week if is_recap_day(row, on)) == last


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, TUESDAY),
        ({"rhythm": "weekly"}, TUESDAY + timedelta(days=6)),
        ({"slowed": "pause"}, None),
        ({"paused_until": TUESDAY + timedelta(days=10)}, TUESDAY + timedelta(days=10)),
    ],
)
def test_next_nudge_is_told_as_it_will_come(
    changes: dict[str, Any], expected: datetime | None
) -> None:
    assert next_nudge_at(ann(**changes), NOON) == expected


@pytest.mark.parametrize(("rhythm", "count"), [("daily", 5), ("three", 3), ("weekly", 1)])
async def test_as_many_come_in_a_week_as_were_chosen(talk: Talk, rhythm: str, count: int) -> None:
    await start(talk, "ann", rhythm)
    await days_pass(talk, TUESDAY, 5)
    assert len(delivered(talk, "ann")) == count


async def test_nothing_comes_on_days_that_were_not_chosen(talk: Talk) -> None:
    await start(talk, "ann")
    await set_member(talk, "ann", days="24", next_slot_at=TUESDAY + timedelta(days=1))
    await days_pass(talk, TUESDAY, 5)
    assert [message.shown_at.weekday() for message in delivered(talk, "ann")] == [2, 4]
