"""Socket Mode as Slack speaks it: hello, envelopes, acks and disconnects."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
import uuid
from dataclasses import dataclass, field
from typing import Any, Literal

from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.sandbox.ack import Ack, Channel, Retry
from bot.sandbox.change import Change
from bot.sandbox.ids import made_up
from bot.sandbox.methods.method import Call, Method
from bot.sandbox.records import Json
from bot.sandbox.refusal import Refusal
from bot.sandbox.world import App

MAX_CONNECTIONS = 10  # Slack: Socket Mode, per app
CONNECTION_TIME_S = 3600  # Slack: the hello's approximate_connection_time
Reason = Literal["warning", "refresh_requested", "link_disabled"]


@dataclass(eq=False)
class Connection:
    """One WebSocket of an app, and the envelopes it hasn't acknowledged."""

    websocket: WebSocket
    app_token: str
    waiting: dict[str, asyncio.Future[Any]] = field(default_factory=dict)

    def acknowledge(self, envelope_id: str, body: Any) -> None:
        ack = self.waiting.pop(envelope_id, None)
        if ack is not None and not ack.done():
            ack.set_result(body)

    def lose(self) -> None:
        """Nobody will acknowledge what is still waiting."""
        for ack in self.waiting.values():
            if not ack.done():
                ack.set_exception(ConnectionError("the socket closed before the ack"))
                ack.exception()  # looked at, for the sender may have given up waiting
        self.waiting.clear()


class Sockets:
    """Every connection, by app; each envelope goes to one of them, in turn."""

    def __init__(self, change: Change, *, ack_within_s: float) -> None:
        self.base_url = ""
        self.late_acks = 0
        """Envelopes acknowledged after the time was up."""
        self._change = change
        self._ack_within_s = ack_within_s
        self._tickets: dict[str, str] = {}
        self._connections: dict[str, list[Connection]] = {}

    def methods(self) -> dict[str, Method]:
        """`apps.connections.open`, for the Web API."""
        return {"apps.connections.open": Method(self._open, "T1", token="app")}

    def _open(self, call: Call) -> Json:
        app_token = call.app.app_token
        if self.count(app_token) >= MAX_CONNECTIONS:
            raise Refusal("too_many_websockets")
        ticket = str(uuid.uuid4())
        self._tickets[ticket] = app_token
        return {"url": f"{self.base_url}/link/?ticket={ticket}&app_id={call.app.app_id}"}

    def count(self, app_token: str) -> int:
        """How many sockets of that app are connected."""
        return len(self._connections.get(app_token, ()))

    async def serve(self, websocket: WebSocket) -> None:
        """Serve one WebSocket until it closes. A ticket is good once."""
        app_token = self._tickets.pop(websocket.query_params.get("ticket", ""), None)
        if app_token is None or self.count(app_token) >= MAX_CONNECTIONS:
            await websocket.close(code=1008)
            return
        await websocket.accept()
        connection = Connection(websocket, app_token)
        connections = self._connections.setdefault(app_token, [])
        connections.append(connection)
        try:
            await websocket.send_json(_hello(app_token, len(connections)))
            self._change.notify()
            while True:
                self._read(connection, await websocket.receive_text())
        except WebSocketDisconnect:
            pass
        finally:
            self._drop(connection)
            connection.lose()
            self._change.notify()

    def _drop(self, connection: Connection) -> None:
        connections = self._connections[connection.app_token]
        if connection in connections:
            connections.remove(connection)

    def _read(self, connection: Connection, frame: str) -> None:
        given = _acknowledgement(frame)
        if given is None:
            return
        envelope_id = str(given["envelope_id"])
        if envelope_id not in connection.waiting:
            self.late_acks += 1
        connection.acknowledge(envelope_id, given.get("payload"))
        self._change.notify()

    async def send(
        self, app: App, channel: Channel, payload: Json, retry: Retry | None = None
    ) -> Ack:
        """Send one envelope to one connection of the app and wait for its ack."""
        connection = self._next(app.app_token)
        envelope: Json = {
            "envelope_id": str(uuid.uuid4()),
            "payload": payload,
            "type": channel,
            "accepts_response_payload": channel != "events_api",
        }
        if channel == "events_api":
            envelope["retry_attempt"] = retry.number if retry else 0
            envelope["retry_reason"] = retry.reason if retry else ""
        started = time.perf_counter()
        ack = asyncio.get_running_loop().create_future()
        connection.waiting[envelope["envelope_id"]] = ack
        try:
            async with asyncio.timeout(self._ack_within_s):
                await connection.websocket.send_json(envelope)
                body = await ack
        except (TimeoutError, ConnectionError, WebSocketDisconnect):
            connection.waiting.pop(envelope["envelope_id"], None)
            return Ack("late", _ms_since(started))
        return Ack("acked", _ms_since(started), body)

    def _next(self, app_token: str) -> Connection:
        connections = self._connections[app_token]
        connections.append(connections.pop(0))
        return connections[-1]

    async def disconnect(
        self, app: App, *, reason: Reason = "refresh_requested", close: bool = True
    ) -> int:
        """Tell every connection of the app to go, as Slack does when it recycles; how many.

        With *close* they get nothing more from then on; without (`warning`) they go on a while.
        """
        connections = list(self._connections.get(app.app_token, ()))
        host = {"host": "applink-sandbox"}
        frame = {"type": "disconnect", "reason": reason, "debug_info": host}
        for connection in connections:
            if close:
                self._drop(connection)
            with contextlib.suppress(WebSocketDisconnect):  # it went by itself meanwhile
                await connection.websocket.send_json(frame)
                if close:
                    await connection.websocket.close()
        return len(connections)


def _acknowledgement(frame: str) -> Json | None:
    """What an app sent, if it is one: to anything else Slack says nothing."""
    try:
        given = json.loads(frame)
    except ValueError:
        return None
    return given if isinstance(given, dict) and "envelope_id" in given else None


def _hello(app_token: str, num_connections: int) -> Json:
    return {
        "type": "hello",
        "num_connections": num_connections,
        "debug_info": {
            "host": "applink-sandbox",
            "build_number": 1,
            "approximate_connection_time": CONNECTION_TIME_S,
        },
        "connection_info": {"app_id": made_up("A", app_token)},
    }


def _ms_since(started: float) -> float:
    return (time.perf_counter() - started) * 1000
