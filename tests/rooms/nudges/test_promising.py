"""*Make it a promise*: one practice, one promise; its card is answered wherever it stands."""

import asyncio
from datetime import UTC, datetime, timedelta

from sqlmodel import col, select

from bot.content import Content
from bot.rooms.commitments.tables import Commitment
from bot.rooms.nudges.tables import Nudge
from bot.sandbox.outcome import SeenMessage
from tests.conftest import TEST_KEY
from tests.rooms.nudges.living import (
    another_device,
    buttons_in,
    delivered,
    only,
    practice_in,
    row_of,
    start,
    take_away,
)
from tests.talk import Talk

TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
PROMISED = "You made it a promise."
PROMISE = "commitments.practice.promise"
ALREADY = "This is a promise already."


async def first_nudge(talk: Talk) -> SeenMessage:
    await start(talk, "ann")
    await talk.at(TUESDAY)
    return delivered(talk, "ann")[0]


async def promises(talk: Talk) -> int:
    async with talk.bot.deps.db.read() as session:
        return len((await session.scalars(select(Commitment))).all())


async def reactions(talk: Talk) -> list[str | None]:
    async with talk.bot.deps.db.read() as session:
        rows = await session.scalars(select(Nudge).where(col(Nudge.member_id) == "U0ANN"))
        return [row.reaction for row in rows]


async def closes_all(talk: Talk, name: str = "ann") -> None:
    while talk.person(name).modal:
        await talk.person(name).closes()


async def test_a_practice_made_a_promise_shows_in_place_and_counts_as_a_reaction(
    talk: Talk,
) -> None:
    before = await first_nudge(talk)
    assert (await row_of(talk, "ann")).unanswered == 1
    ann = talk.person("ann")
    await ann.clicks(PROMISE)
    await talk.settle()
    assert (await row_of(talk, "ann")).unanswered == 0
    await ann.submits()
    await talk.settle()
    assert await promises(talk) == 1
    (message,) = delivered(talk, "ann")
    assert practice_in(message) == practice_in(before)
    assert PROMISED in ann.reads()
    assert buttons_in(message) == []
    assert await reactions(talk) == ["promised"]


async def test_a_form_that_was_closed_leaves_the_card_as_it_was(talk: Talk) -> None:
    before = buttons_in(await first_nudge(talk))
    ann = talk.person("ann")
    for _ in range(2):
        assert (await ann.clicks(PROMISE)).ok
        await talk.settle()
        await ann.closes()
        assert buttons_in(delivered(talk, "ann")[0]) == before
    await ann.clicks("Did it")
    await talk.settle()
    assert await reactions(talk) == ["done"]


async def test_one_practice_makes_one_promise_however_often_it_is_sent(talk: Talk) -> None:
    """Twice at once, from two forms, and from buttons that still stand there."""
    await first_nudge(talk)
    ann = talk.person("ann")
    await ann.clicks(PROMISE)
    look_there = another_device(talk, "ann")
    await asyncio.gather(ann.submits(), ann.submits())
    assert ALREADY in ann.reads_modal()
    await ann.closes()
    look_there()
    assert (await ann.submits()).ok
    assert ALREADY in ann.reads_modal()
    await talk.settle()
    await closes_all(talk)
    assert await promises(talk) == 1
    assert ann.reads().count(PROMISED) == 1


async def test_buttons_left_on_a_practice_that_is_a_promise_show_it_and_give_way(
    talk: Talk,
) -> None:
    """Slack lost our answer to the card: its buttons stand there still."""
    await first_nudge(talk)
    ann = talk.person("ann")
    await ann.clicks(PROMISE)
    talk.sandbox.faults.add(method="chat.update", kind="error:fatal_error")
    await ann.submits()
    await talk.settle()
    await closes_all(talk)
    assert "Make it a promise" in buttons_in(delivered(talk, "ann")[0])
    await ann.clicks(PROMISE)
    await talk.settle()
    assert ALREADY in ann.reads_modal()
    assert PROMISED in ann.reads()
    assert buttons_in(delivered(talk, "ann")[0]) == []
    assert await promises(talk) == 1


async def test_a_practice_answered_otherwise_meanwhile_keeps_that_answer(talk: Talk) -> None:
    """The form was open when *Did it* was pressed on another device."""
    message = await first_nudge(talk)
    ann = talk.person("ann")
    await ann.clicks(PROMISE)
    await ann.clicks("Did it", message=message)
    await talk.settle()
    await ann.submits()
    await talk.settle()
    assert await promises(talk) == 1
    assert await reactions(talk) == ["done"]
    assert "You did it." in ann.reads()
    assert PROMISED not in ann.reads()


async def test_an_undone_promise_can_be_made_again_from_its_form(talk: Talk) -> None:
    await first_nudge(talk)
    ann = talk.person("ann")
    await ann.clicks(PROMISE)
    look_there = another_device(talk, "ann")
    await ann.submits()
    await ann.clicks("Undo")
    await talk.settle()
    assert await promises(talk) == 0
    await closes_all(talk)
    look_there()
    await ann.submits()
    assert ALREADY not in ann.reads_modal()
    assert await promises(talk) == 1


async def test_home_message_and_list_agree_on_a_practice_made_a_promise_in_home(
    talk: Talk,
) -> None:
    await first_nudge(talk)
    ann = talk.person("ann")
    await ann.opens_home()
    await talk.settle()
    await ann.clicks(PROMISE)
    await ann.submits()
    await talk.settle()
    await closes_all(talk)
    assert buttons_in(delivered(talk, "ann")[0]) == []
    assert PROMISED in ann.reads()
    assert PROMISED in ann.reads_home()
    assert "[Make it a promise]" not in ann.reads_home()
    await ann.types("/nudge")
    assert practice_in(delivered(talk, "ann")[0]) != practice_in(ann.sees()[-1])


async def test_an_ask_in_the_same_message_stays_when_the_nudge_becomes_a_promise(
    talk: Talk,
) -> None:
    await start(talk, "ann")
    ben = talk.person("ben")
    await ben.types("/trustcheck ask @ann", channel="C0PROJ")
    await ben.submits()
    await talk.at(TUESDAY)
    ann = talk.person("ann")
    await ann.clicks(PROMISE)
    await ann.submits()
    await talk.settle()
    (message,) = delivered(talk, "ann")
    assert "Not this time" in buttons_in(message)
    assert "Did it" not in buttons_in(message)
    assert PROMISED in ann.reads()


async def test_a_practice_asked_for_becomes_a_promise_where_only_they_see_it(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/nudge", channel="C0PROJ")
    await ann.clicks(PROMISE)
    await ann.submits()
    await talk.settle()
    assert PROMISED in ann.reads("C0PROJ")
    assert buttons_in(ann.sees("C0PROJ")[-1]) == []
    assert await promises(talk) == 1


async def test_a_practice_that_left_the_catalogue_is_answered_kindly_promise_or_not(
    sqlite_url: str, content: Content
) -> None:
    own = only(content, *(one.id for one in content.catalogue("en").practices))
    async with Talk.open(sqlite_url, own, key=TEST_KEY) as talk:
        message = await first_nudge(talk)
        async with talk.bot.deps.db.read() as session:
            nudge = (await session.scalars(select(Nudge))).one()
        ann = talk.person("ann")
        await ann.clicks(PROMISE)
        take_away(talk.bot.deps.content, nudge.practice_id)
        assert (await ann.submits()).ok  # the form holds all it takes
        await talk.settle()
        await closes_all(talk)
        assert buttons_in(delivered(talk, "ann")[0]) == []
        await talk.at(TUESDAY + timedelta(days=1))
        again = delivered(talk, "ann")[-1]
        assert again.ts != message.ts
        async with talk.bot.deps.db.read() as session:
            second = (
                await session.scalars(select(Nudge).where(col(Nudge.reaction).is_(None)))
            ).one()
        take_away(talk.bot.deps.content, second.practice_id)
        await ann.clicks(PROMISE)
        await talk.settle()
        assert ann.modal is None
        assert "older version" in ann.reads()


async def test_a_practice_made_a_promise_reads_in_chinese(
    sqlite_url: str, content: Content
) -> None:
    async with Talk.open(sqlite_url, content, key=TEST_KEY, locale="zh-CN") as talk:
        ann = talk.person("ann")
        await ann.types("/nudge")
        await ann.clicks(PROMISE)
        await asyncio.gather(ann.submits(), ann.submits())
        await talk.settle()
        assert "这已经是一个约定了" in ann.reads_modal()
        assert "你把它记成约定了。" in ann.reads()
