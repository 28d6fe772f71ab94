"""`reflect`, as people live it."""

import asyncio

import pytest
from sqlmodel import select

from bot.content import Content
from bot.rooms.commitments.tables import Commitment
from bot.rooms.reflection import store
from bot.slack.ids import MemberId
from tests.conftest import TEST_KEY
from tests.rooms.every_press import Scene
from tests.talk import Talk

STEPS = {
    "relationship": "The <!channel> client",
    "usual": "They shouted, and it ended badly.",
    "moments": "I didn't invite them.",
    "other": "Their board.",
    "factor": "I",
    "retold": "They shouted, and I only wanted to be done.",
    "repair": "Call them on Thursday",
}


async def count(talk: Talk, name: str = "ann") -> int:
    async with talk.bot.deps.db.read() as session:
        return await store.count(session, talk.workspace, MemberId(f"U0{name.upper()}"))


async def reflect(talk: Talk, choice: str, **instead: str) -> str:
    """Have Ann go through every step, and return what she reads at the end."""
    ann = talk.person("ann")
    await ann.types("/trustcheck reflect", channel="C0PROJ")
    for step, text in {**STEPS, **instead}.items():
        if text:
            await ann.fills({f"reflection.answer.{step}": text})
        if step == "repair":
            await ann.fills({"reflection.keep.choose": choice})
        await ann.submits()
    return ann.reads_modal()


async def test_reflection_begins_with_its_deal_and_one_short_step(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck reflect", channel="C0PROJ")
    shown = ann.reads_modal()
    assert "Only you see this" in shown
    assert "Step 1 of 7" in shown
    assert "Tell it again" not in shown


async def test_story_is_retold_from_the_usual_one_with_earlier_steps_in_sight(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck reflect", channel="C0PROJ")
    for step in ("relationship", "usual", "moments", "other", "factor"):
        await ann.submits({f"reflection.answer.{step}": STEPS[step]})
    shown = ann.reads_modal()
    assert shown.count(STEPS["usual"]) == 2
    assert STEPS["relationship"] in shown


async def test_step_that_is_needed_is_asked_for_again_when_it_is_blank(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck reflect", channel="C0PROJ")
    outcome = await ann.submits({"reflection.answer.relationship": "   "})
    assert outcome.errors == {"reflection.answer.relationship": "A few words, please."}


@pytest.mark.parametrize("locale", ["en", "zh-CN"])
async def test_story_left_as_it_was_is_asked_for_its_new_last_line(
    sqlite_url: str, content: Content, locale: str
) -> None:
    """It stands in the field already: sent on as it is, nothing would be retold."""
    async with Talk.open(sqlite_url, content, key=TEST_KEY, locale=locale) as talk:
        scene, ann = Scene(talk, locale), talk.person("ann")
        await scene.types(ann, "reflect")
        for step in ("relationship", "usual", "moments", "other", "factor"):
            await scene.submits(ann, {f"reflection.answer.{step}": STEPS[step]})
        for _ in range(2):
            outcome = await ann.submits()
            assert outcome.errors == {
                "reflection.answer.retold": scene.words("reflection-as-before")
            }
        await scene.submits(ann, {"reflection.answer.retold": STEPS["retold"]})
        assert scene.words("reflection-progress", step=7, steps=7) in ann.reads_modal()


async def test_end_shows_the_new_last_line_and_nothing_is_stored_unless_chosen(talk: Talk) -> None:
    shown = await reflect(talk, "leave")
    assert STEPS["retold"] in shown
    assert "Nothing was stored" in shown
    assert await count(talk) == 0


async def test_repair_becomes_one_promise_however_often_it_is_pressed(talk: Talk) -> None:
    assert "[I'll do it]" in await reflect(talk, "leave")
    ann = talk.person("ann")
    await ann.clicks("I'll do it")
    await ann.submits({"commitments.form.day": "2026-11-27"})
    assert STEPS["repair"] in ann.reads_modal()
    await ann.closes()
    await ann.clicks("I'll do it")
    assert "This is a promise already" in ann.reads_modal()
    async with talk.bot.deps.db.read() as session:
        assert len((await session.scalars(select(Commitment))).all()) == 1


async def test_end_offers_no_promise_without_a_repair(talk: Talk) -> None:
    assert "[I'll do it]" not in await reflect(talk, "leave", repair="")


async def test_kept_reflection_is_read_again_and_deleted(talk: Talk) -> None:
    await reflect(talk, "keep")
    ann = talk.person("ann")
    await ann.submits()
    assert ann.modal is None
    await ann.types("/trustcheck reflect", channel="C0PROJ")
    await ann.clicks("Read the one you kept")
    assert STEPS["relationship"] in ann.reads_modal()
    assert STEPS["repair"] in ann.reads_modal()
    await ann.clicks("Delete")
    assert "Nothing is kept" in ann.reads_modal()
    assert await count(talk) == 0


async def test_last_step_sent_twice_keeps_one_reflection(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck reflect", channel="C0PROJ")
    for step, text in STEPS.items():
        await ann.fills({f"reflection.answer.{step}": text})
        if step != "repair":
            await ann.submits()
    await ann.fills({"reflection.keep.choose": "keep"})
    await asyncio.gather(ann.submits(), ann.submits())
    assert await count(talk) == 1


async def test_reflection_of_another_person_cannot_be_deleted(talk: Talk) -> None:
    await reflect(talk, "keep")
    async with talk.bot.deps.db.write() as session:
        row = await store.nth(session, talk.workspace, MemberId("U0ANN"), 0)
        assert row is not None
        await store.drop(session, talk.workspace, MemberId("U0BEN"), row.reflection_id)
    assert await count(talk) == 1
