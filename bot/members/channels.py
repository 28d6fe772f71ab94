"""Channels whose id Slack changes: everything about them goes along, in every room's tables."""

from typing import Any

from sqlalchemy import Table
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel, col, update

from bot.delivery.tables import Delivery
from bot.members import store
from bot.members.tables import Channel
from bot.slack.ids import ChannelId, WorkspaceId


async def move(
    session: AsyncSession, workspace: WorkspaceId, before: ChannelId, after: ChannelId
) -> None:
    """Give what is about *before* the id *after*; harmless to repeat, or where it isn't known."""
    if before == after or await store.get_channel(session, workspace, before) is None:
        return
    if await store.get_channel(session, workspace, after) is not None:
        return  # a sync knows the new one already, and lets go of the old one
    await session.execute(
        update(Channel)
        .where(col(Channel.workspace_id) == workspace, col(Channel.channel_id) == before)
        .values(channel_id=after)
    )
    for table in _tables():
        await _rename(session, table, "channel_id", workspace, before, after)
    for name in ("target", "subject"):
        await _rename(session, Delivery.__table__, name, workspace, before, after)  # type: ignore[attr-defined]


def _tables() -> list[Table]:
    """Return the tables that name a channel, but for the channels' own."""
    tables = SQLModel.metadata.sorted_tables
    return [one for one in tables if "channel_id" in one.columns and one.name != "channel"]


async def _rename(
    session: AsyncSession, table: Table, name: str, workspace: str, before: str, after: str
) -> None:
    column: Any = table.columns[name]
    await session.execute(
        table.update()
        .where(table.columns["workspace_id"] == workspace, column == before)
        .values({name: after})
    )
