"""A poll doesn't come at night, whatever kept it from coming by day."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery import store
from bot.rooms.pulse.occasions import POLL
from tests.rooms.nudges.living import set_member
from tests.rooms.pulse.polling import ANSWER, CLOSED, SLOTS, has_poll, set_up
from tests.rooms.test_sent_again import fails_once, moved
from tests.talk import TEAM, Talk

NIGHT = datetime(2026, 12, 1, 23, 0, tzinfo=UTC)  # in London; three in the afternoon with Ben
SLOT, DAY = SLOTS["ann"], timedelta(days=1)
IN_NEW_YORK = datetime(2026, 12, 1, 14, 30, tzinfo=UTC)


@pytest.fixture
async def team(spoken: Talk) -> Talk:
    await set_up(spoken)
    spoken.awake_at = []  # the bot is away between one moment and the next
    return spoken


def polls(talk: Talk, name: str) -> int:
    return sum(ANSWER in str(message.blocks) for message in talk.person(name).sees())


async def test_poll_comes_with_the_next_slot_when_the_bot_was_away_until_the_night(
    team: Talk,
) -> None:
    await team.at(NIGHT)
    assert (polls(team, "ann"), polls(team, "ben")) == (0, 1)
    await team.at(NIGHT + timedelta(hours=9))  # eight o'clock, but no slot yet
    assert polls(team, "ann") == 0
    await team.at(SLOT + DAY)
    assert polls(team, "ann") == 1
    await team.at(SLOT + 2 * DAY)
    assert (polls(team, "ann"), polls(team, "ben")) == (1, 1)


async def test_poll_comes_at_an_hour_outside_the_day_when_that_was_chosen(team: Talk) -> None:
    await set_member(team, "ann", slot_minutes=22 * 60)
    await team.at(NIGHT)
    assert polls(team, "ann") == 1


async def test_poll_waits_for_the_slot_there_when_its_person_moved_meanwhile(team: Talk) -> None:
    await team.person("ann").moves_to("America/New_York")
    await team.settle()
    await set_member(team, "ann", next_slot_at=IN_NEW_YORK)
    row = store.new_row(TEAM, POLL, "U0ANN", "2026-12-01", target="U0ANN", due_at=SLOT)
    async with team.bot.deps.db.write() as session:
        await store.plan(session, [row])
    await team.at(SLOT)
    assert not has_poll(team.person("ann"))
    await team.at(IN_NEW_YORK)
    assert polls(team, "ann") == 1


async def test_poll_whose_sending_failed_until_the_night_comes_in_the_morning(team: Talk) -> None:
    await set_member(team, "ann", next_slot_at=SLOT)
    await moved(team, SLOT, fails_once(team, "U0ANN"))
    await team.at(NIGHT)
    assert polls(team, "ann") == 0
    await team.at(SLOT + DAY)
    assert polls(team, "ann") == 1


async def test_poll_that_would_come_at_night_alone_is_let_go_when_it_closes(team: Talk) -> None:
    await set_member(team, "ann", days="1")  # Tuesdays alone: there is no other slot in time
    await team.at(NIGHT)
    await team.at(CLOSED)
    assert polls(team, "ann") == 0
