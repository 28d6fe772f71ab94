"""A backup taken while the bot works, as docs/operations.md says: whole, and readable."""

import asyncio
from pathlib import Path

import pytest
from cryptography.fernet import Fernet, InvalidToken

from bot.delivery import store
from bot.members.tables import Member
from bot.slack.ids import WorkspaceId
from bot.storage.engine import Database
from bot.storage.migrate import revisions
from bot.storage.types import Cipher
from tests.contracts.backups import back_up, in_place
from tests.contracts.filled import AT, contents, fill

OPERATIONS = Path(__file__).parents[2] / "docs" / "operations.md"


def test_the_procedure_is_the_one_that_is_told() -> None:
    assert all(how in OPERATIONS.read_text() for how in ("VACUUM INTO 'backup.db'", "`pg_dump`"))


async def test_a_backup_taken_while_the_bot_writes_is_whole(
    db: Database, database_url: str, cipher: Cipher, tmp_path: Path
) -> None:
    await fill(db)

    async def work() -> None:
        for number in range(50):
            async with db.write() as session:
                session.add(Member(workspace_id="T9", member_id=f"U{number}"))
                session.add(Member(workspace_id="T9", member_id=f"V{number}"))

    _, backup = await asyncio.gather(work(), asyncio.to_thread(back_up, database_url, tmp_path))
    with in_place(backup, database_url) as url:
        restored = Database.open(url, cipher)
        there, here = await contents(restored), await contents(db)
        members = [row["member_id"] for row in there.pop("member") if row["workspace_id"] == "T9"]
        here.pop("member")
        assert there == here
        assert len(members) % 2 == 0  # never half a transaction
        assert await revisions(restored) == await revisions(db)
        await restored.close()


async def test_a_backup_without_its_keys_cannot_be_read(
    db: Database, database_url: str, tmp_path: Path
) -> None:
    await fill(db)
    with in_place(back_up(database_url, tmp_path), database_url) as url:
        restored = Database.open(url, Cipher((Fernet.generate_key().decode(),)))
        with pytest.raises(InvalidToken):
            await contents(restored)
        await restored.close()


def test_what_a_restored_backup_plans_anew_has_the_id_it_had() -> None:
    """So that what went out since the backup can be found in Slack, and isn't sent twice."""
    planned = [
        store.new_row(WorkspaceId("T1"), "nudges.daily", "U1", "2026-11-24", target="U1", due_at=AT)
        for _ in range(2)
    ]
    assert planned[0]["delivery_id"] == planned[1]["delivery_id"]
