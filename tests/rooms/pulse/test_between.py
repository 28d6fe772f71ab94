"""What changes between a poll's planning for somebody's slot and its sending."""

from datetime import timedelta
from typing import Any

import pytest

from bot.deps import Composed, Due, Skip
from bot.rooms.pulse.clock import compose_polls
from bot.rooms.pulse.occasions import POLL
from tests.rooms.nudges.living import set_member
from tests.rooms.pulse.polling import SLOTS, set_up
from tests.talk import Talk

SOON = SLOTS["ben"] - timedelta(minutes=10)  # the poll is open to those in the east


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"paused_until": SOON + timedelta(days=1)}, "paused"),
        ({"on_vacation": True}, "off"),
        ({"country": "PT"}, "off"),  # the day their independence was restored
        ({"is_deactivated": True}, "gone"),
        ({"is_full": False}, "gone"),
        ({}, None),
    ],
)
async def test_what_counts_is_how_they_stand_when_it_is_sent(
    talk: Talk, changes: dict[str, Any], reason: str | None
) -> None:
    await set_up(talk)
    await talk.at(SOON)
    await set_member(talk, "ben", **changes)
    on = SLOTS["ben"].date().isoformat()
    due = Due("d1", talk.workspace, POLL, "U0BEN", on, "U0BEN", SLOTS["ben"])
    async with talk.bot.deps.db.write() as session:
        decided = (await compose_polls(talk.bot.deps, session, [due], SOON))["d1"]
    assert isinstance(decided, Composed) if reason is None else decided == Skip(reason)
