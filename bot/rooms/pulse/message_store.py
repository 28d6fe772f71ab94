"""Queries on where polls stand before people; they never commit."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, func, select, update

from bot.delivery.tables import Delivery
from bot.rooms.pulse.tables import PollMessage
from bot.slack.ids import WorkspaceId
from bot.storage.engine import claimable
from bot.storage.upsert import insert_new


async def messages_of(
    session: AsyncSession, workspace: WorkspaceId, targets: Collection[str], polls: Collection[str]
) -> list[PollMessage]:
    """Return where *polls* stand before *targets*."""
    found = await session.scalars(
        select(PollMessage).where(
            col(PollMessage.workspace_id) == workspace,
            col(PollMessage.target).in_(targets),
            col(PollMessage.poll_id).in_(polls),
        )
    )
    return list(found)


async def messages_with(
    session: AsyncSession, workspace: WorkspaceId, deliveries: Collection[str]
) -> list[PollMessage]:
    """Return every poll that stands in the messages sent as *deliveries*."""
    found = await session.scalars(
        select(PollMessage)
        .where(
            col(PollMessage.workspace_id) == workspace,
            col(PollMessage.delivery_id).in_(deliveries),
        )
        .order_by(col(PollMessage.poll_id))
    )
    return list(found)


async def riders_in(
    session: AsyncSession, workspace: WorkspaceId, deliveries: Collection[str]
) -> dict[str, Mapping[str, Any]]:
    """Return what rode in each of the messages sent as *deliveries*: an edit must say it again."""
    rows = await session.execute(
        select(Delivery.delivery_id, Delivery.content).where(
            col(Delivery.workspace_id) == workspace, col(Delivery.delivery_id).in_(deliveries)
        )
    )
    return {
        delivery: ((content or {}).get("data") or {}).get("riders", {})
        for delivery, content in rows
    }


async def last_post(session: AsyncSession, workspace: str, channel: str) -> str:
    """Return the ts of what was last posted in *channel*; empty where nothing is known of."""
    newest = await session.scalar(
        select(func.max(Delivery.ts)).where(
            col(Delivery.workspace_id) == workspace,
            col(Delivery.target) == channel,
            col(Delivery.state) == "sent",
        )
    )
    return newest or ""


async def call_for_edits(session: AsyncSession, workspace: WorkspaceId, poll: str) -> None:
    """Have every message *poll* stands in edited, those still on their way once they are sent."""
    await session.execute(
        update(PollMessage)
        .where(col(PollMessage.workspace_id) == workspace, col(PollMessage.poll_id) == poll)
        .values(edit_due=True)
        .execution_options(synchronize_session=False)
    )


def needs_edit() -> ColumnElement[bool]:
    """Say of which messages the edit is to be planned."""
    return col(PollMessage.edit_due) & col(PollMessage.ts).is_not(None)


async def to_edit(session: AsyncSession, limit: int) -> list[PollMessage]:
    """Return messages whose edit is to be planned, locked for this worker."""
    found = await session.scalars(claimable(select(PollMessage).where(needs_edit()).limit(limit)))
    return list(found)


async def note_sent(
    session: AsyncSession, workspace: WorkspaceId, delivery: str, channel: str, ts: str
) -> None:
    """Keep where a poll's message landed; nothing where *ts* is empty: it can't be changed."""
    if not ts:
        return
    await session.execute(
        update(PollMessage)
        .where(col(PollMessage.workspace_id) == workspace, col(PollMessage.delivery_id) == delivery)
        .values(channel=channel, ts=ts)
    )


async def forget(
    session: AsyncSession, workspace: WorkspaceId, deliveries: Collection[str]
) -> None:
    """Keep no longer that polls stand in *deliveries*, which never arrived."""
    await session.execute(
        delete(PollMessage).where(
            col(PollMessage.workspace_id) == workspace, col(PollMessage.delivery_id).in_(deliveries)
        )
    )


async def put_messages(session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
    await insert_new(session, PollMessage, rows)
