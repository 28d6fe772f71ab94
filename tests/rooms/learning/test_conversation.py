"""`why`, `leader` and `pressure`, as people live them."""

from datetime import timedelta

from bot.slack.ids import MemberId
from tests.talk import MONDAY_NOON, Talk

ANN = MemberId("U0ANN")


async def leaders(talk: Talk) -> set[str]:
    offered = talk.bot.deps.leaders
    assert offered is not None
    async with talk.bot.deps.db.read() as session:
        return set(await offered(session, talk.workspace, [ANN, MemberId("U0BEN")]))


async def under_pressure(talk: Talk, days: int) -> set[str]:
    offered, at = talk.bot.deps.pressure, MONDAY_NOON + timedelta(days=days)
    assert offered is not None
    async with talk.bot.deps.db.read() as session:
        return set(await offered(session, talk.workspace, [ANN, MemberId("U0BEN")], at))


async def test_why_turns_pages_to_the_end_and_back(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck why", channel="C0PROJ")
    assert "T = (C + R + I) / S" in ann.reads_modal()
    await ann.clicks("Next")
    assert "Attention feels like care" in ann.reads_modal()
    await ann.clicks("Back")
    assert "Page 1 of 11" in ann.reads_modal()


async def test_why_opens_the_page_that_was_named(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck why 80/20", channel="C0PROJ")
    assert "four practices in five" in ann.reads_modal()
    await ann.chooses("learning.why.choose", "It's me, not you")
    assert "Kuala Lumpur" in ann.reads_modal()


async def test_leaders_track_is_offered_once_it_is_on(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck leader", channel="C0PROJ")
    await ann.clicks("Next")
    assert await leaders(talk) == set()
    await ann.clicks("Switch it on")
    assert "Page 2 of 4" in ann.reads_modal()
    assert await leaders(talk) == {"U0ANN"}
    await ann.clicks("Switch it off")
    assert await leaders(talk) == set()


async def test_pressure_lasts_a_fortnight_and_isnt_prolonged_by_asking_again(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck pressure", channel="C0PROJ")
    assert "Until Monday 7 December" in ann.reads("C0PROJ")
    await talk.at(MONDAY_NOON + timedelta(days=3))
    await ann.types("/trustcheck pressure", channel="C0PROJ")
    assert ann.reads("C0PROJ").count("Until Monday 7 December") == 2
    assert await under_pressure(talk, 13) == {"U0ANN"}
    assert await under_pressure(talk, 15) == set()


async def test_pressure_ends_at_once_when_stopped(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck pressure", channel="C0PROJ")
    await ann.clicks("Back to the usual")
    await talk.settle()
    assert "chosen as usual again" in ann.reads("C0PROJ")
    assert await under_pressure(talk, 1) == set()
