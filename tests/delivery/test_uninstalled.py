"""The app is removed: nothing more goes out, and what it knew goes after the time the docs name."""

from datetime import UTC, datetime, timedelta

import pytest
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


async def starts(talk: Talk) -> None:
    await talk.person("ann").types("/trustcheck start")
    await talk.person("ann").clicks("Every working day")
    await talk.settle()


async def test_nothing_is_sent_any_more_and_all_of_it_goes_when_its_time_is_over(
    talk: Talk,
) -> None:
    await starts(talk)
    await talk.person("ann").uninstalls_app()
    await talk.settle()
    calls, planned = len(talk.sandbox.calls), (await rows_left(talk)).get("delivery")
    await talk.at(SLOT)
    assert (await rows_left(talk)).get("delivery") == planned
    await talk.at(MONDAY_NOON + KEPT_AFTER_UNINSTALL - timedelta(hours=1))
    assert len(talk.sandbox.calls) == calls
    assert (await rows_left(talk))["member"] > 0
    await talk.at(MONDAY_NOON + KEPT_AFTER_UNINSTALL + timedelta(hours=1))
    assert len(talk.sandbox.calls) == calls
    assert await rows_left(talk) == {}


@pytest.mark.parametrize("is_told", [True, False])
@pytest.mark.parametrize("code", ["account_inactive", "token_revoked"])
async def test_what_is_being_sent_meanwhile_keeps_nothing_of_it_longer(
    talk: Talk, code: str, *, is_told: bool
) -> None:
    await starts(talk)
    talk.sandbox.faults.add(method="chat.postMessage", kind=f"error:{code}")
    await talk.at(SLOT)
    if is_told:  # the refusal was heard first
        await talk.person("ann").uninstalls_app()
        await talk.settle()
    await talk.at(SLOT + KEPT_AFTER_UNINSTALL - timedelta(hours=1))
    assert (await rows_left(talk))["member"] > 0
    await talk.at(SLOT + KEPT_AFTER_UNINSTALL + timedelta(hours=1))
    assert await rows_left(talk) == {}


async def test_a_token_that_is_merely_wrong_costs_nobody_their_data(talk: Talk) -> None:
    await starts(talk)
    talk.sandbox.faults.add(method="chat.postMessage", kind="error:invalid_auth")
    await talk.at(SLOT)
    await talk.at(SLOT + KEPT_AFTER_UNINSTALL + timedelta(hours=1))
    assert (await rows_left(talk))["member"] > 0
