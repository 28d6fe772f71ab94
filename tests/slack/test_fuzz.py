"""Whatever Slack may send, through the real router: always an ack, no bug, nothing of others."""

import json
import time
from collections.abc import AsyncIterator, Mapping
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from slack_sdk.signature import SignatureVerifier
from starlette.requests import Request
from starlette.responses import Response
from structlog.testing import capture_logs

from bot.content import Content
from bot.slack.http import Endpoint
from bot.slack.notices import RUN_WORD
from bot.web import metrics
from tests.conftest import TEST_KEY
from tests.slack import payloads
from tests.talk import SIGNING_SECRET, Talk

EXAMPLES = 80
KINDS = ("COMMANDS", "PRESSES", "SUBMISSIONS", "CLOSINGS", "SHORTCUTS", "EVENTS")
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
async def talk(sqlite_url: str, content: Content) -> AsyncIterator[Talk]:
    """As everywhere, and with a secret: the payloads come in signed, over HTTP."""
    async with Talk.open(sqlite_url, content, key=TEST_KEY) as opened:
        yield opened


def bugs() -> float:
    return sum(
        sample.value
        for metric in metrics.bugs.collect()
        for sample in metric.samples
        if sample.name.endswith("_total")
    )


async def send(talk: Talk, content_type: str, raw: bytes) -> Response:
    """Post *raw* as Slack would, signed."""
    stamp = str(int(time.time()))
    signature = SignatureVerifier(SIGNING_SECRET).generate_signature(
        timestamp=stamp, body=raw.decode(errors="replace")
    )
    headers = {
        "content-type": content_type,
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": str(signature),
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": raw, "more_body": False}

    scope = {
        "type": "http", "method": "POST", "path": "/slack/events", "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }  # fmt: skip
    endpoint = Endpoint(talk.bot.bolt, talk.bot.background)
    response = await endpoint.answer(Request(scope, receive))
    if response.background is not None:
        await response.background()
    await talk.bot.background.drain()
    return response


async def understood(talk: Talk, body: Mapping[str, Any]) -> None:
    """The payload gets an ack, and nothing broke over it: neither before it nor after."""
    before = bugs()
    with capture_logs() as logs:  # drawing a traceback takes longer than all the rest
        response = await send(talk, *as_request(body))
    assert response.status_code == 200, body
    assert bugs() == before, body
    assert [one for one in logs if one["event"] == "later_broke"] == [], body


def as_request(body: Mapping[str, Any]) -> tuple[str, bytes]:
    """Return the payload's content type and bytes, as Slack sends its kind."""
    if "command" in body:
        fields = {key: value for key, value in body.items() if isinstance(value, str)}
        return FORM, urlencode(fields, errors="replace").encode()
    text = json.dumps(body)
    if "event" in body or body.get("type") == "event_callback":
        return "application/json", text.encode()
    return FORM, urlencode({"payload": text}).encode()


def some(whole: st.SearchStrategy[Any]) -> list[Any]:
    """Return payloads of a kind, broken in any way; they aren't shrunk, for the bot remembers."""
    found: list[Any] = []

    @settings(
        phases=[Phase.generate], max_examples=EXAMPLES, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(payloads.broken(whole))
    def collect(body: Any) -> None:
        found.append(body)

    collect()
    return found


@pytest.mark.parametrize("kind", KINDS)
async def test_anything_is_understood(talk: Talk, kind: str) -> None:
    for body in some(getattr(payloads, kind)):
        await understood(talk, body)


def hidden(word: str) -> str:
    """Return a value in which everything that is ever hidden in one is *word*."""
    return json.dumps({"v": 1, **dict.fromkeys((*payloads.HIDDEN, *payloads.NUMBERS), word)})


@pytest.mark.parametrize("value", ['{"v":1}', hidden("other"), hidden("C0NONE"), hidden("-5")])
async def test_every_button_and_form_takes_what_another_version_hid_in_it(
    talk: Talk, value: str
) -> None:
    routes = payloads.ROUTES
    bodies = [
        *(payloads.press("U0BEN", one, value, in_view=True) for one in routes.actions),
        *(payloads.press("U0BEN", one, value, in_view=False) for one in routes.actions),
        payloads.press("U0BEN", f"{RUN_WORD}.x", value, in_view=False),
        *(payloads.submission("U0BEN", one, value, {}) for one in routes.views),
        *(payloads.closing("U0BEN", one, value) for one in routes.closings),
    ]
    for body in bodies:
        await understood(talk, body)


RAW = (b"", b"{", b"{}", b"[]", b"null", b"\xff", b"payload=", b"payload=[", b"payload=7")


@pytest.mark.parametrize("content_type", ["application/json", FORM, "text/plain"])
async def test_what_is_no_payload_is_refused_or_passed_over(talk: Talk, content_type: str) -> None:
    for raw in RAW:
        assert (await send(talk, content_type, raw)).status_code in (200, 400), raw
