"""uvicorn's protocols on a loopback socket, ended by handle and without its signal handlers."""

from __future__ import annotations

import asyncio
import socket
import struct

import uvicorn
from starlette.requests import Request
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

# Longer than a client leaves a connection unused: none closes just as a request is written on it.
KEEP_ALIVE_S = 60
LINGER_NO = struct.pack("ii", 1, 0)  # closing sends RST at once, as a broken connection does


class Listener:
    """Serves an ASGI app on 127.0.0.1, inside this process and event loop."""

    def __init__(self, server: asyncio.Server, state: ServerState) -> None:
        self._server, self._state = server, state
        self.port: int = server.sockets[0].getsockname()[1]

    @classmethod
    async def start(cls, app: ASGIApp, *, port: int) -> Listener:
        """Listen on *port* (0: any free one). Raises: OSError when it is taken."""
        config = uvicorn.Config(
            app,
            http="h11",
            ws="websockets-sansio",
            lifespan="off",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            ws_ping_interval=None,
            ws_per_message_deflate=False,
            timeout_keep_alive=KEEP_ALIVE_S,
        )
        config.load()
        state = ServerState()
        loop = asyncio.get_running_loop()
        server = await loop.create_server(
            lambda: H11Protocol(config=config, server_state=state, app_state={}),
            host="127.0.0.1",
            port=port,
            backlog=2048,
        )
        return cls(server, state)

    def abort(self, request: Request) -> None:
        """Reset the TCP connection *request* came on, without another byte."""
        for connection in list(self._state.connections):
            transport = connection.transport
            if transport.get_extra_info("peername") == tuple(request.client or ()):
                connected: socket.socket = transport.get_extra_info("socket")
                connected.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NO)
                transport.abort()

    async def close(self) -> None:
        """Stop listening, drop every connection, end every request still running."""
        self._server.close()
        for connection in list(self._state.connections):
            connection.transport.abort()
        tasks = list(self._state.tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._server.wait_closed()
