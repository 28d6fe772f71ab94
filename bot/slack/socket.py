"""Socket Mode: Slack's requests over a WebSocket we open; nothing of ours faces the internet."""

import asyncio
import time

import structlog
from slack_bolt.adapter.socket_mode.async_internals import send_async_response
from slack_bolt.adapter.socket_mode.internals import build_headers
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.errors import ConfigError
from bot.slack.background import Background
from bot.slack.bolt_app import LATER
from bot.slack.door import enter, tidied
from bot.slack.failures import CALL_FAILURES, TOKEN_GONE
from bot.waiting import retry_pause, unless

log = structlog.get_logger(__name__)


class Socket:
    """One connection to Slack; it reconnects by itself once it stood."""

    def __init__(self, app: AsyncApp, app_token: str, background: Background) -> None:
        self._app = app
        self._background = background
        self._answering = Background()
        self._client = SocketModeClient(app_token=app_token, web_client=app.client)
        self._client.socket_mode_request_listeners.append(self._listen)

    async def connect(self, stop: asyncio.Event) -> None:
        """Connect, as often as it takes, until it stands or *stop* is set.

        Raises:
            ConfigError: Slack doesn't know the app token.
        """
        attempt = 0
        while not stop.is_set():
            try:
                await self._client.connect()  # type: ignore[no-untyped-call]  # the SDK's
            except CALL_FAILURES as error:
                _give_up_on_bad_token(error)
                wait_s = retry_pause(attempt)
                attempt += 1
                log.warning("slack_unreachable", attempt=attempt, seconds=wait_s)
                await unless(stop, wait_s)
            else:
                log.info("socket_connected")
                return

    async def stop_listening(self) -> None:
        """Take no more work, and answer what has come."""
        self._client.socket_mode_request_listeners.clear()
        await self._answering.drain()

    async def close(self) -> None:
        await self._client.close()  # type: ignore[no-untyped-call]  # the SDK's

    async def _listen(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        # The SDK keeps no reference to the task it runs us in; ours is kept until answered.
        self._answering.start(self._answer(client, request))

    async def _answer(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        bolt = AsyncBoltRequest(
            mode="socket_mode", body=tidied(request.payload), headers=build_headers(request)
        )
        response = await enter(self._app, bolt)
        await send_async_response(client, request, response, time.time())
        later = bolt.context.get(LATER)
        if later is not None:
            self._background.start(later())


def _give_up_on_bad_token(error: BaseException) -> None:
    if isinstance(error, SlackApiError) and error.response.get("error") in TOKEN_GONE:
        raise ConfigError(
            "Slack doesn't accept SLACK_APP_TOKEN. Fix: make a new app-level token with "
            "connections:write on the app's Basic Information page."
        ) from error
