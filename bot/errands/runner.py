"""Run errands: claim those due, do one step of each, and write down what is left."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import structlog
from sqlmodel import exists, or_

from bot.delivery.rules import backoff
from bot.deps import Deps, Errand, Next
from bot.errands import store
from bot.errands.rules import MAX_ATTEMPTS, next_night
from bot.errands.tables import ErrandRow
from bot.errors import SlackError, SlackUnavailable
from bot.slack.ids import MemberId, WorkspaceId
from bot.slack.mishaps import in_words
from bot.storage.moments import DB_NOW, NOW

log = structlog.get_logger(__name__)

AT_ONCE = 8
LEASE = timedelta(minutes=10)  # longer than any step: its calls end after 30 s each


class Errands:
    """One worker's errands; as many as you like may run on one PostgreSQL."""

    def __init__(self, deps: Deps, errands: Sequence[Errand]) -> None:
        self._deps = deps
        self._errands = {errand.name: errand for errand in errands}
        self._stopping = False
        self._nightly = sorted(errand.name for errand in errands if errand.nightly)
        # Whether an errand's time has come, or a new workspace lacks the nightly ones.
        self.due = or_(
            exists().where(store.is_due(NOW, DB_NOW)),
            exists().where(store.lacks_nightly(self._nightly)),
        )

    def stop(self) -> None:
        """Begin no further step; what is left of an errand stays written down."""
        self._stopping = True

    async def run(self) -> int:
        """Do what is due, a step of every errand at a time; return how many steps that took."""
        await self._plan_nightly()
        handled, done = 0, 1
        while done and not self._stopping:
            done = await self.step()
            handled += done
        return handled

    async def step(self) -> int:
        """Do one step of every errand that is due; return how many those are."""
        async with self._deps.db.write() as session:
            db_now = await self._deps.db.now(session)
            rows = await store.claim(
                session, self._deps.clock.now(), db_now, db_now + LEASE, AT_ONCE
            )
        await asyncio.gather(*(self._do(row) for row in rows))
        return len(rows)

    async def _plan_nightly(self) -> None:
        """Write down the nightly errands of workspaces that are new."""
        async with self._deps.db.read() as session:
            missing = await store.without_nightly(session, self._nightly)
        if not missing:
            return
        now = self._deps.clock.now()
        async with self._deps.db.write() as session:
            # In one order on every worker: two that wrote each other's rows would both wait.
            for workspace in missing:
                due_at = next_night(workspace, now)
                for name in self._nightly:
                    await store.plan(session, WorkspaceId(workspace), name, due_at, errand_id=name)

    async def _do(self, row: ErrandRow) -> None:
        errand = self._errands.get(row.name)
        if errand is None:  # planned by a newer release: it will know
            return
        try:
            left = await errand.step(self._deps, WorkspaceId(row.workspace_id), row.data or {})
        except SlackUnavailable as error:
            await self._put_off(row, error.retry_after_s)
        except SlackError as error:
            log.warning("errand_failed", kind=row.name, code=error.code, method=error.method)
            await self._fail(row, errand, error)
        except Exception as error:  # BLE001: a bug must not hold up the clock: logged, then again
            log.exception("errand_broke", kind=row.name)
            await self._fail(row, errand, error)
        else:
            await self._keep(row, errand, left)

    async def _keep(self, row: ErrandRow, errand: Errand, left: Next | None) -> None:
        now = self._deps.clock.now()
        if left is None and errand.nightly:
            left = Next(at=next_night(row.workspace_id, now))
        async with self._deps.db.write() as session:
            if left is None:
                await store.drop(session, row)
                return
            db_now = await self._deps.db.now(session)
            await store.put(
                session,
                row,
                data=dict(left.data),
                due_at=left.at or now,
                try_at=db_now + left.after,
                attempts=0,
            )

    async def _put_off(self, row: ErrandRow, retry_after_s: float | None) -> None:
        """Wait for as long as Slack says; that it is busy is nobody's failure."""
        wait = backoff(1) if retry_after_s is None else timedelta(seconds=retry_after_s)
        async with self._deps.db.write() as session:
            db_now = await self._deps.db.now(session)
            await store.put(session, row, try_at=db_now + wait)

    async def _fail(self, row: ErrandRow, errand: Errand, error: Exception) -> None:
        attempts = row.attempts + 1
        if attempts >= MAX_ATTEMPTS:
            log.error("errand_given_up", kind=row.name)
            await self._own_up(row, errand, error)
            await self._keep(row, errand, None)
            return
        async with self._deps.db.write() as session:
            db_now = await self._deps.db.now(session)
            await store.put(session, row, attempts=attempts, try_at=db_now + backoff(attempts))

    async def _own_up(self, row: ErrandRow, errand: Errand, error: Exception) -> None:
        """Tell whoever asked for the errand that nothing came of it, if Slack takes that."""
        if errand.given_up is None or row.member_id is None:
            return
        workspace, member = WorkspaceId(row.workspace_id), MemberId(row.member_id)
        who = await self._deps.people.reader(workspace, member)
        why = in_words("errand", error, self._deps.words(who))
        try:
            await errand.given_up(self._deps, who, row.data or {}, why)
        except SlackError as unsaid:
            log.warning("errand_untold", kind=row.name, code=unsaid.code, method=unsaid.method)
