"""Attacks with PostgreSQL in hand: row versions, physical order, and two processes at once."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from sqlmodel import select

from bot.content import Content
from bot.deps import Deps
from bot.members.reader import Reader
from bot.rooms.pulse import store
from bot.rooms.pulse.opening import open_due
from bot.rooms.pulse.rules import Unanswerable
from bot.rooms.pulse.tables import Poll
from bot.rooms.pulse.usecases import answer
from bot.slack.ids import ChannelId, MemberId, WorkspaceId
from bot.storage.engine import Database
from tests.conftest import TEST_KEY
from tests.rooms.pulse.evidence import postgres_rows
from tests.rooms.pulse.polling import (
    CLOSED,
    COMMENTS,
    EVERYBODY,
    POLL_DAY,
    comments,
    grow,
    set_up,
    votes,
)
from tests.talk import PROJ, TEAM, Talk

SCORES = {"anchor": 4, "C": 4, "R": 4, "I": 4, "S": 4}
UNTOUCHED = {
    "poll_member": "workspace_id, poll_id, member_id",
    "poll_message": "workspace_id, poll_id, target",
    "member": "workspace_id, member_id, is_full",
    "delivery": "workspace_id, kind, subject, slot",
    "channel_member": "workspace_id, channel_id, member_id",
}


@pytest.fixture
async def talk_pg(postgres_url: str, content: Content) -> AsyncIterator[Talk]:
    async with Talk.open(postgres_url, content, key=TEST_KEY) as opened:
        await set_up(opened)
        await opened.at(POLL_DAY)
        yield opened


async def test_rows_that_name_members_keep_their_versions_when_one_of_them_answers(
    talk_pg: Talk, postgres_url: str
) -> None:
    """A lock leaves its mark in xmax, an update in xmin: neither may be on a member's row."""
    await talk_pg.settle()
    before = versions(postgres_url)
    await votes(talk_pg, "ann")
    assert versions(postgres_url) == before


def versions(url: str) -> dict[str, list[tuple[object, ...]]]:
    return {
        table: postgres_rows(url, table, f"{columns}, xmin::text, xmax::text, ctid::text")
        for table, columns in UNTOUCHED.items()
    }


async def test_every_tally_has_one_version_when_somebody_has_answered(
    talk_pg: Talk, postgres_url: str
) -> None:
    await votes(talk_pg, "ann", 2)
    rows = postgres_rows(postgres_url, "poll_tally", "statement, score, count, xmin::text")
    assert len(rows) == 25
    assert len({version for *_, version in rows}) == 1


async def test_physical_order_of_tallies_doesnt_depend_on_the_answer_when_it_is_counted(
    talk_pg: Talk, postgres_url: str
) -> None:
    await votes(talk_pg, "ann", 2, C=5, I=1)
    await votes(talk_pg, "ben", 5, R=3)
    rows = postgres_rows(postgres_url, "poll_tally", "ctid, statement, score")
    lying = defaultdict(list)
    for _, statement, score in rows:
        lying[statement].append(score)
    assert {tuple(scores) for scores in lying.values()} == {(1, 2, 3, 4, 5)}


async def test_ballots_and_tallies_are_gone_when_the_poll_has_closed(
    talk_pg: Talk, postgres_url: str
) -> None:
    for name in EVERYBODY[:5]:
        await votes(talk_pg, name)
    await talk_pg.at(CLOSED)
    assert postgres_rows(postgres_url, "poll_ballot", "workspace_id, poll_id, ballot") == []
    assert postgres_rows(postgres_url, "poll_tally", "statement, score, count") == []
    assert postgres_rows(postgres_url, "poll", "workspace_id, poll_id, key")[0][2] is None


async def test_comments_lie_as_written_in_one_go_when_the_poll_has_closed(
    postgres_url: str, content: Content
) -> None:
    """After closing nothing of order, time or ballot is left in their row versions."""
    async with Talk.open(postgres_url, content, key=TEST_KEY) as talk:
        names = [*EVERYBODY, *await grow(talk, 2)]
        await set_up(talk, **COMMENTS)
        await talk.at(POLL_DAY)
        for name in names:
            await comments(talk, name, name)
        before = comment_versions(postgres_url)
        await talk.at(CLOSED)
    after = comment_versions(postgres_url)
    assert len({version for *_, version in after}) == 1
    assert {row[1] for row in before}.isdisjoint({row[1] for row in after})


def comment_versions(url: str) -> list[tuple[object, ...]]:
    return postgres_rows(url, "poll_comment", "poll_id, comment_id, workspace_id, xmin::text")


async def test_one_of_many_answers_counts_when_two_processes_take_them_at_once(
    talk_pg: Talk, postgres_url: str, content: Content
) -> None:
    async with Talk.open(postgres_url, content, key=TEST_KEY, at=POLL_DAY) as other:
        poll = await open_poll(talk_pg.bot.deps)
        ann = Reader(talk_pg.workspace, MemberId("U0ANN"))
        both = [talk_pg.bot.deps, other.bot.deps] * 8
        said = await asyncio.gather(*(answer(deps, ann, poll, SCORES, "") for deps in both))
    assert said.count(None) == 1
    assert set(said) == {None, Unanswerable.ALREADY_ANSWERED}
    assert total(postgres_url) == 5


async def test_every_answer_counts_when_the_whole_team_answers_at_once(
    talk_pg: Talk, postgres_url: str
) -> None:
    deps = talk_pg.bot.deps
    poll = await open_poll(deps)
    readers = [Reader(talk_pg.workspace, MemberId(f"U0{name.upper()}")) for name in EVERYBODY]
    said = await asyncio.gather(*(answer(deps, who, poll, SCORES, "") for who in readers))
    assert said == [None] * len(EVERYBODY)
    assert total(postgres_url) == 5 * len(EVERYBODY)


async def test_one_of_two_similar_teams_is_asked_when_two_processes_open_at_once(
    postgres_url: str, content: Content
) -> None:
    """Neither sees what the other hasn't committed: without a turn to take, both would open."""
    async with Talk.open(postgres_url, content, key=TEST_KEY) as talk:
        people = [f"U0{name.upper()}" for name in EVERYBODY[:5]]
        talk.sandbox.world.teams[TEAM].add_channel("C0TWIN", "twin", members=people)
        await talk.person("ann").invites_bot("C0TWIN")
        await talk.settle()
        await set_up(talk)
        await set_up(talk, channel="C0TWIN")
        await talk.bot.ticker.stop()
        deps, other = talk.bot.deps, Database.open(postgres_url, talk.bot.deps.db.cipher)
        async with deps.db.write() as session:
            assert await open_due(deps, session, POLL_DAY, 1) == 1
            second = asyncio.create_task(open_one(replace(deps, db=other)))
            await asyncio.wait({second}, timeout=1)  # it waits for its turn, or is done
        assert await second == 1
        await other.close()
        async with deps.db.read() as session:
            assert len(list(await session.scalars(select(Poll)))) == 1


async def open_one(deps: Deps) -> int:
    async with deps.db.write() as session:
        return await open_due(deps, session, POLL_DAY, 1)


async def open_poll(deps: Deps) -> str:
    async with deps.db.read() as session:
        polls = await store.polls_of(session, WorkspaceId(TEAM), ChannelId(PROJ))
    return polls[-1].poll_id


def total(url: str) -> int:
    rows = postgres_rows(url, "poll_tally", "statement, score, count")
    return sum(int(count) for *_, count in rows)
