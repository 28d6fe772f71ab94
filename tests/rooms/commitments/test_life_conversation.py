"""A promise after it was logged: asked about, answered, owned up, moved."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.members import store as members
from bot.slack.ids import MemberId
from tests.rooms.commitments.logged import ended_ones, open_ones
from tests.talk import Talk

FRIDAY_3PM = datetime(2026, 11, 27, 15, tzinfo=UTC)
DECK = "/commit send the deck by Friday 3pm"
SPEC = "/commit review the spec tomorrow"
TUESDAY, WEDNESDAY = (datetime(2026, 11, day, 9, 30, tzinfo=UTC) for day in (24, 25))


def messages(talk: Talk, name: str = "ann") -> list[str]:
    """The notifications of what the clock sent."""
    return [one.text for one in talk.person(name).sees() if one.metadata]


async def test_the_question_comes_at_the_due_time_once_and_discreetly(talk: Talk) -> None:
    await talk.person("ann").types(DECK)
    await talk.at(FRIDAY_3PM - timedelta(minutes=1))
    before = len(messages(talk))
    await talk.at(FRIDAY_3PM)
    await talk.at(FRIDAY_3PM + timedelta(minutes=5))
    assert messages(talk)[before:] == ["A promise of yours is due"]
    assert "send the deck" in talk.person("ann").reads()


async def test_kept_asks_by_then_or_later_and_takes_their_word(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types(DECK)
    await talk.at(FRIDAY_3PM)
    await ann.clicks("Kept")
    await talk.settle()
    await ann.clicks("By today 15:00")
    await talk.settle()
    assert "Kept, on time" in ann.reads()
    assert [one.ending for one in await ended_ones(talk)] == ["on_time"]


async def test_kept_later_is_late(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types(DECK)
    await talk.at(FRIDAY_3PM)
    await ann.clicks("Kept")
    await talk.settle()
    await ann.clicks("Later")
    await talk.settle()
    assert [one.ending for one in await ended_ones(talk)] == ["late"]


async def test_two_clicks_at_once_end_a_promise_once(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit every Friday 3pm post the update")
    await talk.at(FRIDAY_3PM)
    await ann.clicks("Kept")
    await talk.settle()
    await asyncio.gather(ann.clicks("By today 15:00"), ann.clicks("By today 15:00"))
    await talk.settle()
    assert len(await ended_ones(talk)) == 1
    assert len(await open_ones(talk)) == 1


async def test_questions_of_the_same_hour_come_as_one_list(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types(DECK)
    await ann.types("/commit call the printer by Friday 3:20pm")
    before = len(messages(talk))
    for minutes in (0, 10, 20, 30):
        await talk.at(FRIDAY_3PM + timedelta(minutes=minutes))
    assert messages(talk)[before:].count("Some promises of yours are due") == 1
    assert len(messages(talk)) == before + 1 + 1  # what waited for Friday's slot came before


async def test_a_question_after_an_outage_is_sent_late_and_says_so(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types(DECK)
    await talk.at(FRIDAY_3PM + timedelta(days=2))
    assert "The question comes late" in ann.reads()


async def test_a_promise_due_at_the_end_of_a_day_is_asked_about_next_morning(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types(SPEC)
    await talk.at(TUESDAY + timedelta(hours=9))
    assert "A promise was due" not in ann.reads()
    await talk.at(WEDNESDAY)
    assert "A promise was due" in ann.reads()
    assert messages(talk)[-1] == "A few small things for today"


async def test_what_rode_yesterday_is_not_asked_again(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types(SPEC)
    for day in range(3):
        await talk.at(WEDNESDAY + timedelta(days=day))
    assert ann.reads().count("A promise was due") == 1


async def test_the_question_rides_in_the_nudge_and_both_stay_when_answered(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck start")
    await ann.clicks("Every working day")
    await ann.types(SPEC)
    await talk.at(WEDNESDAY)
    assert messages(talk)[-1] == "A small practice for today"
    await ann.clicks("Kept")
    await talk.settle()
    shown = ann.sees()[-1]
    buttons = [
        e["text"]["text"]
        for b in shown.blocks
        for e in b.get("elements", ())
        if "text" in e and isinstance(e["text"], dict)
    ]
    assert "Did it" in buttons
    assert "Later" in buttons


async def test_the_check_ahead_comes_the_day_before_and_on_track_is_noted(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types(DECK)
    await talk.at(WEDNESDAY + timedelta(days=1))
    assert "Coming up soon" in ann.reads()
    await ann.clicks("On track")
    await talk.settle()
    [promise] = await open_ones(talk)
    assert promise.at_risk is False
    assert "On track." in ann.reads()


async def test_at_risk_leads_to_owning_up_and_the_new_time_becomes_the_promise(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit @ben send the deck by Friday 3pm")
    await talk.at(WEDNESDAY + timedelta(days=1))
    outcome = await ann.clicks("At risk")
    assert outcome.ok
    assert "Say it early" in ann.reads_modal()
    await ann.submits({"Which day instead?": "2026-12-01", "What time?": "12:00"})
    shown = ann.reads_modal()
    assert "send the deck" in shown
    assert "Tuesday 1 December, 12:00" in shown
    assert "[Open the chat]" in shown
    await ann.submits()
    [promise] = await open_ones(talk)
    assert promise.due_at == datetime(2026, 12, 1, 12, tzinfo=UTC)
    assert promise.moved
    assert promise.said_early


async def test_not_yet_leads_to_owning_up_and_without_a_day_it_ends(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types(DECK)
    await talk.at(FRIDAY_3PM)
    assert (await ann.clicks("Not yet")).ok
    await ann.submits()
    assert [one.ending for one in await ended_ones(talk)] == ["owned_up"]
    assert await open_ones(talk) == []


async def test_moving_without_notice_ends_the_old_and_starts_a_new_one(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types(DECK)
    await talk.at(FRIDAY_3PM)
    await ann.clicks("Moved")
    assert "Without enough notice" in ann.reads_modal()
    await ann.submits({"Which day instead?": "2026-11-30"})
    assert [one.ending for one in await ended_ones(talk)] == ["owned_up"]
    [promise] = await open_ones(talk)
    assert promise.due_at == datetime(2026, 11, 30, 17, tzinfo=UTC)
    await talk.at(datetime(2026, 12, 1, 9, 30, tzinfo=UTC))
    assert "A promise was due" in ann.reads()


async def test_three_working_days_of_silence_are_no_word(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit send the deck by tomorrow 3pm")
    due = datetime(2026, 11, 24, 15, tzinfo=UTC)
    await talk.at(due)
    await talk.at(datetime(2026, 11, 27, 16, 59, tzinfo=UTC))
    assert await ended_ones(talk) == []
    await talk.at(datetime(2026, 11, 27, 17, tzinfo=UTC))
    assert [one.ending for one in await ended_ones(talk)] == ["no_word"]


async def test_a_vacation_stops_the_clock_of_silence(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit send the deck by tomorrow 3pm")
    await talk.at(datetime(2026, 11, 24, 15, tzinfo=UTC))
    await ann.sets_status("On vacation", ":palm_tree:")
    for day in (25, 26, 27):
        await talk.at(datetime(2026, 11, day, 18, tzinfo=UTC))
    await ann.sets_status("", "")
    await talk.at(datetime(2026, 12, 1, 18, tzinfo=UTC))
    assert await ended_ones(talk) == []
    await talk.at(datetime(2026, 12, 2, 17, tzinfo=UTC))
    assert [one.ending for one in await ended_ones(talk)] == ["no_word"]


async def test_a_public_holiday_stops_the_clock_and_puts_off_the_question_about_a_day(
    talk: Talk,
) -> None:
    """Thursday 26 November is Thanksgiving: it doesn't count, and nothing rides in its slot."""
    ann = talk.person("ann")
    async with talk.bot.deps.db.write() as session:
        (await members.ensure_member(session, talk.workspace, MemberId("U0ANN"))).country = "US"
    await ann.types("/commit call the printer by tomorrow 3pm")
    await ann.types("/commit send the deck by Wednesday")
    await talk.at(datetime(2026, 11, 24, 15, tzinfo=UTC))
    await talk.at(WEDNESDAY + timedelta(days=1, hours=3))
    assert "A promise was due" not in ann.reads()
    await talk.at(WEDNESDAY + timedelta(days=2))
    assert "A promise was due" in ann.reads()
    await talk.at(datetime(2026, 11, 27, 17, tzinfo=UTC))
    assert await ended_ones(talk) == []
    await talk.at(datetime(2026, 11, 30, 17, tzinfo=UTC))
    assert [one.text for one in await ended_ones(talk)] == ["call the printer"]


async def test_a_vacation_puts_off_the_question_about_a_day_but_not_that_of_an_hour(
    talk: Talk,
) -> None:
    ann = talk.person("ann")
    await ann.types(SPEC)
    await ann.types("/commit call the printer by Wednesday 3pm")
    await ann.sets_status("On vacation", ":palm_tree:")
    await talk.at(WEDNESDAY)
    assert messages(talk) == []
    await talk.at(WEDNESDAY + timedelta(hours=6))
    assert messages(talk) == ["A promise of yours is due"]
    await ann.sets_status("", "")
    await talk.at(WEDNESDAY + timedelta(days=1))
    assert "A promise was due" in ann.reads()


async def test_a_pause_stops_the_clock_but_not_the_question(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit send the deck by tomorrow 3pm")
    await ann.types("/trustcheck pause 1 week")
    await talk.at(datetime(2026, 11, 24, 15, tzinfo=UTC))
    assert messages(talk)[-1] == "A promise of yours is due"
    await talk.at(datetime(2026, 11, 30, 18, tzinfo=UTC))
    assert await ended_ones(talk) == []


async def test_an_old_question_changes_nothing(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types(DECK)
    await talk.at(FRIDAY_3PM)
    await ann.clicks("Kept")
    await talk.settle()
    question = ann.sees()[-1]
    await ann.clicks("By today 15:00", message=question)
    await ann.clicks("Later", message=question)
    await talk.settle()
    assert "has ended already" in ann.reads()
    assert [one.ending for one in await ended_ones(talk)] == ["on_time"]
