"""What Slack's refusals tell about people and workspaces, written where it belongs."""

from datetime import datetime

import structlog
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, update

from bot.members.tables import Member, Workspace
from bot.slack.failures import MEMBER_GONE, TOKEN_GONE
from bot.slack.ids import WorkspaceId

log = structlog.get_logger(__name__)


async def handle(
    session: AsyncSession, workspace: WorkspaceId, target: str, code: str, now: datetime
) -> None:
    """Act on a refusal's cause: a person who left gets nothing more, nor does a workspace whose
    token is gone. Commits nothing; harmless to repeat."""
    if code in TOKEN_GONE:
        await stop_workspace(session, workspace, code, now)
    elif code in MEMBER_GONE:
        await session.execute(
            update(Member)
            .where(col(Member.workspace_id) == workspace, col(Member.member_id) == target)
            .values(is_deactivated=True, next_slot_at=None)
        )


async def uninstall(
    session: AsyncSession, workspace: WorkspaceId, reason: str, now: datetime
) -> None:
    """Stop a workspace whose token is gone for good, and keep the token no longer."""
    await stop_workspace(session, workspace, reason, now)
    await session.execute(
        update(Workspace).where(col(Workspace.workspace_id) == workspace).values(token=None)
    )


async def stop_workspace(
    session: AsyncSession, workspace: WorkspaceId, reason: str, now: datetime
) -> None:
    """Send nothing more for *workspace* until it is installed again."""
    await session.execute(
        update(Workspace)
        .where(col(Workspace.workspace_id) == workspace, col(Workspace.stopped_at).is_(None))
        .values(stopped_at=now, stopped_reason=reason)
    )
    log.warning("workspace_stopped", workspace=workspace, reason=reason)
