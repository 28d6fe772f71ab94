"""The app is removed: nothing more goes out, and what it knew goes after the time the docs name."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select
from sqlmodel import SQLModel

from bot.rooms.privacy.clock import KEPT_AFTER_UNINSTALL
from tests.talk import MONDAY_NOON, TEAM, Talk

SLOT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


async def rows_left(talk: Talk) -> dict[str, int]:
    """Count what each table still holds of the workspace."""
    left = {}
    async with talk.bot.deps.db.read() as session:
        for table in SQLModel.metadata.sorted_tables:
            found = await session.scalar(
                select(func.count()).where(table.columns["workspace_id"] == TEAM)
            )
            if found:
                left[table.name] = found
    return left


async def test_nothing_is_sent_any_more_and_all_of_it_goes_when_its_time_is_over(
    talk: Talk,
) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck start")
    await ann.clicks("Every working day")
    await talk.settle()
    await ann.uninstalls_app()
    await talk.settle()
    calls = len(talk.sandbox.calls)
    await talk.at(SLOT)
    await talk.at(MONDAY_NOON + KEPT_AFTER_UNINSTALL - timedelta(hours=1))
    assert len(talk.sandbox.calls) == calls
    assert (await rows_left(talk))["member"] > 0
    await talk.at(MONDAY_NOON + KEPT_AFTER_UNINSTALL + timedelta(hours=1))
    assert len(talk.sandbox.calls) == calls
    assert await rows_left(talk) == {}
