"""A moment after which a request may no longer leave, checked as its bytes are written.

A worker stopped for longer than its lease would otherwise, once it goes on, send what it had begun
to send before: by then somebody else may have.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import SimpleNamespace

import aiohttp

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


def watch() -> aiohttp.TraceConfig:
    """Return what a session needs to keep the moments of its requests."""
    config = aiohttp.TraceConfig()
    # Called just before the body's bytes, and the headers kept back for them, are written.
    config.on_request_chunk_sent.append(_check)
    return config


async def _check(
    _session: aiohttp.ClientSession, _context: SimpleNamespace, _params: object
) -> None:
    if is_past():
        raise TooLate
