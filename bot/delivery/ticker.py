"""The clock's beat: APScheduler only sets an event; the work runs in a task of our own."""

import asyncio
from datetime import UTC, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlmodel import select

from bot.delivery import store
from bot.delivery.chores import REST_AFTER_ERROR_S, Chore
from bot.delivery.dispatch import Dispatcher
from bot.delivery.hold import SIGNED_EVERY, Hold
from bot.delivery.reconcile import Reconciler
from bot.delivery.sweep import Sweeper
from bot.deps import Deps
from bot.errands.runner import Errands
from bot.storage.moments import DB_NOW, NOW
from bot.waiting import unless

log = structlog.get_logger(__name__)


class Ticker:
    """Sweeps, sends and reconciles at every beat, and at once when something is due now."""

    def __init__(
        self,
        deps: Deps,
        sweeper: Sweeper,
        dispatcher: Dispatcher,
        reconciler: Reconciler,
        errands: Errands,
        beat: timedelta,
    ) -> None:
        self._deps = deps
        self._hold = Hold(deps)
        self._sweeper = sweeper
        self._dispatcher = dispatcher
        self._errands = errands
        self._beat_s = beat.total_seconds()
        self._chores = (
            Chore("sweep", sweeper.due, sweeper.run),
            Chore("send", dispatcher.due, self._hold_and_send),
            Chore("errands", errands.due, errands.run),
            Chore("reconcile", reconciler.due, reconciler.run),
        )
        self._look = select(*(chore.due for chore in self._chores))
        self._beat = asyncio.Event()
        self._woken = asyncio.Event()  # for who waits for all to be settled
        self._stopping = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._scheduler = AsyncIOScheduler(timezone=UTC)

    def wake(self) -> None:
        """Something is due now: don't wait for the next beat."""
        self._beat.set()
        self._woken.set()

    def start(self) -> None:
        self._scheduler.add_job(
            self.wake, "interval", seconds=self._beat_s, id="beat", misfire_grace_time=None
        )
        self._scheduler.start()
        work = [chore.go_on(self._stopping, self.wake) for chore in self._chores]
        self._tasks = [asyncio.create_task(one) for one in (*work, self._watch(), self._sign())]

    async def stop(self) -> None:
        """Take no more work; return when what was in flight is sent and recorded. Twice is once."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        self._stopping.set()
        self._sweeper.stop()
        self._dispatcher.stop()
        self._errands.stop()
        for chore in self._chores:
            chore.wake()
        self.wake()
        await asyncio.gather(*self._tasks)

    async def settle(self) -> None:
        """Return when nothing is due or on its way: for the demo and for tests."""
        while True:
            await self.tick()
            async with self._deps.db.read() as session:
                left = await store.count_in_flight(session, self._deps.clock.now())
            if left == 0:
                return
            # What is left waits for a pause or a reading to end; the next beat looks again.
            self._woken.clear()
            await self._woken.wait()

    async def tick(self) -> int:
        """Do what is due, and what that made due, as an older slot does today's; return how much.

        What was under way already is waited for, and counts.
        """
        begun = done = self._handled
        while True:
            for chore in await self._due():
                await chore.once()
            for chore in self._chores:
                await chore.rest()
            if self._handled == done:
                return done - begun
            done = self._handled

    async def _watch(self) -> None:
        """Look at every beat what is due, and wake those whose work it is."""
        while not self._stopping.is_set():
            await self._beat.wait()
            self._beat.clear()
            try:
                for chore in await self._due():
                    chore.wake()
            except Exception:  # BLE001: as for a chore: logged, then tried again at a beat
                log.exception("look_broke")
                await unless(self._stopping, REST_AFTER_ERROR_S)

    async def _due(self) -> list[Chore]:
        """Return the chores that have something to do: in one look, for most beats find nothing."""
        now = self._deps.clock.now()
        async with self._deps.db.read() as session:
            db_now = await self._deps.db.now(session)
            with NOW.being(now), DB_NOW.being(db_now):
                found = (await session.execute(self._look)).one()
        return [chore for chore, is_due in zip(self._chores, found, strict=True) if is_due]

    @property
    def _handled(self) -> int:
        return sum(chore.handled for chore in self._chores)

    async def _hold_and_send(self) -> int:
        await self._hold.watch()
        return await self._dispatcher.run()

    async def _sign(self) -> None:
        """Show that somebody works here, however long one tick takes: many sends need hours."""
        while not self._stopping.is_set():
            try:
                await self._hold.watch()
            except Exception:  # BLE001: as for a chore: logged, then tried again
                log.exception("signing_broke")
            await unless(self._stopping, SIGNED_EVERY.total_seconds())
