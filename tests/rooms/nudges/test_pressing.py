"""Every button and menu entry of a nudge, and what it shows in place."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.content import Content
from bot.rooms.nudges import store, usecases
from bot.slack.ids import MemberId
from tests.conftest import TEST_KEY
from tests.rooms.every_press import Scene
from tests.rooms.nudges.living import (
    DISCREET,
    buttons_in,
    days_pass,
    delivered,
    only,
    practice_in,
    row_of,
    set_member,
    shown_to,
    start,
)
from tests.talk import MONDAY_NOON, PROJ, Talk

TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
ANN = MemberId("U0ANN")
WEDNESDAY = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


async def first_nudge(talk: Talk, name: str = "ann") -> None:
    await start(talk, name)
    await talk.at(TUESDAY)


async def test_what_was_done_shows_in_place_and_the_practice_stays(talk: Talk) -> None:
    await first_nudge(talk)
    before = practice_in(delivered(talk, "ann")[0])
    await talk.person("ann").clicks("Did it")
    await talk.settle()
    message = delivered(talk, "ann")[0]
    assert practice_in(message) == before
    assert "You did it." in talk.person("ann").reads()
    assert buttons_in(message) == []


async def test_tomorrow_brings_the_same_practice_at_the_next_slot(talk: Talk) -> None:
    await first_nudge(talk)
    before = practice_in(delivered(talk, "ann")[0])
    await talk.person("ann").clicks("Tomorrow")
    await talk.settle()
    assert "It comes again tomorrow 09:30." in talk.person("ann").reads()
    assert buttons_in(delivered(talk, "ann")[0]) == []
    await talk.at(WEDNESDAY)
    first, again = delivered(talk, "ann")
    assert practice_in(again) == before
    assert "Did it" in buttons_in(again)
    assert first.ts != again.ts


async def test_tomorrow_comes_even_when_the_rhythm_has_no_nudge_that_day(talk: Talk) -> None:
    await start(talk, "ann", "weekly")
    monday = datetime(2026, 11, 30, 9, 30, tzinfo=UTC)
    await days_pass(talk, TUESDAY, 5)
    assert len(delivered(talk, "ann")) == 1
    await talk.person("ann").clicks("Tomorrow")
    await days_pass(talk, monday.replace(month=12, day=1), 2)
    assert len(delivered(talk, "ann")) == 2


async def test_tomorrow_counts_a_practice_once(talk: Talk) -> None:
    await first_nudge(talk)
    await talk.person("ann").clicks("Tomorrow")
    await talk.at(WEDNESDAY)
    await talk.person("ann").clicks("Did it")
    await talk.settle()
    shown = await shown_to(talk, MemberId("U0ANN"))
    assert [nudge.reaction for nudge in shown] == ["done"]


async def test_tomorrow_is_refused_kindly_when_nudges_never_started(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/nudge")
    await ann.clicks("Tomorrow")
    await talk.settle()
    assert "Tomorrow only works once practices come by themselves" in ann.reads()


async def test_another_takes_the_place_of_the_practice(talk: Talk) -> None:
    await first_nudge(talk)
    before = practice_in(delivered(talk, "ann")[0])
    await talk.person("ann").clicks("Another")
    await talk.settle()
    (message,) = delivered(talk, "ann")
    assert practice_in(message) != before
    assert "Did it" in buttons_in(message)


async def test_another_pressed_twice_at_once_brings_one(talk: Talk) -> None:
    """On the message, and on a card that only they see; its buttons are there to be pressed."""
    await first_nudge(talk)
    ann = talk.person("ann")
    await ann.types("/nudge", channel="C0PROJ")
    for channel in (None, "C0PROJ"):
        card = ann.sees(channel)[-1]
        await asyncio.gather(*(ann.clicks("Another", message=card) for _ in range(2)))
        await talk.settle()
        (shown,) = [one for one in ann.sees(channel) if one.ts >= card.ts]
        assert practice_in(shown) != practice_in(card)
        assert "Did it" in buttons_in(shown)
    async with talk.bot.deps.db.read() as session:
        assert await store.asked_on(session, talk.workspace, ANN, "2026-11-24") == 2


async def test_not_this_practice_hides_it_for_ninety_days(talk: Talk) -> None:
    await first_nudge(talk)
    await talk.person("ann").clicks("Not this practice")
    await talk.settle()
    assert "You won't see this practice for 90 days." in talk.person("ann").reads()
    assert buttons_in(delivered(talk, "ann")[0]) == []


@pytest.mark.parametrize("locale", ["en", "zh-CN"])
async def test_what_was_hidden_comes_back_after_ninety_days_and_no_sooner(
    sqlite_url: str, content: Content, locale: str
) -> None:
    own = only(content, "S-hello")
    async with Talk.open(sqlite_url, own, key=TEST_KEY, locale=locale) as talk:
        scene, ann = Scene(talk, locale), talk.person("ann")
        await scene.types(ann, "nudge")
        await scene.clicks(ann, scene.words("nudges-menu-hide"))
        for days, is_hidden in ((89, True), (90, False)):
            await talk.at(MONDAY_NOON + timedelta(days=days, hours=1))
            await scene.types(ann, "nudge")
            said = ann.sees(PROJ)[-1].text
            assert (said == scene.words("nudges-all-hidden")) is is_hidden


async def test_why_this_says_factor_idea_and_why_it_was_picked(talk: Talk) -> None:
    await first_nudge(talk)
    await talk.person("ann").clicks("Why this?")
    shown = talk.person("ann").reads_modal()
    assert "Picked because" in shown
    factors = ("Credibility", "Reliability", "Intimacy", "Focus on others")
    assert any(factor in shown for factor in factors)


@pytest.mark.parametrize(
    ("button", "day"), [("A week", "Tuesday 1 December"), ("Two weeks", "Tuesday 8 December")]
)
async def test_pause_in_the_menu_asks_how_long_and_says_so(
    talk: Talk, button: str, day: str
) -> None:
    await first_nudge(talk)
    ann = talk.person("ann")
    await ann.clicks("Pause…")
    await ann.clicks(button)
    await talk.settle()
    assert f"Quiet until {day}." in ann.reads_modal()
    await talk.at(WEDNESDAY)
    assert len(delivered(talk, "ann")) == 1


async def test_pause_in_the_menu_takes_a_day(talk: Talk) -> None:
    await first_nudge(talk)
    ann = talk.person("ann")
    await ann.clicks("Pause…")
    await ann.chooses("preferences.quiet.until", "2026-12-24")
    await talk.settle()
    assert "Quiet until Thursday 24 December." in ann.reads_modal()
    assert "Your next slot is Thursday 24 December, 09:30" in ann.reads_modal()


async def test_pause_in_the_menu_answers_a_past_day_kindly(talk: Talk) -> None:
    await first_nudge(talk)
    ann = talk.person("ann")
    await ann.clicks("Pause…")
    await ann.chooses("preferences.quiet.until", "2026-01-01")
    await talk.settle()
    assert "That day is over already" in ann.reads_modal()
    assert (await row_of(talk, "ann")).paused_until is None


async def test_an_ask_in_the_same_message_stays_when_the_nudge_is_answered(talk: Talk) -> None:
    await start(talk, "ann")
    ben = talk.person("ben")
    await ben.types("/trustcheck ask @ann", channel="C0PROJ")
    await ben.submits()
    await talk.at(TUESDAY)
    await talk.person("ann").clicks("Did it")
    await talk.settle()
    (message,) = delivered(talk, "ann")
    assert "You did it." in talk.person("ann").reads()
    assert "Not this time" in buttons_in(message)
    assert "Did it" not in buttons_in(message)


async def test_two_presses_at_once_leave_one_answer(talk: Talk) -> None:
    await first_nudge(talk)
    ann = talk.person("ann")
    await asyncio.gather(ann.clicks("Did it"), ann.clicks("Not this practice"))
    await talk.settle()
    answers = ("You did it.", "You won't see this practice for 90 days.")
    assert sum(one in ann.reads() for one in answers) == 1
    assert buttons_in(delivered(talk, "ann")[0]) == []


@pytest.mark.parametrize(
    "button", ["Did it", "Another", "Not this practice", "Tomorrow", "Suggest someone"]
)
async def test_buttons_left_on_a_nudge_answered_elsewhere_give_way_to_the_answer(
    sqlite_url: str, content: Content, button: str
) -> None:
    about_somebody = only(content, "S-hello")
    async with Talk.open(sqlite_url, about_somebody, key=TEST_KEY) as talk:
        await first_nudge(talk)
        deps = talk.bot.deps
        who = await deps.people.reader(talk.workspace, MemberId("U0ANN"))
        async with deps.db.read() as session:
            nudge = await store.newest(session, talk.workspace, who.member)
        assert nudge is not None
        reaction: usecases.Reaction = "hidden" if button == "Did it" else "done"
        await usecases.react(deps, who, nudge.nudge_id, reaction)  # on another device
        ann, before = talk.person("ann"), practice_in(delivered(talk, "ann")[0])
        seen = len(ann.sees())
        await ann.clicks(button)
        await talk.settle()
        said = {"done": "You did it.", "hidden": "You won't see this practice"}[reaction]
        assert said in ann.reads()
        assert practice_in(delivered(talk, "ann")[0]) == before
        assert buttons_in(delivered(talk, "ann")[0]) == []
        assert len(ann.sees()) == seen  # nothing is said beside it


async def test_the_notification_text_is_offered_once_where_it_is_chosen(talk: Talk) -> None:
    """In the message that shows somebody round, which `/trustcheck start` brings; not beside it."""
    await set_member(talk, "ann", welcomed=False)
    await start(talk, "ann")
    ann = talk.person("ann")
    assert "notification on your phone" not in ann.reads()
    await ann.clicks("Show it in full")
    await talk.settle()
    assert "Notifications show the practice itself." in ann.reads()
    assert "Your next slot is tomorrow 09:30" in ann.reads()
    await talk.at(TUESDAY)
    message = delivered(talk, "ann")[-1]
    assert message.text == practice_in(message)


async def test_notification_is_discreet_unless_chosen_otherwise(talk: Talk) -> None:
    await first_nudge(talk)
    assert delivered(talk, "ann")[0].text == DISCREET


async def test_second_start_only_changes_the_rhythm(talk: Talk) -> None:
    await start(talk, "ann")
    ann = talk.person("ann")
    await ann.types("/trustcheck start")
    await ann.clicks("Once a week")
    await talk.settle()
    last = ann.reads().rpartition("Your first practice comes")[2]
    assert "Monday 30 November, 09:30" in last
    assert "notification on your phone" not in last


async def test_offer_says_the_persons_own_slot(talk: Talk) -> None:
    await set_member(talk, "ann", slot_minutes=900)
    ann = talk.person("ann")
    await ann.types("/trustcheck start")
    assert "practice at 15:00 your time" in ann.reads()


async def test_everything_reads_in_chinese(talk: Talk) -> None:
    await start(talk, "chen")
    await talk.at(datetime(2026, 11, 24, 1, 30, tzinfo=UTC))
    chen = talk.person("chen")
    await chen.clicks("明天再来")
    await talk.settle()
    assert "它会在 明天 09:30 再来。" in chen.reads()
    await talk.at(datetime(2026, 11, 25, 1, 30, tzinfo=UTC))
    await chen.clicks("做了")
    await talk.settle()
    assert "你做了这个小练习。" in chen.reads()


@pytest.mark.timely
async def test_every_answer_is_in_time_when_slack_is_slow(talk: Talk) -> None:
    await first_nudge(talk)
    ann = talk.person("ann")
    talk.sandbox.faults.latency_s = 2.5
    outcomes = [
        await ann.clicks("Why this?"),
        await ann.closes(),
        await ann.clicks("Pause…"),
        await ann.closes(),
        await ann.clicks("Tomorrow"),
    ]
    assert [one.error_shown for one in outcomes] == [None] * 5
    talk.sandbox.faults.latency_s = 0.0


async def test_home_offers_the_buttons_of_what_came_again(talk: Talk) -> None:
    await first_nudge(talk)
    ann = talk.person("ann")
    await ann.clicks("Tomorrow")
    await ann.types("/nudge")
    await talk.at(WEDNESDAY)
    again = practice_in(delivered(talk, "ann")[-1])
    await ann.opens_home()
    await talk.settle()
    assert " ".join(again.split())[:30] in " ".join(ann.reads_home().split())
    assert "[Did it]" in ann.reads_home()


async def test_what_came_again_is_not_one_of_the_two_others_a_day(talk: Talk) -> None:
    await first_nudge(talk)
    ann = talk.person("ann")
    await ann.clicks("Another")
    await talk.settle()
    await ann.clicks("Tomorrow")
    await talk.at(WEDNESDAY)
    for _ in range(2):
        await ann.clicks("Another")
        await talk.settle()
        assert "second other one today" not in ann.reads()
