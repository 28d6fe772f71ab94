"""A moment after which a request may no longer leave, checked as its bytes are written.

A worker stopped for longer than its lease would otherwise, once it goes on, send what it had begun
to send before: by then somebody else may have.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import aiohttp
from aiohttp.abc import AbstractStreamWriter

_BEFORE: ContextVar[float | None] = ContextVar("before", default=None)


class TooLate(aiohttp.ClientConnectionError):
    """The moment had passed before the request could leave; Slack saw nothing of it."""


@contextmanager
def leaves_before(moment: float) -> Iterator[None]:
    """Let requests made inside leave only before *moment*, by the running loop's clock."""
    token = _BEFORE.set(moment)
    try:
        yield
    finally:
        _BEFORE.reset(token)


def is_past() -> bool:
    """Say whether the moment of this context, if it has one, has passed."""
    moment = _BEFORE.get()
    return moment is not None and asyncio.get_running_loop().time() > moment


class InTime(aiohttp.BytesPayload):
    """JSON whose bytes, with the headers kept back for them, leave before the moment or never."""

    def __init__(self, body: bytes) -> None:
        super().__init__(body, content_type="application/json; charset=utf-8")

    async def write_with_length(
        self, writer: AbstractStreamWriter, content_length: int | None
    ) -> None:
        if is_past():
            raise TooLate
        await super().write_with_length(writer, content_length)
