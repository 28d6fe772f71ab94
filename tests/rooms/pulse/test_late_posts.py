"""After a long outage: what is over a week late is left out, and its owner is told."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import col, select

from bot.content import Words
from bot.delivery.compose import due_of
from bot.delivery.tables import Delivery
from bot.deps import Skip
from bot.rooms.pulse import ROOM
from bot.rooms.pulse.occasions import LATE, PROMISE
from tests.rooms.pulse.polling import (
    EVERYBODY,
    ONE_WEEK,
    POLL_DAY,
    TOLD,
    has_poll,
    posts,
    returns,
    set_up,
    votes,
)
from tests.talk import PROJ, TEAM, Talk

SATURDAY = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
BACK = datetime(2026, 12, 14, 12, 0, tzinfo=UTC)  # ten days after the results' ten o'clock


def reads(talk: Talk, words: Words, name: str, message_id: str, place: str = "") -> int:
    """How often somebody has read a message, up to where it names the channel or a word typed."""
    said = "".join(words(message_id, channel="#proj").replace("`", "").replace("*", "").split())
    shown = talk.person(name).reads(*([place] if place else []))
    return "".join(shown.replace("`", "").replace("*", "").split()).count(said)


@pytest.mark.parametrize("answered", [0, 5])
async def test_results_are_left_out_and_the_owner_is_told_once_when_over_a_week_late(
    spoken: Talk, words: Words, answered: int
) -> None:
    await set_up(spoken, "fay")
    await spoken.at(POLL_DAY)
    for name in EVERYBODY[:answered]:
        await votes(spoken, name)
    before = posts(spoken)
    await returns(spoken, BACK)  # the reminder is over a week late, too
    await spoken.at(BACK + timedelta(hours=2))
    assert posts(spoken) == before
    assert [reads(spoken, words, name, "pulse-late") for name in EVERYBODY] == [0, 0, 0, 0, 0, 1]
    for word in ("results", "history"):
        await spoken.person("ben").types(f"/pulse {word}", channel=PROJ)
    nothing = reads(spoken, words, "ben", "pulse-no-results", PROJ)
    assert nothing == (0 if answered else 2)
    assert ("4.0" in spoken.person("ben").reads(PROJ)) is bool(answered)
    assert not spoken.sandbox.shown_errors


async def test_news_are_left_out_and_the_owner_is_told_when_over_a_week_late(
    spoken: Talk, words: Words
) -> None:
    await set_up(spoken, "fay")
    await spoken.at(SATURDAY)  # the news wait for Monday
    await spoken.person("fay").types("/pulse settings", channel=PROJ)
    await spoken.person("fay").submits({"pulse.minimum.choose": "8"})
    await spoken.settle()
    before = posts(spoken)
    await returns(spoken, BACK)
    assert posts(spoken) == before
    assert reads(spoken, words, "fay", "pulse-late") == 1


async def test_news_of_a_pulse_are_told_however_late_and_nobody_is_asked_before(
    spoken: Talk, words: Words
) -> None:
    """What they say is still so, with another day: two working days after it is read."""
    await spoken.at(SATURDAY)
    await set_up(spoken, "fay")
    before = len(posts(spoken))
    await returns(spoken, BACK)  # its first day has passed
    assert reads(spoken, words, "fay", "pulse-late") == 0
    assert not any(has_poll(spoken.person(name)) for name in EVERYBODY)
    [told] = posts(spoken)[before:]
    assert words.day(date(2026, 12, 22)) in told
    await spoken.at(POLL_DAY + 2 * ONE_WEEK)
    assert not any(has_poll(spoken.person(name)) for name in EVERYBODY)
    await spoken.at(POLL_DAY + 3 * ONE_WEEK)
    assert all(has_poll(spoken.person(name)) for name in EVERYBODY)


@pytest.mark.parametrize("locale", ["en"])
async def test_first_poll_moves_when_the_channel_is_told_of_it_less_than_two_days_before(
    spoken: Talk, words: Words
) -> None:
    await spoken.at(SATURDAY)
    await set_up(spoken)
    before = len(posts(spoken))
    await returns(spoken, datetime(2026, 12, 4, 11, 0, tzinfo=UTC))  # for Tuesday, the eighth
    [told] = posts(spoken)[before:]
    assert words.day(date(2026, 12, 15)) in told
    await spoken.at(POLL_DAY + ONE_WEEK)
    assert not any(has_poll(spoken.person(name)) for name in EVERYBODY)
    await spoken.at(POLL_DAY + 2 * ONE_WEEK)
    assert all(has_poll(spoken.person(name)) for name in EVERYBODY)


@pytest.mark.parametrize("locale", ["en"])
async def test_channel_that_was_private_when_it_was_to_be_told_is_told_before_its_first_poll(
    spoken: Talk, words: Words
) -> None:
    channel = spoken.sandbox.world.teams[TEAM].channels[PROJ]
    await spoken.at(SATURDAY)
    await set_up(spoken, "fay")
    before = len(posts(spoken))
    channel.is_private = True
    await spoken.at(datetime(2026, 11, 30, 11, 0, tzinfo=UTC))
    channel.is_private = False
    await spoken.at(datetime(2026, 12, 7, 20, 20, tzinfo=UTC))  # just before the first slot
    await spoken.at(POLL_DAY + ONE_WEEK)
    assert not any(has_poll(spoken.person(name)) for name in EVERYBODY)
    await spoken.at(POLL_DAY + ONE_WEEK + timedelta(hours=12))
    [told] = posts(spoken)[before:]
    assert words.day(date(2026, 12, 15)) in told
    await spoken.at(POLL_DAY + 2 * ONE_WEEK)
    assert all(has_poll(spoken.person(name)) for name in EVERYBODY)


async def test_promise_is_left_out_and_the_owner_is_told_when_over_a_week_late(talk: Talk) -> None:
    await set_up(talk, "fay")
    await talk.at(POLL_DAY)
    for name in EVERYBODY[:5]:
        await votes(talk, name)
    await talk.at(TOLD)
    await talk.person("ben").clicks("Make a team promise")
    await talk.person("ben").submits({"pulse.promise.write": "no meetings"})
    await talk.settle()
    [compose] = [kind.compose for kind in ROOM.kinds if kind.name == PROMISE]
    async with talk.bot.deps.db.write() as session:
        [row] = await session.scalars(select(Delivery).where(col(Delivery.kind) == PROMISE))
        for days, held in ((7, False), (8, True)):
            now = row.due_at + timedelta(days=days)
            [decision] = (await compose(talk.bot.deps, session, [due_of(row)], now)).values()
            assert isinstance(decision, Skip) is held
        [late] = await session.scalars(select(Delivery).where(col(Delivery.kind) == LATE))
    assert late.target == "U0FAY"


@pytest.mark.parametrize("locale", ["en"])
async def test_owner_is_told_in_the_morning_when_it_is_night_where_they_live(
    spoken: Talk, words: Words
) -> None:
    """Ben's night is the team's morning."""
    await set_up(spoken)
    await spoken.person("ann").types("/pulse hand over", channel=PROJ)
    await spoken.person("ann").submits({"pulse.owner.pick": "U0BEN"})
    await spoken.settle()
    await spoken.at(POLL_DAY)
    for name in EVERYBODY[:5]:
        await votes(spoken, name)
    await spoken.at(TOLD)  # half past two in the morning in Los Angeles
    said = "pulse-owner-line"
    assert reads(spoken, words, "ben", said) == 0
    await spoken.at(datetime(2026, 12, 4, 15, 59, tzinfo=UTC))
    assert reads(spoken, words, "ben", said) == 0
    await spoken.at(datetime(2026, 12, 4, 16, 1, tzinfo=UTC))
    assert reads(spoken, words, "ben", said) == 1
