"""After a long silence, look before sending: what fell due meanwhile may have gone out already.

A database restored from a backup doesn't know what was sent after it was taken, nor that it was
restored. But it can tell that nobody has worked on it for a while, for whoever does signs every
workspace once a minute. What is due by the moment the silence ends is then looked for in Slack
first, under the id it had before: ids come from the occasion (`store.delivery_id`).
"""

import asyncio
from datetime import timedelta

import structlog

from bot.delivery import store
from bot.deps import Deps

log = structlog.get_logger(__name__)

SIGNED_EVERY = timedelta(minutes=1)
# Longer than a restart takes. A backup younger than this is taken for a restart: the operations
# page says what to do about it.
SILENCE = timedelta(minutes=10)


class Hold:
    """Signs every workspace, and holds back what a silence has made doubtful."""

    def __init__(self, deps: Deps) -> None:
        self._deps = deps
        self._next_at = 0.0  # by the loop's clock
        self._turn = asyncio.Lock()

    async def watch(self) -> None:
        """Sign, at most once a minute; where nobody has for long, what is due by now is held."""
        async with self._turn:
            loop_now = asyncio.get_running_loop().time()
            if loop_now < self._next_at:
                return
            async with self._deps.db.write() as session:
                db_now = await self._deps.db.now(session)
                held = await store.hold(session, db_now - SILENCE, self._deps.clock.now())
                await store.sign(session, db_now)
            self._next_at = loop_now + SIGNED_EVERY.total_seconds()
        if held:
            log.warning("workspaces_held", count=held)
