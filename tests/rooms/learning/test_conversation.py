"""`why`, `leader` and `pressure`, as people live them."""

from datetime import timedelta

import pytest

from bot.content import Content
from bot.slack.ids import MemberId
from tests.conftest import TEST_KEY
from tests.rooms.every_press import Scene
from tests.rooms.nudges.living import only, shown_to
from tests.talk import MONDAY_NOON, PROJ, Talk

ANN = MemberId("U0ANN")


async def leaders(talk: Talk) -> set[str]:
    offered = talk.bot.deps.leaders
    assert offered is not None
    async with talk.bot.deps.db.read() as session:
        return set(await offered(session, talk.workspace, [ANN, MemberId("U0BEN")]))


async def under_pressure(talk: Talk, days: int) -> set[str]:
    offered, at = talk.bot.deps.pressure, MONDAY_NOON + timedelta(days=days)
    assert offered is not None
    async with talk.bot.deps.db.read() as session:
        return set(await offered(session, talk.workspace, [ANN, MemberId("U0BEN")], at))


async def test_why_turns_pages_to_the_end_and_back(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck why", channel="C0PROJ")
    assert "T = (C + R + I) / S" in ann.reads_modal()
    await ann.clicks("Next")
    assert "Attention feels like care" in ann.reads_modal()
    await ann.clicks("Back")
    assert "Page 1 of 11" in ann.reads_modal()


async def test_why_opens_the_page_that_was_named(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck why 80/20", channel="C0PROJ")
    assert "four practices in five" in ann.reads_modal()
    await ann.chooses("learning.why.choose", "It's me, not you")
    assert "Kuala Lumpur" in ann.reads_modal()


async def test_leaders_track_is_offered_once_it_is_on(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck leader", channel="C0PROJ")
    await ann.clicks("Next")
    assert await leaders(talk) == set()
    await ann.clicks("Switch it on")
    assert "Page 2 of 4" in ann.reads_modal()
    assert await leaders(talk) == {"U0ANN"}
    await ann.clicks("Switch it off")
    assert await leaders(talk) == set()


async def test_pressure_lasts_a_fortnight_and_isnt_prolonged_by_asking_again(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck pressure", channel="C0PROJ")
    assert "Until Monday 7 December" in ann.reads("C0PROJ")
    await talk.at(MONDAY_NOON + timedelta(days=3))
    await ann.types("/trustcheck pressure", channel="C0PROJ")
    assert ann.reads("C0PROJ").count("Until Monday 7 December") == 2
    assert await under_pressure(talk, 13) == {"U0ANN"}
    assert await under_pressure(talk, 15) == set()


async def test_pressure_ends_at_once_when_stopped(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck pressure", channel="C0PROJ")
    await ann.clicks("Back to the usual")
    await talk.settle()
    assert "chosen as usual again" in ann.reads("C0PROJ")
    assert await under_pressure(talk, 1) == set()


@pytest.mark.parametrize("locale", ["en", "zh-CN"])
async def test_whoever_gets_no_nudges_is_told_how_they_begin(
    sqlite_url: str, content: Content, locale: str
) -> None:
    """A choice of practices is of no use to them before; the word that is named leads to it."""
    async with Talk.open(sqlite_url, content, key=TEST_KEY, locale=locale) as talk:
        scene, ann = Scene(talk, locale), talk.person("ann")
        told = scene.words("learning-no-nudges")
        assert "`/trustcheck start`" in told
        for started in (False, True):
            await scene.types(ann, "pressure")
            assert (told in str(ann.sees(PROJ)[-1].blocks)) is not started
            await scene.types(ann, "leader")
            assert told not in str(ann.modal)
            await scene.clicks(ann, "learning.track.switch")
            assert (told in str(ann.modal)) is not started
            await scene.clicks(ann, "learning.track.switch")
            await scene.closes_all(ann)
            if not started:
                await scene.types(ann, "start")
                await scene.clicks(ann, "nudges.habit.start.daily")


async def test_the_leaders_track_brings_what_is_for_leaders(
    sqlite_url: str, content: Content
) -> None:
    async with Talk.open(sqlite_url, only(content, "L-C"), key=TEST_KEY) as talk:
        ann = talk.person("ann")
        await ann.types("/nudge", channel=PROJ)
        assert await shown_to(talk, ANN) == []
        await ann.types("/trustcheck leader", channel=PROJ)
        await ann.clicks("Switch it on")
        await ann.types("/nudge", channel=PROJ)
        assert [(one.practice_id, one.why) for one in await shown_to(talk, ANN)] == [
            ("L-C", "leader")
        ]
        await ann.clicks("Switch it off")
        await ann.types("/nudge", channel=PROJ)
        assert len(await shown_to(talk, ANN)) == 1


async def test_a_rough_stretch_brings_what_is_for_one_and_ends_by_itself(
    sqlite_url: str, content: Content
) -> None:
    async with Talk.open(sqlite_url, only(content, "X-reach", "C-less"), key=TEST_KEY) as talk:
        ann = talk.person("ann")
        await ann.types("/trustcheck pressure", channel=PROJ)
        await ann.types("/nudge", channel=PROJ)
        assert await newest_why(talk) == "pressure"
        await talk.at(MONDAY_NOON + timedelta(days=14))
        for _ in range(3):
            await ann.types("/nudge", channel=PROJ)
            assert await newest_why(talk) != "pressure"


async def newest_why(talk: Talk) -> str:
    return (await shown_to(talk, ANN))[-1].why
