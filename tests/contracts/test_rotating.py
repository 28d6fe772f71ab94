"""Rotating keys step by step, as docs/operations.md says, while several processes work."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import pairwise

import pytest
from cryptography.fernet import Fernet, InvalidToken

from bot.members import tombstones
from bot.members.tables import Workspace
from bot.settings import Settings
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.engine import Database
from bot.storage.keys import key_file, load_cipher
from bot.storage.reencrypt import reencrypt
from bot.storage.types import Cipher
from bot.upkeep import all_tables, reencrypt_database
from tests.contracts.filled import AT, contents, file_of, fill

OLD, NEW = (Fernet.generate_key().decode() for _ in range(2))
HERE, GONE = WorkspaceId("T1"), MemberId("U0GONE")


@asynccontextmanager
async def process(url: str, *keys: str) -> AsyncIterator[Database]:
    """A process that was started with these keys."""
    db = Database.open(url, Cipher(keys))
    try:
        yield db
    finally:
        await db.close()


async def writes(db: Database, token: str) -> None:
    async with db.write() as session:
        row = await session.get(Workspace, HERE)
        if row is None:
            row = Workspace(workspace_id=HERE, installed_at=AT)
            session.add(row)
        row.token = token


async def reads(db: Database) -> str | None:
    async with db.read() as session:
        row = await session.get(Workspace, HERE)
        return row.token if row else None


async def test_in_the_order_that_is_told_every_process_reads_every_other(database_url: str) -> None:
    """The new key last, then first, then alone: at each step one process is a step behind."""
    steps = [(OLD,), (OLD, NEW), (NEW, OLD), (NEW,)]
    for number, (before, after) in enumerate(pairwise(steps)):
        async with process(database_url, *before) as behind, process(database_url, *after) as ahead:
            if after == (NEW,):
                assert sum((await reencrypt(behind, all_tables())).values()) > 0
            for one, other in ((behind, ahead), (ahead, behind)):
                await writes(one, f"{number}")
                assert await reads(other) == f"{number}"
                if after != (NEW,):
                    await marks(one, other)


async def marks(one: Database, other: Database) -> None:
    """Who was forgotten by one process is unknown to the other as well."""
    async with one.write() as session:
        await tombstones.lay(session, HERE, GONE)
    async with other.write() as session:
        assert await tombstones.standing(session, HERE, [GONE]) == {GONE}
        await tombstones.lift(session, HERE, GONE)


async def test_put_first_at_once_it_locks_out_who_does_not_know_it_yet(database_url: str) -> None:
    """Why the order matters."""
    async with process(database_url, OLD) as behind, process(database_url, NEW, OLD) as ahead:
        await writes(ahead, "1")
        with pytest.raises(InvalidToken):
            await reads(behind)


async def test_a_key_file_is_rotated_by_a_line_at_its_top(
    sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(database_url=sqlite_url, _env_file=None)
    path = key_file(file_of(sqlite_url))
    path.write_text(f"{OLD}\n")
    async with process(sqlite_url, OLD) as db:
        await fill(db)
        before = await contents(db)
    path.write_text(f"{NEW}\n{OLD}\n")
    await reencrypt_database(settings)
    await reencrypt_database(settings)
    assert "\n0 values sealed anew; the older keys can go." in capsys.readouterr().out
    path.write_text(f"{NEW}\n")
    db = Database.open(sqlite_url, load_cipher(settings))
    assert await contents(db) == before
    await db.close()
