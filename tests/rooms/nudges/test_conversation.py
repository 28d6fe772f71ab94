"""Nudges, as people live them."""

from datetime import UTC, datetime

from tests.talk import Talk

TUESDAY_LONDON_0930 = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


async def start(talk: Talk, name: str) -> None:
    person = talk.person(name)
    await person.types("/trustcheck start")
    await person.clicks("Every working day")
    await talk.settle()


def nudges_of(talk: Talk, name: str) -> list[str]:
    return [
        message.text
        for message in talk.person(name).sees()
        if message.metadata and message.text == "A small practice for today"
    ]


async def test_nothing_comes_before_start_was_pressed(talk: Talk) -> None:
    await talk.at(TUESDAY_LONDON_0930)
    assert nudges_of(talk, "ann") == []


async def test_start_says_when_the_first_one_comes(talk: Talk) -> None:
    await start(talk, "ann")
    assert "tomorrow 09:30" in talk.person("ann").reads()


async def test_nudge_comes_at_the_local_slot_and_once(talk: Talk) -> None:
    await start(talk, "ann")
    await start(talk, "ben")
    await talk.at(TUESDAY_LONDON_0930)
    await talk.at(TUESDAY_LONDON_0930.replace(hour=10))
    assert len(nudges_of(talk, "ann")) == 1
    assert nudges_of(talk, "ben") == []
    await talk.at(datetime(2026, 11, 24, 17, 30, tzinfo=UTC))
    assert len(nudges_of(talk, "ben")) == 1


async def test_did_it_takes_the_place_of_the_buttons(talk: Talk) -> None:
    await start(talk, "ann")
    await talk.at(TUESDAY_LONDON_0930)
    ann = talk.person("ann")
    await ann.clicks("Did it")
    await talk.settle()
    assert "You did it." in ann.reads()
    assert "[Did it]" not in ann.reads()


async def test_another_comes_twice_a_day_at_most(talk: Talk) -> None:
    await start(talk, "ann")
    await talk.at(TUESDAY_LONDON_0930)
    ann = talk.person("ann")
    for _ in range(3):
        await ann.clicks("Another")
        await talk.settle()
    assert "second other one today" in ann.reads()


async def test_somebody_elses_card_answers_kindly_and_changes_nothing(talk: Talk) -> None:
    ann, ben = talk.person("ann"), talk.person("ben")
    await ann.types("/nudge", channel="C0PROJ")
    await talk.settle()
    async with talk.bot.deps.db.read() as session:
        from bot.rooms.nudges import store

        nudge = await store.newest(session, talk.workspace, "U0ANN")  # type: ignore[arg-type]
    assert nudge is not None
    from bot.errors import UserError
    from bot.rooms.nudges.usecases import react

    who = await talk.bot.deps.people.reader(talk.workspace, ben.user_id)  # type: ignore[arg-type]
    try:
        await react(talk.bot.deps, who, nudge.nudge_id, "done")
    except UserError as error:
        assert error.message_id == "nudges-gone"
    else:
        raise AssertionError("another's nudge was answered")


async def test_pause_keeps_nudges_away_until_resume(talk: Talk) -> None:
    await start(talk, "ann")
    ann = talk.person("ann")
    await ann.types("/trustcheck pause 2 weeks")
    await talk.at(TUESDAY_LONDON_0930)
    assert nudges_of(talk, "ann") == []
    await ann.types("/trustcheck resume")
    await talk.at(datetime(2026, 11, 25, 9, 30, tzinfo=UTC))
    assert len(nudges_of(talk, "ann")) == 1


async def test_a_nudge_past_its_working_day_is_skipped_not_flushed(talk: Talk) -> None:
    await start(talk, "ann")
    await talk.at(datetime(2026, 11, 27, 20, 0, tzinfo=UTC))
    assert nudges_of(talk, "ann") == []
