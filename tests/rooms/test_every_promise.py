"""Every command, button, menu entry and form of promises: in both languages, over Socket Mode and
over HTTP. Words are those of `prompts/`, so that each step is held to what its reader is told."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.app import ROOMS
from bot.content import Content
from bot.rooms.commitments.rules import Ending
from tests.conftest import TEST_KEY
from tests.rooms.commitments.logged import open_ones, put_ended, put_open
from tests.rooms.commitments.promising import Promising, flat
from tests.rooms.every_press import declared, watched
from tests.talk import MONDAY_NOON, PROJ, Talk

FRIDAY_3PM = datetime(2026, 11, 27, 15, tzinfo=UTC)
DAY, WEEK = timedelta(days=1), timedelta(days=7)
DO = "commitments.promise"
# Pressed on the cards of other rooms: tests/rooms/test_every_press.py, test_every_nudge.py.
ELSEWHERE = {"actions: commitments.practice.promise", "actions: commitments.text.promise"}


async def capturing(scene: Promising) -> None:
    fay = scene.talk.person("fay")
    promise = await scene.logs(fay, scene.lines.friday)
    assert (promise.due_at, promise.to_id) == (FRIDAY_3PM, "U0BEN")
    assert scene.flat_moment(FRIDAY_3PM) in flat(fay.reads())
    assert scene.says("commitments-asked-then") in flat(fay.reads())
    await scene.clicks(fay, f"{DO}.undo")
    assert scene.says("commitments-undone") in flat(fay.reads())
    assert await open_ones(scene.talk, "fay") == []
    await scene.types(fay, f"promise {scene.lines.friday}")
    await scene.talk.at(MONDAY_NOON + timedelta(minutes=16))
    await scene.clicks(fay, f"{DO}.undo")
    assert scene.says("commitments-undo-too-late") in flat(fay.reads(PROJ))
    await scene.clicks(fay, f"{DO}.change")
    assert flat(scene.lines.thing) in flat(fay.reads_modal())
    await scene.submits(fay, {"commitments.form.at": "16:30"})
    [promise] = await open_ones(scene.talk, "fay")
    assert promise.due_at == FRIDAY_3PM + timedelta(minutes=90)
    assert scene.flat_moment(promise.due_at) in flat(fay.reads_modal())
    await scene.closes_all(fay)


async def capturing_in_forms(scene: Promising) -> None:
    fay, lines = scene.talk.person("fay"), scene.lines
    assert (await fay.types("/commit")).ok
    assert scene.says("commitments-form-deal") in flat(fay.reads_modal())
    await scene.closes_all(fay)
    assert (await fay.types(f"/commit {lines.unclear}")).ok
    assert scene.says("commitments-why-two-readings") in flat(fay.reads_modal())
    fifth = datetime(2026, 12, 5, 17, tzinfo=UTC)
    await scene.submits(fay, {"commitments.form.reading": scene.moment(fifth)})
    assert fifth in [one.due_at for one in await open_ones(scene.talk, "fay")]
    await scene.closes_all(fay)
    assert (await fay.types(f"/commit {lines.timeless}")).ok
    assert scene.says("commitments-why-no-time") in flat(fay.reads_modal())
    refused = await fay.submits({"commitments.form.day": "2026-11-20"})
    assert scene.says("commitments-form-past") in flat(str(refused.errors))
    await scene.submits(fay, {"commitments.form.day": "2026-11-25"})
    await scene.clicks(fay, f"{DO}.undo")
    assert scene.says("commitments-undone") in flat(fay.reads_modal())
    await scene.closes_all(fay)
    assert (await fay.uses_shortcut("commitments.promise.start")).ok
    await scene.closes_all(fay)


async def capturing_what_was_said(scene: Promising) -> None:
    fay, ben = scene.talk.person("fay"), scene.talk.person("ben")
    await ben.types(scene.lines.tomorrow, channel=PROJ)
    said = fay.sees(PROJ)[-1]
    assert (await fay.uses_shortcut("commitments.message.track", message=said)).ok
    await scene.submits(fay)
    [tracked] = [one for one in await open_ones(scene.talk, "fay") if one.link]
    assert (tracked.to_id, tracked.due_at) == ("U0BEN", FRIDAY_3PM - 3 * DAY)
    await scene.closes_all(fay)
    await fay.types(scene.lines.overheard)
    await scene.talk.settle()
    assert scene.says("commitments-line-offer") in flat(fay.reads())
    await scene.clicks(fay, "commitments.line.log")
    await scene.submits(fay)
    assert scene.flat_moment(FRIDAY_3PM) in flat(fay.reads_modal())
    await scene.closes_all(fay)


async def checking_ahead_and_owning_up(scene: Promising) -> None:
    talk, ann = scene.talk, scene.talk.person("ann")
    await scene.logs(ann, scene.lines.friday)
    await talk.at(datetime(2026, 11, 26, 9, 30, tzinfo=UTC))
    assert scene.says("commitments-check", count=1) in flat(ann.reads())
    await scene.clicks(ann, f"{DO}.on_track")
    assert scene.says("commitments-noted-on-track") in flat(ann.reads())
    await scene.types(ann, "promises")
    await scene.clicks(ann, f"{DO}.at_risk")
    assert scene.says("commitments-own-up-deal") in flat(ann.reads_modal())
    later = datetime(2026, 12, 1, 12, tzinfo=UTC)
    await scene.submits(ann, {"commitments.form.day": "2026-12-01", "commitments.form.at": "12:00"})
    shown = flat(ann.reads_modal())
    assert scene.says("commitments-became-moved", moment=scene.moment(later)) in shown
    assert scene.says("commitments-nothing-sent") in shown
    assert shown.count(scene.flat_moment(later)) >= 2  # what became of it, and the words to send
    await scene.clicks(ann, "commitments.chat.open")
    await scene.submits(ann)
    [promise] = await open_ones(talk)
    assert (promise.due_at, promise.moved, promise.said_early) == (later, True, True)


async def answering_when_due(scene: Promising) -> None:
    talk, ann = scene.talk, scene.talk.person("ann")
    [promise] = await open_ones(talk)
    await talk.at(promise.due_at)
    assert ann.sees()[-1].text == scene.words("commitments-notification", count=1)
    await scene.clicks(ann, f"{DO}.kept")
    assert scene.says("commitments-which", moment=scene.moment(promise.due_at)) in flat(ann.reads())
    await scene.clicks(ann, f"{DO}.by_due")
    assert scene.says("commitments-kept-on-time") in flat(ann.reads())
    late = await scene.logs(ann, scene.lines.tomorrow)
    await talk.at(late.due_at)
    await scene.clicks(ann, f"{DO}.kept", f"{DO}.later")
    assert scene.says("commitments-kept-late") in flat(ann.reads())
    moved = await scene.logs(ann, scene.lines.tomorrow)
    await talk.at(moved.due_at)
    await scene.clicks(ann, f"{DO}.move")
    assert scene.says("commitments-move-counts") in flat(ann.reads_modal())
    await scene.submits(ann, {"commitments.form.day": "2026-12-04"})
    [anew] = await open_ones(talk)
    assert scene.says("commitments-became-new", moment=scene.moment(anew.due_at)) in (
        flat(ann.reads_modal())
    )
    await scene.closes_all(ann)
    await talk.at(datetime(2026, 12, 7, 9, 30, tzinfo=UTC))
    assert scene.says("commitments-asked-day", count=1) in flat(ann.reads())
    await scene.clicks(ann, f"{DO}.not_yet")
    await scene.submits(ann)
    assert scene.says("commitments-became-owned-up") in flat(ann.reads_modal())
    await scene.closes_all(ann)
    assert await scene.endings() == ["on_time", "late", "owned_up", "owned_up"]


async def coming_round(scene: Promising) -> None:
    talk, ann = scene.talk, scene.talk.person("ann")
    first = await scene.logs(ann, scene.lines.weekly)
    assert first.due_at == FRIDAY_3PM + 2 * WEEK
    await talk.at(first.due_at)
    await scene.clicks(ann, f"{DO}.update", "commitments.update.nothing_new")
    next_time = scene.moment(first.due_at + WEEK)
    ways = talk.bot.deps.content.catalogue(scene.locale).drafts.update.nothing_new
    assert flat(ways[0].said(promise="", next_time=next_time))[-30:] in flat(ann.reads_modal())
    assert (await ann.chooses("commitments.update.choose", ways[1].when)).ok
    assert flat(ways[1].when) in flat(ann.reads_modal())
    await scene.closes_all(ann)
    await scene.clicks(ann, f"{DO}.update")
    prompt = talk.bot.deps.content.catalogue(scene.locale).drafts.update.prompts[0]
    await scene.submits(ann, {f"commitments.update.{prompt.id}": "二章 checked"})
    assert "二章checked" in flat(ann.reads_modal())
    assert scene.says("commitments-update-blank") in flat(ann.reads_modal())
    assert flat(next_time) in flat(ann.reads_modal())
    await scene.submits(ann)
    assert ann.modal is None
    await scene.clicks(ann, f"{DO}.nothing_new")
    await scene.closes_all(ann)
    await scene.clicks(ann, f"{DO}.kept", f"{DO}.by_due")
    assert scene.says("commitments-following", moment=next_time) in flat(ann.reads())


async def choosing_from_the_menu(scene: Promising) -> None:
    talk, ann, words = scene.talk, scene.talk.person("ann"), scene.words
    [promise] = await open_ones(talk)
    await scene.types(ann, "promises")
    await scene.clicks(ann, words("commitments-menu-skip"))
    skipped_to = promise.due_at + WEEK
    assert scene.says("commitments-became-moved", moment=scene.moment(skipped_to)) in (
        flat(ann.reads_modal())
    )
    [promise] = await open_ones(talk)
    assert (promise.due_at, promise.moved) == (skipped_to, True)
    await scene.clicks(ann, "commitments.list.turn", words("commitments-menu-change"))
    await scene.submits(ann, {"commitments.form.text": "方案 & co"})
    await scene.closes_all(ann)
    await scene.types(ann, "promises")
    assert "方案&co" in flat(ann.reads_modal())
    await scene.clicks(ann, words("commitments-menu-release"))
    assert scene.says("commitments-ended-released") in flat(ann.reads_modal())
    assert await open_ones(talk) == []
    await scene.closes_all(ann)
    await scene.logs(ann, scene.lines.weekly)
    await scene.types(ann, "promises")
    await scene.clicks(ann, f"{DO}.move")
    assert scene.says("commitments-move-free") in flat(ann.reads_modal())
    await scene.submits(ann, {"commitments.form.day": "2026-12-21"})
    await scene.closes_all(ann)
    await scene.types(ann, "promises")
    await scene.clicks(ann, words("commitments-menu-release"))
    await scene.closes_all(ann)


async def turning_pages(scene: Promising) -> None:
    talk, ann = scene.talk, scene.talk.person("ann")
    await put_open(talk, [f"N{number:02}" for number in range(21)], talk.clock.now() + 3 * DAY)
    await scene.types(ann, "promises")
    assert scene.says("commitments-open", count=21) in flat(ann.reads_modal())
    await scene.clicks(ann, *["commitments.list.turn.after"] * 2)
    assert scene.says("commitments-page", page=3, pages=3) in flat(ann.reads_modal())
    await scene.clicks(ann, "commitments.list.turn.before")
    assert scene.says("commitments-page", page=2, pages=3) in flat(ann.reads_modal())
    await scene.closes_all(ann)
    await ann.opens_home()
    await talk.settle()
    assert scene.says("commitments-open", count=21) in flat(ann.reads_home())
    await scene.clicks(ann, "commitments.form.open")
    await scene.closes_all(ann)
    await scene.clicks(ann, f"{DO}.done")
    assert scene.says("commitments-kept-on-time") in flat(ann.reads_modal())
    assert len(await open_ones(talk)) == 20
    await scene.closes_all(ann)


async def how_they_ended(scene: Promising) -> None:
    talk, ann = scene.talk, scene.talk.person("ann")
    await put_ended(talk, Ending.NO_WORD, 14, days_ago=-(talk.clock.now() - MONDAY_NOON).days + 1)
    await scene.types(ann, "promises")
    assert scene.says("commitments-count-no-word", count=14) in flat(ann.reads_modal())
    assert scene.says("commitments-percentage", percentage=15) in flat(ann.reads_modal())
    assert scene.says("commitments-early", count=1) in flat(ann.reads_modal())
    await scene.clicks(ann, "commitments.ended.turn", "commitments.ended.turn.after")
    await scene.clicks(ann, scene.words("commitments-correct-late"))
    assert (await scene.endings()).count("late") == 2
    assert scene.says("commitments-count-late", count=2) in flat(ann.reads_modal())
    await scene.clicks(ann, "commitments.ended.turn.after", "commitments.ended.turn.before")
    await scene.clicks(ann, "commitments.fresh.start")
    assert scene.says("commitments-ended-few", count=0) in flat(ann.reads_modal())
    await scene.closes_all(ann)


SCENES = (
    capturing,
    capturing_in_forms,
    capturing_what_was_said,
    checking_ahead_and_owning_up,
    answering_when_due,
    coming_round,
    choosing_from_the_menu,
    turning_pages,
    how_they_ended,
)


@pytest.mark.parametrize("locale", ["en", "zh-CN"])
@pytest.mark.parametrize("over", ["socket", "http"])
async def test_everything_promises_offer_works(
    sqlite_url: str, content: Content, over: str, locale: str
) -> None:
    seen: set[str] = set()
    async with Talk.open(
        sqlite_url,
        content,
        key=TEST_KEY,
        rooms=watched(ROOMS, seen),
        over=over,
        locale=locale,
    ) as talk:
        for play in SCENES:
            await play(Promising(talk, locale))
        assert talk.sandbox.shown_errors == []
        assert talk.person("ben").sees() == []  # whom promises were to, owned up to and moved for
    [offered] = [declared(one) for one in ROOMS if one.name == "commitments"]
    assert offered - seen == ELSEWHERE
