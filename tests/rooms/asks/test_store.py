"""What the database says about asks, on SQLite and on PostgreSQL."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.rooms.asks import store
from bot.rooms.asks.tables import Ask
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.engine import Database

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TEAM = WorkspaceId("T1")
ANN, BEN, CHEN = MemberId("U0ANN"), MemberId("U0BEN"), MemberId("U0CHEN")


@pytest.fixture
async def asks(db: Database) -> Database:
    """Ben asked Ann 10 days ago and heard; Chen asked her yesterday; one of another workspace."""
    answer = {"most": "C", "more": "I", "change": ""}
    rows = [
        Ask(workspace_id=TEAM, ask_id="a1", asker_id=BEN, asked_id=ANN, state="answered",
            asked_at=NOW - timedelta(days=10), answered_at=NOW, answer=answer),
        Ask(workspace_id=TEAM, ask_id="a2", asker_id=CHEN, asked_id=ANN,
            asked_at=NOW - timedelta(days=1)),
        Ask(workspace_id="T2", ask_id="a3", asker_id=BEN, asked_id=ANN, asked_at=NOW),
    ]  # fmt: skip
    async with db.write() as session:
        session.add_all(rows)
    return db


async def test_last_asked_is_by_pair_or_by_anyone(asks: Database) -> None:
    async with asks.read() as session:
        assert await store.last_asked(session, TEAM, ANN) == NOW - timedelta(days=1)
        assert await store.last_asked(session, TEAM, ANN, BEN) == NOW - timedelta(days=10)
        assert await store.last_asked(session, TEAM, BEN) is None


async def test_open_to_leaves_out_what_is_answered_or_old(asks: Database) -> None:
    async with asks.read() as session:
        assert [one.ask_id for one in await store.open_to(session, TEAM, [ANN], NOW)] == ["a2"]
        later = NOW + timedelta(days=6, minutes=1)
        assert await store.open_to(session, TEAM, [ANN], later) == []


async def test_asker_sees_answers_for_good_and_open_asks_for_a_week(asks: Database) -> None:
    later = NOW + timedelta(days=7)
    async with asks.read() as session:
        assert [one.ask_id for one in await store.asked_by(session, TEAM, CHEN, NOW)] == ["a2"]
        assert await store.asked_by(session, TEAM, CHEN, later) == []
        assert [one.ask_id for one in await store.asked_by(session, TEAM, BEN, later)] == ["a1"]


async def test_choice_to_take_no_asks_is_kept_per_workspace(asks: Database) -> None:
    async with asks.write() as session:
        await store.set_off(session, TEAM, ANN, True)
        await store.set_off(session, TEAM, BEN, True)
        await store.set_off(session, TEAM, BEN, False)
    async with asks.read() as session:
        assert await store.switched_off(session, TEAM, [ANN, BEN, CHEN]) == {ANN}
        assert await store.switched_off(session, WorkspaceId("T2"), [ANN]) == set()
