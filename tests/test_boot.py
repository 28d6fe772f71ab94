"""What stops the boot: a setting that can't work is refused with its fix, never a traceback."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable, MutableMapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import structlog
from cryptography.fernet import Fernet
from pydantic import SecretStr
from sqlalchemy import text

from bot.errors import ConfigError
from bot.members.tables import Workspace
from bot.sandbox.server import Sandbox
from bot.serve import listen, run, worker
from bot.settings import Settings
from bot.slack.messenger import close_client, open_client
from bot.slack.socket import Socket, open_address
from bot.storage.command import migrate_database
from bot.storage.engine import Database
from bot.storage.types import Cipher
from tests.conftest import TEST_KEY
from tests.e2e.processes import WITHIN_S, free_port
from tests.talk import APP_TOKEN, BOT_TOKEN, TEAM, Talk, settings

Serve = Callable[[Settings], Awaitable[None]]


async def soon(serving: Awaitable[None]) -> None:
    """Wait for a boot that should be refused; one that isn't would go on for ever."""
    await asyncio.wait_for(serving, WITHIN_S)


@pytest.mark.parametrize("keys", [TEST_KEY, ""], ids=["keys", "no keys"])
@pytest.mark.parametrize("serve", [run, migrate_database])
async def test_a_file_that_cannot_be_opened_is_refused(
    serve: Serve, keys: str, sandbox: Sandbox, tmp_path: Path
) -> None:
    chosen = settings(sandbox, f"sqlite:///{tmp_path}/none/x.db", keys)
    with pytest.raises(ConfigError, match=r"can't be opened: .*\. Fix: make its folder"):
        await soon(serve(chosen))


async def test_a_file_that_is_no_database_is_refused(sandbox: Sandbox, tmp_path: Path) -> None:
    (tmp_path / "junk.db").write_text("no database, but long enough to look like one " * 20)
    with pytest.raises(ConfigError, match=r"is not a database of SQLite\. Fix: set DATABASE_URL"):
        await soon(run(settings(sandbox, f"sqlite:///{tmp_path}/junk.db", TEST_KEY)))


async def test_a_server_nobody_answers_at_is_refused_without_its_password(
    sandbox: Sandbox,
) -> None:
    url = f"postgresql://u:secret@127.0.0.1:{free_port()}/x"
    with pytest.raises(ConfigError, match=r"efused.*Fix: check DATABASE_URL") as refused:
        await soon(worker(settings(sandbox, url, TEST_KEY)))
    assert "secret" not in str(refused.value)


async def test_a_schema_of_another_release_is_refused(sandbox: Sandbox, postgres_url: str) -> None:
    chosen = settings(sandbox, postgres_url, TEST_KEY)
    database = Database.open(chosen.database_url, Cipher((TEST_KEY,)))
    async with database.write() as session:
        await session.execute(text("DELETE FROM alembic_version"))
    await database.close()
    with pytest.raises(ConfigError, match=r"revision none, .*\. Fix: python -m bot migrate"):
        await soon(worker(chosen))


async def test_keys_that_do_not_open_the_database_are_refused_before_anything_is_sealed(
    sandbox: Sandbox, migrated_sqlite: Path, tmp_path: Path
) -> None:
    sqlite_url = f"sqlite+aiosqlite:///{shutil.copy(migrated_sqlite, tmp_path / 'x.db')}"
    database = Database.open(sqlite_url, Cipher((TEST_KEY,)))
    async with database.write() as session:
        session.add(Workspace(workspace_id=TEAM, token="xoxb-acme", installed_at=datetime.now(UTC)))
    with pytest.raises(ConfigError, match="ENCRYPTION_KEYS doesn't open everything"):
        await soon(run(settings(sandbox, sqlite_url, Fernet.generate_key().decode())))
    with pytest.raises(ConfigError, match=r"\.key isn't there, and what stands in"):
        await soon(run(settings(sandbox, sqlite_url, "")))
    async with database.read() as session:
        row = await session.get(Workspace, TEAM)
    assert row is not None
    assert row.token == "xoxb-acme"
    await database.close()


async def test_a_key_file_without_a_key_is_refused(sandbox: Sandbox, tmp_path: Path) -> None:
    for held in ("", "not a key\n"):
        (tmp_path / "x.db.key").write_text(held)
        with pytest.raises(ConfigError, match=r"x\.db\.key holds no key.*Fix: put back"):
            await soon(run(settings(sandbox, f"sqlite:///{tmp_path}/x.db", "")))


async def test_a_port_somebody_has_is_refused() -> None:
    with listen(0) as taken, pytest.raises(ConfigError, match=r"in use\. Fix: set PORT"):
        listen(taken.getsockname()[1])


async def test_an_address_that_is_not_slacks_is_refused(sandbox: Sandbox, sqlite_url: str) -> None:
    wrong = {"slack_api_url": sandbox.api_url.replace("/api/", "/nowhere/")}
    chosen = settings(sandbox, sqlite_url, TEST_KEY).model_copy(update=wrong)
    with pytest.raises(ConfigError, match=r"refused auth.test with .*Fix: leave SLACK_API_URL out"):
        await soon(run(chosen))


async def test_an_app_token_slack_does_not_take_is_refused(
    sandbox: Sandbox, sqlite_url: str
) -> None:
    wrong = {"slack_app_token": SecretStr("xapp-no")}
    chosen = settings(sandbox, sqlite_url, TEST_KEY).model_copy(update=wrong)
    with pytest.raises(ConfigError, match=r"SLACK_APP_TOKEN\. Fix: make a new app-level token"):
        await soon(run(chosen))
    client = open_client(sandbox.api_url)
    with pytest.raises(ConfigError, match="with connections:write"):
        await open_address(client, BOT_TOKEN)  # of another sort: it never will do
    await close_client(client)


async def test_a_connection_slack_cannot_give_is_asked_for_until_told_to_stop(talk: Talk) -> None:
    """With a log line each time, where the SDK would log a traceback and not hear of the end."""
    talk.sandbox.faults.add(method="apps.connections.open", kind="error:internal_error", times=None)
    socket, stop = Socket(talk.bot.bolt, APP_TOKEN, talk.bot.background), asyncio.Event()

    def stop_once_it_is_said(_: object, __: str, fields: MutableMapping[str, Any]) -> Any:
        said.append((fields["event"], fields.get("code")))
        stop.set()
        raise structlog.DropEvent

    said: list[tuple[str, str | None]] = []
    processors = structlog.get_config()["processors"]
    structlog.configure(processors=[stop_once_it_is_said])
    try:
        await asyncio.wait_for(socket.connect(stop), WITHIN_S)
    finally:
        structlog.configure(processors=processors)
    assert said == [("slack_unreachable", "internal_error")]
    talk.sandbox.faults.clear()
    await socket.connect(asyncio.Event())
    await socket.close()
