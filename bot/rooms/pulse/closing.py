"""Closing a poll: count once, destroy the key, and publish, keep waiting, or delete."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery import store as ledger
from bot.deps import Deps
from bot.rooms.pulse import ballot_box, message_store, store
from bot.rooms.pulse.ballots import Tally, answers_in, tallies_of
from bot.rooms.pulse.occasions import CLOSED, RESULTS, to_channel
from bot.rooms.pulse.pools import MAX_WAIT, WaitingPoll, decide, publish_pool
from bot.rooms.pulse.publication import (
    Fate,
    Publication,
    fate,
    may_show_comments,
    publish,
)
from bot.rooms.pulse.tables import Poll
from bot.rooms.pulse.tables import Publication as PublicationRow
from bot.slack.ids import ChannelId, WorkspaceId


async def close_due(deps: Deps, session: AsyncSession, now: datetime, limit: int) -> int:
    """Close the polls whose time is over, each once and for good."""
    due = await store.polls_to_close(session, now, limit)
    for poll in due:
        await close_poll(session, poll, now)
    return len(due)


async def drop_stale(deps: Deps, session: AsyncSession, now: datetime, limit: int) -> int:
    """Delete what has waited six weeks in a pool, also where no further poll comes."""
    stale = await store.pools_older(session, now - MAX_WAIT, limit)
    for poll in stale:
        poll.state, poll.is_wiped = "deleted", False
        await ballot_box.erase_tallies(session, WorkspaceId(poll.workspace_id), [poll.poll_id])
    return len(stale)


async def wipe_closed(deps: Deps, session: AsyncSession, now: datetime, limit: int) -> int:
    """See to it that what closing deleted is gone from SQLite's write-ahead log, too.

    *session* stays untouched until the log is cut: an open transaction would stand in its way.
    """
    async with deps.db.read() as looking:
        closed = await store.unwiped_polls(looking, limit)
    if not closed or not await deps.db.settle_log():
        return 0
    await store.mark_wiped(session, closed)
    return len(closed)


async def close_poll(session: AsyncSession, poll: Poll, now: datetime) -> None:
    """Settle what becomes of *poll*'s answers; commits nothing. Its row is the caller's."""
    workspace = WorkspaceId(poll.workspace_id)
    poll.key = None
    await ballot_box.erase_ballots(session, workspace, poll.poll_id)
    tallies = await read_tallies(session, poll)
    asked = (await store.asked_in(session, workspace, [poll.poll_id]))[poll.poll_id]
    what = fate(answers_in(tallies), poll.minimum)
    published = publish(tallies, asked, poll.minimum)
    if published is not None:
        await _publish(session, [poll], published, now)
    else:
        poll.state = "waiting" if what is Fate.WAIT else "deleted"
    await _settle_comments(session, poll, published)
    if what is not Fate.WAIT:
        await ballot_box.erase_tallies(session, workspace, [poll.poll_id])
    await session.flush()
    await _look_into_pool(session, workspace, ChannelId(poll.channel_id), now)
    await _tell(session, poll)


async def read_tallies(session: AsyncSession, poll: Poll) -> dict[str, Tally]:
    """Return a tally for each thing asked, up being good. Raises: KeyError once erased."""
    statements = {asked: str(one["id"]) for asked, one in poll.statements.items()}
    turned = [asked for asked, one in poll.statements.items() if one["turned"]]
    counted = await ballot_box.counted(session, WorkspaceId(poll.workspace_id), poll.poll_id)
    return tallies_of(counted, statements, turned)


async def _settle_comments(
    session: AsyncSession, poll: Poll, published: Publication | None
) -> None:
    workspace = WorkspaceId(poll.workspace_id)
    if published and may_show_comments(published, has_comments=poll.has_comments):
        await ballot_box.rewrite_comments(session, workspace, poll.poll_id)
    else:
        await ballot_box.erase_comments(session, workspace, poll.poll_id)


async def _look_into_pool(
    session: AsyncSession, workspace: WorkspaceId, channel: ChannelId, now: datetime
) -> None:
    """Publish the team's waiting polls together once they are enough; drop what is too old."""
    polls = {poll.poll_id: poll for poll in await store.waiting_polls(session, workspace, channel)}
    asked = await store.asked_in(session, workspace, list(polls))
    waiting = [
        WaitingPoll(
            poll.poll_id,
            poll.closes_at,
            await read_tallies(session, poll),
            asked[poll.poll_id],
            poll.minimum,
        )
        for poll in polls.values()
    ]
    decision = decide(now, waiting)
    if decision.publish:
        pooled = [polls[one.poll] for one in decision.publish]
        await _publish(session, pooled, publish_pool(decision.publish), now)
    for gone in decision.delete:
        polls[gone.poll].state = "deleted"
    over = [one.poll for one in (*decision.publish, *decision.delete)]
    for emptied in over:
        polls[emptied].is_wiped = False
    await ballot_box.erase_tallies(session, workspace, over)


async def _publish(
    session: AsyncSession, polls: Sequence[Poll], what: Publication, now: datetime
) -> None:
    """Keep what may be shown, and nothing finer; *polls* oldest first."""
    last = polls[-1]
    row = PublicationRow(
        workspace_id=last.workspace_id,
        publication_id=uuid.uuid4().hex,
        channel_id=last.channel_id,
        number=last.number,
        is_pool=what.is_pool,
        opened_on=last.opens_on,
        decided_at=now,
        answers=what.answers,
        figures={asked: figure.tenths for asked, figure in what.figures.items()},
        statements={}
        if what.is_pool
        else {asked: str(one["id"]) for asked, one in last.statements.items()},
    )
    session.add(row)
    for poll in polls:
        poll.state = "published"
        poll.publication_id = row.publication_id


async def _tell(session: AsyncSession, poll: Poll) -> None:
    """Plan the results in the channel, and the same edit of every message the poll stands in."""
    await message_store.call_for_edits(session, WorkspaceId(poll.workspace_id), poll.poll_id)
    results = to_channel(poll.workspace_id, RESULTS, poll.channel_id, poll.poll_id, poll.results_at)
    await ledger.plan(session, [results])


async def plan_edits(deps: Deps, session: AsyncSession, now: datetime, limit: int) -> int:
    """Plan the edit of messages whose poll has closed, whoever they went to."""
    messages = await message_store.to_edit(session, limit)
    rows = []
    for one in messages:
        one.edit_due = False
        rows.append(
            ledger.new_row(
                one.workspace_id, CLOSED, one.target, one.poll_id, target=one.target, due_at=now
            )
        )
    await ledger.plan(session, rows)
    return len(messages)
