"""The list, how the ended ones ended, and Home."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.rooms.commitments.rules import Ending
from tests.rooms.commitments.logged import ended_ones, open_ones, put_ended, put_open
from tests.talk import MONDAY_NOON, Talk

FRIDAY_3PM = datetime(2026, 11, 27, 15, tzinfo=UTC)


async def test_nothing_open_says_how_to_log_one(talk: Talk) -> None:
    ann = talk.person("ann")
    assert (await ann.types("/trustcheck promises")).ok
    assert "Nothing is open" in ann.reads_modal()


async def test_open_ones_stand_by_due_time_with_their_buttons(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit send the deck by Friday 3pm")
    await ann.types("/commit call the printer by tomorrow 3pm")
    await ann.types("/trustcheck promises")
    shown = ann.reads_modal()
    assert shown.index("call the printer") < shown.index("send the deck")
    assert "2 open promises" in shown
    assert "[Done]" in shown
    assert "They released me" in shown


async def test_others_promises_are_never_in_it(talk: Talk) -> None:
    await talk.person("ben").types("/commit send the deck by Friday 3pm")
    ann = talk.person("ann")
    await ann.types("/trustcheck promises")
    assert "Nothing is open" in ann.reads_modal()


async def test_two_hundred_promises_come_a_page_at_a_time(talk: Talk) -> None:
    ann = talk.person("ann")
    await put_open(talk, [f"promise number {n:03}" for n in range(200)], FRIDAY_3PM)
    assert (await ann.types("/trustcheck promises")).ok
    seen = ann.reads_modal()
    for _ in range(19):
        assert (await ann.clicks("Next")).ok
        seen += ann.reads_modal()
    assert "Page 20 of 20" in seen
    assert all(f"promise number {n:03}" in seen for n in range(200))
    assert (await ann.clicks("Back")).ok
    assert "Page 19 of 20" in ann.reads_modal()


async def test_two_hundred_due_at_once_come_as_one_message_with_the_way_to_the_rest(
    talk: Talk,
) -> None:
    ann = talk.person("ann")
    await put_open(talk, ["promise"] * 200, FRIDAY_3PM)
    await talk.at(FRIDAY_3PM + timedelta(hours=4))
    assert "[See 188 more]" in ann.reads()
    assert (await ann.clicks("See 188 more")).ok
    assert "200 open promises" in ann.reads_modal()


async def test_done_before_the_due_time_is_on_time(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit send the deck by Friday 3pm")
    await ann.types("/trustcheck promises")
    await ann.clicks("Done")
    await talk.settle()
    assert "Kept, on time" in ann.reads_modal()
    assert [one.ending for one in await ended_ones(talk)] == ["on_time"]
    await ann.clicks("All my promises")
    assert "Nothing is open" in ann.reads_modal()


async def test_they_released_me_ends_it_and_is_shown_as_such(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit send the deck by Friday 3pm")
    await ann.types("/trustcheck promises")
    await ann.clicks("They released me")
    await talk.settle()
    assert "They released you" in ann.reads_modal()
    assert [one.ending for one in await ended_ones(talk)] == ["released"]


@pytest.mark.parametrize(
    ("on_time", "told"), [(4, "From five on you'll read here"), (5, "5 ended: 5 on time")]
)
async def test_how_they_ended_is_told_from_five_on(talk: Talk, on_time: int, told: str) -> None:
    ann = talk.person("ann")
    await put_ended(talk, Ending.ON_TIME, on_time)
    await ann.types("/trustcheck promises")
    assert told in ann.reads_modal()
    assert "%" not in ann.reads_modal()


async def test_a_percentage_is_told_from_twenty_on(talk: Talk) -> None:
    ann = talk.person("ann")
    await put_ended(talk, Ending.ON_TIME, 15)
    await put_ended(talk, Ending.LATE, 4)
    await put_ended(talk, Ending.NO_WORD, 1)
    await ann.types("/trustcheck promises")
    assert "20 ended: 15 on time, 4 late, 1 no word" in ann.reads_modal()
    assert "75 % on time" in ann.reads_modal()


async def test_start_fresh_counts_from_now_on(talk: Talk) -> None:
    ann = talk.person("ann")
    await put_ended(talk, Ending.LATE, 6)
    await ann.types("/trustcheck promises")
    await ann.clicks("How they ended")
    assert (await ann.clicks("Start fresh")).ok
    assert "None has ended lately" in ann.reads_modal()


async def test_no_word_can_be_put_right_for_fourteen_days(talk: Talk) -> None:
    ann = talk.person("ann")
    await put_ended(talk, Ending.NO_WORD, 1)
    await ann.types("/trustcheck promises")
    await ann.clicks("How they ended")
    assert (await ann.clicks("It was late")).ok
    assert "Ended late" in ann.reads_modal()
    assert [one.ending for one in await ended_ones(talk)] == ["late"]


async def test_what_ended_longer_ago_can_no_longer_be_put_right(talk: Talk) -> None:
    ann = talk.person("ann")
    await put_ended(talk, Ending.NO_WORD, 1, days_ago=15)
    await ann.types("/trustcheck promises")
    await ann.clicks("How they ended")
    assert "Ended with no word" in ann.reads_modal()
    assert "It was late" not in ann.reads_modal()


async def test_home_shows_the_next_ones_and_answers_in_a_modal(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit send the deck by Friday 3pm")
    await ann.opens_home()
    await talk.settle()
    assert "One open promise" in ann.reads_home()
    assert "send the deck" in ann.reads_home()
    assert (await ann.clicks("Done")).ok
    await talk.settle()
    assert "Kept, on time" in ann.reads_modal()


async def test_the_check_tells_how_promises_ended_beside_reliability(talk: Talk) -> None:
    ann = talk.person("ann")
    await put_ended(talk, Ending.ON_TIME, 8)
    await put_ended(talk, Ending.LATE, 4)
    await ann.types("/trustcheck", channel="C0PROJ")
    await ann.submits({f"trustcheck.answer.{factor}": "4" for factor in "CRIS"})
    assert "Of 12 promises logged here, 8 were on time" in ann.reads_modal()


@pytest.mark.timely
async def test_every_page_is_in_time_when_slack_takes_two_and_a_half_seconds(talk: Talk) -> None:
    ann, ben, fay = (talk.person(name) for name in ("ann", "ben", "fay"))
    await put_open(talk, ["promise"] * 30, MONDAY_NOON + timedelta(days=3))
    await ann.types("/trustcheck promises")
    await ben.types("/commit send the deck by Friday 3pm")
    await ben.types("/trustcheck promises")
    talk.sandbox.faults.latency_s = 2.5
    typed, turned, pushed = await asyncio.gather(
        fay.types("/trustcheck promises"), ann.clicks("Next"), ben.clicks("At risk")
    )
    talk.sandbox.faults.latency_s = 0
    assert (typed.ok, turned.ok, pushed.ok) == (True, True, True)
    assert len(await open_ones(talk)) == 30
