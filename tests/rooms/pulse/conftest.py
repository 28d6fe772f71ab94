"""What the pulse's tests share: a voice, and a workspace, in each language."""

from collections.abc import AsyncIterator

import pytest

from bot.content import Catalogue, Content, Words
from tests.conftest import TEST_KEY
from tests.talk import Talk


@pytest.fixture(params=["en", "zh-CN"])
def locale(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def words(content: Content, locale: str) -> Words:
    return content.words(locale)


@pytest.fixture
def catalogue(content: Content, locale: str) -> Catalogue:
    return content.catalogue(locale)


@pytest.fixture
async def spoken(sqlite_url: str, content: Content, locale: str) -> AsyncIterator[Talk]:
    """A workspace in which everybody, in five zones, speaks one language."""
    async with Talk.open(sqlite_url, content, key=TEST_KEY, locale=locale) as opened:
        yield opened
