"""Real processes of the bot, started and stopped by their own handles."""

import asyncio
import json
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.talk import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET

ROOT = Path(__file__).parents[2]
WITHIN_S = 120  # a start, an end: longer than a busy machine ever took, and never for ever


@dataclass
class Process:
    """One running command, and the events it has logged so far."""

    role: str
    handle: asyncio.subprocess.Process
    events: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    _said: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def says(self, *events: str) -> None:
        """Return once the process has logged one of *events*."""
        async with self._said:
            await asyncio.wait_for(
                self._said.wait_for(lambda: self._has_said(events) or self._ended), WITHIN_S
            )
        assert self._has_said(events), "\n".join(self.lines[-30:])

    async def ends(self) -> int:
        """Return its exit code once it has ended by itself, or by a kill on its way."""
        return await asyncio.wait_for(self.handle.wait(), WITHIN_S)

    async def stop(self) -> int:
        """Ask it to stop, and return its exit code; one that doesn't is killed, and fails."""
        if self.handle.returncode is None:
            self.handle.send_signal(signal.SIGTERM)
            self.handle.send_signal(signal.SIGCONT)  # a stopped one has to go on to hear it
        try:
            return await self.ends()
        except TimeoutError:
            await self.kill()
            raise

    async def kill(self) -> None:
        """End it on the spot, as a power cut would."""
        if self.handle.returncode is None:
            self.handle.kill()
        await self.handle.wait()

    _ended: bool = False

    def _has_said(self, events: Collection[str]) -> bool:
        return not set(events).isdisjoint(self.events)

    async def listen(self) -> None:
        """Keep what it logs; ends with the process."""
        assert self.handle.stderr is not None
        async for raw in self.handle.stderr:
            line = raw.decode(errors="replace").rstrip()
            async with self._said:
                self.lines.append(line)
                self.events.append(_event_of(line))
                self._said.notify_all()
        async with self._said:
            self._ended = True
            self._said.notify_all()


@asynccontextmanager
async def running(
    role: str, env: Mapping[str, str], *, module: str = "bot"
) -> AsyncIterator[Process]:
    """Start `python -m bot ROLE` with *env*, and stop it at the end, whatever happened."""
    handle = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        role,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        stderr=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.DEVNULL,
    )
    process = Process(role, handle)
    listening = asyncio.create_task(process.listen())
    try:
        yield process
    finally:
        await process.stop()
        await listening


def environment(api_url: str, database_url: str, key: str) -> dict[str, str]:
    """Return the settings of a bot that speaks to the sandbox."""
    return {
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": APP_TOKEN,
        "SLACK_SIGNING_SECRET": SIGNING_SECRET,
        "SLACK_API_URL": api_url,
        "DATABASE_URL": database_url.replace("+psycopg", "").replace("+aiosqlite", ""),
        "ENCRYPTION_KEYS": key,
        "POSTS_PER_MINUTE": "0",
        "LOG_LEVEL": "INFO",
    }


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _event_of(line: str) -> str:
    try:
        return str(json.loads(line).get("event", ""))
    except ValueError:
        return ""
