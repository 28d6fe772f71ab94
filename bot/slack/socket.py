"""Socket Mode: Slack's requests over a WebSocket we open; nothing of ours faces the internet."""

import asyncio
import logging
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
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import ConfigError, SlackError, SlackUnavailable
from bot.slack.background import Background
from bot.slack.bolt_app import LATER
from bot.slack.door import enter, tidied
from bot.slack.failures import CALL_FAILURES, TOKEN_GONE, classify
from bot.waiting import retry_pause, unless

log = structlog.get_logger(__name__)

OPEN = "apps.connections.open"
HANDSHAKE_S = 15

# Another sort of token, or one without connections:write: it won't ever do.
UNFIT = TOKEN_GONE | {"missing_scope", "not_allowed_token_type"}


class Socket:
    """One connection to Slack; it reconnects by itself once it stood."""

    def __init__(self, app: AsyncApp, app_token: str, background: Background) -> None:
        self._app = app
        self._background = background
        self._answering = Background()
        self._token = app_token
        self._client = SocketModeClient(app_token, _in_a_line(), web_client=app.client)
        self._client.socket_mode_request_listeners.append(self._listen)

    async def connect(self, stop: asyncio.Event) -> None:
        """Connect, as often as it takes, until it stands or *stop* is set.

        Raises:
            ConfigError: Slack doesn't know the app token.
        """
        attempt = 0
        while not stop.is_set():
            try:
                # Asked for here: the SDK would try a token that Slack refuses for ever.
                self._client.wss_uri = await open_address(self._app.client, self._token)
                await self._shake_hands(stop)
            except SlackError as error:
                wait_s = retry_pause(attempt)
                attempt += 1
                log.warning("slack_unreachable", attempt=attempt, seconds=wait_s, code=error.code)
                await unless(stop, wait_s)
            else:
                if not stop.is_set():
                    log.info("socket_connected")
                return

    async def _shake_hands(self, stop: asyncio.Event) -> None:
        """Connect to the address we were given; it serves once, and not for long.

        Raises:
            SlackUnavailable: nobody answered there in time.
        """
        connecting = asyncio.ensure_future(self._client.connect())  # type: ignore[no-untyped-call]
        stopping = asyncio.ensure_future(stop.wait())
        both = {connecting, stopping}
        await asyncio.wait(both, timeout=HANDSHAKE_S, return_when=asyncio.FIRST_COMPLETED)
        is_up = connecting.done()
        for one in both:
            one.cancel()
        await asyncio.gather(*both, return_exceptions=True)
        if not is_up and not stop.is_set():
            raise SlackUnavailable("timeout", method=OPEN)

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


async def open_address(client: AsyncWebClient, app_token: str) -> str:
    """Ask Slack where to connect to.

    Raises:
        ConfigError: it doesn't accept the token for that.
        SlackError: worth another try.
    """
    try:
        answer = await client.api_call(OPEN, headers={"Authorization": f"Bearer {app_token}"})
        return str(answer["url"])
    except CALL_FAILURES as error:
        _give_up_on_bad_token(error)
        raise classify(error, OPEN) from error


class _OneLine(logging.Handler):
    """Says in a line of ours what the SDK says with a traceback, addresses and all."""

    def emit(self, record: logging.LogRecord) -> None:
        kind = record.exc_info[0] if record.exc_info else None
        log.warning("socket_trouble", reason=kind.__name__ if kind else record.levelname)


def _in_a_line() -> logging.Logger:
    logger = logging.Logger("socket", logging.WARNING)
    logger.addHandler(_OneLine())
    return logger


def _give_up_on_bad_token(error: BaseException) -> None:
    if isinstance(error, SlackApiError) and error.response.get("error") in UNFIT:
        raise ConfigError(
            "Slack doesn't accept SLACK_APP_TOKEN. Fix: make a new app-level token with "
            "connections:write on the app's Basic Information page."
        ) from error
