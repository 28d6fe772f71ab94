"""An export leaves out no table: somebody in every one of them is told of each."""

import json
from typing import Any

import pytest

from bot.members.tables import Workspace
from bot.sandbox.records import Member as Account
from tests.rooms.privacy.seeding import TEXT, WHO
from tests.rooms.privacy.test_forget import forget, seed
from tests.talk import TEAM, Talk

# Told by nothing: who installed the app, whom a kickoff's lost post is asked about, and how far
# the export itself has come.
LEFT_OUT = {"workspace", "kickoff_post", "errand"}


@pytest.fixture
def talk(spoken: Talk) -> Talk:
    return spoken


def account(talk: Talk) -> Account:
    return talk.sandbox.world.teams[TEAM].members[WHO]


async def exported(talk: Talk) -> Any:
    await talk.person("ann").types("/trustcheck export")
    await talk.settle()
    (file,) = talk.sandbox.world.teams[TEAM].files.values()
    assert file.content is not None
    return json.loads(file.content)


async def test_every_table_with_somebody_in_it_is_told_with_its_words(talk: Talk) -> None:
    await seed(talk)
    said = await exported(talk)
    words = talk.bot.deps.content.words(str(account(talk).locale))
    assert said["about"] == words("privacy-export-about")
    tables = {one.table.__tablename__: one for one in talk.bot.deps.personal}
    silent = {name for name, one in tables.items() if one.table is Workspace or not _names(one)}
    assert set(tables) - set(said["data"]) == LEFT_OUT | silent
    for name, one in said["data"].items():
        assert one["what"] == words(f"privacy-table-{name.replace('_', '-')}")
        assert one["entries"] != []


async def test_every_column_of_their_own_rows_is_told(talk: Talk) -> None:
    """But where a room tells them in words of its own."""
    await seed(talk)
    said = (await exported(talk))["data"]
    for one in talk.bot.deps.personal:
        name = one.table.__tablename__
        if one.owners and one.told is None:
            columns = {column.name for column in one.table.__table__.columns}
            assert set(said[name]["entries"][0]) == columns - {"workspace_id"}, name
    sealed = [name for name, one in said.items() if TEXT in str(one["entries"])]
    assert {"commitment", "trust_check", "reflection", "ask"} <= set(sealed)


async def test_an_export_of_nothing_says_so_kindly_and_twice_the_same(talk: Talk) -> None:
    await forget(talk)
    words, ann = talk.bot.deps.content.words(str(account(talk).locale)), talk.person("ann")
    for _ in range(2):
        seen = len(ann.sees())
        await ann.types("/trustcheck export")
        await talk.settle()
        assert [one.text for one in ann.sees()[seen:]] == [words("privacy-export-nothing")]
    assert talk.sandbox.world.teams[TEAM].files == {}


async def test_forgetting_twice_says_the_same_twice(talk: Talk) -> None:
    words = talk.bot.deps.content.words(str(account(talk).locale))
    for _ in range(2):
        await forget(talk)
        assert words("privacy-forgotten") in str(talk.person("ann").modal)
        await talk.person("ann").closes()


def _names(one: Any) -> bool:
    return bool(one.owners or one.emptied or one.renamed)
