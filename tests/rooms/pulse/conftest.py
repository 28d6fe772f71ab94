"""What the pulse's tests share: a voice in each language."""

import pytest

from bot.content import Catalogue, Content, Words


@pytest.fixture
def words(content: Content, locale: str) -> Words:
    return content.words(locale)


@pytest.fixture
def catalogue(content: Content, locale: str) -> Catalogue:
    return content.catalogue(locale)
