"""Guests: nothing here is for them, but to see to what is kept about themselves."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlmodel import select

from bot.content import Content
from bot.members.tables import Member
from bot.rooms.commitments.tables import Commitment
from bot.sandbox.people import Person
from tests.conftest import TEST_KEY
from tests.talk import TEAM, Talk

FRIDAY_EVENING = datetime(2026, 11, 27, 20, 0, tzinfo=UTC)
REFUSED = ("start", "settings", "full", "why", "ask @ben", "pulse", "help", "nonsense")


def guest(talk: Talk, name: str, locale: str, **what: Any) -> Person:
    user_id = f"U0{name.upper()}"
    team = talk.sandbox.world.teams[TEAM]
    team.add_member(user_id, name, locale=locale, **(what or {"is_restricted": True}))
    return talk.sandbox.person(user_id)


async def rows(talk: Talk, table: type[Any]) -> list[Any]:
    async with talk.bot.deps.db.read() as session:
        return list(await session.scalars(select(table)))


@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
async def test_a_guest_reads_that_there_is_nothing_for_them(
    sqlite_url: str, content: Content, locale: str
) -> None:
    async with Talk.open(sqlite_url, content, key=TEST_KEY) as talk:
        gus, words = guest(talk, "gus", locale), content.words(content.negotiate(locale))
        await gus.opens_home()
        await talk.settle()
        assert words("house-guest") in str(gus.home)
        for word in REFUSED:
            seen = len(gus.sees())
            await gus.types(f"/trustcheck {word}")
            assert [one.text for one in gus.sees()[seen:]] == [words("house-guest")], word
            assert gus.modal is None, word
        await gus.types("hello")
        await gus.types("/commit send the deck by Fri 3pm")
        await gus.uses_shortcut("trustcheck.quick.start")
        await talk.settle()
        assert {one.text for one in gus.sees() if one.blocks} == {words("house-guest")}
        assert await rows(talk, Commitment) == []


async def test_a_guest_nobody_knew_logs_and_starts_nothing(talk: Talk) -> None:
    gus, may = guest(talk, "gus", "en-GB"), guest(talk, "may", "en-GB", is_stranger=True)
    await gus.types("/commit send the deck by Fri 3pm")
    team = talk.sandbox.world.teams[TEAM]
    team.add_channel("C0NEW", "new", members=["U0ANN", "U0MAY"])
    await talk.person("ann").invites_bot("C0NEW")
    await talk.settle()
    await may.clicks("nudges.habit.start.daily")
    await talk.settle()
    assert await rows(talk, Commitment) == []
    assert [one.member_id for one in await rows(talk, Member) if one.started_at] == []
    assert "for the members of this workspace" in gus.reads()


async def test_what_always_works_works_for_a_guest(talk: Talk) -> None:
    gus = guest(talk, "gus", "en-GB")
    await gus.opens_home()
    await talk.settle()
    await gus.types("/trustcheck pause 2 weeks")
    await gus.clicks("Resume now")
    await gus.types("/trustcheck export")
    await talk.settle()
    assert talk.sandbox.world.teams[TEAM].files != {}
    await gus.types("/trustcheck privacy")
    await gus.clicks("Forget me")
    await gus.submits()
    await talk.settle()
    assert "U0GUS" not in str(await rows(talk, Member))
    assert talk.sandbox.world.teams[TEAM].files == {}


async def test_who_becomes_a_guest_hears_nothing_more_and_finds_all_when_back(talk: Talk) -> None:
    ann, team = talk.person("ann"), talk.sandbox.world.teams[TEAM]
    await ann.types("/trustcheck start")
    await ann.clicks("nudges.habit.start.daily")
    await ann.types("/commit send the deck by Fri 3pm")
    await ann.types("/commit call Mia by Friday")
    await talk.settle()
    team.members["U0ANN"].is_restricted = True
    await ann.moves_to("Europe/Paris")  # Slack tells of a change, and with it of the account
    await talk.settle()
    seen = len(ann.sees())
    await talk.at(FRIDAY_EVENING)
    await talk.at(FRIDAY_EVENING.replace(day=30))
    assert [one.text for one in ann.sees()[seen:]] == []
    team.members["U0ANN"].is_restricted = False
    await ann.moves_to("Europe/London")
    await talk.settle()
    await ann.types("/trustcheck promises")
    assert "call Mia" in ann.reads_modal()
