"""`python -m bot reencrypt`: afterwards the newest key alone opens everything."""

import asyncio
import os
import sys
from pathlib import Path

import pytest
from cryptography.fernet import Fernet, InvalidToken
from sqlmodel import select, text

from bot.errors import ConfigError
from bot.members.tables import Workspace
from bot.rooms.commitments.tables import Commitment
from bot.settings import Settings
from bot.storage.engine import Database
from bot.storage.reencrypt import BATCH, reencrypt
from bot.storage.types import Cipher, Encrypted
from bot.upkeep import all_tables, reencrypt_database
from tests.conftest import TEST_KEY
from tests.contracts.filled import AT, SECRET, contents, fill, raw_bytes

ROOT = Path(__file__).parents[2]
NEWER = Fernet.generate_key().decode()
SEALED = [
    (table.name, column.name)
    for table in all_tables()
    for column in table.columns
    if isinstance(column.type, Encrypted)
]


async def rotated(url: str) -> dict[str, int]:
    db = Database.open(url, Cipher((NEWER, TEST_KEY)))
    try:
        return await reencrypt(db, all_tables())
    finally:
        await db.close()


async def test_afterwards_the_newest_key_alone_opens_everything(
    db: Database, database_url: str
) -> None:
    await fill(db)
    before = await contents(db)
    rewritten = await rotated(database_url)
    assert {name for name, count in rewritten.items() if count} == {name for name, _ in SEALED}
    alone = Database.open(database_url, Cipher((NEWER,)))
    assert await contents(alone) == before
    await alone.close()
    with pytest.raises(InvalidToken):
        await contents(db)  # the older one opens nothing any more


async def test_a_second_run_rewrites_nothing(db: Database, database_url: str) -> None:
    await fill(db)
    assert sum((await rotated(database_url)).values()) > 0
    assert sum((await rotated(database_url)).values()) == 0


async def test_more_rows_than_a_batch_are_all_rewritten(db: Database, database_url: str) -> None:
    async with db.write() as session:
        session.add_all(promise(number) for number in range(2 * BATCH + 7))
    assert (await rotated(database_url))["commitment"] == 2 * BATCH + 7
    alone = Database.open(database_url, Cipher((NEWER,)))
    async with alone.read() as session:
        assert len(list(await session.scalars(select(Commitment)))) == 2 * BATCH + 7
    await alone.close()


def promise(number: int) -> Commitment:
    return Commitment(
        workspace_id=f"T{number % 3}", promise_id=f"p{number}", member_id="U1", text="x",
        made_at=AT, due_at=AT, grain="day",
    )  # fmt: skip


async def test_what_is_written_meanwhile_is_not_lost(db: Database, database_url: str) -> None:
    """The bot goes on working, with both keys, while the values are sealed anew."""
    async with db.write() as session:
        session.add(Workspace(workspace_id="T1", token="0", installed_at=AT))
    working = Database.open(database_url, Cipher((NEWER, TEST_KEY)))

    async def work() -> None:
        for _ in range(30):
            async with working.write() as session:
                row = await session.get(Workspace, "T1", with_for_update=True)
                assert row is not None
                row.token = str(int(row.token or "0") + 1)

    await asyncio.gather(work(), *(rotated(database_url) for _ in range(3)))
    async with working.read() as session:
        row = await session.get(Workspace, "T1")
    assert row is not None
    assert row.token == "30"
    await working.close()


async def test_a_value_no_key_opens_stops_it_and_stays(
    sqlite_url: str, cipher: Cipher, capsys: pytest.CaptureFixture[str]
) -> None:
    db = Database.open(sqlite_url, cipher)
    await fill(db)
    before = await contents(db)
    await db.close()
    settings = Settings(database_url=sqlite_url, encryption_keys=NEWER, _env_file=None)
    with pytest.raises(ConfigError, match="add the key it was sealed with"):
        await reencrypt_database(settings)
    again = Database.open(sqlite_url, cipher)
    assert await contents(again) == before
    await again.close()


async def test_the_command_says_what_it_did_and_leaves_no_old_value_on_the_disk(
    sqlite_url: str, cipher: Cipher, capsys: pytest.CaptureFixture[str]
) -> None:
    db = Database.open(sqlite_url, cipher)
    await fill(db)
    async with db.read() as session:
        old = (await session.execute(text("SELECT text FROM commitment"))).scalars().first()
    await db.close()
    keys = f"{NEWER},{TEST_KEY}"
    await reencrypt_database(
        Settings(database_url=sqlite_url, encryption_keys=keys, _env_file=None)
    )
    said = capsys.readouterr().out
    assert "commitment: " in said
    assert "the older keys can go" in said
    assert SECRET not in said
    assert isinstance(old, bytes)
    assert old not in raw_bytes(sqlite_url)


async def typed(env: dict[str, str], *words: str) -> tuple[int, str]:
    """Run `python -m bot` with *words*; return its exit code and what it said."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *words, env={**os.environ, **env}, cwd=ROOT,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    said, _ = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode is not None
    return process.returncode, said.decode()


async def test_the_command_line_knows_both_commands(sqlite_url: str, tmp_path: Path) -> None:
    """As a host types them: settings from the environment, the target from it too."""
    env = {
        "DATABASE_URL": sqlite_url.replace("+aiosqlite", ""),
        "ENCRYPTION_KEYS": f"{NEWER},{TEST_KEY}",
        "COPY_TO_DATABASE_URL": f"sqlite:///{tmp_path / 'copy.db'}",
    }
    for command, expected in (("reencrypt", "0 values sealed anew"), ("copy", "Copied 0 rows")):
        code, said = await typed(env, command)
        assert (code, expected in said) == (0, True), said
    code, said = await typed(env, "copy", "--to", "mysql://x/y")
    assert (code, "Fix: sqlite:///" in said) == (2, True), said
