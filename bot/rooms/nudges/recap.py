"""The Friday recap: instead of a nudge, for those who want it and did something."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery.rules import STALE
from bot.deps import (
    AtSlot,
    Composed,
    Decision,
    Deps,
    Due,
    Kind,
    Skip,
    SlotClaim,
    Wait,
)
from bot.members.reader import Reader
from bot.members.tables import Member
from bot.ports import FollowThrough
from bot.rooms.nudges import recap_views, store
from bot.rooms.nudges.clock import people_of
from bot.rooms.nudges.readiness import absence, hindrance, with_the_day
from bot.rooms.nudges.slowing import heard_from
from bot.rooms.nudges.tables import Nudge
from bot.rooms.nudges.week import is_recap_day
from bot.slack.ids import MemberId, WorkspaceId

RECAP = "nudges.recap"
RANK = 20  # below a poll, above a nudge
A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Week:
    """A week looked back on: the practices done, the promises kept, how they ended lately."""

    done: Sequence[Nudge]
    kept: int
    promises: FollowThrough | None


async def wants(
    deps: Deps,
    session: AsyncSession,
    workspace: WorkspaceId,
    here: Sequence[AtSlot],
    now: datetime,
) -> Mapping[MemberId, Skip | None]:
    """Say who wants a recap: on its day, whoever chose it and did a practice or kept a promise."""
    fans = {
        MemberId(one.member.member_id): one
        for one in here
        if one.member.started_at and one.member.recap and is_recap_day(one.member, one.on)
    }
    if not fans:
        return {}
    done = await store.done_between(session, workspace, [*fans], now - A_WEEK, now)
    kept = await _kept(deps, session, workspace, [*fans], now)
    return {who: absence(one, now) for who, one in fans.items() if who in done or who in kept}


async def _kept(
    deps: Deps,
    session: AsyncSession,
    workspace: WorkspaceId,
    members: Sequence[MemberId],
    end: datetime,
) -> Mapping[MemberId, int]:
    """Return how many promises each kept in the week that ended; who kept none is left out."""
    if deps.kept is None:
        return {}
    return await deps.kept(session, workspace, members, end - A_WEEK, end)


async def compose(
    deps: Deps, session: AsyncSession, dues: Sequence[Due], now: datetime
) -> Mapping[str, Decision]:
    """Say that the recap is there; what is in it stays in its window."""
    people = await people_of(session, dues)
    return {due.id: _decide(deps, people.get(due.target), due, now) for due in dues}


def _decide(deps: Deps, member: Member | None, due: Due, now: datetime) -> Decision:
    hindered = hindrance(member, due, now, with_the_day)
    if member is None or hindered is not None:
        return hindered or Skip(STALE)
    locale = deps.people.locale_of(member)
    return Composed(locale, {"until": int(due.due_at.timestamp())})


async def hinders(
    session: AsyncSession, dues: Sequence[Due], now: datetime
) -> Mapping[str, Skip | Wait]:
    """Say which recaps composed before may not be sent again now."""
    people = await people_of(session, dues)
    found = {due.id: hindrance(people.get(due.target), due, now, with_the_day) for due in dues}
    return {due_id: one for due_id, one in found.items() if one is not None}


async def look_back(deps: Deps, who: Reader, until: int) -> Week:
    """Return the week that ended at *until* (Unix seconds); that they looked is a reaction."""
    end = datetime.fromtimestamp(until, UTC)
    async with deps.db.write() as session:
        await heard_from(session, who.workspace, who.member)
        done = await store.done_between(session, who.workspace, [who.member], end - A_WEEK, end)
        kept = await _kept(deps, session, who.workspace, [who.member], end)
        promises = None
        if deps.follow_through is not None:
            promises = await deps.follow_through(
                session, who.workspace, who.member, deps.clock.now()
            )
    return Week(done.get(who.member, []), kept.get(who.member, 0), promises)


KIND = Kind(RECAP, compose, recap_views.recap_card, rides=True, hinders=hinders)
CLAIM = SlotClaim(RECAP, RANK, wants)
