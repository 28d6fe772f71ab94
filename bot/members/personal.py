"""What in the house's own tables is somebody's: what forgetting erases and an export tells."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from bot.delivery.tables import Delivery
from bot.deps import Personal
from bot.errands.tables import ErrandRow
from bot.members.tables import ChannelMember, Member, SeenEvent, Workspace
from bot.slack.ids import MemberId, WorkspaceId

OVER = ("sent", "skipped", "refused", "failed", "doubt")


def told_delivery(row: Any, _member: MemberId) -> Mapping[str, Any]:
    """Return a message the clock sent them, or why it wasn't sent."""
    said = (row.content or {}).get("data")
    return {
        "kind": row.kind,
        "for": row.slot,
        "due_at": row.due_at,
        "state": row.state,
        "reason": row.reason,
        "said": said,
    }


async def forget_suggestions(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId, _now: datetime
) -> None:
    """Take *member* out of others' lists of whom never to suggest."""
    found = await session.scalars(
        select(Member).where(
            col(Member.workspace_id) == workspace, col(Member.never_suggest).is_not(None)
        )
    )
    for row in found:
        if member in row.never_suggest:
            row.never_suggest = [one for one in row.never_suggest if one != member] or None


PERSONAL = (
    Personal(Member, owners=["member_id"]),
    Personal(ChannelMember, owners=["member_id"]),
    Personal(Workspace, emptied=["installer_id"]),
    Personal(
        Delivery,
        owners=["target", "subject"],
        told=told_delivery,
        old=lambda before: col(Delivery.state).in_(OVER) & (col(Delivery.due_at) < before),
        kept_for=timedelta(days=90),
    ),
    Personal(ErrandRow, owners=["member_id"], told=lambda _row, _member: None),
    Personal(
        SeenEvent, old=lambda before: col(SeenEvent.seen_at) < before, kept_for=timedelta(days=7)
    ),
)
