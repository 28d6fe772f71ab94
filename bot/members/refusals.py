"""What Slack's refusals tell about people and workspaces, written where it belongs."""

from datetime import datetime

import structlog
from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, or_, update

from bot.members.tables import Member, Workspace
from bot.slack.failures import MEMBER_GONE, TOKEN_GONE
from bot.slack.ids import WorkspaceId

log = structlog.get_logger(__name__)

# What tells that the app was removed: two events of Slack's, and two refusals, for the events may
# come later, or never, as to a bot that was down. A wrong token (`invalid_auth`) may be mended.
UNINSTALLED = ("app_uninstalled", "tokens_revoked", "account_inactive", "token_revoked")


async def handle(
    session: AsyncSession, workspace: WorkspaceId, target: str, code: str, now: datetime
) -> None:
    """Act on a refusal's cause: a person who left gets nothing more, nor does a workspace whose
    token is gone. Commits nothing; harmless to repeat."""
    if code in UNINSTALLED:
        await uninstall(session, workspace, code, now)
    elif code in TOKEN_GONE:
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
    """Stop a workspace whose token is gone for good, and keep the token no longer.

    When that was decides about how long its data stays; what stopped it before for another reason
    doesn't count.
    """
    is_known = col(Workspace.stopped_reason).in_(UNINSTALLED)
    await _stop(
        session, workspace, reason, now, or_(col(Workspace.stopped_at).is_(None), ~is_known)
    )
    await session.execute(
        update(Workspace).where(col(Workspace.workspace_id) == workspace).values(token=None)
    )


async def stop_workspace(
    session: AsyncSession, workspace: WorkspaceId, reason: str, now: datetime
) -> None:
    """Send nothing more for *workspace* until it is installed again."""
    await _stop(session, workspace, reason, now, col(Workspace.stopped_at).is_(None))


async def _stop(
    session: AsyncSession,
    workspace: WorkspaceId,
    reason: str,
    now: datetime,
    where: ColumnElement[bool],
) -> None:
    await session.execute(
        update(Workspace)
        .where(col(Workspace.workspace_id) == workspace, where)
        .values(stopped_at=now, stopped_reason=reason)
    )
    log.warning("workspace_stopped", workspace=workspace, reason=reason)
