"""HTTP mode: Slack's requests come to us, signed; for many workspaces and several processes."""

from collections.abc import Awaitable, Callable

from slack_bolt.adapter.starlette.async_handler import (
    to_async_bolt_request,
    to_starlette_response,
)
from slack_bolt.app.async_app import AsyncApp
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.slack.background import Background
from bot.slack.bolt_app import LATER

PATH = "/slack/events"


class Endpoint:
    """Answers one signed request; what may wait runs after the response has gone out."""

    def __init__(self, app: AsyncApp, background: Background) -> None:
        self._app = app
        self._background = background

    async def answer(self, request: Request) -> Response:
        if not request.headers.get("x-slack-request-timestamp", "").isdigit():
            # The SDK's verifier raises on a junk timestamp.
            return PlainTextResponse("unsigned", 401)
        bolt = to_async_bolt_request(request, await request.body())
        response = to_starlette_response(await self._app.async_dispatch(bolt))
        later = bolt.context.get(LATER)
        if later is not None:
            response.background = _After(self._background, later)
        return response


class _After(BackgroundTask):
    """Starlette calls it once the response is sent."""

    def __init__(self, background: Background, later: Callable[[], Awaitable[object]]) -> None:
        super().__init__(later)
        self._background = background
        self._later = later

    async def __call__(self) -> None:
        self._background.start(self._later())
