"""Rows, workspaces and clocks as they shouldn't be: named, skipped or waited for, never a loop."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import update

from bot.content import Content
from bot.delivery.tables import Delivery
from bot.members.store import put_members
from bot.members.tables import Member, Workspace
from tests.delivery.notes import Notes, names
from tests.e2e.crowd import member_row
from tests.talk import TEAM, Talk

SLOT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


async def ends(notes: Notes, team: str, member: str) -> tuple[str, str | None]:
    row = (await notes.ledger(team))[member]
    return row.state, row.reason


async def test_a_kind_nobody_knows_is_skipped_by_that_name(
    database_url: str, content: Content
) -> None:
    async with Notes.open(database_url, content) as notes:
        await notes.owe("TA", names(2))
        async with notes.bot.deps.db.write() as session:
            unknown = update(Delivery).where(Delivery.target == "U001")  # type: ignore[arg-type]
            await session.execute(unknown.values(kind="rooms.of_tomorrow"))
        await notes.bot.ticker.tick()
        assert await ends(notes, "TA", "U001") == ("skipped", "unknown_kind")
        assert notes.arrived("TA") == {"U002": 1}


async def test_a_workspace_without_a_token_refuses_by_name_and_no_other_notices(
    database_url: str, content: Content
) -> None:
    async with Notes.open(database_url, content) as notes:
        async with notes.bot.deps.db.write() as session:
            row = await session.get(Workspace, "TA")
            assert row is not None
            row.token = None
        await notes.owe("TA", names(3))
        await notes.owe("TB", names(3))
        await notes.bot.ticker.tick()
        assert await ends(notes, "TA", "U001") == ("refused", "not_installed")
        assert notes.arrived("TB").total() == 3


@pytest.mark.parametrize("code", ["token_revoked", "account_inactive", "invalid_auth"])
async def test_a_token_that_is_gone_stops_its_workspace_alone(
    sqlite_url: str, content: Content, code: str
) -> None:
    async with Notes.open(sqlite_url, content) as notes:
        notes.sandbox.faults.add(
            method="chat.postMessage",
            kind=f"error:{code}",
            times=None,
            when=lambda args: args["channel"] == "U001",
        )
        await notes.owe("TA", ["U001"])
        await notes.bot.ticker.tick()
        await notes.owe("TA", names(5))
        await notes.owe("TB", ["U002"])
        await notes.bot.ticker.tick()
        assert await ends(notes, "TA", "U001") == ("refused", code)
        assert await ends(notes, "TA", "U002") == ("due", None)
        assert (notes.arrived("TA"), notes.arrived("TB")) == ({}, {"U002": 1})


async def test_a_token_that_another_process_has_replaced_stops_nobody(
    database_url: str, content: Content
) -> None:
    async with Notes.open(database_url, content) as notes:
        await notes.owe("TA", ["U001"])
        await notes.bot.ticker.tick()
        app = notes.sandbox.world.teams["TA"].app
        notes.sandbox.world.apps_by_bot_token = {"xoxb-new": app}  # as `web` heard at its start
        async with notes.bot.deps.db.write() as session:
            await session.execute(update(Workspace).values(token="xoxb-new"))
        await notes.owe("TA", ["U002"])
        await notes.bot.ticker.tick()
        assert await ends(notes, "TA", "U002") == ("sent", None)


@pytest.mark.parametrize("gone", [{"is_deactivated": True}, {"is_full": False}])
async def test_whoever_left_between_two_attempts_gets_no_second_one(
    sqlite_url: str, content: Content, gone: dict[str, bool]
) -> None:
    async with Notes.open(sqlite_url, content) as notes:
        notes.sandbox.faults.add(method="chat.postMessage", kind="error:service_unavailable")
        await notes.owe("TA", ["U001"])
        await notes.bot.ticker.tick()
        async with notes.bot.deps.db.write() as session:
            await put_members(session, [member_row("TA", "U001") | gone])
        notes.bot.ticker.start()
        await notes.bot.ticker.settle()
        assert await ends(notes, "TA", "U001") == ("skipped", "gone")
        assert notes.arrived("TA") == {}


@pytest.mark.parametrize("code", ["messages_tab_disabled", "missing_scope", "restricted_action"])
async def test_another_refusal_is_named_and_stops_nobody(
    sqlite_url: str, content: Content, code: str
) -> None:
    async with Notes.open(sqlite_url, content) as notes:
        notes.sandbox.faults.add(method="chat.postMessage", kind=f"error:{code}")
        await notes.owe("TA", ["U001"])
        await notes.bot.ticker.tick()
        await notes.owe("TA", ["U001", "U002"])
        await notes.bot.ticker.tick()
        assert await ends(notes, "TA", "U001") == ("refused", code)
        assert notes.arrived("TA") == {"U002": 1}


async def test_a_lease_from_before_the_clock_was_set_back_is_nobodys(
    database_url: str, content: Content
) -> None:
    async with Notes.open(database_url, content) as notes:
        async with notes.bot.deps.db.write() as session:
            row = await session.get(Workspace, "TA")
            assert row is not None
            row.lease_owner = "a worker of an hour ahead"
            row.lease_until = await notes.bot.deps.db.now(session) + timedelta(hours=1)
        await notes.owe("TA", names(1))
        await notes.bot.ticker.tick()
        assert notes.arrived("TA").total() == 1


async def nudges_of(talk: Talk) -> Counter[str]:
    return Counter(
        message.text for message in talk.person("ann").sees() if message.metadata is not None
    )


async def start(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck start")
    await ann.clicks("Every working day")
    await talk.settle()


async def test_a_clock_set_back_an_hour_sends_nothing_twice(talk: Talk) -> None:
    await start(talk)
    await talk.at(SLOT)
    before = (await nudges_of(talk)).total()
    await talk.at(SLOT - timedelta(hours=1))
    await talk.at(SLOT)
    assert before == (await nudges_of(talk)).total() == 1


async def test_a_clock_that_jumps_days_ahead_brings_no_flood(talk: Talk) -> None:
    await start(talk)
    await talk.at(SLOT)
    await talk.at(SLOT + timedelta(days=8))
    assert (await nudges_of(talk)).total() == 2  # the first day's, and that day's


async def test_a_zone_that_no_longer_exists_counts_as_utc_and_holds_up_nobody(talk: Talk) -> None:
    await start(talk)
    async with talk.bot.deps.db.write() as session:
        row = await session.get(Member, (TEAM, "U0ANN"))
        assert row is not None
        row.slack_zone = row.zone = "Mars/Olympus_Mons"
    await talk.at(SLOT)
    assert (await nudges_of(talk)).total() == 1


async def test_days_that_no_week_has_cost_nobody_else_their_slot(talk: Talk) -> None:
    await start(talk)
    async with talk.bot.deps.db.write() as session:
        for member, days in (("U0ANN", "01234"), ("U0BEN", "9"), ("U0FAY", "")):
            row = await session.get(Member, (TEAM, member))
            assert row is not None
            row.days, row.next_slot_at = days, SLOT
    await talk.at(SLOT)
    assert (await nudges_of(talk)).total() == 1
    async with talk.bot.deps.db.read() as session:
        broken = await session.get(Member, (TEAM, "U0BEN"))
    assert broken is not None
    assert broken.next_slot_at is None  # not tried again at every beat
