"""What the database says about learning, on SQLite and on PostgreSQL."""

from datetime import UTC, datetime, timedelta

from bot.rooms.learning import store
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.engine import Database

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TEAM = WorkspaceId("T1")
ANN, BEN = MemberId("U0ANN"), MemberId("U0BEN")


async def test_choices_are_offered_for_those_who_were_asked_about(db: Database) -> None:
    async with db.write() as session:
        (await store.choice_to_change(session, TEAM, ANN)).leads = True
        choice = await store.choice_to_change(session, TEAM, BEN)
        choice.pressure_until = NOW + timedelta(days=1)
    async with db.read() as session:
        assert await store.leaders(session, TEAM, [ANN, BEN]) == {ANN}
        assert await store.leaders(session, TEAM, [BEN]) == set()
        assert await store.under_pressure(session, TEAM, [ANN, BEN], NOW) == {BEN}
        assert await store.under_pressure(session, WorkspaceId("T2"), [BEN], NOW) == set()
