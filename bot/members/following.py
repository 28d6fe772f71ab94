"""Follow what Slack says about people: write it only where it differs, and only of people here."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.members import store
from bot.members.people import zone_of
from bot.members.schedule import reschedule, wake
from bot.members.tables import Member
from bot.slack.ids import MemberId, WorkspaceId

SOMETIMES_MISSING = ("slack_zone", "slack_locale")  # in events and of people from elsewhere


async def differing(
    session: AsyncSession, workspace: WorkspaceId, rows: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Return those of *rows* that say something new about somebody here, made whole.

    Here is who shares a channel with the bot or has used it.
    """
    ids = [MemberId(row["member_id"]) for row in rows]
    known = {one.member_id: one for one in await store.members_of(session, workspace, ids)}
    here = await store.in_channels(session, workspace, ids) | known.keys()
    whole = [_whole(row, known.get(row["member_id"])) for row in rows if row["member_id"] in here]
    return [row for row in whole if _is_new(row, known.get(row["member_id"]))]


async def follow(
    session: AsyncSession, workspace: WorkspaceId, rows: Sequence[Mapping[str, Any]], now: datetime
) -> int:
    """Write what is new in *rows*, and have the daily slots follow; return how many were new."""
    new = await differing(session, workspace, rows)
    ids = [MemberId(row["member_id"]) for row in new]
    known = [one.member_id for one in await store.members_of(session, workspace, ids)]
    await store.put_members(session, new)
    for known_id in known:  # who is new has no slot yet that could follow
        member = await store.lock_member(session, workspace, MemberId(known_id))
        if member is not None:
            await session.refresh(member)
            _settle_slot(member, now)
    return len(new)


def _settle_slot(member: Member, now: datetime) -> None:
    """Nobody who is gone has a slot; who is back, or has moved, has theirs again."""
    if member.is_gone:
        member.next_slot_at = None
    elif member.started_at is not None:
        wake(member, now)
    if zone_of(member):
        reschedule(member, now)


def _whole(row: Mapping[str, Any], known: Member | None) -> dict[str, Any]:
    """Keep what we knew where Slack leaves something out."""
    kept = {
        name: getattr(known, name)
        for name in SOMETIMES_MISSING
        if known is not None and row[name] is None
    }
    return {**row, **kept}


def _is_new(row: Mapping[str, Any], known: Member | None) -> bool:
    return known is None or any(row[name] != getattr(known, name) for name in store.FROM_SLACK)
