"""An app that keeps what it hears, over signed HTTP, and answers as it is told."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import aiohttp
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.listener import Listener
from bot.sandbox.world import App


@dataclass
class Heard:
    """One request: its payload, headers, and whether its signature was good."""

    payload: dict[str, Any]
    headers: dict[str, str]
    is_genuine: bool


@dataclass
class HttpApp:
    """Answers each request with the next of `answers`, or else plainly 200."""

    verifier: SignatureVerifier
    url: str = ""
    heard: list[Heard] = field(default_factory=list)
    answers: list[Response] = field(default_factory=list)
    _arrived: asyncio.Event = field(default_factory=asyncio.Event)
    hold: asyncio.Event | None = None
    """When set, every answer waits for it."""

    async def hear(self, request: Request) -> Response:
        raw = (await request.body()).decode()
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.heard.append(
            Heard(_payload(raw), headers, self.verifier.is_valid_request(raw, headers))
        )
        self._arrived.set()
        if self.hold is not None:
            await self.hold.wait()
        return self.answers.pop(0) if self.answers else Response()

    async def something(self) -> Heard:
        """What was heard first, as soon as it is, answered or not. Raises: TimeoutError."""
        async with asyncio.timeout(5):
            await self._arrived.wait()
        return self.heard[0]

    def will_answer(self, *bodies: dict[str, Any]) -> None:
        self.answers += [JSONResponse(body) for body in bodies]

    @property
    def payloads(self) -> list[dict[str, Any]]:
        return [heard.payload for heard in self.heard]


class SocketApp:
    """Keeps every frame it gets over a WebSocket, and acknowledges those that want it."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.frames: list[dict[str, Any]] = []
        self._socket = socket

    async def __aenter__(self) -> "SocketApp":
        assert (await self._socket.receive_json())["type"] == "hello"
        self._hearing = asyncio.create_task(self._hear())
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._socket.close()
        await self._hearing

    async def _hear(self) -> None:
        async for message in self._socket:
            self.frames.append(message.json())
            if envelope_id := self.frames[-1].get("envelope_id"):
                await self._socket.send_json({"envelope_id": envelope_id})

    @property
    def payloads(self) -> list[dict[str, Any]]:
        return [frame["payload"] for frame in self.frames]


def _payload(raw: str) -> dict[str, Any]:
    if raw.startswith("{"):
        return dict(json.loads(raw))
    form = dict(parse_qsl(raw, keep_blank_values=True))
    return dict(json.loads(form["payload"])) if "payload" in form else form


@asynccontextmanager
async def listening(app: App) -> AsyncIterator[HttpApp]:
    """Serve an HttpApp and make it the app's request url."""
    http_app = HttpApp(SignatureVerifier(app.signing_secret))
    routes = [Route("/slack/events", http_app.hear, methods=["POST"])]
    listener = await Listener.start(Starlette(routes=routes), port=0)
    http_app.url = f"http://127.0.0.1:{listener.port}/slack/events"
    app.use_http(http_app.url)
    yield http_app
    await listener.close()
