"""All of somebody's promises: the open ones, those that ended lately, and how."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps
from bot.members.reader import Reader
from bot.ports import FollowThrough
from bot.rooms.commitments import store
from bot.rooms.commitments.outcome import WINDOW, Counts, how_ended
from bot.rooms.commitments.record import Told, promise_of, told
from bot.rooms.commitments.rules import Promise
from bot.rooms.commitments.tables import Commitment
from bot.slack.ids import MemberId, WorkspaceId


@dataclass(frozen=True)
class Ledger:
    """Open ones by due time; ended ones since the window began, the newest first; their counts."""

    open: Sequence[tuple[Told, Promise]]
    ended: Sequence[tuple[Told, Promise]]
    counts: Counts


async def read(session: AsyncSession, who: Reader, now: datetime) -> Ledger:
    still_open = await store.open_of(session, who.workspace, [who.member])
    ended = await _ended(session, who.workspace, who.member, now)
    counts = how_ended(map(promise_of, ended), now)
    return Ledger([_shown(row) for row in still_open], [_shown(row) for row in ended], counts)


async def follow_through(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId, now: datetime
) -> FollowThrough | None:
    """Return how somebody's promises ended lately; None where there are none to speak of."""
    counts = how_ended(map(promise_of, await _ended(session, workspace, member, now)), now)
    return FollowThrough(counts.total, counts.on_time) if counts.total else None


async def start_fresh(deps: Deps, who: Reader) -> None:
    """Count from now on only; harmless to repeat."""
    async with deps.db.write() as session:
        await store.start_fresh(session, who.workspace, who.member, deps.clock.now())


async def _ended(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId, now: datetime
) -> list[Commitment]:
    """Return what ended within the window, which a fresh start cuts short."""
    fresh_from = await store.fresh_from(session, workspace, member)
    since = max(now - WINDOW, fresh_from or now - WINDOW)
    return await store.ended_of(session, workspace, member, since)


def _shown(row: Commitment) -> tuple[Told, Promise]:
    return told(row), promise_of(row)
