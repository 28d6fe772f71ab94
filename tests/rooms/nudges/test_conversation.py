"""Nudges, as people live them."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import pytest

from bot.deps import Deps
from bot.errors import UserError
from bot.members.reader import Reader
from bot.rooms.nudges import usecases
from bot.slack.ids import MemberId
from tests.rooms.nudges.living import DISCREET, delivered, nudge_row, set_member, start
from tests.talk import Talk

TUESDAY_LONDON_0930 = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def nudges_of(talk: Talk, name: str) -> list[str]:
    return [message.text for message in delivered(talk, name) if message.text == DISCREET]


@pytest.mark.parametrize("slot", [None, TUESDAY_LONDON_0930])
async def test_nothing_comes_before_start_was_pressed(talk: Talk, slot: datetime | None) -> None:
    """Also where their slot comes round for another reason, as a promise."""
    await set_member(talk, "ann", next_slot_at=slot)
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


@pytest.mark.parametrize(
    "press",
    [
        lambda deps, who, nudge: usecases.react(deps, who, nudge, "done"),
        usecases.put_off,
        usecases.show_another,
        usecases.suggest_someone,
        usecases.look_at,
    ],
)
async def test_somebody_elses_nudge_is_answered_kindly_and_stays_as_it_is(
    talk: Talk, press: Callable[[Deps, Reader, str], Awaitable[object]]
) -> None:
    deps = talk.bot.deps
    ann = await deps.people.reader(talk.workspace, MemberId("U0ANN"))
    ben = await deps.people.reader(talk.workspace, MemberId("U0BEN"))
    nudge = (await usecases.show_now(deps, ann)).nudge
    with pytest.raises(UserError, match="nudges-gone"):
        await press(deps, ben, nudge.nudge_id)
    kept = await nudge_row(talk, nudge.nudge_id)
    assert kept is not None
    assert (kept.reaction, kept.teammate_id) == (None, None)


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
