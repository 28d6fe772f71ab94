"""Turn what has become due into ledger rows: members' daily slots, and the rooms' own sweeps."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import literal, or_, select

from bot.delivery import rules, store
from bot.delivery.notices import NOTICES
from bot.deps import AtSlot, Deps, Rider, Skip, SlotClaim, Sweep
from bot.members import store as members
from bot.members.people import zone_of
from bot.members.rules import slot_date
from bot.members.schedule import slot_after, works_on
from bot.members.tables import Member
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.moments import NOW
from bot.web import metrics

log = structlog.get_logger(__name__)

ONE_DAY = timedelta(days=1)
BATCH = 1000  # members or rows a transaction


class Sweeper:
    """Plans; it never calls Slack. Safe on several workers: rows are claimed, keys are unique."""

    def __init__(
        self,
        deps: Deps,
        claims: Sequence[SlotClaim],
        riders: Sequence[Rider],
        sweeps: Sequence[Sweep],
    ) -> None:
        self._deps = deps
        self._claims = sorted(claims, key=lambda claim: claim.rank)
        self._riders = riders
        self._sweeps = [*sweeps, Sweep("slots", members.has_slot(NOW), self._slots)]
        looks = [select(literal(1)).where(sweep.due).exists() for sweep in self._sweeps]
        self._look = select(*looks)
        self.due = or_(*looks)  # whether there is anything to plan
        self._stopping = False

    def stop(self) -> None:
        """Begin no further batch; what isn't planned yet stays due."""
        self._stopping = True

    async def run(self) -> int:
        """Plan what is due; return how many rows were handled. That may have made more due.

        All of it at one instant: a poll closes before the next one opens, also where the clock is
        moved past both between two sweeps. One that breaks keeps no other from its work.
        """
        now = self._deps.clock.now()
        return sum([await self._unbroken(sweep, now) for sweep in await self._due(now)])

    async def _due(self, now: datetime) -> list[Sweep]:
        """Return the sweeps that find something, in their order."""
        async with self._deps.db.read() as session:
            with NOW.being(now):
                found = (await session.execute(self._look)).one()
        return [sweep for sweep, is_due in zip(self._sweeps, found, strict=True) if is_due]

    async def _unbroken(self, sweep: Sweep, now: datetime) -> int:
        try:
            return await self._all_of(sweep, now)
        except SQLAlchemyError:
            raise
        except Exception:  # BLE001: the other sweeps go on: logged, tried again at the beat
            log.exception("sweep_broke", kind=sweep.name)
            return 0

    async def _all_of(self, sweep: Sweep, now: datetime) -> int:
        handled, done = 0, BATCH
        while done == BATCH and not self._stopping:
            async with self._deps.db.write() as session:
                done = await sweep.run(self._deps, session, now, BATCH)
            handled += done
        return handled

    async def _slots(self, deps: Deps, session: AsyncSession, now: datetime, limit: int) -> int:
        found = await members.at_slot(session, now, limit)
        by_workspace: dict[WorkspaceId, list[AtSlot]] = defaultdict(list)
        for member in found:
            came = _come_and_gone(member, now)
            if came is not None:
                by_workspace[WorkspaceId(member.workspace_id)].append(came)
        for stopped in await members.stopped(session, by_workspace):
            del by_workspace[WorkspaceId(stopped)]
        for workspace, here in by_workspace.items():
            rows = await self._rows(session, workspace, here, now)
            await store.plan(session, rows)
            for row in rows:
                if row["reason"] is not None:
                    metrics.skipped.labels(row["kind"], row["reason"]).inc()
        return len(found)

    async def _rows(
        self,
        session: AsyncSession,
        workspace: WorkspaceId,
        here: Sequence[AtSlot],
        now: datetime,
    ) -> list[dict[str, Any]]:
        """Decide who gets what; the lower of two wishes is kept as skipped, with its reason."""
        rows, served = [], set[MemberId]()
        for claim in self._claims:
            wants = await claim.wants(self._deps, session, workspace, here, now)
            for one in here:
                member = MemberId(one.member.member_id)
                if member not in wants:
                    continue
                skip = wants[member] or (Skip(rules.BUDGET) if member in served else None)
                rows.append(_row(workspace, claim.kind, one, skip))
                if skip is None:
                    served.add(member)
        left = [one for one in here if MemberId(one.member.member_id) not in served]
        waiting = await self._waiting(session, workspace, left, now)
        return rows + [
            _row(workspace, NOTICES, one, None) for one in left if one.member.member_id in waiting
        ]

    async def _waiting(
        self,
        session: AsyncSession,
        workspace: WorkspaceId,
        left: Sequence[AtSlot],
        now: datetime,
    ) -> set[str]:
        people = [one.member for one in left]
        found: set[str] = set()
        for rider in self._riders:
            waiting: Mapping[MemberId, Any] = await rider.waiting(
                self._deps, session, workspace, people, now
            )
            found.update(waiting)
        return found


def _come_and_gone(member: Member, now: datetime) -> AtSlot | None:
    """Return the slot that has come, and move on to the next; None where there is none to find.

    After an outage older slots are passed over where today's has come: it stands for them all.
    """
    at = member.next_slot_at
    if at is None:
        return None
    try:
        later = slot_after(member, max(at, now - ONE_DAY))
        if later <= now:
            at, later = later, slot_after(member, later)
        came = at_slot(member, at)
        member.next_slot_at = later
    except ValueError:  # no day of the week, or none that isn't a holiday: one row, nobody else's
        member.next_slot_at = None
        log.warning("slot_lost", workspace=member.workspace_id, reason="no working day")
        return None
    return came


def at_slot(member: Member, at: datetime) -> AtSlot:
    """Return the member at the slot *at* (aware UTC), with what their own day says."""
    on = slot_date(at, zone_of(member))
    return AtSlot(member, at, on, off=not works_on(member, on))


def _row(workspace: WorkspaceId, kind: str, one: AtSlot, skip: Skip | None) -> dict[str, Any]:
    return store.new_row(
        workspace,
        kind,
        one.member.member_id,
        one.on.isoformat(),
        target=one.member.member_id,
        due_at=one.at,
        skipped=skip.reason if skip else None,
    )
