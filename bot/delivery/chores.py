"""What the clock does again and again, each on its own: none waits for another's long run."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import structlog
from sqlalchemy import ColumnElement

from bot.waiting import unless

log = structlog.get_logger(__name__)

REST_AFTER_ERROR_S = 5


@dataclass
class Chore:
    """One kind of work.

    due: whether there is any: a condition to look with, about `NOW` and `DB_NOW`.
    run: do all there is at the moment and return how much that was.
    """

    name: str
    due: ColumnElement[bool]
    run: Callable[[], Awaitable[int]]
    handled: int = 0  # since the start, whoever asked for it
    _due: asyncio.Event = field(default_factory=asyncio.Event)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    def wake(self) -> None:
        self._due.set()

    async def once(self) -> int:
        """Run once, after a run that is under way; return how much was handled."""
        async with self._turn:
            handled = await self.run()
        self.handled += handled
        return handled

    async def rest(self) -> None:
        """Return when no run is under way."""
        async with self._turn:
            pass

    async def go_on(self, stopping: asyncio.Event, wake_all: Callable[[], None]) -> None:
        """Run whenever woken, until *stopping*; what was handled may have made more due."""
        while True:
            await self._due.wait()
            self._due.clear()
            if stopping.is_set():
                return
            try:
                if await self.once():
                    wake_all()
            except Exception:  # BLE001: the clock must go on: logged, then tried again
                log.exception("chore_broke", kind=self.name)
                await unless(stopping, REST_AFTER_ERROR_S)
                self.wake()
