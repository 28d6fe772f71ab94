"""The instant pulse, in each language: by whom, how often, how large, and whose place it takes."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from sqlmodel import update

from bot.content import Words
from bot.members.tables import WorkspaceChoice
from bot.rooms.pulse import store
from bot.rooms.pulse.tables import Poll
from bot.slack.ids import ChannelId
from tests.rooms.pulse.polling import (
    ANSWER,
    CLOSED,
    EVERYBODY,
    ONE_WEEK,
    POLL_DAY,
    TOLD,
    answers,
    grow,
    has_poll,
    last_post,
    posts,
    set_up,
    votes,
)
from tests.talk import PROJ, TEAM, Talk

FRIDAY = datetime(2026, 12, 4, 11, 0, tzinfo=UTC)


async def asked_for(talk: Talk, name: str = "ann") -> str:
    """Have somebody ask for an instant pulse, and post it where they may; return what they read."""
    person = talk.person(name)
    before = person.reads(PROJ)
    await person.types("/trustcheck team", channel=PROJ)
    if person.modal is None:
        return flat(person.reads(PROJ)[len(before) :])
    await person.submits({})
    await talk.settle()
    said = flat(person.reads_modal())
    await person.closes()
    return said


def flat(text: str) -> str:
    return "".join(text.replace("│", "").replace("*", "").split())


async def polls_of(talk: Talk) -> list[Poll]:
    async with talk.bot.deps.db.read() as session:
        return await store.polls_of(session, talk.workspace, ChannelId(PROJ))


async def test_owner_and_admins_alone_start_one_and_the_workspace_may_have_none(
    spoken: Talk, words: Words
) -> None:
    await set_up(spoken, "fay")
    said = await asked_for(spoken, "ben")
    assert flat(words("pulse-refused-owner-or-admin-only")) in said
    assert await polls_of(spoken) == []
    async with spoken.bot.deps.db.write() as session:
        session.add(WorkspaceChoice(workspace_id=TEAM, switched_off=["instant"]))
    assert flat(words("pulse-refused-instant-off")) in await asked_for(spoken, "ann")
    async with spoken.bot.deps.db.write() as session:
        await session.execute(update(WorkspaceChoice).values(switched_off=[]))
    assert flat(words("pulse-instant-started")) in await asked_for(spoken, "fay")
    assert ANSWER in last_post(spoken)


@pytest.mark.parametrize("locale", ["en"])
async def test_nobody_is_asked_twice_in_seven_days_by_polls_of_whatever_kind(
    spoken: Talk, words: Words
) -> None:
    await set_up(spoken)
    await spoken.at(POLL_DAY)
    assert flat(words("pulse-instant-previous-open")) in await asked_for(spoken)
    await spoken.at(CLOSED)
    await spoken.at(FRIDAY)
    assert flat(words("pulse-instant-too-soon")) in await asked_for(spoken)
    await spoken.at(datetime(2026, 12, 8, 0, 30, tzinfo=UTC))  # seven days later, before any slot
    opened = [poll.opens_on for poll in await polls_of(spoken)]
    assert all(later - one >= ONE_WEEK for one, later in pairwise(opened))
    await spoken.at(POLL_DAY + ONE_WEEK)
    assert [poll.is_instant for poll in await polls_of(spoken)] == [False, False]


async def test_week_has_one_poll_when_an_instant_one_came_before_its_own(
    spoken: Talk, words: Words
) -> None:
    """No direct message, two working days, and its results like any other's."""
    await set_up(spoken)
    await spoken.at(datetime(2026, 11, 26, 12, 0, tzinfo=UTC))
    seen = {name: len(spoken.person(name).sees()) for name in EVERYBODY}
    assert flat(words("pulse-instant-started")) in await asked_for(spoken)
    for name in EVERYBODY[:5]:
        await spoken.person(name).clicks(ANSWER)
        assert (await spoken.person(name).submits(answers(3))).ok
    [poll] = await polls_of(spoken)
    assert poll.closes_at - poll.opens_at == timedelta(days=4)  # over a weekend
    await spoken.at(datetime(2026, 12, 2, 10, 30, tzinfo=UTC))
    assert {name: len(spoken.person(name).sees()) for name in EVERYBODY} == seen | {
        "ann": seen["ann"] + 1
    }
    assert any("3.0" in post for post in posts(spoken))
    assert [poll.opens_on for poll in await polls_of(spoken)] == [date(2026, 11, 26)]
    await spoken.at(POLL_DAY + ONE_WEEK)
    assert has_poll(spoken.person("ben"))


async def test_no_answer_is_in_two_publications_when_both_kinds_are_too_small(
    spoken: Talk, words: Words
) -> None:
    """They share the team's pool, which is told once, though the first one's post comes late."""
    await asked_for(spoken)
    for name in EVERYBODY[:4]:
        await spoken.person(name).clicks(ANSWER)
        await spoken.person(name).submits(answers(2))
    await set_up(spoken)
    await spoken.at(POLL_DAY)
    for name in EVERYBODY[:4]:
        await votes(spoken, name, 2)
    await spoken.at(TOLD)
    await spoken.at(POLL_DAY + ONE_WEEK)
    for name in EVERYBODY[:4]:
        await votes(spoken, name, 2)
    await spoken.at(TOLD + ONE_WEEK)
    pooled = [post for post in posts(spoken) if words("pulse-is-pool") in post]
    assert len(pooled) == 1
    states = [(poll.is_instant, poll.state) for poll in await polls_of(spoken)]
    assert states == [(True, "published"), (False, "published"), (False, "waiting")]
    assert len({poll.publication_id for poll in (await polls_of(spoken))[:2]}) == 1


@pytest.mark.parametrize("locale", ["en"])
async def test_it_is_refused_over_a_hundred_members_and_offered_with_a_hundred(
    spoken: Talk, words: Words
) -> None:
    await grow(spoken, 95)
    assert flat(words("pulse-refused-too-large")) in await asked_for(spoken)
    await spoken.person("m94").leaves(PROJ)
    await spoken.settle()
    assert flat(words("pulse-instant-started")) in await asked_for(spoken)
    assert len(await polls_of(spoken)) == 1
