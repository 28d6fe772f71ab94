"""Queries on teams' promises; they never commit."""

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from bot.rooms.pulse.tables import TeamPromise as Row
from bot.rooms.pulse.team_promise import Report, TeamPromise
from bot.slack.ids import ChannelId, MemberId, WorkspaceId


async def current(session: AsyncSession, workspace: WorkspaceId, channel: ChannelId) -> Row | None:
    """Return the team's newest promise, locked, whether it still runs or not."""
    found = await session.scalars(
        select(Row)
        .where(col(Row.workspace_id) == workspace, col(Row.channel_id) == channel)
        .order_by(col(Row.number).desc())
        .limit(1)
        .with_for_update()
    )
    return found.first()


async def running(
    session: AsyncSession, workspace: WorkspaceId, channel: ChannelId
) -> dict[str, str] | None:
    """Return the promise the next results open with, without a name; None where there is none."""
    row = await current(session, workspace, channel)
    if row is None or not held(row).is_running:
        return None
    return {"id": row.promise_id, "words": str(row.words)}


def held(row: Row) -> TeamPromise:
    """Return a promise as the rules take it."""
    return TeamPromise(
        str(row.words),
        MemberId(row.keeper_id) if row.keeper_id else None,
        Report(row.report) if row.report else None,
        row.has_ended,
    )
