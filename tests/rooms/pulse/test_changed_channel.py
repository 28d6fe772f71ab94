"""A channel that stops being the team's own while a poll is open: nothing more is posted there."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from sqlmodel import col, select

from bot.delivery.compose import due_of
from bot.delivery.tables import Delivery
from bot.deps import Skip
from bot.rooms.pulse import ROOM
from bot.rooms.pulse.occasions import COMMENTS, FIGURES, GUIDE, NEWS, PROMISE, RESULTS
from tests.rooms.pulse.polling import (
    ANSWER,
    CLOSED,
    EVERYBODY,
    POLL_DAY,
    REMINDED,
    TOLD,
    answers,
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
COMPOSE = {kind.name: kind.compose for kind in ROOM.kinds}


async def turns_private(talk: Talk) -> None:
    """Slack tells a bot of it in no event this app hears: it is learned at the next start."""
    talk.sandbox.world.teams[TEAM].channels[PROJ].is_private = True
    talk.bot.sync(talk.workspace)


async def is_shared(talk: Talk) -> None:
    await talk.person("ann").shares(PROJ, "T0OTHERCO")


async def is_archived(talk: Talk) -> None:
    await talk.person("ann").archives(PROJ)


async def loses_the_bot(talk: Talk) -> None:
    await talk.person("ann").removes_bot(PROJ)


CHANGES = (turns_private, is_shared, is_archived, loses_the_bot)


@pytest.mark.parametrize("change", CHANGES)
async def test_nothing_is_posted_and_the_owner_told_when_the_channel_changed_with_a_poll_open(
    talk: Talk, change: Change
) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    for name in EVERYBODY[:5]:
        await votes(talk, name)
    before = posts(talk)
    await change(talk)
    await talk.settle()
    for instant in (REMINDED, CLOSED, TOLD):
        await talk.at(instant)
    assert posts(talk) == before
    assert talk.person("ann").reads().count("Nothing of the pulse can be posted") == 1
    assert not talk.sandbox.shown_errors


@pytest.mark.parametrize("change", CHANGES)
async def test_no_post_of_any_kind_goes_when_the_channel_changed_under_it(
    talk: Talk, change: Change
) -> None:
    """Also what follows in the thread: it may go out late, after a failure of Slack's."""
    more = await grow(talk, 2)
    await set_up(talk, **COMMENTS_ON)
    await talk.at(POLL_DAY)
    for name in [*EVERYBODY, *more]:
        await talk.person(name).clicks(ANSWER)
        await talk.person(name).submits({**answers(4), "pulse.comment.write": "words"})
    for instant in (REMINDED, CLOSED, TOLD):
        await talk.at(instant)
    await talk.person("ben").clicks("Make a team promise")
    await talk.person("ben").submits({"pulse.promise.write": "no meetings"})
    await talk.settle()
    kinds = {NEWS, RESULTS, FIGURES, COMMENTS, GUIDE, PROMISE}
    assert await sent_again(talk, kinds) == dict.fromkeys(kinds, False)
    await change(talk)
    await talk.settle()
    assert await sent_again(talk, kinds) == dict.fromkeys(kinds, True)


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
