"""Promises that come round: the next when the last ends, skipping one, the update's words."""

from datetime import UTC, datetime

from tests.rooms.commitments.logged import ended_ones, open_ones
from tests.talk import Talk

FRIDAYS = [datetime(2026, 11, 27, 15, tzinfo=UTC), datetime(2026, 12, 4, 15, tzinfo=UTC)]
WEEKLY = "/commit every Friday 3pm post the update in #proj"


async def test_a_cadence_is_said_back_in_words(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types(WEEKLY)
    shown = ann.reads()
    assert "every Friday" in shown
    assert "Friday 27 November, 15:00" in shown
    assert "post the update in #proj" in shown


async def test_every_other_week_until_a_date_is_said_so(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit every other Tuesday post the status until March")
    assert "every other Tuesday, until Sunday 28 February" in ann.reads()


async def test_the_next_one_begins_when_the_last_ended(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types(WEEKLY)
    await talk.at(FRIDAYS[0])
    await ann.clicks("Kept")
    await talk.settle()
    await ann.clicks("By today 15:00")
    await talk.settle()
    assert "The next one is due Friday 4 December, 15:00" in ann.reads()
    assert [one.due_at for one in await open_ones(talk)] == [FRIDAYS[1]]
    await talk.at(FRIDAYS[1])
    assert ann.sees()[-1].text == "A promise of yours is due"


async def test_silence_ends_one_instance_and_the_next_one_comes(talk: Talk) -> None:
    await talk.person("ann").types(WEEKLY)
    await talk.at(FRIDAYS[0])
    await talk.at(datetime(2026, 12, 2, 18, tzinfo=UTC))
    assert [one.ending for one in await ended_ones(talk)] == ["no_word"]
    assert [one.due_at for one in await open_ones(talk)] == [FRIDAYS[1]]


async def test_skipping_one_ahead_is_its_free_move(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types(WEEKLY)
    await ann.types("/trustcheck promises")
    await ann.clicks("Skip this one")
    await talk.settle()
    assert "now due Friday 4 December, 15:00" in ann.reads_modal()
    [promise] = await open_ones(talk)
    assert promise.due_at == FRIDAYS[1]
    assert promise.moved


async def test_release_ends_the_whole_cadence(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types(WEEKLY)
    await ann.types("/trustcheck promises")
    await ann.clicks("They released me")
    await talk.settle()
    assert await open_ones(talk) == []


async def test_the_drafter_puts_what_is_known_into_words_with_the_next_time(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types(WEEKLY)
    await talk.at(FRIDAYS[0])
    assert (await ann.clicks("Write the update")).ok
    await ann.submits({"What is known": "Two chapters are checked."})
    shown = ann.reads_modal()
    assert "Known: Two chapters are checked." in shown
    assert "Not known yet: [fill in]" in shown
    assert "Next update: Friday 4 December, 15:00" in shown


async def test_nothing_new_is_one_tap_with_other_ways_to_say_it(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types(WEEKLY)
    await talk.at(FRIDAYS[0])
    assert (await ann.clicks("Nothing new")).ok
    assert "nothing new since last time" in ann.reads_modal()
    assert (await ann.chooses("commitments.update.choose", "Waiting for someone")).ok
    assert "I'm waiting for" in ann.reads_modal()
