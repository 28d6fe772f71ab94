"""What stands open when admins switch it off: asks and kickoffs end, polls go on as promised."""

import pytest
from sqlmodel import select

from bot.content import Words
from bot.rooms.asks import views as asks
from bot.rooms.asks.tables import Ask
from bot.rooms.kickoff import views as kickoff
from bot.rooms.kickoff.tables import KickoffEntry
from bot.rooms.pulse.tables import PollComment, PollTally
from tests.rooms.admin.test_both_languages import COMMENTS, save, words_of
from tests.rooms.asks.test_conversation import ANNS_SLOT, BENS_SLOT, ask
from tests.rooms.nudges.living import another_device
from tests.rooms.pulse.polling import POLL_DAY, comments, set_up, votes
from tests.talk import PROJ, Talk

ANSWER = {asks.MOST: "R", asks.MORE: "I", asks.CHANGE: "listen longer"}
EVERYTHING: list[str] = []


@pytest.fixture
def talk(spoken: Talk) -> Talk:
    return spoken


async def ask_of(talk: Talk) -> Ask:
    async with talk.bot.deps.db.read() as session:
        (row,) = await session.scalars(select(Ask))
    return row


def off(words: Words) -> str:
    return words("admin-is-off")


async def test_an_ask_that_was_shown_is_not_answered_while_asks_are_off(talk: Talk) -> None:
    words = words_of(talk)
    await ask(talk, "ben", "fay")
    await talk.at(ANNS_SLOT)  # fay lives in London, too
    await save(talk, features=["comments", "instant", "kickoff"])
    fay = talk.person("fay")
    await fay.clicks(asks.ANSWER)
    await talk.settle()
    assert fay.modal is None
    assert fay.sees()[-1].text == off(words)
    assert (await ask_of(talk)).state == "open"
    await fay.clicks(asks.DECLINE)
    await talk.settle()
    assert (await ask_of(talk)).state == "declined"


async def test_an_answer_being_written_is_not_sent_while_asks_are_off(talk: Talk) -> None:
    words, fay = words_of(talk), talk.person("fay")
    await ask(talk, "ben", "fay")
    await talk.at(ANNS_SLOT)
    await fay.clicks(asks.ANSWER)
    look_there = another_device(talk, "fay")
    await save(talk, features=EVERYTHING)
    await fay.submits(ANSWER)
    assert off(words) in str(fay.modal)
    await fay.closes()
    row = await ask_of(talk)
    assert (row.state, row.answer) == ("open", None)
    await save(talk, features=["asks"])
    look_there()
    await fay.submits(ANSWER)
    assert (await ask_of(talk)).state == "answered"


async def test_an_answer_given_before_arrives_and_is_read(talk: Talk) -> None:
    """It was given to the asker; only asking and answering are off."""
    words, fay, ben = words_of(talk), talk.person("fay"), talk.person("ben")
    await ask(talk, "ben", "fay")
    await talk.at(ANNS_SLOT)
    await fay.clicks(asks.ANSWER)
    await fay.submits(ANSWER)
    await save(talk, features=EVERYTHING)
    await talk.at(BENS_SLOT)
    await ben.clicks(words("asks-read"))
    assert "listen longer" in str(ben.modal)


async def test_an_ask_not_yet_shown_waits_unshown(talk: Talk) -> None:
    await ask(talk, "ben", "fay")
    await save(talk, features=EVERYTHING)
    await talk.at(ANNS_SLOT)
    assert asks.ANSWER not in str([one.blocks for one in talk.person("fay").sees()])


async def test_a_kickoff_takes_nothing_more_and_gives_back_what_was_told(talk: Talk) -> None:
    words, ann, fay = words_of(talk), talk.person("ann"), talk.person("fay")
    for person in (ann, fay):
        await person.types("/trustcheck kickoff", channel=PROJ)
        await person.submits({"kickoff.bring.write": f"cake of {person.name}"})
    await fay.submits()
    await fay.closes()
    await talk.settle()
    look_there = another_device(talk, "ann")
    await ann.closes()
    await save(talk, features=EVERYTHING)
    look_there()
    await ann.submits()  # what she had looked at isn't posted
    assert words("kickoff-refused-off") in str(ann.modal)
    await ann.closes()
    for button in (kickoff.ADD, kickoff.READ):
        if button in str([one.blocks for one in ann.sees(PROJ)]):
            await ann.clicks(button)
            await talk.settle()
            assert ann.modal is None
            assert words("kickoff-refused-off") in ann.sees(PROJ)[-1].text
    assert "cake of ann" not in str([one.blocks for one in fay.sees(PROJ)])
    await fay.types("/trustcheck kickoff", channel=PROJ)
    await fay.clicks(words("kickoff-delete"))
    await talk.settle()
    async with talk.bot.deps.db.read() as session:
        assert [one.member_id for one in await session.scalars(select(KickoffEntry))] == []


async def test_an_open_poll_takes_the_comments_it_promised(talk: Talk) -> None:
    assert (await set_up(talk, **COMMENTS)).ok
    await talk.at(POLL_DAY)
    await save(talk, features=EVERYTHING)
    assert (await comments(talk, "ben", "more quiet hours")).ok
    async with talk.bot.deps.db.read() as session:
        assert len(list(await session.scalars(select(PollComment)))) == 1


async def test_an_open_instant_pulse_goes_on(talk: Talk) -> None:
    ann, words = talk.person("ann"), words_of(talk)
    await ann.types("/trustcheck team", channel=PROJ)
    while ann.modal is not None:
        await ann.submits()
        if ann.modal is not None:
            await ann.closes()
    await talk.settle()
    await save(talk, features=EVERYTHING)
    assert (await votes(talk, "ben")).ok
    async with talk.bot.deps.db.read() as session:
        assert sum(one.count for one in await session.scalars(select(PollTally))) == 5
    await ann.types("/trustcheck team", channel=PROJ)
    assert words("pulse-refused-instant-off") in ann.sees(PROJ)[-1].text
