"""Small teams over weeks, in each language: what a pool shows, and what goes unpublished."""

import csv
from datetime import UTC, datetime

import pytest

from bot.content import Words
from bot.rooms.pulse import store
from bot.slack.ids import ChannelId
from tests.rooms.pulse.evidence import sqlite_tables
from tests.rooms.pulse.polling import (
    COMMENTS,
    EVERYBODY,
    ONE_WEEK,
    POLL_DAY,
    TOLD,
    comments,
    posts,
    set_up,
    votes,
)
from tests.talk import PROJ, TEAM, Talk


async def a_week(talk: Talk, week: int, count: int, score: int) -> str:
    """Have *count* people answer the *week*-th poll; return what is posted after it."""
    await talk.at(POLL_DAY + week * ONE_WEEK)
    for name in EVERYBODY[:count]:
        await votes(talk, name, score)
    before = len(posts(talk))
    await talk.at(TOLD + week * ONE_WEEK)
    return "".join(posts(talk)[before:])


async def test_pools_are_compared_with_pools_and_single_polls_with_single_polls(
    spoken: Talk, words: Words
) -> None:
    await set_up(spoken)
    told = [
        await a_week(spoken, week, count, score)
        for week, (count, score) in enumerate(((4, 2), (4, 2), (5, 4), (4, 3), (4, 3), (5, 2)))
    ]
    closed, pooled = words("pulse-stays-closed").split("*")[1], words("pulse-is-pool")
    assert [closed in post for post in told] == [True, False, False, True, False, False]
    assert [pooled in post for post in told] == [False, True, False, False, True, False]
    up, down = words("pulse-change-up", by="1.0"), words("pulse-change-down", by="2.0")
    assert [up in post for post in told] == [False] * 4 + [True, False]
    assert [down in post for post in told] == [False] * 5 + [True]


@pytest.mark.parametrize("locale", ["en"])
async def test_pool_goes_unpublished_when_nothing_comes_to_it_for_six_weeks(
    spoken: Talk, sqlite_url: str
) -> None:
    """Also where the pulse rests meanwhile, and no further poll would look into it."""
    await set_up(spoken)
    await a_week(spoken, 0, 4, 2)
    assert len(sqlite_tables(sqlite_url)["poll_tally"]) == 25
    await spoken.person("ann").types("/pulse pause", channel=PROJ)
    await spoken.person("ann").submits({"pulse.until.choose": "2027-01-25"})
    await spoken.at(datetime(2027, 1, 14, 12, 0, tzinfo=UTC))  # a day short of six weeks
    assert len(sqlite_tables(sqlite_url)["poll_tally"]) == 25
    await spoken.at(datetime(2027, 1, 15, 12, 0, tzinfo=UTC))
    assert sqlite_tables(sqlite_url)["poll_tally"] == []
    await a_week(spoken, 8, 4, 2)
    async with spoken.bot.deps.db.read() as session:
        polls = await store.polls_of(session, spoken.workspace, ChannelId(PROJ))
    assert [poll.state for poll in polls] == ["deleted", "waiting"]


@pytest.mark.parametrize("locale", ["en"])
async def test_comments_are_deleted_when_their_poll_waits_in_a_pool(
    spoken: Talk, sqlite_url: str
) -> None:
    await set_up(spoken, **COMMENTS)
    for week in range(2):
        await spoken.at(POLL_DAY + week * ONE_WEEK)
        for name in EVERYBODY[:4]:
            await comments(spoken, name, "words of somebody")
        await spoken.at(TOLD + week * ONE_WEEK)
        assert sqlite_tables(sqlite_url)["poll_comment"] == []
    assert not any("words of somebody" in post for post in posts(spoken))


async def test_file_holds_what_the_posts_said_and_nothing_else(spoken: Talk, words: Words) -> None:
    """Every week that stayed closed is left out; a pool's line says what it is."""
    await set_up(spoken)
    for week, (count, score) in enumerate(((5, 5), (4, 3), (4, 2), (2, 1))):
        await a_week(spoken, week, count, score)
    fay = spoken.person("fay")
    await fay.types("/pulse history", channel=PROJ)
    await fay.clicks(words("pulse-csv"))
    await spoken.settle()
    [file] = spoken.sandbox.world.teams[TEAM].files.values()
    asked = [words(f"pulse-asked-{one}") for one in ("anchor", "c", "r", "i", "s")]
    of_pool = words("pulse-csv-pool", answers=words("pulse-answers", count=8))
    high = words("pulse-or-more", value="4.5")
    assert list(csv.reader((file.content or b"").decode().splitlines())) == [
        [words("pulse-csv-day"), words("pulse-csv-answers"), *asked],
        ["2026-12-01", words("pulse-answers", count=5), *[high] * 5],
        ["2026-12-15", of_pool, *["2.5"] * 5],
    ]


async def test_change_is_hidden_when_somebody_leaves_for_one_poll_and_comes_back(
    spoken: Talk, words: Words
) -> None:
    """Week by week all but one are the same: a change would be theirs."""
    await set_up(spoken)
    told, fay = [await a_week(spoken, 0, 5, 2)], spoken.person("fay")
    await fay.leaves(PROJ)
    told.append(await a_week(spoken, 1, 5, 4))
    await fay.joins(PROJ)
    told.append(await a_week(spoken, 2, 5, 2))
    told.append(await a_week(spoken, 3, 5, 4))
    hidden = words("pulse-change-hidden")
    assert [hidden in post for post in told] == [False, True, True, False]
    assert words("pulse-change-up", by="2.0") in told[3]
    moved = [words(f"pulse-change-{way}", by="2.0") for way in ("up", "down")]
    assert not any(said in post for said in moved for post in told[:3])
