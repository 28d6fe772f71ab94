"""`python -m bot doctor` explains what is broken, what was given up, and changes nothing."""

import shutil
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr
from typer.testing import CliRunner

from bot.__main__ import app
from bot.delivery import store
from bot.doctor import examine
from bot.members.tables import Workspace
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from bot.storage.engine import Database
from bot.storage.types import Cipher
from tests.conftest import TEST_KEY
from tests.e2e.processes import free_port
from tests.talk import SCOPES, TEAM, settings

NOBODY = "http://127.0.0.1:{port}/api/"


async def told(chosen: Settings, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Return the doctor's exit code and what it printed."""
    capsys.readouterr()
    code = await examine(lambda: chosen)
    return code, capsys.readouterr().out


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
    sandbox: Sandbox, sqlite_url: str, cipher: Cipher, capsys: pytest.CaptureFixture[str]
) -> None:
    await give_up(sqlite_url, cipher, exhausted=3, broken=2, messages_tab_disabled=1)
    code, said = await told(settings(sandbox, sqlite_url, TEST_KEY), capsys)
    line = next(one for one in said.splitlines() if "given up" in one)
    assert "3 exhausted" in line
    assert "2 broken" in line
    assert "1 messages_tab_disabled (switch the Messages tab on" in line
    assert code == 0
    assert "Socket Mode: SLACK_APP_TOKEN opens a connection" in said


async def test_before_the_first_run_nothing_is_wrong_and_nothing_is_made(
    sandbox: Sandbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = await told(settings(sandbox, f"sqlite:///{tmp_path / 'new.db'}", ""), capsys)
    assert code == 0, said
    assert "isn't there yet; `run` makes it" in said
    assert _files_in(tmp_path) == []


async def test_each_token_slack_does_not_take_is_named_with_its_fix(
    sandbox: Sandbox, sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    team = sandbox.world.teams[TEAM]
    broken = settings(sandbox, sqlite_url, TEST_KEY).model_copy(
        update={
            "slack_bot_token": SecretStr("xoxb-no"),
            "slack_app_token": SecretStr("xapp-no"),
        }
    )
    code, said = await told(broken, capsys)
    assert code == 1
    assert "✗ Slack: Slack doesn't accept SLACK_BOT_TOKEN\n  Fix: install the app again" in said
    assert "✗ Socket Mode: Slack doesn't accept SLACK_APP_TOKEN\n  Fix: make a new" in said
    assert "xoxb-no" not in said
    assert "xapp-no" not in said
    team.app.scopes = {one for one in SCOPES if one not in ("chat:write", "im:history")}
    code, said = await told(settings(sandbox, sqlite_url, TEST_KEY), capsys)
    assert code == 1
    assert "the scopes chat:write are missing\n  Fix: update the app's manifest" in said
    team.app.scopes = {one for one in SCOPES if one != "im:history"}
    code, said = await told(settings(sandbox, sqlite_url, TEST_KEY), capsys)
    assert code == 0, said
    assert "without im:history messages of unknown outcome can't be looked for" in said


async def test_a_slack_nobody_answers_at_is_named(
    sandbox: Sandbox, sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    address = NOBODY.format(port=free_port())
    lost = settings(sandbox, sqlite_url, TEST_KEY).model_copy(update={"slack_api_url": address})
    code, said = await told(lost, capsys)
    assert code == 1
    assert f"✗ Slack: {address} can't be reached (connect)\n  Fix: see that this machine" in said


async def test_keys_that_open_nothing_are_told_apart_from_a_lost_key_file(
    sandbox: Sandbox, migrated_sqlite: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sqlite_url = f"sqlite+aiosqlite:///{shutil.copy(migrated_sqlite, tmp_path / 'x.db')}"
    good = settings(sandbox, sqlite_url, TEST_KEY)
    database = Database.open(good.database_url, Cipher((TEST_KEY,)))
    await _installed(database)
    other = Fernet.generate_key().decode()
    code, said = await told(settings(sandbox, sqlite_url, other), capsys)
    assert code == 1
    assert "ENCRYPTION_KEYS doesn't open everything in the database\n  Fix: add the key" in said
    key = good.sqlite_path.with_name("x.db.key")
    code, said = await told(settings(sandbox, sqlite_url, ""), capsys)
    assert code == 1
    assert f"{key} isn't there, and what stands in" in said
    assert key not in _files_in(tmp_path)
    assert (await told(good, capsys))[0] == 0


@pytest.mark.parametrize(
    ("url", "problem", "fix"),
    [
        ("sqlite:///{folder}/none/x.db", "the folder of", "make it"),
        ("sqlite:///{folder}/junk.db", "is not a database of SQLite", "set DATABASE_URL"),
        ("postgresql://u:secret@127.0.0.1:{port}/x", "onnection refused", "check DATABASE_URL"),
        ("postgresql://u:secret@127.0.0.1:{port}/x?", "ENCRYPTION_KEYS is missing", "new-key"),
    ],
)
async def test_a_database_that_cannot_be_opened_is_named_with_its_fix(
    url: str,
    problem: str,
    fix: str,
    sandbox: Sandbox,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "junk.db").write_text("no database, but long enough to look like one " * 20)
    address = url.format(folder=tmp_path, port=free_port())
    key = "" if address.endswith("?") else TEST_KEY
    code, said = await told(settings(sandbox, address, key), capsys)
    assert code == 1
    line, mend = next(two for two in pairwise(said.splitlines()) if problem in two[0])
    assert line.startswith("✗ ")
    assert fix in mend
    assert "secret" not in said


def test_the_command_parts_the_problems_and_fails() -> None:
    """Each with its own fix, in the order of the form one fills in."""
    without = dict.fromkeys(("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "ENCRYPTION_KEYS"), "")
    result = CliRunner().invoke(app, ["doctor"], env={**without, "PORT": "many", "LOG_LEVEL": "x"})
    assert result.exit_code == 1
    assert result.output.count("✗ settings: ") == result.output.count("\n  Fix: ") == 2


def _files_in(folder: Path) -> list[Path]:
    return [*folder.iterdir()]


async def _installed(database: Database) -> None:
    async with database.write() as session:
        session.add(Workspace(workspace_id=TEAM, token="xoxb-acme", installed_at=datetime.now(UTC)))
    await database.close()
