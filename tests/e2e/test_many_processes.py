"""HTTP mode and workers as real processes on PostgreSQL; what arrived is counted by the sandbox."""

from collections import Counter
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.sandbox.server import Sandbox
from bot.storage.types import Cipher
from tests.conftest import TEST_KEY
from tests.e2e.crowd import gather_crowd
from tests.e2e.processes import WITHIN_S, environment, free_port, running
from tests.talk import TEAM, people_the_world


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    started = await Sandbox.start()
    people_the_world(started)
    started.limits.off()
    yield started
    await started.close()


async def test_web_answers_a_signed_command_over_http(sandbox: Sandbox, postgres_url: str) -> None:
    port = free_port()
    env = environment(sandbox.api_url, postgres_url, TEST_KEY) | {"PORT": str(port)}
    async with running("web", env) as web:
        await web.says("web_started")
        sandbox.world.teams[TEAM].app.use_http(f"http://127.0.0.1:{port}/slack/events")
        ann = sandbox.person("U0ANN")
        outcome = await ann.types("/trustcheck")
        assert outcome.ok, outcome
        assert "Only you see this" in ann.reads_modal()
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{port}/readyz") as ready:
                assert ready.status == 200
            async with session.get(f"http://127.0.0.1:{port}/metrics") as metrics:
                assert "trustcheck_deliveries_sent" in await metrics.text()
        assert await web.stop() == 0


async def test_an_unsigned_request_and_a_junk_timestamp_are_turned_away(
    sandbox: Sandbox, postgres_url: str
) -> None:
    port = free_port()
    env = environment(sandbox.api_url, postgres_url, TEST_KEY) | {"PORT": str(port)}
    async with running("web", env) as web, aiohttp.ClientSession() as session:
        await web.says("web_started")
        url = f"http://127.0.0.1:{port}/slack/events"
        async with session.post(url, data={"command": "/trustcheck"}) as unsigned:
            assert unsigned.status == 401
        headers = {"X-Slack-Request-Timestamp": "yesterday", "X-Slack-Signature": "v0=00"}
        async with session.post(url, data={"command": "/trustcheck"}, headers=headers) as junk:
            assert junk.status == 401


async def test_two_workers_send_each_message_once(
    sandbox: Sandbox, postgres_url: str, cipher: Cipher
) -> None:
    crowd = await gather_crowd(sandbox, postgres_url, cipher, workspaces=20, members=10)
    env = environment(sandbox.api_url, postgres_url, TEST_KEY)
    async with running("worker", env) as one, running("worker", env) as two:
        await one.says("worker_started")
        await two.says("worker_started")
        await crowd.all_here(sandbox, within_s=WITHIN_S)
        assert await one.stop() == 0
        assert await two.stop() == 0
    posts = [call for call in sandbox.calls if call.method == "chat.postMessage"]
    assert len(posts) == len(crowd.owed)  # nothing went wrong, so nothing was tried again
    assert crowd.arrived(sandbox) == Counter(crowd.owed)
