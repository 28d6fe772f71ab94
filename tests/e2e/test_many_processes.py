"""HTTP mode and workers as real processes on PostgreSQL; what arrived is counted by the sandbox."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiohttp
import pytest

from bot.delivery import store
from bot.members.store import put_members
from bot.sandbox.server import Sandbox
from bot.storage.engine import Database
from bot.storage.types import Cipher
from tests.conftest import TEST_KEY
from tests.e2e.processes import environment, free_port, running
from tests.talk import TEAM, people_the_world

MEMBERS = 200


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    started = await Sandbox.start()
    people_the_world(started)
    started.limits.off()
    yield started
    await started.close()


async def plan_nudges(url: str, cipher: Cipher, sandbox: Sandbox) -> list[str]:
    """Write members and a due nudge for each, as the sweep would have."""
    ids = [f"U9{n:05d}" for n in range(MEMBERS)]
    team = sandbox.world.teams[TEAM]
    for member in ids:
        team.add_member(member, member.lower())
    database = Database.open(url, cipher)
    now = datetime.now(UTC)
    async with database.write() as session:
        await put_members(session, [member_row(member) for member in ids])
        rows = [
            store.new_row(TEAM, "nudges.daily", one, "today", target=one, due_at=now) for one in ids
        ]
        await store.plan(session, rows)
    await database.close()
    return ids


def member_row(member: str) -> dict[str, object]:
    return {
        "workspace_id": TEAM,
        "member_id": member,
        "slack_zone": "UTC",
        "slack_locale": "en-GB",
        "is_full": True,
        "is_admin": False,
        "is_deactivated": False,
        "on_vacation": False,
        "work_end_minutes": 1439,
    }


def posts(sandbox: Sandbox) -> Counter[str]:
    """Count what was posted, by whom it was for, from the sandbox's own books."""
    return Counter(
        str(call.args["channel"])
        for call in sandbox.calls
        if call.method == "chat.postMessage" and call.answer and call.answer.get("ok")
    )


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
    env = environment(sandbox.api_url, postgres_url, TEST_KEY) | {"PORT": str(free_port())}
    async with running("web", env) as web:
        await web.says("web_started")  # it writes the workspace down
    ids = await plan_nudges(postgres_url, cipher, sandbox)
    async with running("worker", env) as one, running("worker", env) as two:
        await one.says("worker_started")
        await two.says("worker_started")
        await sandbox.until(lambda: sum(posts(sandbox).values()) >= MEMBERS, within_s=60)
        assert await one.stop() == 0
        assert await two.stop() == 0
    assert posts(sandbox) == Counter(ids)
