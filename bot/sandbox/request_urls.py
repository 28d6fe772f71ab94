"""Payloads as signed HTTP requests to an app's request url."""

import hashlib
import hmac
import json
import time
from contextlib import suppress
from urllib.parse import urlencode

import aiohttp

from bot.sandbox.ack import Ack, Channel, Retry
from bot.sandbox.records import Json
from bot.sandbox.world import App

JSON_TYPE = "application/json"
FORM_TYPE = "application/x-www-form-urlencoded"
MAX_REDIRECTS = 2  # Slack: Events API; aiohttp's own figure is the first too many


def sign(signing_secret: str, timestamp: int, body: bytes) -> str:
    """Slack's v0 signature of a body sent at *timestamp* (Unix seconds)."""
    base = b"v0:%d:" % timestamp + body
    return "v0=" + hmac.new(signing_secret.encode(), base, hashlib.sha256).hexdigest()


def encode(channel: Channel, payload: Json) -> tuple[bytes, str]:
    """The body and content type of a payload, as Slack sends that sort."""
    if channel == "events_api":
        return json.dumps(payload).encode(), JSON_TYPE
    form = payload if channel == "slash_commands" else {"payload": json.dumps(payload)}
    return urlencode(form).encode(), FORM_TYPE


class RequestUrls:
    """Sends over one shared HTTP session, opened at the first payload."""

    def __init__(self, *, ack_within_s: float) -> None:
        self._ack_within_s = ack_within_s
        self._session: aiohttp.ClientSession | None = None

    async def send(
        self, app: App, channel: Channel, payload: Json, retry: Retry | None = None
    ) -> Ack:
        """Send one signed request and read its answer."""
        body, content_type = encode(channel, payload)
        timestamp = int(time.time())
        headers = {
            "content-type": content_type,
            "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "x-slack-request-timestamp": str(timestamp),
            "x-slack-signature": sign(app.signing_secret, timestamp, body),
        }
        if retry:
            headers["x-slack-retry-num"] = str(retry.number)
            headers["x-slack-retry-reason"] = retry.reason
        started = time.perf_counter()
        try:
            return await self._post(str(app.request_url), body, headers, started)
        except TimeoutError:
            return Ack("late", _ms_since(started))
        except aiohttp.ClientError:
            return Ack("unreachable", _ms_since(started))

    async def _post(self, url: str, body: bytes, headers: dict[str, str], started: float) -> Ack:
        if self._session is None:
            self._session = aiohttp.ClientSession()
        timeout = aiohttp.ClientTimeout(total=self._ack_within_s)
        async with self._session.post(
            url, data=body, headers=headers, timeout=timeout, max_redirects=MAX_REDIRECTS + 1
        ) as response:
            answer = await response.text()
            is_fine = 200 <= response.status < 300
            return Ack(
                "acked" if is_fine else "refused",
                _ms_since(started),
                _body(answer, response.content_type) if is_fine else answer,
                http_status=response.status,
                no_retry=not is_fine and response.headers.get("x-slack-no-retry") == "1",
            )

    async def close(self) -> None:
        """Close the session, if one was opened."""
        if self._session is not None:
            await self._session.close()
            self._session = None


def _body(answer: str, content_type: str) -> object:
    if not answer:
        return None
    if content_type == JSON_TYPE:
        with suppress(ValueError):
            return json.loads(answer)
    return answer


def _ms_since(started: float) -> float:
    return (time.perf_counter() - started) * 1000
