"""Comments in the thread of the results: posted shuffled, reported by anyone, removed by few."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery import rules as skipped
from bot.delivery import store as ledger
from bot.deps import Composed, Decision, Deps, Due, Kind, Skip
from bot.errors import UserError
from bot.members.reader import Reader
from bot.rooms.pulse import ballot_box, message_store, store, views_comments
from bot.rooms.pulse.barring import barred
from bot.rooms.pulse.clock import note_sent
from bot.rooms.pulse.management import refusal_id
from bot.rooms.pulse.occasions import COMMENT_GONE, COMMENTS, REPORT, to_channel
from bot.rooms.pulse.owner import to_owner
from bot.rooms.pulse.posts import COMMENTS_A_POST, each
from bot.rooms.pulse.rules import Refusal, may_change
from bot.rooms.pulse.tables import Poll, PollComment
from bot.rooms.pulse.team import Team, find_team, owners_of
from bot.slack.ids import ChannelId, WorkspaceId


@dataclass(frozen=True)
class Found:
    """A published comment, with its poll, its page in the thread, and the team it is of."""

    comment: PollComment
    poll: Poll
    page: int
    team: Team


async def report_comment(deps: Deps, who: Reader, poll_id: str, comment_id: str) -> None:
    """Tell the owner, privately, that a comment was reported; never by whom. Once a comment.

    Raises:
        UserError: *who* isn't in the channel, the comment is gone, or nobody looks after the pulse.
    """
    async with deps.db.write() as session:
        found = await _find(session, who, poll_id, comment_id)
        if found.team.owner is None:
            raise UserError("pulse-report-nobody")
        row = ledger.new_row(
            who.workspace,
            REPORT,
            comment_id,
            poll_id,
            target=found.team.owner,
            due_at=deps.clock.now(),
        )
        await ledger.plan(session, [row])
    deps.wake()


async def remove_comment(deps: Deps, who: Reader, poll_id: str, comment_id: str) -> None:
    """Take a comment out of the thread and out of the database; may be pressed twice.

    Raises:
        UserError: the comment is gone, or *who* is neither the pulse's owner nor an admin here.
    """
    async with deps.db.write() as session:
        found = await _find(session, who, poll_id, comment_id)
        if not may_change(found.team.asker(who), found.team.owner):
            raise UserError(refusal_id(Refusal.OWNER_OR_ADMIN_ONLY))
        if not found.comment.removed:
            found.comment.removed, found.comment.words = True, None
            slot, channel = f"{poll_id}.{found.page}.{comment_id}", found.poll.channel_id
            posted = (COMMENTS, COMMENT_GONE)
            await ledger.forget_content(session, who.workspace, posted, channel)
            await ledger.forget_content(session, who.workspace, (REPORT,), comment_id)
            row = to_channel(who.workspace, COMMENT_GONE, channel, slot, deps.clock.now())
            await ledger.plan(session, [row])
    deps.wake()


async def _find(session: AsyncSession, who: Reader, poll_id: str, comment_id: str) -> Found:
    """Return a published comment that *who* can read. Raises: UserError."""
    poll = await store.poll_of(session, who.workspace, poll_id)
    if poll is None or poll.state != "published":
        raise UserError("pulse-comment-gone")
    team = await find_team(session, who.workspace, ChannelId(poll.channel_id))
    if not team.asker(who).is_full_member:
        raise UserError(refusal_id(Refusal.NOT_FULL_MEMBER))
    kept = await ballot_box.comments(session, who.workspace, poll_id)
    places = [n for n, comment in enumerate(kept) if comment.comment_id == comment_id]
    if not places:
        raise UserError("pulse-comment-gone")
    return Found(kept[places[0]], poll, places[0] // COMMENTS_A_POST, team)


async def _page(session: AsyncSession, due: Due) -> tuple[Poll | None, dict[str, Any]]:
    """Return a page of the comments as its post shows it; its slot begins with poll and page."""
    poll_id, page = due.slot.split(".")[:2]
    poll = await store.poll_of(session, due.workspace, poll_id)
    kept = await ballot_box.comments(session, due.workspace, poll_id)
    first = int(page) * COMMENTS_A_POST
    shown = [
        {"id": one.comment_id, "words": None if one.removed else str(one.words)}
        for one in kept[first : first + COMMENTS_A_POST]
    ]
    return poll, {"poll": poll_id, "comments": shown}


async def _comments(deps: Deps, session: AsyncSession, due: Due, now: datetime) -> Decision:
    poll, data = await _page(session, due)
    if poll is None or not data["comments"] or poll.publication_id is None:
        return Skip(skipped.GONE)
    if held := await barred(session, due):
        return held
    published = await store.publication_of(session, due.workspace, poll.publication_id)
    await message_store.put_messages(
        session,
        [
            {
                "workspace_id": due.workspace,
                "poll_id": poll.poll_id,
                "target": due.slot,
                "delivery_id": due.id,
            }
        ],
    )
    return Composed(poll.locale, data, thread_ts=published.ts if published else None)


async def _comment_gone(deps: Deps, session: AsyncSession, due: Due, now: datetime) -> Decision:
    poll, data = await _page(session, due)
    page = ".".join(due.slot.split(".")[:2])
    places = await message_store.messages_of(session, due.workspace, [page], [data["poll"]])
    if poll is None or not places or places[0].ts is None:
        return Skip(skipped.GONE)
    return Composed(poll.locale, data, edit=(str(places[0].channel), places[0].ts))


async def _report(deps: Deps, session: AsyncSession, due: Due, now: datetime) -> Decision:
    poll = await store.poll_of(session, due.workspace, due.slot)
    kept = await ballot_box.comments(session, WorkspaceId(due.workspace), due.slot)
    reported = next((one for one in kept if one.comment_id == due.subject), None)
    if poll is None or reported is None or reported.removed:
        return Skip(skipped.GONE)
    data: Mapping[str, Any] = {
        "channel": poll.channel_id,
        "poll": poll.poll_id,
        "id": reported.comment_id,
        "words": str(reported.words),
    }
    return await to_owner(deps, session, due, now, data)


KINDS = (
    Kind(
        COMMENTS,
        each(_comments),
        views_comments.comments_post,
        note_sent,
        to_channel=True,
        owners=owners_of,
    ),
    Kind(COMMENT_GONE, each(_comment_gone), views_comments.comments_post),
    Kind(REPORT, each(_report), views_comments.report_card),
)
