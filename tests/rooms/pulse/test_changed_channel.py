"""A channel that stops being the team's own while a poll is open: nothing more is posted there."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import col, select

from bot.content import Words
from bot.delivery.compose import due_of
from bot.delivery.looking import look_at_all
from bot.delivery.tables import Delivery
from bot.deps import Skip
from bot.members import store as members
from bot.members.sync import look_at
from bot.rooms.pulse import ROOM, store
from bot.rooms.pulse.occasions import COMMENTS, FIGURES, GUIDE, NEWS, PROMISE, RESULTS
from bot.slack.ids import ChannelId
from tests.rooms.pulse.evidence import sqlite_tables
from tests.rooms.pulse.polling import (
    ANSWER,
    CLOSED,
    EVERYBODY,
    POLL_DAY,
    REMINDED,
    TOLD,
    answers,
    comments,
    grow,
    has_poll,
    posts,
    set_up,
    votes,
)
from tests.rooms.pulse.polling import (
    COMMENTS as COMMENTS_ON,
)
from tests.talk import PROJ, TEAM, Talk

Change = Callable[[Talk], Awaitable[object]]
OPENS = datetime(2026, 11, 30, 20, 30, tzinfo=UTC)  # the first slot of all, Eli's
NOON = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
ONE_WEEK = timedelta(weeks=1)
TILL_MORNING = timedelta(hours=12)  # from the end of the poll's day, in London
COMPOSE = {kind.name: kind.compose for kind in ROOM.kinds}


async def turns_private(talk: Talk) -> None:
    """Slack tells a bot of it in no event this app hears: it has to ask."""
    talk.sandbox.world.teams[TEAM].channels[PROJ].is_private = True


async def is_shared(talk: Talk) -> None:
    await talk.person("ann").shares(PROJ, "T0OTHERCO")


async def is_archived(talk: Talk) -> None:
    await talk.person("ann").archives(PROJ)


async def loses_the_bot(talk: Talk) -> None:
    await talk.person("ann").removes_bot(PROJ)


CHANGES = (turns_private, is_shared, is_archived, loses_the_bot)


@pytest.mark.parametrize("change", CHANGES)
async def test_poll_goes_dark_and_its_owner_is_told_once_when_the_channel_changed_under_it(
    spoken: Talk, words: Words, change: Change, sqlite_url: str
) -> None:
    """Those in the west haven't got it yet; in the east somebody has the form before them."""
    await set_up(spoken)
    await spoken.at(NOON)
    for name in ("chen", "deepa", "eli", "fay"):
        await votes(spoken, name)
    ann, chen = spoken.person("ann"), spoken.person("chen")
    await ann.clicks(ANSWER)
    before = posts(spoken)
    await change(spoken)
    await spoken.settle()
    await spoken.at(POLL_DAY)
    assert not has_poll(spoken.person("ben")) or change is turns_private  # no event tells of that
    await spoken.at(REMINDED)
    await ann.submits(answers(4))
    await chen.clicks(ANSWER)
    said = "".join(words("pulse-unanswerable-barred").split())
    for person in (ann, chen):
        assert said in "".join(person.reads_modal().replace("│", "").split())
    assert sum(count for *_, count in sqlite_tables(sqlite_url)["poll_tally"]) == 4 * 5
    for instant in (CLOSED, TOLD):
        await spoken.at(instant)
    assert posts(spoken) == before
    assert is_told(spoken, words, "ann") == 1
    assert not spoken.sandbox.shown_errors


def is_told(talk: Talk, words: Words, name: str) -> int:
    """How often somebody reads that nothing can be posted."""
    said = "".join(words("pulse-barred", channel="#proj", why="").split())
    return "".join(talk.person(name).reads().split()).count(said)


async def test_no_post_of_any_kind_goes_when_the_channel_changed_under_it(talk: Talk) -> None:
    """Also what follows in the thread: it may go out late, after a failure of Slack's."""
    more = await grow(talk, 2)
    await set_up(talk, **COMMENTS_ON)
    await talk.at(POLL_DAY)
    for name in [*EVERYBODY, *more]:
        await comments(talk, name, "words")
    await talk.at(TOLD)
    await talk.person("ben").clicks("Make a team promise")
    await talk.person("ben").submits({"pulse.promise.write": "no meetings"})
    await talk.settle()
    kinds = {NEWS, RESULTS, FIGURES, COMMENTS, GUIDE, PROMISE}
    channel = talk.sandbox.world.teams[TEAM].channels[PROJ]
    for change in CHANGES:
        channel.is_private = channel.is_ext_shared = channel.is_archived = False
        await look_at(talk.bot.deps, talk.workspace, ChannelId(PROJ))
        assert await sent_again(talk, kinds) == dict.fromkeys(kinds, False)
        await change(talk)
        await talk.settle()
        await look_at(talk.bot.deps, talk.workspace, ChannelId(PROJ))  # as before every post
        assert await sent_again(talk, kinds) == dict.fromkeys(kinds, True), change


async def sent_again(talk: Talk, kinds: set[str]) -> dict[str, bool]:
    """Compose anew what was sent to the channel; tell of each kind whether it is held back."""
    deps, held = talk.bot.deps, {}
    async with deps.db.write() as session:
        rows = await session.scalars(select(Delivery).where(col(Delivery.kind).in_(kinds)))
        for row in rows:
            due = due_of(row)
            decisions = await COMPOSE[row.kind](deps, session, [due], row.due_at)
            held[row.kind] = isinstance(decisions[due.id], Skip)
    return held


@pytest.mark.parametrize("change", CHANGES)
async def test_no_poll_opens_and_the_owner_is_told_once_when_the_channel_changed_before_it(
    spoken: Talk, words: Words, change: Change
) -> None:
    """Also without an event, as where the channel was turned private: it is asked before."""
    await set_up(spoken, "fay")
    await spoken.at(OPENS - timedelta(hours=1))  # no night in between, when all is read anew
    await change(spoken)
    await spoken.settle()
    await spoken.at(OPENS - timedelta(minutes=10))
    await spoken.at(OPENS + timedelta(minutes=1))
    async with spoken.bot.deps.db.read() as session:
        assert await store.polls_of(session, spoken.workspace, ChannelId(PROJ)) == []
    await spoken.at(POLL_DAY + ONE_WEEK)
    assert not any(has_poll(spoken.person(name)) for name in EVERYBODY)
    await spoken.at(POLL_DAY + ONE_WEEK + TILL_MORNING)
    assert is_told(spoken, words, "fay") == 1


async def test_channel_back_from_the_archive_has_its_next_poll_and_its_owner(
    spoken: Talk, words: Words
) -> None:
    """And where it is archived once more, its owner is told once more."""
    await set_up(spoken, "fay")
    for week, count in ((0, 1), (2, 2)):
        await spoken.person("ann").archives(PROJ)
        await spoken.settle()
        await spoken.at(POLL_DAY + week * ONE_WEEK)
        assert not has_poll(spoken.person("ben"))
        await spoken.at(POLL_DAY + week * ONE_WEEK + TILL_MORNING)
        assert is_told(spoken, words, "fay") == count
        await spoken.person("ann").unarchives(PROJ)
        await spoken.settle()
        await spoken.person("ben").types("/pulse", channel=PROJ)
        assert "fay" in spoken.person("ben").reads(PROJ)
        if week == 0:
            await spoken.at(POLL_DAY + ONE_WEEK)
            assert has_poll(spoken.person("ben"))
            await spoken.at(TOLD + ONE_WEEK)


async def test_channel_nobody_knows_is_not_learned_when_it_comes_back(talk: Talk) -> None:
    team = talk.sandbox.world.teams[TEAM]
    team.add_channel("C0ELSE", "else", members=["U0ANN"])
    calls = len(talk.sandbox.calls)
    await talk.person("ann").archives("C0ELSE")
    await talk.person("ann").unarchives("C0ELSE")
    await talk.settle()
    assert talk.sandbox.calls[calls:] == []


async def test_nothing_is_posted_unseen_when_slack_asks_for_patience_at_the_look(
    talk: Talk,
) -> None:
    """The whole workspace waits, as after any such answer; where Slack is silent, nothing does."""
    deps, channels = talk.bot.deps, [ChannelId(PROJ)]
    talk.sandbox.faults.add(method="conversations.info", kind="ratelimited", delay_s=30)
    assert not await look_at_all(deps, talk.workspace, channels)
    async with deps.db.read() as session:
        workspace = await members.get_workspace(session, talk.workspace)
    assert workspace is not None
    assert workspace.paused_until is not None
    talk.sandbox.faults.add(method="conversations.info", kind="error:internal_error")
    assert await look_at_all(deps, talk.workspace, channels)


async def test_owner_is_still_the_owner_when_the_bot_was_away_over_a_poll(talk: Talk) -> None:
    await set_up(talk, "fay")
    await talk.person("fay").removes_bot(PROJ)
    await talk.at(TOLD)
    await talk.person("fay").invites_bot(PROJ)
    await talk.settle()
    await talk.person("ben").types("/pulse", channel=PROJ)
    assert "@fay looks after it" in talk.person("ben").reads(PROJ)
    await talk.at(POLL_DAY + timedelta(weeks=1))
    assert has_poll(talk.person("ben"))
