"""`python -m bot copy`: everything arrives, whichever way, or nothing does."""

from pathlib import Path

import pytest
from cryptography.fernet import Fernet, InvalidToken
from sqlmodel import func, select, text, update

from bot.errors import ConfigError
from bot.lock import only_one
from bot.members import store, tombstones
from bot.members.tables import Channel, Member, Workspace
from bot.settings import Settings
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.copying import BATCH, copy
from bot.storage.engine import Database
from bot.storage.keys import key_file
from bot.storage.migrate import revisions
from bot.storage.types import Cipher
from bot.upkeep import all_tables, copy_database
from tests.conftest import TEST_KEY
from tests.contracts.filled import AT, contents, file_of, fill

WORKSPACE, ANN = WorkspaceId("T1"), MemberId("U1")


@pytest.fixture
def empty_url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path / 'empty.db'}"


def settings(url: str, key: str = TEST_KEY) -> Settings:
    return Settings(database_url=url, encryption_keys=key, _env_file=None)


def keys_in(path: Path) -> list[str]:
    return path.read_text().split()


async def count(db: Database, table: type[Member | Workspace]) -> int:
    async with db.read() as session:
        return int(await session.scalar(select(func.count()).select_from(table)) or 0)


async def test_every_column_of_every_table_arrives_on_postgres(
    sqlite_url: str, postgres_url: str, cipher: Cipher
) -> None:
    source, target = (Database.open(url, cipher) for url in (sqlite_url, postgres_url))
    await fill(source)
    copied = await copy(source, target, all_tables())
    assert set(copied.values()) == {3}
    assert await contents(target) == await contents(source)
    for db in (source, target):
        await db.close()


async def test_a_copy_from_either_is_the_same_and_migrated(
    db: Database, empty_url: str, cipher: Cipher
) -> None:
    await fill(db)
    target = Database.open(empty_url, cipher)
    await copy(db, target, all_tables())
    assert await contents(target) == await contents(db)
    assert await revisions(target) == await revisions(db)
    await target.close()


async def test_many_rows_arrive_by_their_key(db: Database, empty_url: str, cipher: Cipher) -> None:
    ids = [f"U{number}" for number in range(2 * BATCH + 1)]
    async with db.write() as session:
        for workspace in ("T1", "T2"):  # the key has two parts, and a page ends within each
            session.add(Workspace(workspace_id=workspace, installed_at=AT))
            session.add_all(Member(workspace_id=workspace, member_id=one) for one in ids)
    target = Database.open(empty_url, cipher)
    await copy(db, target, all_tables())
    async with target.read() as session:
        found = await session.execute(select(Member.workspace_id, Member.member_id))
    await target.close()
    assert sorted(map(tuple, found)) == sorted((w, one) for w in ("T1", "T2") for one in ids)


async def test_who_was_forgotten_stays_unknown_in_the_copy(
    sqlite_url: str, postgres_url: str, cipher: Cipher
) -> None:
    """The marks' own key goes along, sealed, or a sync would bring everybody back."""
    source, target = (Database.open(url, cipher) for url in (sqlite_url, postgres_url))
    async with source.write() as session:
        await tombstones.lay(session, WORKSPACE, ANN)
    await copy(source, target, all_tables())
    async with target.write() as session:
        assert await tombstones.standing(session, WORKSPACE, [ANN, "U2"]) == {ANN}
        await store.put_members(session, [{"workspace_id": WORKSPACE, "member_id": ANN,
            "slack_zone": "UTC", "slack_locale": "en", "is_full": True, "is_admin": False,
            "is_deactivated": False, "on_vacation": False}])  # fmt: skip
    assert await count(target, Member) == 0
    for db in (source, target):
        await db.close()


async def test_a_token_is_sealed_in_the_copy_with_the_newest_key(
    db: Database, empty_url: str
) -> None:
    newer = Fernet.generate_key().decode()
    async with db.write() as session:
        session.add(Workspace(workspace_id=WORKSPACE, token="xoxb-secret", installed_at=AT))
    target = Database.open(empty_url, Cipher((newer, TEST_KEY)))
    await copy(db, target, all_tables())
    await target.close()
    again = Database.open(empty_url, Cipher((newer,)))
    async with again.read() as session:
        row = await session.get(Workspace, WORKSPACE)
    assert row is not None
    assert row.token == "xoxb-secret"
    await again.close()


async def test_a_database_that_is_not_empty_is_not_copied_into(
    db: Database, cipher: Cipher, tmp_path: Path
) -> None:
    target = Database.open(f"sqlite+aiosqlite:///{tmp_path / 'full.db'}", cipher)
    await copy(db, target, all_tables())
    async with target.write() as session:
        session.add(Channel(workspace_id=WORKSPACE, channel_id="C1"))
    with pytest.raises(ConfigError, match="isn't empty: channel"):
        await copy(db, target, all_tables())
    await target.close()


async def test_a_wrong_key_copies_nothing(db: Database, empty_url: str, cipher: Cipher) -> None:
    """The last table's values are the ones that can't be opened: the first ones go back too."""
    await fill(db)
    async with db.write() as session:
        await session.execute(text("UPDATE workspace SET token = :junk"), {"junk": b"junk"})
    target = Database.open(empty_url, cipher)
    with pytest.raises(InvalidToken):
        await copy(db, target, all_tables())
    assert {name for name, rows in (await contents(target)).items() if rows} == set()
    await target.close()


async def test_a_database_of_another_release_is_migrated_first(
    sqlite_url: str, empty_url: str, cipher: Cipher
) -> None:
    source, target = (Database.open(url, cipher) for url in (sqlite_url, empty_url))
    async with source.write() as session:
        await session.execute(text("UPDATE alembic_version SET version_num = '0001_house'"))
    with pytest.raises(ConfigError, match="python -m bot migrate, then copy"):
        await copy(source, target, all_tables())
    for db in (source, target):
        await db.close()


async def test_the_command_copies_and_says_what_is_next(
    sqlite_url: str, postgres_url: str, cipher: Cipher, capsys: pytest.CaptureFixture[str]
) -> None:
    source = Database.open(sqlite_url, cipher)
    await fill(source)
    await source.close()
    await copy_database(settings(sqlite_url), postgres_url.replace("+psycopg", ""))
    said = capsys.readouterr().out
    assert f"Copied {3 * len(all_tables())} rows" in said
    assert "point DATABASE_URL at the copy" in said
    target = Database.open(postgres_url, cipher)
    assert await count(target, Workspace) == 3
    await target.close()


async def test_the_command_names_the_key_file_but_never_the_key(
    sqlite_url: str, empty_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    key_file(file_of(sqlite_url)).write_text(TEST_KEY)
    await copy_database(settings(sqlite_url, key=""), empty_url)
    said = capsys.readouterr().out
    assert str(key_file(file_of(sqlite_url))) in said
    assert not any(key in said for key in keys_in(key_file(file_of(sqlite_url))))


async def test_the_command_waits_for_nobody_who_runs(sqlite_url: str, empty_url: str) -> None:
    with only_one(file_of(sqlite_url)), pytest.raises(ConfigError, match="stop"):
        await copy_database(settings(sqlite_url), empty_url)


@pytest.mark.parametrize("to", ["mysql://host/db", "nonsense", ""])
async def test_the_command_refuses_what_is_no_database(sqlite_url: str, to: str) -> None:
    with pytest.raises(ConfigError, match=r"sqlite:///… or postgresql://…"):
        await copy_database(settings(sqlite_url), to)


async def test_the_command_refuses_the_database_itself(sqlite_url: str) -> None:
    with pytest.raises(ConfigError, match="the database itself"):
        await copy_database(settings(sqlite_url), sqlite_url)


async def test_the_command_explains_a_key_that_does_not_fit(
    sqlite_url: str, empty_url: str, cipher: Cipher
) -> None:
    source = Database.open(sqlite_url, cipher)
    await fill(source)
    async with source.write() as session:
        await session.execute(update(Workspace).values(token="xoxb-secret"))
    await source.close()
    other = Fernet.generate_key().decode()
    with pytest.raises(ConfigError, match="ENCRYPTION_KEYS doesn't open"):
        await copy_database(settings(sqlite_url, key=other), empty_url)
