"""Queries on checks, drafts and charts; they never commit."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import and_, col, delete, func, select

from bot.delivery.tables import Delivery
from bot.rooms.trustcheck.pattern import Taken
from bot.rooms.trustcheck.rules import Scores
from bot.rooms.trustcheck.tables import ChartRequest, Check, CheckDraft
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.among import among
from bot.storage.moments import When
from bot.storage.upsert import insert_new

MAX_CHECKS = 600  # of one member, looked at together: eleven years of weekly ones


async def add(session: AsyncSession, row: Mapping[str, Any]) -> None:
    """Keep a check; one whose id is there already stays as it was."""
    await insert_new(session, Check, [row])


async def find(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId, check_id: str
) -> Taken | None:
    """Return the member's own check of that id."""
    row = await session.get(Check, (workspace, check_id))
    return taken(row) if row is not None and row.member_id == member else None


async def checks_of(session: AsyncSession, workspace: WorkspaceId, member: MemberId) -> list[Taken]:
    """Return the member's checks, newest first."""
    rows = await session.scalars(
        select(Check)
        .where(col(Check.workspace_id) == workspace, col(Check.member_id) == member)
        .order_by(col(Check.taken_at).desc(), col(Check.check_id))
        .limit(MAX_CHECKS)
    )
    return [taken(row) for row in rows]


def taken(row: Check) -> Taken:
    scores = Scores.read(row.answers["scores"])
    return Taken(row.check_id, row.form, row.taken_at, scores, row.answers["subject"])


async def latest(
    session: AsyncSession, workspace: WorkspaceId, members: Sequence[MemberId]
) -> dict[MemberId, Check]:
    """Return each member's newest check."""
    newest = (
        select(col(Check.member_id), func.max(col(Check.taken_at)).label("taken_at"))
        .where(col(Check.workspace_id) == workspace, among(col(Check.member_id), members))
        .group_by(col(Check.member_id))
        .subquery()
    )
    rows = await session.scalars(
        select(Check)
        .join(
            newest,
            (col(Check.member_id) == newest.c.member_id)
            & (col(Check.taken_at) == newest.c.taken_at),
        )
        .where(col(Check.workspace_id) == workspace)
        .order_by(
            col(Check.check_id).desc()
        )  # of two at one instant, the one `checks_of` has first
    )
    return {MemberId(row.member_id): row for row in rows}


async def draft_of(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId
) -> CheckDraft | None:
    return await session.get(CheckDraft, (workspace, member))


def is_old_draft(before: When) -> ColumnElement[bool]:
    """Say which drafts were last changed before an instant (aware)."""
    return col(CheckDraft.changed_at) < before


async def drop_drafts(session: AsyncSession, before: datetime) -> None:
    await session.execute(delete(CheckDraft).where(is_old_draft(before)))


def is_old_request(before: When) -> ColumnElement[bool]:
    """Say which charts were asked for before an instant (aware)."""
    return col(ChartRequest.asked_at) < before


async def drop_requests(session: AsyncSession, before: datetime) -> None:
    await session.execute(delete(ChartRequest).where(is_old_request(before)))


async def request_chart(session: AsyncSession, row: Mapping[str, Any]) -> None:
    """Note that a chart is wanted; harmless to repeat."""
    await insert_new(session, ChartRequest, [row])


async def chart_requests(
    session: AsyncSession, workspace: WorkspaceId, chart_ids: Sequence[str]
) -> list[ChartRequest]:
    found = await session.scalars(
        select(ChartRequest).where(
            col(ChartRequest.workspace_id) == workspace, col(ChartRequest.chart_id).in_(chart_ids)
        )
    )
    return list(found)


def is_refused(kind: str, code: str) -> ColumnElement[bool]:
    """Say which charts' delivery of *kind* Slack refused with *code*."""
    return and_(
        col(Delivery.workspace_id) == col(ChartRequest.workspace_id),
        col(Delivery.subject) == col(ChartRequest.member_id),
        col(Delivery.slot) == col(ChartRequest.chart_id),
        col(Delivery.kind) == kind,
        col(Delivery.state) == "refused",
        col(Delivery.reason) == code,
    )


async def refused_charts(
    session: AsyncSession, kind: str, code: str, limit: int
) -> list[ChartRequest]:
    """Return the charts whose delivery of *kind* Slack refused with *code*."""
    found = await session.scalars(select(ChartRequest).where(is_refused(kind, code)).limit(limit))
    return list(found)


async def drop_charts(
    session: AsyncSession, workspace: WorkspaceId, chart_ids: Sequence[str]
) -> None:
    await session.execute(
        delete(ChartRequest).where(
            col(ChartRequest.workspace_id) == workspace, col(ChartRequest.chart_id).in_(chart_ids)
        )
    )
