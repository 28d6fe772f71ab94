"""Nudges nobody reacts to become fewer by themselves, say so once, and come back at a press."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, update

from bot.deps import Deps, Rider, Riding
from bot.members import store as members
from bot.members.schedule import works_on_the_day
from bot.members.tables import Member
from bot.rooms.nudges import views
from bot.rooms.nudges.pace import Taper, is_news, taper
from bot.rooms.nudges.readiness import is_quiet
from bot.rooms.nudges.week import frequency_of
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.among import among


def slow_down(row: Member, now: datetime) -> None:
    """Take the next step where it is time for it; to be called at a slot that may be used."""
    if row.slowed == Taper.PAUSE:
        return
    step = taper(row.unanswered, frequency_of(row))
    if step is not Taper.NONE:
        row.slowed, row.slowed_at, row.slowed_told = str(step), now, False


def speed_up(row: Member) -> None:
    """Go back to the rhythm they chose, and count anew."""
    row.unanswered, row.slowed, row.slowed_told = 0, "", False


async def count_sent(session: AsyncSession, workspace: WorkspaceId, members: Sequence[str]) -> None:
    """A nudge reached each of *members*; until they press something it is unanswered."""
    await session.execute(_of(workspace, members).values(unanswered=col(Member.unanswered) + 1))


async def heard_from(session: AsyncSession, workspace: WorkspaceId, member: MemberId) -> None:
    """They pressed something: whatever went unanswered counts no more."""
    await session.execute(_of(workspace, [member]).values(unanswered=0))


async def news_waiting(
    _deps: Deps,
    _session: AsyncSession,
    _workspace: WorkspaceId,
    people: Sequence[Member],
    now: datetime,
) -> Mapping[MemberId, Mapping[str, Any]]:
    """Return which step was taken for each of *people* who hasn't been told, and may be."""
    return {
        MemberId(row.member_id): {"slowed": row.slowed}
        for row in people
        if row.slowed
        and not (row.slowed_told or is_quiet(row, now) or row.is_gone)
        and works_on_the_day(row, now)
        and is_news(row.slowed_at, now)
    }


async def news_taken(
    session: AsyncSession,
    workspace: WorkspaceId,
    told: Mapping[MemberId, Mapping[str, Any]],
    _now: datetime,
) -> None:
    await session.execute(_of(workspace, [*told]).values(slowed_told=True))


async def news_returned(session: AsyncSession, workspace: WorkspaceId, told: Riding) -> None:
    await session.execute(_of(workspace, [*told]).values(slowed_told=False))


async def news_standing(
    session: AsyncSession, workspace: WorkspaceId, told: Riding, _now: datetime
) -> Riding:
    """Return the news of those for whom nudges are still as slow as it says."""
    rows = await members.members_of(session, workspace, [*told])
    slowed = {MemberId(row.member_id): row.slowed for row in rows}
    return {who: data for who, data in told.items() if slowed.get(who) == data["slowed"]}


def _of(workspace: WorkspaceId, members: Sequence[str]) -> Any:
    return update(Member).where(
        col(Member.workspace_id) == workspace, among(col(Member.member_id), members)
    )


NEWS = Rider(
    "nudges.slowed", news_waiting, views.slowed_rider, news_taken, news_returned, news_standing
)
