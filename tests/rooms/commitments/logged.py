"""Promises in the database: what conversations look at, and what they begin with."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.rooms.commitments import store
from bot.rooms.commitments.record import Wanted, new_row
from bot.rooms.commitments.rules import Ending
from bot.rooms.commitments.tables import Commitment
from bot.rooms.commitments.usecases import plan_question
from bot.slack.ids import MemberId
from tests.talk import MONDAY_NOON, Talk

LONG_AGO = MONDAY_NOON - timedelta(days=400)


async def open_ones(talk: Talk, name: str = "ann") -> list[Commitment]:
    async with talk.bot.deps.db.read() as session:
        return await store.open_of(session, talk.workspace, [talk.person(name).user_id])


async def ended_ones(talk: Talk, name: str = "ann") -> list[Commitment]:
    member = MemberId(talk.person(name).user_id)
    async with talk.bot.deps.db.read() as session:
        return await store.ended_of(session, talk.workspace, member, LONG_AGO)


async def put_open(talk: Talk, texts: Sequence[str], due_at: datetime) -> None:
    """Have Ann promise *texts*, due at *due_at* and a minute after one another."""
    who = await talk.bot.deps.people.reader(talk.workspace, MemberId("U0ANN"))
    async with talk.bot.deps.db.write() as session:
        for n, text in enumerate(texts):
            wanted = Wanted(text, due_at + timedelta(minutes=n), "time")
            row = new_row(who, wanted, f"open{n:03}", MONDAY_NOON)
            plan_question(row)
            session.add(row)


async def put_ended(talk: Talk, ending: Ending, count: int, *, days_ago: int = 3) -> None:
    """Have *count* of Ann's promises end that way."""
    who = await talk.bot.deps.people.reader(talk.workspace, MemberId("U0ANN"))
    ended_at = MONDAY_NOON - timedelta(days=days_ago)
    async with talk.bot.deps.db.write() as session:
        for n in range(count):
            wanted = Wanted(f"{ending} {n}", ended_at, "time")
            row = new_row(who, wanted, f"{ending}{n}", ended_at - timedelta(days=2))
            row.ended_at, row.ending = ended_at, ending.value
            session.add(row)
