"""Queries on ballots, tallies and comments; they never commit and never name a member."""

import secrets
from collections.abc import Collection, Mapping, Sequence
from random import SystemRandom
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, select

from bot.rooms.pulse.ballots import no_answers
from bot.rooms.pulse.comments import shuffled
from bot.rooms.pulse.laying import lay_anew
from bot.rooms.pulse.tables import PollBallot, PollComment, PollTally
from bot.slack.ids import WorkspaceId
from bot.storage.upsert import insert_new

Counted = dict[tuple[str, int], int]


async def prepare(
    session: AsyncSession, workspace: WorkspaceId, poll: str, statements: Sequence[str]
) -> None:
    """Write every tally of a poll, all zero: none may come to be with an answer."""
    rows = _tallies(workspace, poll, no_answers(statements))
    await insert_new(session, PollTally, rows)


async def has_voted(session: AsyncSession, workspace: WorkspaceId, poll: str, ballot: str) -> bool:
    return await session.get(PollBallot, (workspace, poll, ballot)) is not None


async def cast(
    session: AsyncSession,
    workspace: WorkspaceId,
    poll: str,
    ballot: str,
    added: Mapping[tuple[str, int], int],
) -> None:
    """Add one answer (of `ballots.increments`) to the tallies, and note that it was given.

    The caller holds the poll's row. Every tally is written anew: neither the versions of rows a
    database keeps nor where they lie tell which of them grew, now or before.
    """
    await insert_new(
        session, PollBallot, [{"workspace_id": workspace, "poll_id": poll, "ballot": ballot}]
    )
    await lay_anew(session, PollBallot, (workspace, poll, ballot))
    before = await counted(session, workspace, poll)
    await erase_tallies(session, workspace, [poll])
    grown = {each: count + added[each] for each, count in sorted(before.items())}
    await insert_new(session, PollTally, _tallies(workspace, poll, grown))


async def counted(session: AsyncSession, workspace: WorkspaceId, poll: str) -> Counted:
    """Return a poll's tallies; empty once they are erased."""
    rows = await session.execute(
        select(PollTally.statement, PollTally.score, PollTally.count).where(
            col(PollTally.workspace_id) == workspace, col(PollTally.poll_id) == poll
        )
    )
    return {(statement, score): count for statement, score, count in rows}


async def erase_tallies(
    session: AsyncSession, workspace: WorkspaceId, polls: Collection[str]
) -> None:
    await session.execute(
        delete(PollTally).where(
            col(PollTally.workspace_id) == workspace, col(PollTally.poll_id).in_(polls)
        )
    )


async def erase_ballots(session: AsyncSession, workspace: WorkspaceId, poll: str) -> None:
    await session.execute(
        delete(PollBallot).where(
            col(PollBallot.workspace_id) == workspace, col(PollBallot.poll_id) == poll
        )
    )


async def put_comment(session: AsyncSession, workspace: WorkspaceId, poll: str, words: str) -> None:
    """Keep a comment under an id of its own, which tells nothing of when it came."""
    comment = _comment(workspace, poll, words)
    session.add(comment)
    await session.flush()
    await lay_anew(session, PollComment, (workspace, poll, comment.comment_id))


async def comments(session: AsyncSession, workspace: WorkspaceId, poll: str) -> list[PollComment]:
    """Return a poll's comments by their random ids, the removed ones too."""
    found = await session.scalars(
        select(PollComment)
        .where(col(PollComment.workspace_id) == workspace, col(PollComment.poll_id) == poll)
        .order_by(col(PollComment.comment_id))
    )
    return list(found)


async def rewrite_comments(session: AsyncSession, workspace: WorkspaceId, poll: str) -> None:
    """Write a poll's comments anew, in random order and under new ids, all in one go."""
    words = [str(comment.words) for comment in await comments(session, workspace, poll)]
    await erase_comments(session, workspace, poll)
    session.add_all(_comment(workspace, poll, each) for each in shuffled(words, SystemRandom()))
    await session.flush()


async def erase_comments(session: AsyncSession, workspace: WorkspaceId, poll: str) -> None:
    await session.execute(
        delete(PollComment).where(
            col(PollComment.workspace_id) == workspace, col(PollComment.poll_id) == poll
        )
    )


def _tallies(
    workspace: WorkspaceId, poll: str, counts: Mapping[tuple[str, int], int]
) -> list[dict[str, Any]]:
    return [
        {
            "workspace_id": workspace,
            "poll_id": poll,
            "statement": statement,
            "score": score,
            "count": count,
        }
        for (statement, score), count in counts.items()
    ]


def _comment(workspace: WorkspaceId, poll: str, words: str) -> PollComment:
    return PollComment(
        workspace_id=workspace, poll_id=poll, comment_id=secrets.token_hex(16), words=words
    )
