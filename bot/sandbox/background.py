"""Work that goes on behind an answer, kept referenced and ended by its own handle."""

import asyncio
from collections.abc import Coroutine
from typing import Any


class Background:
    """A set of running tasks."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Begin *work* now; it is kept until it ends."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def cancel(self) -> None:
        """Ask everything still running to end."""
        for task in self._tasks:
            task.cancel()

    async def close(self) -> None:
        """End everything still running, and wait until it has."""
        self.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
