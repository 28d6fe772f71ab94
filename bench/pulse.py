"""`make bench-pulse`: ten thousand answers to one poll, counted and published."""

import argparse
import asyncio
import secrets
from datetime import UTC, date, datetime, timedelta
from statistics import median
from time import perf_counter

from sqlmodel import col, insert, select, update

from bench.databases import Databases, databases
from bench.figures import say_figure, say_machine
from bot.content.schema import FACTORS
from bot.rooms.pulse import ballot_box, store
from bot.rooms.pulse.ballots import BALLOT_KEY_BYTES, SCORES, ballot_hash, increments
from bot.rooms.pulse.closing import close_poll
from bot.rooms.pulse.rotation import ANCHOR
from bot.rooms.pulse.tables import Poll, PollBallot, PollComment, PollTally, Publication
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.engine import Database

KINDS = ("sqlite", "postgres")
WORKSPACE = WorkspaceId("T9PULSE")
GOAL = "<=1"
COMMENT = "Fewer meetings on Wednesdays, and notes from those we keep. " * 3
ASKED = (ANCHOR, *FACTORS)
ANSWERS = 5  # given one by one on top


async def fill(database: Database, poll_id: str, answers: int, *, comments: bool) -> None:
    """Write a poll whose time is over as it lies when *answers* have come."""
    now, key = datetime.now(UTC), secrets.token_bytes(BALLOT_KEY_BYTES)
    people = [MemberId(f"U{number:08d}") for number in range(answers)]
    async with database.write() as session:
        session.add(_poll(poll_id, key, now, comments=comments))
        await session.flush()
        await store.put_asked(session, WORKSPACE, poll_id, people)
        await ballot_box.prepare(session, WORKSPACE, poll_id, ASKED)
        ballots = sorted(ballot_hash(key, WORKSPACE, poll_id, member) for member in people)
        rows = [{"workspace_id": WORKSPACE, "poll_id": poll_id, "ballot": one} for one in ballots]
        await session.execute(insert(PollBallot), rows)
        await session.execute(
            update(PollTally)
            .where(col(PollTally.poll_id) == poll_id)
            .values(count=answers // len(SCORES))
        )
        written = [
            {
                "workspace_id": WORKSPACE,
                "poll_id": poll_id,
                "comment_id": secrets.token_hex(16),
                "words": COMMENT,
                "removed": False,
            }
            for _ in range(answers if comments else 0)
        ]
        if written:
            await session.execute(insert(PollComment), written)


def _poll(poll_id: str, key: bytes, now: datetime, *, comments: bool) -> Poll:
    return Poll(
        workspace_id=WORKSPACE,
        poll_id=poll_id,
        channel_id=f"C{poll_id}",
        number=1,
        opens_on=date(2026, 11, 24),
        opens_at=now - timedelta(days=2),
        last_opens_at=now - timedelta(days=2),
        reminds_at=now - timedelta(days=1),
        closes_at=now,
        results_at=now + timedelta(hours=1),
        minimum=5,
        has_comments=comments,
        locale="en",
        zone="Europe/London",
        statements={asked: {"id": asked, "text": asked, "turned": False} for asked in ASKED},
        key=key.hex(),
    )


async def close(database: Database, poll_id: str, answers: int) -> float:
    """Close the poll as the clock does; return the seconds until its figures were committed."""
    began = perf_counter()
    async with database.write() as session:
        poll = await store.poll_of(session, WORKSPACE, poll_id, lock=True)
        assert poll is not None
        await close_poll(session, poll, datetime.now(UTC))
    took = perf_counter() - began
    async with database.read() as session:
        found = await session.scalar(
            select(Publication.answers).where(col(Publication.channel_id) == f"C{poll_id}")
        )
    assert found == answers, f"{found} published, {answers} were given"
    return took


async def answer(database: Database, poll_id: str, *, comments: bool) -> float:
    """Give one more answer to a full poll, as a member does; return the seconds it took.

    What it takes includes laying anew what lies beside it, and cutting SQLite's log.
    """
    began = perf_counter()
    async with database.write() as session:
        await store.poll_of(session, WORKSPACE, poll_id, lock=True)
        added = increments(dict.fromkeys(ASKED, 3), ASKED)
        await ballot_box.cast(session, WORKSPACE, poll_id, secrets.token_hex(32), added)
        if comments:
            await ballot_box.put_comment(session, WORKSPACE, poll_id, COMMENT)
    await database.settle_log()
    return perf_counter() - began


async def measure(here: Databases, kind: str, answers: int, rounds: int) -> None:
    database = here.open(await here.new(kind))
    for comments in (False, True):
        took, given = [], list[float]()
        for number in range(rounds + 1):
            poll_id = f"P{number}{comments:d}"
            await fill(database, poll_id, answers, comments=comments)
            given += [await answer(database, poll_id, comments=comments) for _ in range(ANSWERS)]
            took.append(await close(database, poll_id, answers + ANSWERS))
        name = f"pulse.{kind}.{answers}_answers{'.with_comments' if comments else ''}"
        goal = "-" if comments else GOAL
        say_figure(f"{name}.s", median(took[1:]), goal)  # the first one compiles
        say_figure(f"{name}.slowest_s", max(took[1:]))
        say_figure(f"{name}.one_more_s", median(given))
    await database.close()


async def main(options: argparse.Namespace) -> None:
    with databases() as here:
        for kind in KINDS:
            await measure(here, kind, options.answers, options.rounds)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args()


if __name__ == "__main__":
    chosen = read_options()
    say_machine()
    asyncio.run(main(chosen))
