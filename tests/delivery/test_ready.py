"""What `/readyz` says where a worker can't work: `/healthz` says that it lives all the same."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest

from bot.app import Bot
from bot.clock import SystemClock
from bot.content import Content
from bot.sandbox.listener import Listener
from bot.settings import Settings
from bot.storage.migrate import migrate
from bot.web.routes import build_web
from tests.conftest import TEST_KEY
from tests.e2e.processes import free_port


@asynccontextmanager
async def worker(url: str, content: Content) -> AsyncIterator[tuple[Bot, aiohttp.ClientSession]]:
    """A worker that hasn't begun to work, and whoever looks at it."""
    settings = Settings(database_url=url, encryption_keys=TEST_KEY, _env_file=None)
    bot = await Bot.build(settings, SystemClock(), content=content)
    listener = await Listener.start(build_web(bot, slack=False), port=0)
    try:
        async with aiohttp.ClientSession(f"http://127.0.0.1:{listener.port}") as session:
            yield bot, session
    finally:
        await listener.close()
        await bot.close()


async def standing(session: aiohttp.ClientSession) -> tuple[int, str]:
    async with session.get("/readyz") as answer:
        told = await answer.json()
    async with session.get("/healthz") as alive:
        assert alive.status == 200
    async with session.get("/metrics") as metrics:
        assert metrics.status == 200
    assert told["ready"] is (answer.status == 200)
    return answer.status, str(told["problem"])


async def test_a_worker_is_not_ready_before_its_database_is_migrated(
    tmp_path: Path, content: Content
) -> None:
    async with worker(f"sqlite+aiosqlite:///{tmp_path}/new.db", content) as (bot, session):
        status, problem = await standing(session)
        assert status == 503
        assert problem.startswith("the database is at revision none, this release needs ")
        await migrate(bot.deps.db)
        assert await standing(session) == (200, "None")


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
async def test_a_worker_is_not_ready_when_its_database_does_not_answer(
    kind: str, tmp_path: Path, content: Content
) -> None:
    nowhere = {
        "sqlite": f"sqlite+aiosqlite:///{tmp_path}/no/such/folder.db",
        "postgres": f"postgresql+psycopg://nobody@127.0.0.1:{free_port()}/none",
    }
    async with worker(nowhere[kind], content) as (_, session):
        assert await standing(session) == (503, "the database doesn't answer")


async def test_a_worker_is_not_ready_without_content(sqlite_url: str, content: Content) -> None:
    async with worker(sqlite_url, replace(content, locales=())) as (_, session):
        assert await standing(session) == (503, "there is no content")
