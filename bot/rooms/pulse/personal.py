"""What in the pulse's tables is somebody's. An answer is nobody's, so it is neither here nor
there: a ballot's hash stays until its poll closes, or forgetting would be a second vote."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, exists, select

from bot.delivery import store as ledger
from bot.deps import Personal
from bot.rooms.pulse.occasions import NEWS, to_channel
from bot.rooms.pulse.tables import Poll, PollMember, PollMessage, Pulse, PulseLeaver, TeamPromise
from bot.slack.ids import MemberId, WorkspaceId


async def forget_owner(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId, now: datetime
) -> None:
    """Tell the channels whose pulse *member* looked after that nobody does now."""
    found = await session.scalars(
        select(Pulse).where(col(Pulse.workspace_id) == workspace, col(Pulse.owner_id) == member)
    )
    rows = []
    for pulse in found:
        pulse.owner_id = None
        if pulse.stopped_at is None:
            slot = f"orphaned.{now.isoformat()}"
            rows.append(to_channel(workspace, NEWS, pulse.channel_id, slot, now))
    await ledger.plan(session, rows)


def _closed_before(before: datetime, table: type[PollMember] | type[PollMessage]) -> (
    ColumnElement[bool]
):  # fmt: skip
    return (
        exists()
        .where(col(Poll.workspace_id) == col(table.workspace_id))
        .where(col(Poll.poll_id) == col(table.poll_id))
        .where(col(Poll.closes_at) < before)
    )


PERSONAL = (
    Personal(
        Pulse,
        emptied=["owner_id"],
        told=lambda row, _member: {"you_look_after_the_pulse_of": row.channel_id},
    ),
    Personal(PulseLeaver, owners=["member_id"]),
    # How many were asked was frozen at opening: the place stays, the name goes.
    Personal(
        PollMember,
        renamed=["member_id"],
        told=lambda row, _member: {"you_were_asked_in_poll": row.poll_id},
        old=lambda before: _closed_before(before, PollMember),
    ),
    Personal(
        PollMessage,
        owners=["target"],
        old=lambda before: _closed_before(before, PollMessage),
        kept_for=timedelta(days=90),
    ),
    Personal(
        TeamPromise,
        emptied=["keeper_id"],
        told=lambda row, _member: {"you_look_after": row.words, "of_team": row.channel_id},
    ),
)
