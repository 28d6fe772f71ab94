"""Somebody lives here among others for a fortnight, then has themselves forgotten."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from bot.content import Words
from bot.members.tables import Member
from bot.rooms.commitments.tables import Commitment
from tests.rooms.privacy.test_forget import everything, forget, raw_bytes
from tests.rooms.pulse.polling import POLL_DAY, TOLD, set_up, votes
from tests.talk import PROJ, TEAM, Talk

WHO = "U0ANN"
ANNS_SLOT = datetime(2026, 11, 24, 9, 31, tzinfo=UTC)
LAST_SLOT = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 27, 22, 0, tzinfo=UTC)
OWN = "needle in a haystack"


@pytest.fixture
def talk(spoken: Talk) -> Talk:
    return spoken


def words_of(talk: Talk) -> Words:
    locale = talk.sandbox.world.teams[TEAM].members[WHO].locale
    return talk.bot.deps.content.words(str(locale))


async def live(talk: Talk) -> None:
    """Have Ann and the others do what people do here, until every message has arrived."""
    ann, ben, fay = (talk.person(name) for name in ("ann", "ben", "fay"))
    for person in (ann, ben, fay):
        await person.types("/trustcheck start")
        await person.clicks("nudges.habit.start.daily")
        await person.opens_home()
        await person.types("/trustcheck settings")
        await person.submits({"preferences.extras.choose": ["suggested", "recap"]})
        await person.closes()
    await ann.types(f"/commit send the {OWN} by Fri 3pm")
    await ben.types("/commit send @ann the deck by Fri 3pm", channel=PROJ)
    await fay.types("/commit call @ann by Thursday", channel=PROJ)
    await ann.types("/trustcheck ask @ben", channel=PROJ)
    await ann.submits()
    await ann.closes()
    await ben.types("/trustcheck ask @ann", channel=PROJ)
    await ben.submits()
    await ben.closes()
    await fay.types("/trustcheck settings")
    await fay.submits({"preferences.never.choose": [WHO, "U0BEN"]})
    await fay.closes()
    await ann.types("/trustcheck kickoff", channel=PROJ)
    await ann.submits({"kickoff.bring.write": OWN})
    while ann.modal is not None:
        await ann.closes()
    assert (await set_up(talk)).ok
    await talk.at(ANNS_SLOT)
    await ann.clicks("asks.answer.open")
    await ann.submits({"asks.most.choose": "R", "asks.more.choose": "I", "asks.change.write": OWN})
    while ann.modal is not None:
        await ann.closes()
    await talk.at(LAST_SLOT)
    await talk.at(FRIDAY)
    await talk.at(POLL_DAY)
    for name in ("ann", "ben", "chen", "deepa", "eli", "fay"):
        await votes(talk, name)
        while talk.person(name).modal is not None:
            await talk.person(name).closes()
    await talk.at(TOLD)


async def test_nothing_anywhere_names_them_and_others_keep_what_is_theirs(
    talk: Talk, sqlite_url: str
) -> None:
    await live(talk)
    assert WHO in await everything(talk)
    await forget(talk)
    left = [line for line in (await everything(talk)).splitlines() if WHO in line or OWN in line]
    assert left == []
    assert WHO.encode() not in raw_bytes(sqlite_url)
    async with talk.bot.deps.db.read() as session:
        kept = {one.member_id: one.to_id for one in await session.scalars(select(Commitment))}
        people = set(await session.scalars(select(Member.member_id)))
    assert kept == {"U0BEN": "gone", "U0FAY": "gone"}
    assert people >= {"U0BEN", "U0CHEN", "U0DEEPA", "U0ELI", "U0FAY"}
    ben = talk.person("ben")
    await ben.types("/trustcheck promises")
    shown = str(ben.modal)
    await ben.clicks("commitments.ended.turn")
    shown += str(ben.modal)
    assert words_of(talk)("members-someone-gone") in shown
    assert WHO not in shown
    await ben.closes()
    await hear_nothing_of_them(talk)


async def hear_nothing_of_them(talk: Talk) -> None:
    """Let a week and a poll go by; what the others are sent names nobody who is gone."""
    seen = {name: len(talk.person(name).sees()) for name in ("ann", "ben", "fay")}
    for day in range(1, 6):
        await talk.at(TOLD + timedelta(days=day))
    assert len(talk.person("ann").sees()) == seen["ann"]
    for name in ("ben", "fay"):
        later = talk.person(name).sees()[seen[name] :]
        assert later != []
        assert WHO not in str([one.blocks for one in later])
    assert WHO not in await everything(talk)
