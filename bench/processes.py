"""Processes that get ready, wait for the word, and send until told to stop."""

import asyncio
import json
import os
import resource
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
READY_WITHIN_S = 600  # APScheduler writes its jobs one by one


class Sender:
    """The parent's side of a sending process."""

    def __init__(self, handle: asyncio.subprocess.Process) -> None:
        self.handle = handle

    async def ready(self) -> None:
        """Return once it has connected and prepared everything but the sending."""
        assert self.handle.stdout is not None
        line = await asyncio.wait_for(self.handle.stdout.readline(), READY_WITHIN_S)
        assert line.strip() == b"ready", f"a sender ended early: {line!r}"

    def go(self) -> None:
        assert self.handle.stdin is not None
        self.handle.stdin.write(b"go\n")

    async def stop(self) -> Mapping[str, float]:
        """Close its ears, which tells it to finish; return what it cost, once it has ended."""
        assert self.handle.stdin is not None
        assert self.handle.stdout is not None
        self.handle.stdin.close()
        told = await self.handle.stdout.read()
        await self.handle.wait()
        costs: Mapping[str, float] = json.loads(told) if told else {}
        return costs


@asynccontextmanager
async def started(
    module: str, *arguments: str, env: Mapping[str, str] | None = None
) -> AsyncIterator[Sender]:
    """Start `python -m MODULE ARGUMENTS`, wait until it is ready, and end it at the end."""
    handle = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        *arguments,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    sender = Sender(handle)
    try:
        await sender.ready()
        yield sender
    finally:
        await sender.stop()


async def wait_for_go() -> float:
    """Say that all is prepared; return at the parent's word, with the CPU seconds used so far."""
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    return _cpu_s()


async def told_to_stop(cpu_before_s: float) -> None:
    """Return once the parent has closed our standard input; tell it what the sending cost."""
    await asyncio.to_thread(sys.stdin.read)
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu_s": _cpu_s() - cpu_before_s, "peak_mb": peak_mb}), flush=True)


def _cpu_s() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
