"""The clock's beat: APScheduler only sets an event; the work runs in a task of our own."""

import asyncio
from datetime import UTC

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.delivery import store
from bot.delivery.chores import Chore
from bot.delivery.dispatch import Dispatcher
from bot.delivery.hold import SIGNED_EVERY, Hold
from bot.delivery.reconcile import Reconciler
from bot.delivery.sweep import Sweeper
from bot.deps import Deps
from bot.errands.runner import Errands
from bot.waiting import unless

log = structlog.get_logger(__name__)

BEAT_S = 1


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
        self._errands = errands
        self._sweeping = Chore("sweep", sweeper.run)
        self._sending = Chore("send", self._hold_and_send)
        self._on_errands = Chore("errands", errands.run)
        self._reconciling = Chore("reconcile", reconciler.run)
        self._chores = (self._sweeping, self._sending, self._on_errands, self._reconciling)
        self._woken = asyncio.Event()  # for who waits for all to be settled
        self._stopping = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._scheduler = AsyncIOScheduler(timezone=UTC)

    def wake(self) -> None:
        """Something is due now: don't wait for the next beat."""
        self._woken.set()
        for chore in self._chores:
            chore.wake()

    def start(self) -> None:
        self._scheduler.add_job(
            self.wake, "interval", seconds=BEAT_S, id="beat", misfire_grace_time=None
        )
        self._scheduler.start()
        work = [chore.go_on(self._stopping, self.wake) for chore in self._chores]
        self._tasks = [asyncio.create_task(one) for one in (*work, self._sign())]

    async def stop(self) -> None:
        """Take no more work; return when what was in flight is sent and recorded. Twice is once."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        self._stopping.set()
        self._sweeper.stop()
        self._dispatcher.stop()
        self._errands.stop()
        self.wake()
        await asyncio.gather(*self._tasks)

    async def settle(self) -> None:
        """Return when nothing is due or on its way: for the demo and for tests."""
        while True:
            before = self._handled
            await self.tick()
            if self._handled != before:
                continue  # what was handled may have made more due, as an older slot today's
            async with self._deps.db.read() as session:
                left = await store.count_in_flight(session, self._deps.clock.now())
            if left == 0:
                return
            # What is left waits for a pause or a reading to end; the next beat looks again.
            self._woken.clear()
            await self._woken.wait()

    async def tick(self) -> int:
        """Sweep, send and reconcile once; return how much was handled."""
        handled = await self._sweeping.once()
        handled += sum(await asyncio.gather(self._sending.once(), self._on_errands.once()))
        return handled + await self._reconciling.once()

    @property
    def _handled(self) -> int:
        return sum(chore.handled for chore in self._chores)

    async def _hold_and_send(self) -> int:
        await self._hold.watch()
        return await self._dispatcher.run()

    async def _sign(self) -> None:
        """Show that somebody works here, however long one tick takes: many sends need hours."""
        while not self._stopping.is_set():
            await unless(self._stopping, SIGNED_EVERY.total_seconds())
            try:
                await self._hold.watch()
            except Exception:  # BLE001: as for a chore: logged, then tried again
                log.exception("signing_broke")
