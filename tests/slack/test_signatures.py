"""Over HTTP only what Slack has signed, just now, is let in."""

import time
from collections.abc import AsyncIterator
from urllib.parse import urlencode

import aiohttp
import pytest
from slack_sdk.signature import SignatureVerifier

from bot.content import Content
from tests.conftest import TEST_KEY
from tests.talk import SIGNING_SECRET, TEAM, Talk

SIX_MINUTES_S = 360  # Slack: a request older than five is to be refused


@pytest.fixture
async def talk(known_url: str, content: Content) -> AsyncIterator[Talk]:
    async with Talk.open(known_url, content, key=TEST_KEY, over="http", is_known=True) as opened:
        yield opened


async def test_what_is_not_signed_or_not_signed_now_is_turned_away(talk: Talk) -> None:
    body = urlencode(
        {"command": "/trustcheck", "text": "help", "team_id": TEAM, "user_id": "U0ANN"}
    )
    now, old = str(int(time.time())), str(int(time.time()) - SIX_MINUTES_S)
    ours, theirs = SignatureVerifier(SIGNING_SECRET), SignatureVerifier("0" * 32)
    answers = [
        await _post(talk, body, at, str(signer.generate_signature(timestamp=at, body=signed)))
        for at, signer, signed in (
            (now, ours, body),
            (now, theirs, body),
            (now, ours, body + "&more=1"),
            (old, ours, body),
        )
    ]
    assert answers == [200, 401, 401, 401]
    assert await _post(talk, body, now, "") == 401


async def _post(talk: Talk, body: str, at: str, signature: str) -> int:
    url = talk.sandbox.world.teams[TEAM].app.request_url
    assert url is not None
    headers = {
        "content-type": "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": at,
        "x-slack-signature": signature,
    }
    async with aiohttp.ClientSession() as client, client.post(url, data=body, headers=headers) as r:
        return r.status
