"""Sends nobody heard back from: whose turn it is to look, for how long, and what ends it."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import pytest
from prometheus_client import REGISTRY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import update

from bot.content import Content
from bot.delivery.compose import Composer
from bot.delivery.reconcile import BATCH, PAGE, Reconciler
from bot.delivery.rules import EXHAUSTED, MAX_ATTEMPTS
from bot.delivery.tables import Delivery
from bot.deps import Composed, Decision, Due
from bot.members import refusals
from bot.members.store import put_workspace
from bot.slack.blocks import Message
from bot.slack.ids import MemberId, WorkspaceId
from tests.delivery.notes import WITHIN_S, Notes, names
from tests.e2e.crowd import workspace_row
from tests.talk import MONDAY_NOON, QUICK

NOWHERE = ("D000", "1.2")


def changes_something(_due: Due) -> Decision:
    return Composed("en", {}, edit=NOWHERE)


def failed() -> float:
    labels = {"reason": EXHAUSTED}
    return REGISTRY.get_sample_value("trustcheck_deliveries_failed_total", labels) or 0


async def lose(notes: Notes, members: Sequence[str], **columns: Any) -> None:
    """Have *members* be owed what a worker sent without hearing back, and look from now on."""
    await notes.owe("TA", members)
    async with notes.bot.deps.db.write() as session:
        db_now = await notes.bot.deps.db.now(session)
        lost = {"state": "unknown", "attempts": 1, "attempted_at": db_now, "try_at": db_now}
        await session.execute(update(Delivery).values({**lost, **columns}))


async def look_now(notes: Notes) -> None:
    """Have the time come to look for all that is lost."""
    async with notes.bot.deps.db.write() as session:
        an_hour_ago = await notes.bot.deps.db.now(session) - timedelta(hours=1)
        await session.execute(update(Delivery).values(try_at=an_hour_ago))


@pytest.mark.parametrize(
    ("method", "decide"), [("chat.postMessage", None), ("chat.update", changes_something)]
)
async def test_what_is_lost_again_and_again_is_given_up_by_name(
    sqlite_url: str, content: Content, method: str, decide: Any
) -> None:
    before, more = failed(), {"decide": decide} if decide else {}
    async with Notes.open(sqlite_url, content, timing=QUICK, **more) as notes:
        notes.sandbox.faults.add(method=method, kind="5xx", times=None)
        await notes.owe("TA", ["U001"])
        async with notes.bot.deps.db.write() as session:
            await session.execute(update(Delivery).values(attempts=MAX_ATTEMPTS - 1))
        notes.bot.ticker.start()
        async with asyncio.timeout(WITHIN_S):
            await notes.bot.ticker.settle()
        row = (await notes.ledger("TA"))["U001"]
        assert (row.state, row.reason, row.attempts) == ("failed", EXHAUSTED, MAX_ATTEMPTS)
        assert failed() == before + 1


async def test_what_is_lost_is_tried_later_each_time(sqlite_url: str, content: Content) -> None:
    async with Notes.open(sqlite_url, content) as notes:
        await lose(notes, ["U001"], attempts=9, reads=1)
        await notes.bot.ticker.tick()
        row = (await notes.ledger("TA"))["U001"]
        assert row.state == "due"
        assert row.try_at is not None
        assert row.attempted_at is not None
        assert row.try_at - row.attempted_at > timedelta(seconds=10)


async def test_slack_too_busy_to_be_read_is_asked_no_more_than_once_over(
    database_url: str, content: Content
) -> None:
    async with Notes.open(database_url, content, people=3 * BATCH) as notes:
        notes.sandbox.faults.add(
            method="conversations.history", kind="ratelimited", times=None, delay_s=600
        )
        await lose(notes, names(3 * BATCH))
        await notes.bot.ticker.tick()
        asked = [one for one in notes.sandbox.calls if one.method == "conversations.history"]
        assert len(asked) == BATCH  # those on their way as Slack said so
        assert {row.state for row in (await notes.ledger("TA")).values()} == {"unknown"}


async def test_what_was_on_its_way_at_an_uninstall_is_looked_for_once_the_app_is_back(
    database_url: str, content: Content
) -> None:
    async with Notes.open(database_url, content, timing=QUICK) as notes:
        notes.sandbox.faults.add(method="chat.postMessage", kind="reset_after")
        await notes.owe("TA", ["U001"])
        await notes.bot.ticker.tick()
        deps, workspace = notes.bot.deps, WorkspaceId("TA")
        async with deps.db.write() as session:
            await refusals.uninstall(session, workspace, "app_uninstalled", MONDAY_NOON)
        deps.messenger.forget_token(workspace)
        await look_now(notes)
        await notes.bot.ticker.tick()
        assert (await notes.ledger("TA"))["U001"].state == "unknown"
        async with deps.db.write() as session:
            await put_workspace(session, workspace_row("TA", "xoxb-TA", MONDAY_NOON))
        await notes.bot.ticker.tick()
        assert (await notes.ledger("TA"))["U001"].state == "sent"
        assert notes.arrived("TA") == {"U001": 1}


async def test_a_token_that_turns_out_to_be_gone_leaves_nothing_in_doubt(
    sqlite_url: str, content: Content
) -> None:
    async with Notes.open(sqlite_url, content) as notes:
        await lose(notes, ["U001"])
        notes.sandbox.world.teams["TA"].app.revoked = True
        await notes.bot.ticker.tick()
        assert (await notes.ledger("TA"))["U001"].state == "unknown"
        await notes.owe("TA", ["U002"])
        await notes.bot.ticker.tick()
        assert (await notes.ledger("TA"))["U002"].attempts == 0  # the workspace is stopped


async def test_who_lost_the_turn_to_look_tells_no_room(database_url: str, content: Content) -> None:
    heard: list[Mapping[str, Any] | Due] = []

    async def sent(_session: AsyncSession, those: Sequence[tuple[Due, str, str]]) -> None:
        heard.extend(due for due, _, _ in those)

    async with Notes.open(database_url, content, sent=sent, timing=QUICK) as notes:
        notes.sandbox.faults.add(method="chat.postMessage", kind="reset_after")
        await notes.owe("TA", ["U001"])
        await notes.bot.ticker.tick()
        deps = notes.bot.deps
        one, other = (Reconciler(deps, Composer(content, deps.kinds, []), QUICK) for _ in range(2))
        notes.sandbox.faults.latency_s = 0.2
        looking = []
        for reconciler in (one, other):  # as where the first takes longer than its turn
            await look_now(notes)
            calls = len(notes.sandbox.calls)
            looking.append(asyncio.create_task(reconciler.run()))
            await notes.sandbox.until(
                lambda calls=calls: notes.sandbox.in_flight > 0 or len(notes.sandbox.calls) > calls,  # type: ignore[misc]
                within_s=WITHIN_S,
            )
        await asyncio.gather(*looking)
        assert len(heard) == 1


async def test_a_lost_send_is_looked_for_after_two_minutes_from_before_it_to_the_last_page(
    sqlite_url: str, content: Content
) -> None:
    async with Notes.open(sqlite_url, content) as notes:
        notes.sandbox.faults.add(method="chat.postMessage", kind="reset_after")
        await notes.owe("TA", ["U001"])
        await notes.bot.ticker.tick()
        lost = (await notes.ledger("TA"))["U001"]
        assert lost.attempted_at is not None
        assert lost.try_at is not None
        assert lost.try_at - lost.attempted_at >= timedelta(minutes=2)
        for number in range(PAGE):  # on top of it, so that it stands on the second page
            await notes.bot.deps.messenger.say(
                WorkspaceId("TA"), MemberId("U001"), Message(f"{number}", [])
            )
        await look_now(notes)
        await notes.bot.ticker.tick()
        assert (await notes.ledger("TA"))["U001"].state == "sent"
        read = [one for one in notes.sandbox.calls if one.method == "conversations.history"]
        assert len(read) == 2
        since = lost.attempted_at - timedelta(minutes=5)
        assert float(read[0].args["oldest"]) == pytest.approx(since.timestamp(), abs=1)
