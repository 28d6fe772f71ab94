"""A gate on the wire between the bot and Slack, which can be closed at a named point."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Literal

Point = Literal["committed", "sent", "answered"]
POST = b"POST /api/chat.postMessage"
CHUNK = 65536
# Connections not yet accepted. Past that, TCP keeps a request for up to half a minute and delivers
# it still: later than the shortened durations of these tests look for it.
BACKLOG = 2048


@dataclass
class Gate:
    """Passes bytes on. When armed, the next post meets *then* at its point.

    committed: the request has left the bot and Slack sees none of it. sent: Slack has it, and the
    bot no answer. answered: Slack has answered, and the bot doesn't hear it.
    """

    upstream: int
    port: int = 0
    armed: Point | None = None
    then: Callable[[], Awaitable[object]] | None = None
    reached: Counter[str] = field(default_factory=Counter)
    fired: asyncio.Event = field(default_factory=asyncio.Event)
    _pumps: set[asyncio.Task[None]] = field(default_factory=set)

    def arm(self, point: Point, then: Callable[[], Awaitable[object]]) -> None:
        self.armed, self.then = point, then

    async def _fire(self, point: Point) -> None:
        then, self.armed, self.then = self.then, None, None
        self.reached[point] += 1
        assert then is not None
        await then()
        self.fired.set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        up_reader, up_writer = await asyncio.open_connection("127.0.0.1", self.upstream)
        wire = _Wire(self)
        pumps = {
            asyncio.create_task(wire.requests(reader, up_writer)),
            asyncio.create_task(wire.answers(up_reader, writer)),
        }
        self._pumps |= pumps
        await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
        for pump in pumps:
            pump.cancel()
        for side in (writer, up_writer):
            side.close()
        await asyncio.gather(*pumps, return_exceptions=True)
        self._pumps -= pumps


class _Wire:
    """One connection through the gate."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._ours: Point | None = None

    async def requests(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while data := await reader.read(CHUNK):
                if POST in data and self._gate.armed == "committed":
                    await self._gate._fire("committed")
                    return
                if POST in data and self._gate.armed in ("sent", "answered"):
                    self._ours, self._gate.armed = self._gate.armed, None
                writer.write(data)
                await writer.drain()
                if self._ours == "sent":
                    await self._gate._fire("sent")
                    return

    async def answers(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while data := await reader.read(CHUNK):
                if self._ours == "answered":
                    await self._gate._fire("answered")
                    return
                writer.write(data)
                await writer.drain()


@asynccontextmanager
async def gate_to(upstream: int) -> AsyncIterator[Gate]:
    """Open a gate in front of the port *upstream*, and close it at the end."""
    gate = Gate(upstream)
    server = await asyncio.start_server(gate.serve, "127.0.0.1", 0, backlog=BACKLOG)
    gate.port = server.sockets[0].getsockname()[1]
    try:
        yield gate
    finally:
        server.close()
        for pump in list(gate._pumps):
            pump.cancel()
        await asyncio.gather(*gate._pumps, return_exceptions=True)
