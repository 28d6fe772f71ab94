"""Workers killed, stopped and cut off at every point: each message once, none missing.

Counted by the sandbox, never by the bot. How often each point was reached stands
at the end of the run.
"""

import asyncio
import random
import signal
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack

import psycopg
import pytest

from bot.delivery.dispatch import BATCH
from bot.sandbox.server import Sandbox
from bot.storage.types import Cipher
from tests.conftest import TEST_KEY
from tests.e2e.crowd import Crowd, gather_crowd
from tests.e2e.gate import Gate, Point, gate_to
from tests.e2e.processes import WITHIN_S, Process, environment, running

ALL_WITHIN_S = 90
QUICK = "tests.e2e.quick"
Record = Callable[[str, object], None]


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    started = await Sandbox.start()
    started.limits.off()
    yield started
    await started.close()


@pytest.fixture
async def gate(sandbox: Sandbox) -> AsyncIterator[Gate]:
    async with gate_to(int(sandbox.url.rpartition(":")[2])) as opened:
        yield opened


def env_through(gate: Gate, url: str) -> dict[str, str]:
    return environment(f"http://127.0.0.1:{gate.port}/api/", url, TEST_KEY)


async def everyone_once(sandbox: Sandbox, crowd: Crowd) -> None:
    """Wait until everybody has a message, then a while's worth of work longer, and count."""
    await sandbox.until(lambda: crowd.all_here(sandbox), within_s=ALL_WITHIN_S)
    assert crowd.arrived(sandbox) == Counter(crowd.owed)


@pytest.mark.parametrize("point", ["committed", "sent", "answered"])
async def test_each_message_arrives_once_when_a_worker_is_killed_while_sending(
    sandbox: Sandbox,
    gate: Gate,
    postgres_url: str,
    cipher: Cipher,
    point: Point,
    record_property: Record,
) -> None:
    crowd = await gather_crowd(sandbox, postgres_url, cipher, workspaces=4, members=25)
    env = env_through(gate, postgres_url)
    async with AsyncExitStack() as workers:
        doomed = await workers.enter_async_context(running("worker", env, module=QUICK))
        gate.arm(point, doomed.kill)
        await doomed.says("worker_started")
        await doomed.ends()
        for _ in range(2):
            await workers.enter_async_context(running("worker", env, module=QUICK))
        await everyone_once(sandbox, crowd)
    assert crowd.arrived(sandbox) == Counter(crowd.owed)
    record_property("points reached", dict(gate.reached))
    assert gate.reached[point] == 1


async def test_each_message_arrives_once_when_a_worker_is_killed_before_sending(
    sandbox: Sandbox, gate: Gate, postgres_url: str, cipher: Cipher, record_property: Record
) -> None:
    crowd = await gather_crowd(sandbox, postgres_url, cipher, workspaces=4, members=25)
    env = env_through(gate, postgres_url)
    plain = postgres_url.replace("+psycopg", "")
    async with await psycopg.AsyncConnection.connect(plain, autocommit=True) as held:
        await hold_at_sending(held)
        async with running("worker", env, module=QUICK) as doomed:
            await doomed.says("worker_started")
            await until_held(held)
            record_property("points reached", {"before sending": 1})
            await doomed.kill()
        await held.execute("SELECT pg_advisory_unlock(7)")
    async with running("worker", env, module=QUICK), running("worker", env, module=QUICK):
        await everyone_once(sandbox, crowd)
    assert crowd.arrived(sandbox) == Counter(crowd.owed)


async def hold_at_sending(held: psycopg.AsyncConnection) -> None:
    """Make whoever marks a row `sending` wait for a lock that the test holds."""
    await held.execute("SELECT pg_advisory_lock(7)")
    await held.execute(
        "CREATE FUNCTION held() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN PERFORM pg_advisory_xact_lock(7); RETURN NEW; END $$"
    )
    await held.execute(
        "CREATE TRIGGER held BEFORE UPDATE ON delivery FOR EACH ROW "
        "WHEN (NEW.state = 'sending') EXECUTE FUNCTION held()"
    )


async def until_held(held: psycopg.AsyncConnection) -> None:
    """Return once somebody waits for the lock: asked again until it is so."""
    async with asyncio.timeout(WITHIN_S):
        while not await someone_waits(held):
            pass


async def someone_waits(held: psycopg.AsyncConnection) -> bool:
    found = await held.execute(
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    )
    row = await found.fetchone()
    return row is not None and row[0] > 0


@pytest.mark.parametrize("workers", [2, 4])
async def test_each_message_arrives_once_when_workers_are_killed_at_random(
    sandbox: Sandbox,
    gate: Gate,
    postgres_url: str,
    cipher: Cipher,
    workers: int,
    record_property: Record,
) -> None:
    crowd = await gather_crowd(sandbox, postgres_url, cipher, workspaces=10, members=100)
    env = env_through(gate, postgres_url)
    dice = random.Random(workers)
    kills = Counter[int]()
    async with AsyncExitStack() as stack:
        alive: list[Process] = [
            await stack.enter_async_context(running("worker", env, module=QUICK))
            for _ in range(workers)
        ]
        for share in (0.1, 0.3, 0.5, 0.7):
            goal = int(len(crowd.owed) * share)
            await sandbox.until(lambda goal=goal: posted(sandbox) >= goal, within_s=ALL_WITHIN_S)  # type: ignore[misc]
            victim = alive.pop(dice.randrange(len(alive)))
            await victim.kill()
            kills[posted(sandbox)] += 1
            alive.append(await stack.enter_async_context(running("worker", env, module=QUICK)))
        await everyone_once(sandbox, crowd)
    assert crowd.arrived(sandbox) == Counter(crowd.owed)
    record_property("killed after so many posts", sorted(kills))


def posted(sandbox: Sandbox) -> int:
    return sum(call.method == "chat.postMessage" for call in sandbox.calls)


async def test_a_worker_stopped_past_its_lease_sends_nothing_twice(
    sandbox: Sandbox, gate: Gate, postgres_url: str, cipher: Cipher
) -> None:
    crowd = await gather_crowd(sandbox, postgres_url, cipher, workspaces=4, members=50)
    env = env_through(gate, postgres_url)
    async with running("worker", env, module=QUICK) as sleeper:

        async def put_to_sleep() -> None:
            sleeper.handle.send_signal(signal.SIGSTOP)

        gate.arm("answered", put_to_sleep)
        await asyncio.wait_for(gate.fired.wait(), ALL_WITHIN_S)
        async with running("worker", env, module=QUICK):
            await everyone_once(sandbox, crowd)
            sleeper.handle.send_signal(signal.SIGCONT)
            assert await sleeper.stop() == 0
    assert crowd.arrived(sandbox) == Counter(crowd.owed)


@pytest.mark.parametrize(
    "kind", ["5xx", "reset_before", "reset_after", "internal_error_after", "slow_effect_late"]
)
async def test_each_message_arrives_once_through_slacks_own_faults(
    sandbox: Sandbox, gate: Gate, postgres_url: str, cipher: Cipher, kind: str
) -> None:
    crowd = await gather_crowd(sandbox, postgres_url, cipher, workspaces=2, members=50)
    sandbox.faults.add(method="chat.postMessage", kind=kind, times=10, delay_s=2.5)
    env = env_through(gate, postgres_url)
    async with running("worker", env, module=QUICK), running("worker", env, module=QUICK):
        await everyone_once(sandbox, crowd)
    assert crowd.arrived(sandbox) == Counter(crowd.owed)


async def test_a_killed_run_on_sqlite_loses_and_doubles_nothing(
    sandbox: Sandbox, gate: Gate, sqlite_url: str, cipher: Cipher, record_property: Record
) -> None:
    # Each kill takes at most one batch along: there must be more for the last one to meet.
    points: list[Point] = ["committed", "sent", "answered"]
    members = BATCH * (len(points) + 1)
    crowd = await gather_crowd(sandbox, sqlite_url, cipher, workspaces=1, members=members)
    env = env_through(gate, sqlite_url)
    env |= {"SLACK_BOT_TOKEN": "xoxb-0", "SLACK_APP_TOKEN": "xapp-0"}
    for point in points:
        async with running("run", env, module=QUICK) as doomed:
            gate.arm(point, doomed.kill)
            await doomed.ends()
    async with running("run", env, module=QUICK):
        await everyone_once(sandbox, crowd)
    assert crowd.arrived(sandbox) == Counter(crowd.owed)
    record_property("points reached", dict(gate.reached))
