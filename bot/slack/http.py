"""HTTP mode: Slack's requests come to us, signed; for many workspaces and several processes."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from slack_bolt.adapter.starlette.async_handler import to_starlette_response
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.request.internals import (
    build_normalized_headers,
    extract_content_type,
    parse_body,
)
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.slack.background import Background
from bot.slack.bolt_app import LATER
from bot.slack.door import enter, tidied

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
        bolt = _read(request, await request.body())
        if bolt is None:
            return PlainTextResponse("unreadable", 400)
        response = to_starlette_response(await enter(self._app, bolt))
        later = bolt.context.get(LATER)
        if later is not None:
            response.background = _After(self._background, later)
        return response


def _read(request: Request, raw: bytes) -> AsyncBoltRequest | None:
    """Return the request as Bolt takes it, None where its body is neither a form nor JSON.

    Bolt checks the signature of the body as it came, and reads it as tidied.
    """
    headers: dict[str, str | Sequence[str]] = dict(request.headers.items())
    try:
        text = raw.decode()
        parsed = parse_body(text, extract_content_type(build_normalized_headers(headers)))
    except ValueError:
        return None
    body = tidied(parsed) if isinstance(parsed, Mapping) else {}
    bolt = AsyncBoltRequest(mode="socket_mode", body=body, headers=headers)
    bolt.mode, bolt.raw_body = "http", text
    return bolt


class _After(BackgroundTask):
    """Starlette calls it once the response is sent."""

    def __init__(self, background: Background, later: Callable[[], Awaitable[object]]) -> None:
        super().__init__(later)
        self._background = background
        self._later = later

    async def __call__(self) -> None:
        self._background.start(self._later())
