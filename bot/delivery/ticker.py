"""The clock's beat: APScheduler only sets an event; the work runs in a task of our own."""

import asyncio
from datetime import UTC

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.delivery import store
from bot.delivery.dispatch import Dispatcher
from bot.delivery.hold import SIGNED_EVERY, Hold
from bot.delivery.reconcile import Reconciler
from bot.delivery.sweep import Sweeper
from bot.deps import Deps
from bot.errands.runner import Errands
from bot.waiting import unless

log = structlog.get_logger(__name__)

BEAT_S = 1
REST_AFTER_ERROR_S = 5


class Ticker:
    """Sweeps, sends and reconciles at every beat, and at once when something is due now."""

    def __init__(
        self,
        deps: Deps,
        sweeper: Sweeper,
        dispatcher: Dispatcher,
        reconciler: Reconciler,
        errands: Errands,
    ) -> None:
        self._deps = deps
        self._hold = Hold(deps)
        self._sweeper = sweeper
        self._dispatcher = dispatcher
        self._reconciler = reconciler
        self._errands = errands
        self._due = asyncio.Event()
        self._stopping = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()
        self._tasks: list[asyncio.Task[None]] = []
        self._scheduler = AsyncIOScheduler(timezone=UTC)

    def wake(self) -> None:
        """Something is due now: don't wait for the next beat."""
        self._due.set()

    def start(self) -> None:
        self._scheduler.add_job(
            self.wake, "interval", seconds=BEAT_S, id="beat", misfire_grace_time=None
        )
        self._scheduler.start()
        self._tasks = [asyncio.create_task(self._run()), asyncio.create_task(self._sign())]

    async def stop(self) -> None:
        """Take no more work; return when what was in flight is sent and recorded. Twice is once."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        self._stopping.set()
        self._dispatcher.stop()
        self._due.set()
        await asyncio.gather(*self._tasks)

    async def settle(self) -> None:
        """Return when nothing is due or on its way: for the demo and for tests."""
        while True:
            if await self.tick():
                continue  # what was handled may have made more due, as an older slot today's
            async with self._deps.db.read() as session:
                left = await store.count_in_flight(session, self._deps.clock.now())
            if left == 0:
                return
            # What is left waits for a pause or a reading to end; the next beat looks again.
            self._due.clear()
            await self._due.wait()

    async def tick(self) -> int:
        """Sweep, send and reconcile once; return how much was handled."""
        async with self._one_at_a_time:
            await self._hold.watch()
            handled = await self._sweeper.run()
            handled += sum(await asyncio.gather(self._dispatcher.run(), self._errands.run()))
            return handled + await self._reconciler.run()

    async def _run(self) -> None:
        while not self._stopping.is_set():
            await self._due.wait()
            self._due.clear()
            if self._stopping.is_set():
                return
            try:
                await self.tick()
            except Exception:  # BLE001: the clock must go on: logged, then tried again
                log.exception("tick_broke")
                await unless(self._stopping, REST_AFTER_ERROR_S)

    async def _sign(self) -> None:
        """Show that somebody works here, however long one tick takes: many sends need hours."""
        while not self._stopping.is_set():
            await unless(self._stopping, SIGNED_EVERY.total_seconds())
            try:
                await self._hold.watch()
            except Exception:  # BLE001: as for a tick: logged, then tried again
                log.exception("signing_broke")
