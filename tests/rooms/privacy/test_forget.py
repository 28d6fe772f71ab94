"""`/trustcheck forget`: nothing of theirs is left, and nothing brings them back."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import SQLModel, col, select, update

from bot.content import Content
from bot.delivery.tables import Delivery
from bot.members import store as members
from bot.members import tombstones
from bot.members.mention import GONE
from bot.members.tables import Tombstone, Workspace
from bot.rooms.commitments.tables import Commitment
from bot.rooms.pulse.tables import PollMember
from bot.slack.ids import MemberId
from tests.conftest import TEST_KEY
from tests.rooms.privacy.seeding import AT, TEXT, WHO, rows_naming
from tests.talk import PROJ, Talk


@pytest.fixture
async def seeded(sqlite_url: str, content: Content) -> AsyncIterator[Talk]:
    async with Talk.open(sqlite_url, content, key=TEST_KEY) as talk:
        await seed(talk)
        yield talk


async def seed(talk: Talk) -> None:
    """Put Ann into every column of every table that can name somebody."""
    async with talk.bot.deps.db.write() as session:
        for one in talk.bot.deps.personal:
            if one.table is Workspace:
                await session.execute(update(Workspace).values(installer_id=WHO))
                continue
            for row in rows_naming(one, talk.workspace):
                await session.merge(row)
        session.add(to_ben(talk))


def to_ben(talk: Talk) -> Delivery:
    """A message to Ben, sent, in which Ann is named."""
    said = {"to": WHO, "text": f"<@{WHO}> and others", "all": [WHO, {WHO: 1}]}
    return Delivery(
        workspace_id=talk.workspace, delivery_id="bens", kind="tests.told", subject="U0BEN",
        slot="1", target="U0BEN", due_at=AT, state="sent", content={"locale": "en", "data": said},
    )  # fmt: skip


async def forget(talk: Talk, who: str = "ann") -> str:
    person = talk.person(who)
    await person.types("/trustcheck forget")
    await person.submits()
    await talk.settle()
    return person.reads_modal()


async def everything(talk: Talk) -> str:
    """Every column of every table, as the bot reads it: decrypted."""
    found = []
    async with talk.bot.deps.db.read() as session:
        for mapper in SQLModel._sa_registry.mappers:
            rows = await session.scalars(select(mapper.class_))
            found += [f"{mapper.class_.__name__} {vars(row)}" for row in rows]
    return "\n".join(found)


async def test_nothing_is_erased_before_it_is_confirmed(seeded: Talk) -> None:
    await seeded.person("ann").types("/trustcheck forget")
    assert "for good" in seeded.person("ann").reads_modal()
    assert WHO in await everything(seeded)


async def test_no_column_holds_them_after_forget(seeded: Talk) -> None:
    assert "Nothing of yours is left" in await forget(seeded)
    left = [line for line in (await everything(seeded)).splitlines() if WHO in line or TEXT in line]
    assert left == []


async def test_no_byte_of_the_file_holds_them_after_forget(seeded: Talk, sqlite_url: str) -> None:
    await forget(seeded)
    raw = raw_bytes(sqlite_url)
    assert WHO.encode() not in raw
    assert TEXT.encode() not in raw


def raw_bytes(sqlite_url: str) -> bytes:
    """The database file and its write-ahead log, as they lie on the disk."""
    path = Path(sqlite_url.partition(":///")[2])
    log = path.with_name(path.name + "-wal")
    return path.read_bytes() + (log.read_bytes() if log.exists() else b"")


async def test_no_column_of_postgres_holds_them_after_forget(
    postgres_url: str, content: Content
) -> None:
    async with Talk.open(postgres_url, content, key=TEST_KEY) as talk:
        await seed(talk)
        await forget(talk)
        async with talk.bot.deps.db.read() as session:
            for table in SQLModel.metadata.tables:
                rows = await session.execute(
                    text(f'SELECT count(*) FROM "{table}" AS row WHERE row::text ~ :needle'),
                    {"needle": f"{WHO}|{TEXT}"},
                )
                assert (table, rows.scalar_one()) == (table, 0)
        assert WHO not in await everything(talk)


async def test_what_others_wrote_names_someone_no_longer_here(seeded: Talk) -> None:
    async with seeded.bot.deps.db.write() as session:
        session.add(
            Commitment(
                workspace_id=seeded.workspace,
                promise_id="bens",
                member_id="U0BEN",
                to_id=WHO,
                text="send the deck",
                made_at=AT,
                due_at=AT,
                grain="day",
            )
        )
    await forget(seeded)
    async with seeded.bot.deps.db.read() as session:
        row = await session.get(Commitment, (seeded.workspace, "bens"))
    assert row is not None
    assert (row.text, row.to_id) == ("send the deck", GONE)


async def test_what_was_sent_to_others_names_someone_no_longer_here(seeded: Talk) -> None:
    await forget(seeded)
    async with seeded.bot.deps.db.read() as session:
        row = await session.get(Delivery, (seeded.workspace, "bens"))
    assert row is not None
    someone = "someone no longer here"
    assert row.content["data"] == {
        "to": GONE, "text": f"{someone} and others", "all": [GONE, {GONE: 1}],
    }  # fmt: skip


async def test_how_many_a_poll_asked_stays_the_same(seeded: Talk) -> None:
    async with seeded.bot.deps.db.read() as session:
        before = list(await session.scalars(select(PollMember)))
    await forget(seeded)
    async with seeded.bot.deps.db.read() as session:
        after = list(await session.scalars(select(PollMember)))
    assert len(after) == len(before)


async def test_the_messages_to_them_disappear_and_others_stay(talk: Talk) -> None:
    for name in ("ann", "ben"):
        await talk.person(name).types("hello")
        await talk.person(name).types("/trustcheck help")
    await talk.settle()
    said = len(from_bot(talk, "ben"))
    assert from_bot(talk, "ann") != []
    await forget(talk)
    assert from_bot(talk, "ann") == []
    assert len(from_bot(talk, "ben")) == said


def from_bot(talk: Talk, who: str) -> list[Any]:
    return [one for one in talk.person(who).sees() if one.blocks and not one.ephemeral]


async def test_a_sync_does_not_bring_them_back(talk: Talk) -> None:
    await forget(talk)
    await talk.person("ann").moves_to("Asia/Tokyo")
    await talk.person("ann").leaves(PROJ)
    await talk.person("ann").joins(PROJ)
    talk.bot.sync(talk.workspace)
    await talk.settle()
    assert WHO not in await everything(talk)


async def test_others_cannot_bring_them_back(talk: Talk) -> None:
    await forget(talk)
    await talk.person("ben").types("/trustcheck ask @ann")
    await talk.settle()
    assert WHO not in await everything(talk)


async def test_forgetting_twice_is_harmless(talk: Talk) -> None:
    await forget(talk)
    assert "Nothing of yours is left" in await forget(talk)
    async with talk.bot.deps.db.read() as session:
        assert len(list(await session.scalars(select(Tombstone)))) == 1


async def test_somebody_who_comes_back_starts_afresh(seeded: Talk) -> None:
    await forget(seeded)
    await seeded.person("ann").types("/trustcheck pause 2 weeks")
    await seeded.settle()
    async with seeded.bot.deps.db.read() as session:
        row = await members.get_member(session, seeded.workspace, WHO)
        gone = await tombstones.standing(session, seeded.workspace, [WHO])
    assert row is not None
    # Shown round anew by this very command, as anybody who is new.
    assert (row.slack_zone, row.started_at, row.welcomed) == ("Europe/London", None, True)
    assert gone == frozenset()


async def test_looking_at_what_is_stored_does_not_bring_them_back(talk: Talk) -> None:
    await forget(talk)
    await talk.person("ann").types("/trustcheck privacy")
    await talk.person("ann").types("/trustcheck export")
    await talk.settle()
    assert WHO not in await everything(talk)


async def test_a_mark_tells_nothing_without_the_workspaces_key(talk: Talk, sqlite_url: str) -> None:
    await forget(talk)
    with sqlite3.connect(sqlite_url.partition(":///")[2]) as connection:
        ((mark,),) = connection.execute("SELECT mark FROM tombstone")
        ((key,),) = connection.execute("SELECT key FROM tombstone_key")
    connection.close()
    assert len(mark) == 64
    assert key.startswith(b"gAAAA")  # a Fernet token: the marks' key is wrapped by the host's


async def test_the_marks_mean_the_same_for_good(talk: Talk) -> None:
    await forget(talk)
    async with talk.bot.deps.db.read() as session:
        before = list(await session.scalars(select(col(Tombstone.mark))))
    await talk.bot.install(asyncio.Event())  # a restart, or a new installation
    async with talk.bot.deps.db.write() as session:
        await tombstones.lay(session, talk.workspace, WHO)
        assert list(await session.scalars(select(col(Tombstone.mark)))) == before


async def test_others_lists_of_whom_not_to_suggest_lose_them(talk: Talk) -> None:
    async with talk.bot.deps.db.write() as session:
        ben = await members.ensure_member(session, talk.workspace, MemberId("U0BEN"))
        ben.never_suggest = [WHO, "U0CHEN"]
    await forget(talk)
    async with talk.bot.deps.db.read() as session:
        row = await members.get_member(session, talk.workspace, MemberId("U0BEN"))
    assert row is not None
    assert row.never_suggest == ["U0CHEN"]
