"""Workers killed, stopped and cut off at every point: each message once, none missing.

Counted by the sandbox, never by the bot. How often each point was reached stands
at the end of the run.
"""

import asyncio
import random
import signal
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack

import psycopg
import pytest

from bot.sandbox.server import Sandbox
from bot.storage.types import Cipher
from tests.conftest import TEST_KEY
from tests.e2e.crowd import Crowd, gather_crowd
from tests.e2e.gate import Gate, Point, gate_to
from tests.e2e.processes import WITHIN_S, Process, environment, running

ALL_WITHIN_S = 180  # as in `processes`: never for ever
QUICK = "tests.e2e.quick"
POINTS: tuple[Point, ...] = ("committed", "sent", "answered")
FAULTS = ("5xx", "reset_before", "reset_after", "internal_error_after", "slow_effect_late")
FAULTS_EACH = 10
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
    await crowd.all_here(sandbox, within_s=ALL_WITHIN_S)
    assert crowd.arrived(sandbox) == Counter(crowd.owed)


async def test_each_message_arrives_once_when_workers_are_killed_at_every_point(
    sandbox: Sandbox, gate: Gate, postgres_url: str, cipher: Cipher, record_property: Record
) -> None:
    # More workspaces than those killed take along: there must be some for the next one to meet.
    crowd = await gather_crowd(sandbox, postgres_url, cipher, workspaces=45, members=10)
    env = env_through(gate, postgres_url)
    reached = Counter({"before sending": await killed_before_sending(env, postgres_url)})
    for point in POINTS:
        await killed_at(point, gate, "worker", env)
    async with running("worker", env, module=QUICK), running("worker", env, module=QUICK):
        await everyone_once(sandbox, crowd)
    assert crowd.arrived(sandbox) == Counter(crowd.owed)
    reached += gate.reached
    record_property("points reached", dict(reached))
    assert reached == dict.fromkeys(("before sending", *POINTS), 1)


async def killed_at(point: Point, gate: Gate, role: str, env: Mapping[str, str]) -> None:
    """Start a process that is killed when its first post gets to *point*."""
    async with running(role, env, module=QUICK) as doomed:
        gate.arm(point, doomed.kill)
        await doomed.ends()


async def killed_before_sending(env: Mapping[str, str], url: str) -> int:
    """Start a worker that is killed as it marks rows `sending`; return how often that was."""
    plain = url.replace("+psycopg", "")
    async with await psycopg.AsyncConnection.connect(plain, autocommit=True) as held:
        await hold_at_sending(held)
        async with running("worker", env, module=QUICK) as doomed:
            await until_held(held)
            await doomed.kill()
        await held.execute("SELECT pg_advisory_unlock(7)")
        await held.execute("DROP TRIGGER held ON delivery")
    return 1


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
        "SELECT count(*) FROM pg_locks JOIN pg_database ON oid = database "
        "WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()"
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
    crowd = await gather_crowd(sandbox, postgres_url, cipher, workspaces=50, members=20)
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


async def test_each_message_arrives_once_through_slacks_own_faults(
    sandbox: Sandbox, gate: Gate, postgres_url: str, cipher: Cipher, record_property: Record
) -> None:
    crowd = await gather_crowd(
        sandbox, postgres_url, cipher, workspaces=len(FAULTS), members=2 * FAULTS_EACH
    )
    for number, kind in enumerate(FAULTS):
        sandbox.faults.add(
            method="chat.postMessage",
            kind=kind,
            times=FAULTS_EACH,
            when=lambda args, those=f"U{number:03d}": args["channel"].startswith(those),  # type: ignore[misc]
            delay_s=2.5,
        )
    env = env_through(gate, postgres_url)
    async with running("worker", env, module=QUICK), running("worker", env, module=QUICK):
        await everyone_once(sandbox, crowd)
    assert crowd.arrived(sandbox) == Counter(crowd.owed)
    record_property("faults met", dict(sandbox.faults.reached))
    assert sandbox.faults.reached == dict.fromkeys(FAULTS, FAULTS_EACH)


async def test_a_killed_run_on_sqlite_loses_and_doubles_nothing(
    sandbox: Sandbox, gate: Gate, sqlite_url: str, cipher: Cipher, record_property: Record
) -> None:
    crowd = await gather_crowd(sandbox, sqlite_url, cipher, workspaces=35, members=10)
    env = env_through(gate, sqlite_url)
    env |= {"SLACK_BOT_TOKEN": "xoxb-0", "SLACK_APP_TOKEN": "xapp-0"}
    for point in POINTS:
        await killed_at(point, gate, "run", env)
    async with running("run", env, module=QUICK):
        await everyone_once(sandbox, crowd)
    assert crowd.arrived(sandbox) == Counter(crowd.owed)
    record_property("points reached", dict(gate.reached))
    assert gate.reached == dict.fromkeys(POINTS, 1)
