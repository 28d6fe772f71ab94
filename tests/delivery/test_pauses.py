"""Slack's *too fast* pauses one workspace, wherever it was said, and nobody else."""

from datetime import timedelta

import pytest

from bot.content import Content
from bot.errors import SlackUnavailable
from bot.members import store as members
from bot.slack.blocks import Message
from bot.slack.ids import MemberId, WorkspaceId
from tests.delivery.notes import WITHIN_S, Notes, names

HELLO = Message("Hello", [])
LONG_S = 600


async def pause(notes: Notes, team: str, seconds: float) -> None:
    async with notes.bot.deps.db.write() as session:
        db_now = await notes.bot.deps.db.now(session)
        await members.pause(session, WorkspaceId(team), db_now + timedelta(seconds=seconds))


async def paused_for(notes: Notes, team: str) -> float:
    async with notes.bot.deps.db.write() as session:
        row = await members.get_workspace(session, WorkspaceId(team))
        assert row is not None
        assert row.paused_until is not None
        return (row.paused_until - await notes.bot.deps.db.now(session)).total_seconds()


def too_fast(notes: Notes, member: str, seconds: float = LONG_S) -> None:
    notes.sandbox.faults.add(
        method="chat.postMessage",
        kind="ratelimited",
        when=lambda args: args["channel"] == member,
        delay_s=seconds,
    )


async def test_others_get_theirs_while_one_workspace_is_paused(
    database_url: str, content: Content
) -> None:
    async with Notes.open(database_url, content) as notes:
        too_fast(notes, "U029")
        await notes.owe("TA", ["U029", "U030"])
        await notes.owe("TB", names(5))
        await notes.bot.ticker.tick()
        await notes.owe("TA", ["U001"])
        await notes.bot.ticker.tick()
        assert notes.arrived("TB").total() == 5
        assert "U001" not in notes.arrived("TA")
        row = (await notes.ledger("TA"))["U029"]
        assert (row.state, row.attempts) == ("due", 0)  # no failure of its own
        assert LONG_S - WITHIN_S < await paused_for(notes, "TA") <= LONG_S


async def test_an_answer_to_somebody_minds_the_pause_of_the_clock(
    database_url: str, content: Content
) -> None:
    async with Notes.open(database_url, content) as notes:
        say = notes.bot.deps.messenger.say
        await pause(notes, "TA", LONG_S)
        with pytest.raises(SlackUnavailable, match="paused"):
            await say(WorkspaceId("TA"), MemberId("U001"), HELLO)
        await say(WorkspaceId("TB"), MemberId("U001"), HELLO)
        assert (notes.arrived("TA"), notes.arrived("TB")) == ({}, {"U001": 1})


async def test_the_clock_minds_the_pause_an_answer_to_somebody_met(
    database_url: str, content: Content
) -> None:
    async with Notes.open(database_url, content) as notes:
        too_fast(notes, "U002")
        with pytest.raises(SlackUnavailable):
            await notes.bot.deps.messenger.say(WorkspaceId("TA"), MemberId("U002"), HELLO)
        await notes.owe("TA", ["U001"])
        await notes.bot.ticker.tick()
        assert notes.arrived("TA") == {}


async def test_a_shorter_pause_does_not_end_a_longer_one(
    database_url: str, content: Content
) -> None:
    async with Notes.open(database_url, content) as notes:
        await pause(notes, "TA", LONG_S)
        await pause(notes, "TA", 1)
        assert await paused_for(notes, "TA") > LONG_S - WITHIN_S


async def test_a_message_goes_out_when_its_pause_is_over(
    database_url: str, content: Content
) -> None:
    async with Notes.open(database_url, content) as notes:
        too_fast(notes, "U001", seconds=1)
        await notes.owe("TA", names(3))
        notes.bot.ticker.start()
        await notes.sandbox.until(lambda: notes.arrived("TA").total() == 3, within_s=WITHIN_S)
