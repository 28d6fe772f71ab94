"""Queries on ballots, tallies and comments; they never commit and never name a member."""

import secrets
from collections.abc import Collection, Mapping, Sequence
from random import SystemRandom

from sqlalchemy import case
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import and_, col, delete, or_, select, update

from bot.rooms.pulse.ballots import no_answers
from bot.rooms.pulse.comments import shuffled
from bot.rooms.pulse.tables import PollBallot, PollComment, PollTally
from bot.slack.ids import WorkspaceId
from bot.storage.upsert import insert_new

Counted = dict[tuple[str, int], int]


async def prepare(
    session: AsyncSession, workspace: WorkspaceId, poll: str, statements: Sequence[str]
) -> None:
    """Write every tally of a poll, all zero: none may come to be with an answer."""
    rows = [
        {
            "workspace_id": workspace,
            "poll_id": poll,
            "statement": statement,
            "score": score,
            "count": 0,
        }
        for statement, score in no_answers(statements)
    ]
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

    The caller holds the poll's row. Every tally is rewritten, in one statement: the versions of
    rows a database keeps don't tell which of them grew.
    """
    await insert_new(
        session, PollBallot, [{"workspace_id": workspace, "poll_id": poll, "ballot": ballot}]
    )
    grown = or_(
        *(
            and_(col(PollTally.statement) == statement, col(PollTally.score) == score)
            for (statement, score), more in added.items()
            if more
        )
    )
    await session.execute(
        update(PollTally)
        .where(col(PollTally.workspace_id) == workspace, col(PollTally.poll_id) == poll)
        .values(count=col(PollTally.count) + case((grown, 1), else_=0))
        .execution_options(synchronize_session=False)
    )


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
    session.add(_comment(workspace, poll, words))


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


def _comment(workspace: WorkspaceId, poll: str, words: str) -> PollComment:
    return PollComment(
        workspace_id=workspace, poll_id=poll, comment_id=secrets.token_hex(16), words=words
    )
