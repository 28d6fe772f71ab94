"""Every command, button, menu entry and form of the nudges and of the settings: in both languages,
over Socket Mode and over HTTP."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.app import ROOMS
from bot.content import Content
from bot.rooms.nudges import handlers
from bot.rooms.nudges.views import MENU
from tests.conftest import TEST_KEY
from tests.rooms.every_press import Scene, declared, watched
from tests.rooms.nudges.living import buttons_in, delivered, only, row_of, set_member
from tests.talk import MONDAY_NOON, Talk

TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)
# Asked of a reader of Traditional Chinese alone, when shown round: tests/members/test_arriving.py.
AT_ARRIVAL = {f"actions: preferences.language.choose.{locale}" for locale in ("en", "zh-cn")}


async def starting(scene: Scene) -> None:
    ann = scene.talk.person("ann")
    for name in ("ann", "ben"):  # shown round, where the notification text is offered
        await set_member(scene.talk, name, welcomed=False)
    for rhythm in ("three", "weekly", "daily"):
        await scene.types(ann, "start")
        await scene.clicks(ann, f"nudges.habit.start.{rhythm}")
        assert (await row_of(scene.talk, "ann")).rhythm == rhythm
        if rhythm == "three":
            await scene.clicks(ann, "preferences.notification.choose.full")
            assert (await row_of(scene.talk, "ann")).notification == "full"
    ben = scene.talk.person("ben")
    await scene.types(ben, "start")
    await scene.clicks(ben, "nudges.habit.start.daily", "preferences.notification.choose.discreet")


async def the_menu(scene: Scene) -> None:
    talk, ann, words = scene.talk, scene.talk.person("ann"), scene.words
    await set_member(talk, "ben", may_be_suggested=True)
    await talk.at(TUESDAY)
    await scene.clicks(ann, "nudges.practice.another", words("nudges-menu-suggest"))
    assert "<@U0BEN>" in str(delivered(talk, "ann")[-1].blocks)
    await scene.clicks(ann, words("nudges-menu-why"))
    assert words("nudges-factor-s") in ann.reads_modal()
    await scene.closes_all(ann)
    for span in ("week", "fortnight", "month"):
        await scene.clicks(ann, words("nudges-menu-pause"), f"preferences.quiet.begin.{span}")
        assert (await row_of(talk, "ann")).paused_until is not None
        await scene.closes_all(ann)
        await scene.types(ann, "resume")
    await scene.clicks(ann, words("nudges-menu-pause"))
    assert (await ann.chooses("preferences.quiet.until", "2026-12-24")).ok
    await talk.settle()
    await scene.closes_all(ann)
    await scene.types(ann, "resume")
    await scene.clicks(ann, words("nudges-menu-later"))
    assert buttons_in(delivered(talk, "ann")[-1]) == []
    await talk.at(TUESDAY + DAY)
    await scene.clicks(ann, "nudges.practice.done")
    assert words("nudges-answered-done") in ann.reads()
    await scene.types(ann, "nudge")
    await scene.clicks(ann, "commitments.practice.promise")
    await scene.submits(ann)
    assert words("nudges-answered-promised") in ann.reads("C0PROJ")
    await scene.closes_all(ann)


async def slowing_and_looking_back(scene: Scene) -> None:
    talk, ann = scene.talk, scene.talk.person("ann")
    await set_member(talk, "ann", slowed="pause", slowed_told=False, recap=True)
    await talk.at(TUESDAY + 2 * DAY)
    await scene.clicks(ann, "nudges.habit.back")
    assert (await row_of(talk, "ann")).slowed == ""
    await talk.at(FRIDAY)
    await scene.clicks(ann, "nudges.recap.open")
    assert scene.words("nudges-recap-done", count=1).strip("*") in ann.reads_modal()
    await scene.closes_all(ann)
    await scene.types(ann, "nudge")
    await scene.clicks(ann, scene.words("nudges-menu-hide"))
    assert scene.words("nudges-answered-hidden") in ann.reads("C0PROJ")
    assert (await ann.types("/nudge")).ok  # every practice is hidden now
    assert scene.words("nudges-all-hidden") in ann.reads()


async def settling(scene: Scene) -> None:
    talk, ann = scene.talk, scene.talk.person("ann")
    await scene.types(ann, "pause")
    await scene.clicks(ann, "preferences.quiet.end")
    assert (await row_of(talk, "ann")).paused_until is None
    await ann.opens_home()
    await talk.settle()
    await scene.clicks(ann, "preferences.settings.open", "preferences.quiet.open")
    await ann.closes()
    await scene.submits(ann, {"preferences.slot.choose": "10:15"})
    assert (await row_of(talk, "ann")).slot_minutes == 615
    await scene.closes_all(ann)
    await scene.types(ann, "settings")
    await scene.submits(ann)
    assert scene.words("preferences-unchanged") in ann.reads_modal()


@pytest.mark.parametrize("locale", ["en", "zh-CN"])
@pytest.mark.parametrize("over", ["socket", "http"])
async def test_everything_nudges_and_settings_offer_works(
    sqlite_url: str, content: Content, over: str, locale: str
) -> None:
    """One practice, about somebody, so that *Suggest someone* is in every menu."""
    seen: set[str] = set()
    rooms = watched(ROOMS, seen)
    async with Talk.open(
        sqlite_url,
        only(content, "S-hello"),
        key=TEST_KEY,
        rooms=rooms,
        over=over,
        locale=locale,
        at=MONDAY_NOON,
    ) as talk:
        scene = Scene(talk, locale)
        for play in (starting, the_menu, slowing_and_looking_back, settling):
            await play(scene)
            await scene.closes_all(talk.person("ann"))
        assert talk.sandbox.shown_errors == []
    offered = [declared(one) for one in ROOMS if one.name in ("nudges", "preferences")]
    assert len(offered) == 2
    assert set().union(*offered) - seen == AT_ARRIVAL
    assert {f"actions: {MENU}: {entry}" for entry in handlers.MENU} - seen == set()
