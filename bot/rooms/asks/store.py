"""Queries on asks; they never commit."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, func, select, update

from bot.members import store as members
from bot.rooms.asks.rules import OPEN_FOR, PAIR_REST
from bot.rooms.asks.tables import Ask, AskChoice
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.among import among


async def last_asked(
    session: AsyncSession,
    workspace: WorkspaceId,
    asked: MemberId,
    asker: MemberId | None = None,
) -> datetime | None:
    """Return when *asked* was last asked, by anyone or by *asker* (aware UTC)."""
    query = select(func.max(col(Ask.asked_at))).where(
        col(Ask.workspace_id) == workspace, col(Ask.asked_id) == asked
    )
    if asker is not None:
        query = query.where(col(Ask.asker_id) == asker)
    found: datetime | None = await session.scalar(query)
    return found


async def lock(session: AsyncSession, workspace: WorkspaceId, ask_id: str) -> Ask | None:
    """Return an ask, locked until the transaction ends."""
    return await session.get(Ask, (workspace, ask_id), with_for_update=True)


async def find(session: AsyncSession, workspace: WorkspaceId, ask_id: str) -> Ask | None:
    return await session.get(Ask, (workspace, ask_id))


async def open_to(
    session: AsyncSession, workspace: WorkspaceId, asked: Sequence[str], now: datetime
) -> list[Ask]:
    """Return the asks that each of *asked* could still answer, the oldest first."""
    found = await session.scalars(
        select(Ask)
        .where(
            col(Ask.workspace_id) == workspace,
            among(col(Ask.asked_id), asked),
            col(Ask.asked_at) > now - OPEN_FOR,
            col(Ask.state) == "open",
        )
        .order_by(col(Ask.asked_at))
    )
    return list(found)


async def answers_for(
    session: AsyncSession, workspace: WorkspaceId, askers: Sequence[str], now: datetime
) -> list[Ask]:
    """Return the answered asks of *askers* that are younger than a pair's rest."""
    found = await session.scalars(
        select(Ask)
        .where(
            col(Ask.workspace_id) == workspace,
            among(col(Ask.asker_id), askers),
            col(Ask.asked_at) > now - PAIR_REST,
            col(Ask.state) == "answered",
        )
        .order_by(col(Ask.answered_at))
    )
    return list(found)


async def asked_by(
    session: AsyncSession, workspace: WorkspaceId, asker: MemberId, now: datetime
) -> list[Ask]:
    """Return what *asker* may see: what was answered, and what was asked within a week."""
    found = await session.scalars(
        select(Ask)
        .where(
            col(Ask.workspace_id) == workspace,
            col(Ask.asker_id) == asker,
            (col(Ask.state) == "answered") | (col(Ask.asked_at) > now - OPEN_FOR),
        )
        .order_by(col(Ask.asked_at).desc(), col(Ask.ask_id))
    )
    return list(found)


async def mark_offered(
    session: AsyncSession, workspace: WorkspaceId, ask_ids: Collection[str], on: date | None
) -> None:
    await session.execute(
        update(Ask)
        .where(col(Ask.workspace_id) == workspace, col(Ask.ask_id).in_(ask_ids))
        .values(offered_on=on)
    )


async def mark_told(
    session: AsyncSession, workspace: WorkspaceId, ask_ids: Collection[str], on: date | None
) -> None:
    await session.execute(
        update(Ask)
        .where(col(Ask.workspace_id) == workspace, col(Ask.ask_id).in_(ask_ids))
        .values(told_on=on)
    )


async def switched_off(
    session: AsyncSession, workspace: WorkspaceId, asked: Sequence[str]
) -> set[str]:
    """Return those of *asked* who want no asks."""
    found = await session.scalars(
        select(AskChoice.member_id).where(
            col(AskChoice.workspace_id) == workspace,
            col(AskChoice.member_id).in_(asked),
            col(AskChoice.is_off),
        )
    )
    return set(found)


async def set_off(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId, is_off: bool
) -> None:
    """Write the choice; the member's row is locked meanwhile."""
    await members.ensure_member(session, workspace, member)
    row = await session.get(AskChoice, (workspace, member))
    if row is None:
        row = AskChoice(workspace_id=workspace, member_id=member)
        session.add(row)
    row.is_off = is_off
