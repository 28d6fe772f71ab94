"""A loopback Slack that says yes to every post and counts: as light as Python allows.

`python -m bench.light_slack PORT`. `GET /count` tells, `GET /reset` begins anew.
"""

import asyncio
import json
import re
import sys
import time
from dataclasses import dataclass, field

END_OF_HEAD = b"\r\n\r\n"
LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
CHANNEL = re.compile(rb'"channel": ?"([^"]+)"')
HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\n"
    b"Content-Length: %d\r\n\r\n"
)


@dataclass
class Books:
    """What has been posted; *last_s* by the monotonic clock, which all processes share."""

    posts: int = 0
    channels: set[bytes] = field(default_factory=set)
    last_s: float = 0.0

    def reset(self) -> None:
        self.posts, self.last_s = 0, 0.0
        self.channels.clear()

    def post(self, body: bytes) -> bytes:
        found = CHANNEL.search(body)
        channel = found[1] if found else b""
        self.posts += 1
        self.channels.add(channel)
        self.last_s = time.monotonic()
        return b'{"ok":true,"channel":"D%b","ts":"1764000000.%06d"}' % (channel[1:], self.posts)

    def count(self) -> bytes:
        told = {"posts": self.posts, "channels": len(self.channels), "last_s": self.last_s}
        return json.dumps(told).encode()


class Wire(asyncio.Protocol):
    """One kept-alive connection."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._read = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._read += data
        while (end := self._read.find(END_OF_HEAD)) >= 0:
            length = LENGTH.search(self._read, 0, end)
            body_at = end + len(END_OF_HEAD)
            done_at = body_at + (int(length[1]) if length else 0)
            if len(self._read) < done_at:
                return
            request, self._read = self._read[:done_at], self._read[done_at:]
            answer = self._answer(request, request[body_at:])
            self._transport.write(HEAD % len(answer) + answer)

    def _answer(self, request: bytes, body: bytes) -> bytes:
        if request.startswith(b"GET /reset"):
            self._books.reset()
            return b"{}"
        if request.startswith(b"GET /count"):
            return self._books.count()
        return self._books.post(body)


async def serve(port: int) -> None:
    """Serve until our standard input is closed, as it is when whoever started us has ended."""
    books = Books()
    server = await asyncio.get_running_loop().create_server(
        lambda: Wire(books), "127.0.0.1", port, backlog=1024
    )
    print("ready", flush=True)
    async with server:
        await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
