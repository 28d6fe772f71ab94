"""What can go wrong at the trust check and the nudges: answered kindly, twice, in both languages.

One conversation a language, for each of these is one line or one press.
"""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlmodel import select

from bot.content import Content
from bot.rooms.asks.tables import Ask
from bot.rooms.nudges import store as nudges
from bot.rooms.nudges.tables import Nudge
from bot.rooms.trustcheck import store as checks
from bot.slack.ids import MemberId
from tests.conftest import TEST_KEY
from tests.rooms.every_press import Scene
from tests.rooms.nudges.living import delivered, only, row_of, set_member, take_away
from tests.talk import MONDAY_NOON, PROJ, TEAM, Talk

LENGTH = ("meetings-bad-length", "meetings-which-length")
DAY = timedelta(days=1)
ANN = MemberId("U0ANN")
TWICE = range(2)


@pytest.fixture(params=["en", "zh-CN"])
async def scene(
    sqlite_url: str, content: Content, request: pytest.FixtureRequest
) -> AsyncIterator[Scene]:
    """A conversation in one language, with a catalogue of its own."""
    own = only(content, *(one.id for one in content.catalogue("en").practices))
    async with Talk.open(sqlite_url, own, key=TEST_KEY, locale=request.param) as talk:
        yield Scene(talk, request.param)
        assert talk.sandbox.shown_errors == []


async def answered(scene: Scene, typed: str, *said: str, **args: object) -> None:
    """Type a line twice: each time its answer is that message, for their eyes only."""
    ann = scene.talk.person("ann")
    for _ in TWICE:
        assert (await ann.types(f"/trustcheck {typed}", channel=PROJ)).ok
        answer = ann.sees(PROJ)[-1]
        assert answer.ephemeral
        assert answer.text in [scene.words(one, **args) for one in said], typed
        assert ann.modal is None


async def test_lines_that_cannot_be_meant(scene: Scene) -> None:
    for length in ("-3", "9999", "soon"):
        await answered(scene, f"meeting {length}", *LENGTH, shortest=5, longest=240)
    for past in ("until yesterday", "until last Friday", "2026-11-22", "到昨天", "-3 days"):
        await answered(scene, f"pause {past}", "preferences-pause-past")
    for endless in ("for ever", "永远", "until 2030-01-01", "5 years"):
        await answered(scene, f"pause {endless}", "preferences-pause-too-long")
    await answered(scene, "pause whenever", "preferences-pause-unreadable")
    assert (await row_of(scene.talk, "ann")).paused_until is None


async def test_people_who_cannot_be_asked(scene: Scene) -> None:
    talk, ann = scene.talk, scene.talk.person("ann")
    team = talk.sandbox.world.teams[TEAM]
    team.add_member("U0ROBOT", "robot", is_bot=True, locale=scene.locale)
    team.add_member("U0GUEST", "guest", is_restricted=True, locale=scene.locale)
    team.add_member("U0LEAVER", "leaver", deleted=True, locale=scene.locale)
    await answered(scene, "ask @ann", "asks-not-oneself")
    await answered(scene, "ask @ben @chen @deepa @eli @fay", "asks-one-at-a-time")
    await answered(scene, "ask somebody", "asks-whom")
    for nobody in ("robot", "guest", "leaver"):
        for _ in TWICE:
            assert (await ann.types(f"/trustcheck ask @{nobody}", channel=PROJ)).ok
            if ann.modal is not None:  # not known to us before it is sent
                assert (await ann.submits()).ok
            shown = str(ann.modal) + ann.sees(PROJ)[-1].text
            assert scene.words("asks-not-them") in shown, nobody
            await scene.closes_all(ann)
    await ann.types("/trustcheck ask @ben", channel=PROJ)
    await asyncio.gather(ann.submits(), ann.submits())
    assert scene.words("asks-asked") in str(ann.modal)
    await scene.closes_all(ann)
    pair = scene.words("asks-pair-rests", until="…").partition("…")[0]
    person = scene.words("asks-person-rests", until="…").partition("…")[0]
    for asker, rests in (("ann", pair), ("chen", person)):
        for _ in TWICE:
            await talk.person(asker).types("/trustcheck ask @ben", channel=PROJ)
            assert talk.person(asker).sees(PROJ)[-1].text.startswith(rests)
            assert talk.person(asker).modal is None
    async with talk.bot.deps.db.read() as session:
        assert len((await session.scalars(select(Ask))).all()) == 1


async def test_a_check_sent_twice(scene: Scene) -> None:
    talk, ann = scene.talk, scene.talk.person("ann")
    await scene.types(ann, "")
    await ann.fills({f"trustcheck.answer.{factor}": "3" for factor in "CRIS"})
    await asyncio.gather(ann.submits(), ann.submits())
    await scene.closes_all(ann)
    await scene.types(ann, "full")
    statements = talk.bot.deps.content.catalogue(scene.locale).statements.full
    for page in range(0, len(statements), 4):
        await ann.fills({f"trustcheck.answer.{one.id}": "3" for one in statements[page : page + 4]})
        is_last = page + 4 == len(statements)
        await (asyncio.gather(ann.submits(), ann.submits()) if is_last else ann.submits())
    assert scene.words("trustcheck-start-with", factor="").strip("* ") in str(ann.modal)
    async with talk.bot.deps.db.read() as session:
        taken = await checks.checks_of(session, talk.workspace, ANN)
        shown = (await session.scalars(select(Nudge))).all()
    assert [one.form for one in taken] == ["full", "quick"]
    assert len(shown) == len(taken)


async def test_a_practice_that_left_the_catalogue(scene: Scene) -> None:
    """Every button of its card is answered, twice, and none brings it back."""
    talk, ann, words = scene.talk, scene.talk.person("ann"), scene.words
    await set_member(talk, "ann", started_at=MONDAY_NOON, next_slot_at=MONDAY_NOON + DAY)
    presses = {
        "nudges.practice.done": words("nudges-answered-done"),
        "commitments.practice.promise": words("house-old-card"),
        words("nudges-menu-hide"): words("nudges-answered-hidden"),
        words("nudges-menu-later"): words("nudges-answered-later", moment="…").partition("…")[0],
        words("nudges-menu-pause"): words("members-quiet-ask"),
        words("nudges-menu-why"): words("nudges-why-gone"),
        "nudges.practice.another": words("nudges-done"),
    }
    for press, said in presses.items():
        await scene.types(ann, "nudge")
        card = ann.sees(PROJ)[-1]
        async with talk.bot.deps.db.read() as session:
            newest = await nudges.newest(session, talk.workspace, ANN)
        assert newest is not None
        take_away(talk.bot.deps.content, newest.practice_id)
        await asyncio.gather(*(ann.clicks(press, message=card) for _ in TWICE))
        await talk.settle()
        shown = "".join(str(one.blocks) + one.text for one in ann.sees(PROJ) if one.ts >= card.ts)
        assert said in shown + str(ann.modal), press
        await scene.closes_all(ann)
    async with talk.bot.deps.db.read() as session:
        after = await nudges.newest(session, talk.workspace, ANN)
    assert after is not None
    assert newest is not None
    assert after.trigger == "another"
    assert after.practice_id != newest.practice_id


async def test_every_practice_hidden(scene: Scene) -> None:
    talk, ann = scene.talk, scene.talk.person("ann")
    await scene.types(ann, "start")
    await scene.clicks(ann, "nudges.habit.start.daily")
    async with talk.bot.deps.db.write() as session:
        for one in talk.bot.deps.content.catalogue("en").practices:
            until = MONDAY_NOON.replace(year=2027)
            await nudges.hide(session, talk.workspace, ANN, one.id, until=until)
    await answered(scene, "nudge", "nudges-all-hidden")
    await talk.at(MONDAY_NOON.replace(day=24))
    assert delivered(talk, "ann") == []
    await scene.types(ann, "")
    await scene.submits(ann, {f"trustcheck.answer.{factor}": "3" for factor in "CRIS"})
    assert scene.words("trustcheck-all-aside") in str(ann.modal)
