"""What a host sees of the ledger: gauges, readiness, and why not."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import aiohttp
from prometheus_client import REGISTRY

from bot.content import Content
from bot.deps import Decision, Due, Skip
from bot.members import store as members
from bot.sandbox.listener import Listener
from bot.slack.ids import WorkspaceId
from bot.web.routes import build_web
from tests.delivery.notes import NOTE, Notes, names
from tests.talk import MONDAY_NOON


@asynccontextmanager
async def looking(notes: Notes) -> AsyncIterator[aiohttp.ClientSession]:
    """Ask what a worker serves."""
    listener = await Listener.start(build_web(notes.bot, slack=False), port=0)
    base = f"http://127.0.0.1:{listener.port}"
    try:
        async with aiohttp.ClientSession(base) as session:
            yield session
    finally:
        await listener.close()


async def figures(session: aiohttp.ClientSession) -> dict[str, float]:
    async with session.get("/metrics") as answer:
        lines = (await answer.text()).splitlines()
    return {
        line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in lines if line[0] != "#"
    }


async def why(session: aiohttp.ClientSession) -> tuple[int, str | None]:
    async with session.get("/readyz") as answer:
        return answer.status, (await answer.json())["problem"]


async def test_what_is_due_and_who_is_paused_is_counted(
    database_url: str, content: Content
) -> None:
    async with Notes.open(database_url, content) as notes, looking(notes) as host:
        await notes.owe("TA", names(3))
        deps = notes.bot.deps
        async with deps.db.write() as session:
            until = await deps.db.now(session) + timedelta(hours=1)
            await members.pause(session, WorkspaceId("TB"), until)
        seen = await figures(host)
        assert seen["trustcheck_deliveries_due"] == 3
        assert seen["trustcheck_workspaces_paused"] == 1
        await notes.bot.ticker.tick()
        assert (await figures(host))["trustcheck_deliveries_due"] == 0


async def test_what_nobody_works_on_makes_the_bot_unready_and_says_so(
    database_url: str, content: Content
) -> None:
    async with Notes.open(database_url, content) as notes, looking(notes) as host:
        assert await why(host) == (200, None)
        await notes.owe("TA", names(1))
        notes.bot.deps.clock.move(MONDAY_NOON + timedelta(minutes=7))  # type: ignore[attr-defined]
        assert await why(host) == (
            503,
            "a message has been due for 7 minutes and no worker takes it",
        )
        assert (await figures(host))["trustcheck_delivery_waiting_seconds"] >= 420
        await notes.bot.ticker.tick()
        assert await why(host) == (200, None)


async def test_what_waits_for_its_pace_is_not_unattended(
    database_url: str, content: Content
) -> None:
    async with Notes.open(database_url, content, posts_per_minute=30) as notes:
        await notes.owe("TA", names(30))
        await notes.bot.ticker.tick()
        notes.bot.deps.clock.move(MONDAY_NOON + timedelta(hours=1))  # type: ignore[attr-defined]
        async with looking(notes) as host:
            assert await why(host) == (200, None)


def not_for_the_first(due: Due) -> Decision:
    return Skip("gone")


async def test_skips_are_counted_by_kind_and_reason(sqlite_url: str, content: Content) -> None:
    labels = {"kind": NOTE, "reason": "gone"}
    name = "trustcheck_deliveries_skipped_total"
    before = REGISTRY.get_sample_value(name, labels) or 0
    async with Notes.open(sqlite_url, content, decide=not_for_the_first) as notes:
        await notes.owe("TA", names(2))
        await notes.bot.ticker.tick()
    assert REGISTRY.get_sample_value(name, labels) == before + 2
