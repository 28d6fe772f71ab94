"""`python -m bot doctor` names the messages that were given up, and why."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.delivery import store
from bot.sandbox.server import Sandbox
from bot.storage.engine import Database
from bot.storage.types import Cipher
from tests.conftest import TEST_KEY
from tests.e2e.processes import ROOT, WITHIN_S, environment
from tests.talk import TEAM, people_the_world


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    started = await Sandbox.start()
    people_the_world(started)
    yield started
    await started.close()


async def give_up(url: str, cipher: Cipher, **reasons: int) -> None:
    """Write so many failed messages for each reason."""
    database = Database.open(url, cipher)
    now = datetime.now(UTC)
    async with database.write() as session:
        for reason, count in reasons.items():
            rows = [
                store.new_row(TEAM, "tests.note", f"U{n}", reason, target=f"U{n}", due_at=now)
                | {"state": "failed", "reason": reason}
                for n in range(count)
            ]
            await store.plan(session, rows)
    await database.close()


async def test_doctor_counts_what_was_given_up_by_reason(
    sandbox: Sandbox, sqlite_url: str, cipher: Cipher
) -> None:
    await give_up(sqlite_url, cipher, exhausted=3, broken=2)
    handle = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "doctor"),
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            **environment(sandbox.api_url, sqlite_url, TEST_KEY),
        },
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await asyncio.wait_for(handle.communicate(), WITHIN_S)
    line = next(one for one in said.decode().splitlines() if "given up" in one)
    assert "3 exhausted" in line
    assert "2 broken" in line
    assert handle.returncode == 0
