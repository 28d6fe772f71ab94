"""A room that sends notes: nothing but what the ledger and the clock do with a kind."""

from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import true
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select
from structlog.testing import capture_logs

from bot.app import Bot
from bot.clock import MovableClock
from bot.content import Content
from bot.delivery import store
from bot.delivery.rules import Timing
from bot.delivery.tables import Delivery
from bot.deps import Composed, Decision, Deps, Due, Kind, Room, Sent, Sweep
from bot.members.store import put_workspace
from bot.sandbox.server import Sandbox
from bot.slack.blocks import Message
from tests.conftest import TEST_KEY
from tests.e2e.crowd import workspace_row
from tests.talk import IMPATIENT, MONDAY_NOON, SCOPES, settings

NOTE = "tests.note"
WITHIN_S = 60

Decide = Callable[[Due], Decision]


def say(_due: Due) -> Decision:
    return Composed("en", {})


@dataclass
class Notes:
    """A bot with several workspaces; each note is for one member, U1, U2, … of one of them."""

    sandbox: Sandbox
    bot: Bot
    to_plan: list[Mapping[str, Any]]  # by the room's own sweep
    logged: Sequence[Mapping[str, Any]]

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        url: str,
        content: Content,
        *,
        decide: Decide = say,
        sent: Sent | None = None,
        timing: Timing = IMPATIENT,
        teams: Sequence[str] = ("TA", "TB"),
        people: int = 30,
        **more: Any,
    ) -> AsyncIterator["Notes"]:
        """Start it without its ticker; *decide* answers for each note, *more* are settings.

        *sent* is told of those sent, in the transaction that records it.
        """
        sandbox = await Sandbox.start()
        sandbox.limits.off()
        planned: list[Mapping[str, Any]] = []
        chosen = settings(sandbox, url, TEST_KEY, **more)
        clock = MovableClock(MONDAY_NOON)
        room = note_room(decide, planned, sent)
        bot = await Bot.build(chosen, clock, content=content, timing=timing, rooms=[room])
        for team in teams:
            await settle_in(sandbox, bot, team, people)
        try:
            with capture_logs() as logged:  # structlog's own way with tracebacks takes seconds
                yield cls(sandbox, bot, planned, logged)
        finally:
            await bot.ticker.stop()
            await bot.close()
            await sandbox.close()

    def row(self, team: str, member: str, slot: str = "today") -> dict[str, Any]:
        return store.new_row(team, NOTE, member, slot, target=member, due_at=MONDAY_NOON)

    async def owe(self, team: str, members: Sequence[str]) -> None:
        async with self.bot.deps.db.write() as session:
            await store.plan(session, [self.row(team, member) for member in members])

    def arrived(self, team: str) -> Counter[str]:
        """Count what stands in each member's conversation, by the sandbox's own books."""
        people = self.sandbox.world.teams[team].members
        counts = {one: len(self.sandbox.person(one, team).sees()) for one in people}
        return Counter({one: count for one, count in counts.items() if count})

    async def ledger(self, team: str) -> dict[str, Delivery]:
        """Return the team's ledger by whom each row is for."""
        async with self.bot.deps.db.read() as session:
            rows = await session.scalars(select(Delivery).where(col(Delivery.workspace_id) == team))
            return {row.target: row for row in rows}


def note_room(decide: Decide, planned: list[Mapping[str, Any]], sent: Sent | None) -> Room:
    async def compose(
        deps: Deps, session: AsyncSession, dues: Sequence[Due], now: datetime
    ) -> Mapping[str, Decision]:
        return {due.id: decide(due) for due in dues}

    async def sweep(deps: Deps, session: AsyncSession, now: datetime, limit: int) -> int:
        rows = [planned.pop() for _ in range(len(planned))]
        await store.plan(session, rows)
        return len(rows)

    kind = Kind(NOTE, compose, lambda _words, _data: Message("A note", []), sent=sent)
    due = Sweep("tests.notes", true(), sweep)
    return Room(name="tests", kinds=(kind,), sweeps=(due,))


async def settle_in(sandbox: Sandbox, bot: Bot, team: str, people: int) -> None:
    token = f"xoxb-{team}"
    home = sandbox.world.add_workspace(team, name=team, domain=team.lower())
    home.install(bot_token=token, app_token=f"xapp-{team}", scopes=SCOPES, signing_secret="s")
    for member in names(people):
        home.add_member(member, member.lower())
    async with bot.deps.db.write() as session:
        await put_workspace(session, workspace_row(team, token, datetime.now(UTC)))


def names(people: int) -> list[str]:
    return [f"U{number:03d}" for number in range(1, people + 1)]
