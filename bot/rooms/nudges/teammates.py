"""Whom *Suggest someone* names: colleagues who agreed to it, each in turn."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from hashlib import blake2b

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, func, select

from bot.members.tables import Channel, ChannelMember, Member
from bot.rooms.nudges.tables import Nudge

NEVER = datetime.min.replace(tzinfo=UTC)


def next_in_turn(
    willing: Collection[str], named_at: Mapping[str, datetime], current: str | None, seed: str
) -> str | None:
    """Return who is named next: those never named first, by lot, then whoever it was longest ago.

    *current* is who stands there now; asking again goes on to the next, round and round.
    """
    turns = sorted(willing, key=lambda one: (named_at.get(one, NEVER), _lot(seed, one)))
    if not turns:
        return None
    return turns[(turns.index(current) + 1) % len(turns)] if current in turns else turns[0]


def _lot(seed: str, one: str) -> bytes:
    return blake2b(f"{seed}\0{one}".encode(), digest_size=8).digest()


async def willing_around(session: AsyncSession, row: Member) -> set[str]:
    """Return who may be named to a member: in a channel with them, started, and agreed to it.

    Nobody on either one's never-suggest list, and nobody who is away.
    """
    found = await session.scalars(
        select(Member).where(
            col(Member.workspace_id) == row.workspace_id,
            col(Member.member_id).in_(_around(row)),
            col(Member.member_id) != row.member_id,
            col(Member.started_at).is_not(None),
            col(Member.may_be_suggested),
            col(Member.is_full),
            ~col(Member.is_deactivated),
            ~col(Member.on_vacation),
        )
    )
    never = set(row.never_suggest or ())
    return {
        one.member_id
        for one in found
        if one.member_id not in never and row.member_id not in (one.never_suggest or ())
    }


def _around(row: Member):  # type: ignore[no-untyped-def]  # a sub-select
    mine = (
        select(ChannelMember.channel_id)
        .join(
            Channel,
            (col(Channel.workspace_id) == col(ChannelMember.workspace_id))
            & (col(Channel.channel_id) == col(ChannelMember.channel_id)),
        )
        .where(
            col(ChannelMember.workspace_id) == row.workspace_id,
            col(ChannelMember.member_id) == row.member_id,
            col(Channel.bot_is_in),
        )
    )
    return select(ChannelMember.member_id).where(
        col(ChannelMember.workspace_id) == row.workspace_id,
        col(ChannelMember.channel_id).in_(mine),
    )


async def named_before(session: AsyncSession, nudge: Nudge) -> dict[str, datetime]:
    """Return when each colleague was last named to the owner of *nudge*, in other nudges."""
    found = await session.execute(
        select(Nudge.teammate_id, func.max(col(Nudge.shown_at)))
        .where(
            col(Nudge.workspace_id) == nudge.workspace_id,
            col(Nudge.member_id) == nudge.member_id,
            col(Nudge.nudge_id) != nudge.nudge_id,
            col(Nudge.teammate_id).is_not(None),
        )
        .group_by(col(Nudge.teammate_id))
    )
    return {str(teammate): at for teammate, at in found}
