"""`python -m bot run` as a real process: alone on its file, patient with Slack, gone when told."""

import sqlite3
from pathlib import Path

from bot.sandbox.server import Sandbox
from tests.conftest import TEST_KEY
from tests.e2e.processes import environment, free_port, running
from tests.talk import people_the_world


async def test_run_answers_over_a_socket_and_stops_when_told(
    sandbox: Sandbox, sqlite_url: str
) -> None:
    env = environment(sandbox.api_url, sqlite_url, TEST_KEY)
    async with running("run", env) as run:
        await run.says("socket_connected")
        ann = sandbox.person("U0ANN")
        assert (await ann.types("/trustcheck")).ok
        assert await run.stop() == 0
    assert "stopping" in run.events


async def test_a_second_run_on_the_same_file_refuses_with_the_reason(
    sandbox: Sandbox, sqlite_url: str
) -> None:
    env = environment(sandbox.api_url, sqlite_url, TEST_KEY)
    async with running("run", env) as first:
        await first.says("socket_connected")
        async with running("run", env) as second:
            assert await second.ends() == 2
    assert any("Another Trustcheck already runs" in line for line in second.lines)


async def test_slack_being_down_at_boot_is_waited_for_with_a_log_line(sqlite_url: str) -> None:
    port = free_port()
    env = environment(f"http://127.0.0.1:{port}/api/", sqlite_url, TEST_KEY)
    async with running("run", env) as run:
        await run.says("slack_unreachable")
        assert not any("Traceback" in line for line in run.lines)
        sandbox = await Sandbox.start(port=port)
        people_the_world(sandbox)
        await run.says("socket_connected")
        assert await run.stop() == 0
        await sandbox.close()


async def test_a_token_slack_does_not_know_stops_the_boot_with_the_fix(
    sandbox: Sandbox, sqlite_url: str
) -> None:
    env = environment(sandbox.api_url, sqlite_url, TEST_KEY) | {"SLACK_BOT_TOKEN": "xoxb-wrong"}
    async with running("run", env) as run:
        assert await run.ends() == 2
    assert any("SLACK_BOT_TOKEN" in line for line in run.lines)
    assert not any("xoxb-wrong" in line for line in run.lines)


async def test_a_first_start_makes_database_and_key_that_only_the_owner_reads(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    env = environment(sandbox.api_url, f"sqlite:///{tmp_path / 'new.db'}", "")
    async with running("run", env) as run:
        await run.says("socket_connected")
    assert (tmp_path / "new.db.key").stat().st_mode & 0o777 == 0o600
    with sqlite3.connect(tmp_path / "new.db") as database:
        assert database.execute("SELECT count(*) FROM workspace").fetchone() == (1,)
    database.close()
