"""`/trustcheck`, as people live it."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from bot.content import Content
from bot.ports import FollowThrough
from bot.rooms.commitments.tables import Commitment
from bot.rooms.nudges.store import hide, history
from bot.rooms.trustcheck import store, views
from bot.rooms.trustcheck.rules import Scores
from bot.rooms.trustcheck.usecases import submit_check
from bot.slack.ids import MemberId
from tests.conftest import TEST_KEY
from tests.rooms.every_press import Scene
from tests.rooms.nudges.living import another_device
from tests.talk import MONDAY_NOON, Talk

ANN = MemberId("U0ANN")
PROMISE = "commitments.practice.promise"
ANSWERS = {
    "trustcheck.answer.C": "4",
    "trustcheck.answer.R": "4",
    "trustcheck.answer.I": "2",
    "trustcheck.answer.S": "2",
}


async def count(talk: Talk) -> int:
    async with talk.bot.deps.db.read() as session:
        return len(await store.checks_of(session, talk.workspace, ANN))


async def check(talk: Talk, **more: str) -> str:
    """Have Ann take a quick check and return what she reads."""
    ann = talk.person("ann")
    await ann.types("/trustcheck", channel="C0PROJ")
    await ann.submits({**ANSWERS, **{f"trustcheck.{key}": one for key, one in more.items()}})
    return ann.reads_modal()


async def test_check_shows_its_deal_before_the_first_question(talk: Talk) -> None:
    ann = talk.person("ann")
    outcome = await ann.types("/trustcheck", channel="C0PROJ")
    assert outcome.ok
    assert "Only you see this" in ann.reads_modal()


async def test_result_stands_in_the_same_modal_with_a_place_to_start(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck", channel="C0PROJ")
    outcome = await ann.submits(ANSWERS)
    assert outcome.ok
    shown = ann.reads_modal()
    assert "Trust 5.0" in shown
    assert "Focus on others, 4.0 of 5" in shown
    assert "A good place to start: Intimacy" in shown
    assert "[I'll do it]" in shown


async def test_second_submit_of_the_same_form_adds_no_check(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck", channel="C0PROJ")
    await ann.fills(ANSWERS)
    await asyncio.gather(ann.submits(), ann.submits())
    assert await count(talk) == 1


async def test_change_is_told_from_the_sixth_quick_check_on(talk: Talk) -> None:
    for day in range(5):
        await talk.at(MONDAY_NOON + timedelta(days=day))
        assert "beside the three before" not in await check(talk)
    await talk.at(MONDAY_NOON + timedelta(days=5))
    shown = await check(talk)
    assert "Your last three quick checks, beside the three before" in shown
    assert "Intimacy 2.0, as before" in shown


async def test_checks_about_a_relationship_are_compared_among_themselves(talk: Talk) -> None:
    for day in range(5):
        await talk.at(MONDAY_NOON + timedelta(days=day))
        await check(talk)
    await talk.at(MONDAY_NOON + timedelta(days=5))
    shown = await check(talk, **{"subject.write": "The lighthouse"})
    assert "beside the three before" not in shown


async def hide_all(talk: Talk, *factors: str, but: str = "") -> None:
    """Have Ann set those practices aside."""
    async with talk.bot.deps.db.write() as session:
        for one in talk.bot.deps.content.catalogue("en").practices:
            if one.factor in factors and one.id != but:
                until = MONDAY_NOON + timedelta(days=90)
                await hide(session, talk.workspace, ANN, one.id, until=until)


async def test_practice_that_somebody_set_aside_does_not_follow(talk: Talk) -> None:
    """Then another does, of the next weakest factor where that one has none left."""
    practice = talk.bot.deps.content.catalogue("en").practice("I-listen")
    assert practice is not None
    await hide_all(talk, "I", but="I-listen")
    assert practice.idea[:40] in await check(talk)
    await talk.person("ann").closes()

    await hide_all(talk, "I", "S")
    shown = " ".join((await check(talk)).replace("│", " ").split())
    assert "A good place to start: Intimacy" in shown
    assert "set its practices aside for now, so here is one for Reliability." in shown
    assert "[I'll do it]" in shown
    await talk.person("ann").closes()

    await hide_all(talk, *"CRIS")
    shown = " ".join((await check(talk)).replace("│", " ").split())
    assert "You have set every practice aside for now." in shown
    assert "[I'll do it]" not in shown
    async with talk.bot.deps.db.read() as session:
        counted = (await history(session, talk.workspace, [ANN]))[ANN]
    assert [one.factor for one in counted.shown] == ["I", "R"]


@pytest.fixture(params=["en", "zh-CN"])
async def scene(
    sqlite_url: str, content: Content, request: pytest.FixtureRequest
) -> AsyncIterator[Scene]:
    """A conversation in one language, with the result of a quick check before Ann."""
    async with Talk.open(sqlite_url, content, key=TEST_KEY, locale=request.param) as talk:
        scene = Scene(talk, request.param)
        await scene.types(talk.person("ann"), "")
        await scene.submits(talk.person("ann"), ANSWERS)
        yield scene
        assert talk.sandbox.shown_errors == []


async def test_ill_do_it_makes_one_promise_and_shows_it_in_place(scene: Scene) -> None:
    """In the window it was pressed in, and in one that still stands on another device."""
    talk, ann, words = scene.talk, scene.talk.person("ann"), scene.words
    look_there = another_device(talk, "ann")
    await scene.clicks(ann, PROMISE)
    await ann.closes()
    assert words("trustcheck-promise") in ann.reads_modal()  # the form was closed, not sent
    await scene.clicks(ann, PROMISE)
    await scene.submits(ann)
    await ann.closes()
    assert words("trustcheck-promised") in ann.reads_modal()
    assert PROMISE not in str(ann.modal)
    await scene.closes_all(ann)

    look_there()
    await scene.clicks(ann, PROMISE)
    assert words("commitments-made-before") in ann.reads_modal()
    await ann.closes()
    assert words("trustcheck-promised") in ann.reads_modal()
    async with talk.bot.deps.db.read() as session:
        assert len((await session.scalars(select(Commitment))).all()) == 1


@pytest.mark.parametrize("kept", [4, 5])
async def test_promises_kept_here_are_told_in_the_next_check(talk: Talk, kept: int) -> None:
    ann = talk.person("ann")
    for number in range(kept):
        await ann.types(f"/commit send Ben page {number} by Friday", channel="C0PROJ")
        await ann.types("/trustcheck promises", channel="C0PROJ")
        await ann.clicks("commitments.promise.done")
        await talk.settle()
        while ann.modal:
            await ann.closes()
    told = f"Of {kept} promises logged here, {kept} were on time" in " ".join(
        (await check(talk)).replace("│", " ").split()
    )
    assert told == (kept >= 5)


@pytest.mark.parametrize(("ended", "is_told"), [(4, False), (12, True)])
async def test_logged_promises_stand_beside_reliability_from_five_on(
    talk: Talk, ended: int, is_told: bool
) -> None:
    async def follow_through(*_: Any) -> FollowThrough:
        return FollowThrough(ended, min(ended, 8))

    deps = replace(talk.bot.deps, follow_through=follow_through)
    who = await deps.people.reader(talk.workspace, ANN)
    result = await submit_check(
        deps, who, Scores(4, 4.5, 3, 2), check_id="c1", form="quick", subject=""
    )
    said = str(views.result_card(deps.words(who), result, None))
    sentence = "You rated yourself 4.5 on reliability. Of 12 promises logged here, 8 were on time."
    assert (sentence in said) == is_told
