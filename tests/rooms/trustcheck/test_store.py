"""What the database says about checks, drafts and charts, on SQLite and on PostgreSQL."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.delivery import store as deliveries
from bot.delivery.tables import Delivery
from bot.rooms.trustcheck import store
from bot.rooms.trustcheck.tables import CheckDraft
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.engine import Database

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TEAM = WorkspaceId("T1")
ANN, BEN = MemberId("U0ANN"), MemberId("U0BEN")


def check(check_id: str, days: int, member: str = ANN) -> dict[str, Any]:
    return {
        "workspace_id": TEAM,
        "check_id": check_id,
        "member_id": member,
        "form": "quick",
        "taken_at": NOW + timedelta(days=days),
        "answers": {"subject": "lighthouse", "scores": {"C": 3, "R": 3, "I": 3, "S": 3}},
    }


async def test_checks_come_newest_first_and_a_repeat_adds_none(db: Database) -> None:
    async with db.write() as session:
        for row in (check("c1", 1), check("c2", 2), check("c1", 5), check("c3", 3, BEN)):
            await store.add(session, row)
    async with db.read() as session:
        assert [one.check_id for one in await store.checks_of(session, TEAM, ANN)] == ["c2", "c1"]
        assert await store.find(session, TEAM, BEN, "c1") is None


async def test_of_two_checks_at_one_instant_the_same_is_always_the_latest(db: Database) -> None:
    async with db.write() as session:
        for name in ("c2", "c1", "c3"):
            await store.add(session, check(name, 1))
    async with db.read() as session:
        first = (await store.checks_of(session, TEAM, ANN))[0]
        assert (await store.latest(session, TEAM, [ANN]))[ANN].check_id == first.check_id == "c1"


async def test_subject_and_scores_are_unreadable_in_the_database(db: Database) -> None:
    async with db.write() as session:
        await store.add(session, check("c1", 1))
    async with db.read() as session:
        stored = (await session.execute(text("SELECT answers FROM trust_check"))).scalar_one()
    assert b"lighthouse" not in bytes(stored)


@pytest.mark.parametrize(("state", "count"), [("refused", 1), ("sent", 0)])
async def test_refused_charts_are_found_by_their_delivery(
    db: Database, state: str, count: int
) -> None:
    async with db.write() as session:
        request = {"workspace_id": TEAM, "chart_id": "V1", "member_id": ANN, "asked_at": NOW}
        await store.request_chart(session, {**request, "subject": None})
        row = deliveries.new_row(TEAM, "trustcheck.chart", ANN, "V1", target=ANN, due_at=NOW)
        session.add(Delivery(**{**row, "state": state, "reason": "invalid_blocks"}))
    async with db.read() as session:
        found = await store.refused_charts(session, "trustcheck.chart", "invalid_blocks", 10)
    assert len(found) == count


async def test_leftovers_are_dropped_once_they_are_old(db: Database) -> None:
    async with db.write() as session:
        draft: dict[str, Any] = {"draft_id": "d", "answers": {"subject": "", "chosen": {}}}
        for member, hours in ((ANN, 25), (BEN, 1)):
            at = NOW - timedelta(hours=hours)
            session.add(CheckDraft(workspace_id=TEAM, member_id=member, changed_at=at, **draft))
    async with db.write() as session:
        await store.drop_drafts(session, NOW - timedelta(days=1))
        assert await store.draft_of(session, TEAM, ANN) is None
        assert await store.draft_of(session, TEAM, BEN) is not None
