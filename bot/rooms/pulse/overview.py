"""Which teams have a pulse, for the workspace's admins: who set it up, and nothing else."""

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from bot.ports import TeamSetUp
from bot.rooms.pulse.tables import Pulse
from bot.slack.ids import ChannelId, MemberId, WorkspaceId


async def teams_of(session: AsyncSession, workspace: WorkspaceId) -> list[TeamSetUp]:
    """Return the teams whose pulse runs, by channel."""
    found = await session.scalars(
        select(Pulse)
        .where(col(Pulse.workspace_id) == workspace, col(Pulse.stopped_at).is_(None))
        .order_by(col(Pulse.channel_id))
    )
    return [
        TeamSetUp(ChannelId(row.channel_id), MemberId(row.owner_id) if row.owner_id else None)
        for row in found
    ]
