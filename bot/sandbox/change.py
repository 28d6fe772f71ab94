"""Waiting for the sandbox's state to change, without polling."""

import asyncio
from collections.abc import Callable


class Change:
    """Wakes whoever waits whenever something in the sandbox happened."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def notify(self) -> None:
        """Let every waiter look again."""
        happened, self._next = self._next, asyncio.Event()
        happened.set()

    async def until(self, predicate: Callable[[], object], *, within_s: float) -> None:
        """Return once *predicate* holds; it is looked at after every change.

        Raises: TimeoutError when it doesn't within *within_s* seconds.
        """
        async with asyncio.timeout(within_s):
            while True:
                changed = self._next
                if predicate():
                    return
                await changed.wait()
