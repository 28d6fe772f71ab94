"""Work that may be lost: referenced while it runs, logged when it fails, drained at the end."""

import asyncio
from collections.abc import Awaitable

import structlog

from bot.errors import SlackError

log = structlog.get_logger(__name__)


class Background:
    """Tasks started after an answer went out."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, work: Awaitable[object]) -> None:
        task = asyncio.ensure_future(_logged(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def drain(self) -> None:
        """Return when nothing is running, what the running ones start included."""
        while self._tasks:
            await asyncio.wait(self._tasks)


async def _logged(work: Awaitable[object]) -> None:
    try:
        await work
    except SlackError as error:
        log.warning("later_failed", code=error.code, method=error.method)
    except Exception:  # BLE001: nobody awaits this task: unlogged it would vanish
        log.exception("later_broke")
