"""Queries on nudges; they never commit."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import sqlalchemy
from sqlalchemy import Table
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, func, select

from bot.delivery.tables import Delivery
from bot.rooms.nudges.rules import WORDING_REST, Shown
from bot.rooms.nudges.tables import HiddenPractice, Nudge
from bot.slack.ids import ChannelId, MemberId, WorkspaceId
from bot.storage.among import among
from bot.storage.upsert import insert_or_update

DAILY = "nudges.daily"  # the kind of message that brings a practice


@dataclass(frozen=True)
class Past:
    """What somebody was shown lately, oldest first, and on which local date each practice last."""

    shown: list[Shown] = field(default_factory=list)
    days: dict[str, date] = field(default_factory=dict)


async def history(
    session: AsyncSession, workspace: WorkspaceId, members: Sequence[MemberId]
) -> dict[MemberId, Past]:
    """Return what each of *members* was shown lately: all a choice looks at."""
    rank = (
        func.row_number()
        .over(
            partition_by=col(Nudge.member_id),
            order_by=(col(Nudge.shown_at).desc(), col(Nudge.nudge_id).desc()),
        )
        .label("rank")
    )
    ranked = (
        sqlalchemy.select(
            col(Nudge.member_id),
            col(Nudge.on_date),
            col(Nudge.practice_id),
            col(Nudge.wording_id),
            col(Nudge.factor),
            col(Nudge.side),
            rank,
        )
        .where(col(Nudge.workspace_id) == workspace, among(col(Nudge.member_id), members))
        .subquery()
    )
    rows = await session.execute(
        sqlalchemy.select(ranked)
        .where(ranked.c.rank <= WORDING_REST)
        .order_by(ranked.c.rank.desc())
    )
    found: dict[MemberId, Past] = defaultdict(Past)
    for member, on_date, practice_id, wording_id, factor, side, _ in rows:
        past = found[member]
        past.shown.append(Shown(practice_id, wording_id, factor, side))
        past.days[practice_id] = date.fromisoformat(on_date)
    return found


async def put_shown(session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write down what people are being shown, all at once."""
    if rows:
        table: Table = Nudge.__table__  # type: ignore[attr-defined]
        connection = await session.connection()
        await connection.execute(table.insert(), [dict(row) for row in rows])


async def hidden(
    session: AsyncSession, workspace: WorkspaceId, members: Sequence[MemberId], now: datetime
) -> dict[MemberId, set[str]]:
    """Return the practices each of *members* doesn't want to see at *now*."""
    rows = await session.scalars(
        select(HiddenPractice).where(
            col(HiddenPractice.workspace_id) == workspace,
            among(col(HiddenPractice.member_id), members),
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


async def shown_instead_of(session: AsyncSession, nudge: Nudge) -> Nudge | None:
    """Return the practice that *Another* brought in the place of *nudge*."""
    found = await session.scalars(
        select(Nudge)
        .where(
            col(Nudge.workspace_id) == nudge.workspace_id,
            col(Nudge.member_id) == nudge.member_id,
            col(Nudge.trigger) == "another",
            col(Nudge.shown_at) == nudge.reacted_at,
            col(Nudge.nudge_id) != nudge.nudge_id,
        )
        .order_by(col(Nudge.nudge_id))
        .limit(1)
    )
    return found.first()


async def newest(session: AsyncSession, workspace: WorkspaceId, member: MemberId) -> Nudge | None:
    """Return the last nudge; a practice in a check's result isn't one."""
    found = await session.scalars(
        select(Nudge)
        .where(
            col(Nudge.workspace_id) == workspace,
            col(Nudge.member_id) == member,
            col(Nudge.trigger) != "check",
        )
        .order_by(col(Nudge.on_date).desc(), col(Nudge.shown_at).desc(), col(Nudge.nudge_id).desc())
        .limit(1)
    )
    return found.first()


async def last_message(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId
) -> tuple[ChannelId, str] | None:
    """Return where the last message that brought somebody a practice stands: channel and ts."""
    found = await session.scalars(
        select(Delivery)
        .where(
            col(Delivery.workspace_id) == workspace,
            col(Delivery.kind) == DAILY,
            col(Delivery.subject) == member,
            col(Delivery.ts).is_not(None),
        )
        .order_by(col(Delivery.due_at).desc())
        .limit(1)
    )
    row = found.first()
    return (ChannelId(row.channel), row.ts) if row and row.channel and row.ts else None


async def put_off(
    session: AsyncSession, workspace: WorkspaceId, members: Sequence[MemberId]
) -> dict[MemberId, list[Nudge]]:
    """Return the nudges each of *members* put off until tomorrow, oldest first."""
    rows = await session.scalars(
        select(Nudge)
        .where(
            col(Nudge.workspace_id) == workspace,
            among(col(Nudge.member_id), members),
            col(Nudge.reaction) == "later",
        )
        .order_by(col(Nudge.shown_at), col(Nudge.nudge_id))
    )
    return _by_member(rows)


async def answered_on(
    session: AsyncSession, workspace: WorkspaceId, slots: Collection[tuple[str, str]]
) -> set[tuple[str, str]]:
    """Return those of *slots* (member, local date) whose practice has been answered."""
    found = await session.execute(
        select(Nudge.member_id, Nudge.on_date).where(
            col(Nudge.workspace_id) == workspace,
            col(Nudge.member_id).in_([member for member, _ in slots]),
            col(Nudge.on_date).in_([on_date for _, on_date in slots]),
            col(Nudge.trigger) == "slot",
            col(Nudge.reaction).is_not(None),
        )
    )
    return {(member, on_date) for member, on_date in found} & set(slots)


async def done_between(
    session: AsyncSession,
    workspace: WorkspaceId,
    members: Sequence[MemberId],
    after: datetime,
    until: datetime,
) -> dict[MemberId, list[Nudge]]:
    """Return the practices each of *members* did after an instant and by another, oldest first."""
    rows = await session.scalars(
        select(Nudge)
        .where(
            col(Nudge.workspace_id) == workspace,
            col(Nudge.member_id).in_(members),
            col(Nudge.reaction) == "done",
            col(Nudge.reacted_at) > after,
            col(Nudge.reacted_at) <= until,
        )
        .order_by(col(Nudge.reacted_at), col(Nudge.nudge_id))
    )
    return _by_member(rows)


def _by_member(rows: Iterable[Nudge]) -> dict[MemberId, list[Nudge]]:
    found: dict[MemberId, list[Nudge]] = defaultdict(list)
    for row in rows:
        found[MemberId(row.member_id)].append(row)
    return found
