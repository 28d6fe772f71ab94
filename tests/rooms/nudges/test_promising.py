"""*Make it a promise*: it shows in place, counts as a reaction, and leaves no dead button."""

from datetime import UTC, datetime

from sqlmodel import col, select

from bot.rooms.commitments.tables import Commitment
from bot.rooms.nudges.tables import Nudge
from tests.rooms.nudges.living import buttons_in, delivered, practice_in, row_of, start
from tests.talk import Talk

TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
PROMISED = "You are making it a promise."
PROMISE = "commitments.practice.promise"


async def first_nudge(talk: Talk) -> str:
    await start(talk, "ann")
    await talk.at(TUESDAY)
    return practice_in(delivered(talk, "ann")[0])


async def promises(talk: Talk) -> int:
    async with talk.bot.deps.db.read() as session:
        return len((await session.scalars(select(Commitment))).all())


async def test_a_practice_made_a_promise_shows_in_place_and_counts_as_a_reaction(
    talk: Talk,
) -> None:
    before = await first_nudge(talk)
    assert (await row_of(talk, "ann")).unanswered == 1
    ann = talk.person("ann")
    await ann.clicks(PROMISE)
    await talk.settle()
    await ann.submits()
    await talk.settle()
    assert await promises(talk) == 1
    (message,) = delivered(talk, "ann")
    assert practice_in(message) == before
    assert PROMISED in ann.reads()
    assert buttons_in(message) == []
    assert (await row_of(talk, "ann")).unanswered == 0
    async with talk.bot.deps.db.read() as session:
        nudges = await session.scalars(select(Nudge).where(col(Nudge.member_id) == "U0ANN"))
        assert [nudge.reaction for nudge in nudges] == ["promised"]


async def test_the_form_opens_again_when_it_was_closed(talk: Talk) -> None:
    await first_nudge(talk)
    ann = talk.person("ann")
    for _ in range(2):
        assert (await ann.clicks(PROMISE)).ok
        await talk.settle()
        assert ann.modal is not None
        await ann.closes()
    await ann.clicks(PROMISE)
    assert (await ann.submits()).ok
    await ann.submits()
    assert await promises(talk) == 1
    assert ann.reads().count(PROMISED) == 1


async def test_an_ask_in_the_same_message_stays_when_the_nudge_becomes_a_promise(
    talk: Talk,
) -> None:
    await start(talk, "ann")
    ben = talk.person("ben")
    await ben.types("/trustcheck ask @ann", channel="C0PROJ")
    await ben.submits()
    await talk.at(TUESDAY)
    ann = talk.person("ann")
    for _ in range(2):
        await ann.clicks(PROMISE)
        await talk.settle()
        await ann.closes()
    (message,) = delivered(talk, "ann")
    assert "Not this time" in buttons_in(message)
    assert PROMISED in ann.reads()


async def test_a_practice_asked_for_becomes_a_promise_where_only_they_see_it(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/nudge", channel="C0PROJ")
    await ann.clicks(PROMISE)
    await talk.settle()
    assert PROMISED in ann.reads("C0PROJ")
    await ann.submits()
    assert await promises(talk) == 1
