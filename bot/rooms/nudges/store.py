"""Queries on nudges; they never commit."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, func, select

from bot.rooms.nudges.rules import WORDING_REST
from bot.rooms.nudges.tables import HiddenPractice, Nudge
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.upsert import insert_or_update


async def history(
    session: AsyncSession, workspace: WorkspaceId, members: Sequence[MemberId]
) -> dict[MemberId, list[Nudge]]:
    """Return what each of *members* was shown lately, oldest first: all a choice looks at."""
    rank = (
        func.row_number()
        .over(partition_by=col(Nudge.member_id), order_by=col(Nudge.shown_at).desc())
        .label("rank")
    )
    ranked = (
        select(Nudge.nudge_id, rank)
        .where(col(Nudge.workspace_id) == workspace, col(Nudge.member_id).in_(members))
        .subquery()
    )
    rows = await session.scalars(
        select(Nudge)
        .join(ranked, col(Nudge.nudge_id) == ranked.c.nudge_id)
        .where(col(Nudge.workspace_id) == workspace, ranked.c.rank <= WORDING_REST)
        .order_by(col(Nudge.shown_at))
    )
    shown: dict[MemberId, list[Nudge]] = defaultdict(list)
    for row in rows:
        shown[MemberId(row.member_id)].append(row)
    return shown


async def hidden(
    session: AsyncSession, workspace: WorkspaceId, members: Sequence[MemberId], now: datetime
) -> dict[MemberId, set[str]]:
    """Return the practices each of *members* doesn't want to see at *now*."""
    rows = await session.scalars(
        select(HiddenPractice).where(
            col(HiddenPractice.workspace_id) == workspace,
            col(HiddenPractice.member_id).in_(members),
            col(HiddenPractice.until) > now,
        )
    )
    found: dict[MemberId, set[str]] = defaultdict(set)
    for row in rows:
        found[MemberId(row.member_id)].add(row.practice_id)
    return found


async def hide(
    session: AsyncSession,
    workspace: WorkspaceId,
    member: MemberId,
    practice_id: str,
    until: datetime,
) -> None:
    row = {
        "workspace_id": workspace,
        "member_id": member,
        "practice_id": practice_id,
        "until": until,
    }
    await insert_or_update(session, HiddenPractice, [row], ["until"])


async def lock(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId, nudge_id: str
) -> Nudge | None:
    """Return somebody's own nudge, locked; None for another's or an unknown one."""
    row = await session.get(Nudge, (workspace, nudge_id), with_for_update=True)
    return row if row is not None and row.member_id == member else None


async def asked_on(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId, on_date: str
) -> int:
    """Count the further practices somebody asked for on a local date."""
    found = await session.scalar(
        select(func.count())
        .select_from(Nudge)
        .where(
            col(Nudge.workspace_id) == workspace,
            col(Nudge.member_id) == member,
            col(Nudge.on_date) == on_date,
            col(Nudge.trigger) == "another",
        )
    )
    return int(found or 0)


async def newest(session: AsyncSession, workspace: WorkspaceId, member: MemberId) -> Nudge | None:
    found = await session.scalars(
        select(Nudge)
        .where(col(Nudge.workspace_id) == workspace, col(Nudge.member_id) == member)
        .order_by(col(Nudge.shown_at).desc())
        .limit(1)
    )
    return found.first()
