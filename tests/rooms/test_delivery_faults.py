"""What the clock sends, while Slack misbehaves: counted by the sandbox, not by the bot."""

from datetime import UTC, datetime

import pytest

from tests.rooms.nudges.living import start
from tests.talk import Talk

SLOT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@pytest.fixture
async def quick(quick: Talk) -> Talk:
    await start(quick, "ann")
    return quick


def nudges(talk: Talk) -> int:
    return sum(message.metadata is not None for message in talk.person("ann").sees())


async def test_one_message_arrives_when_all_is_well(quick: Talk) -> None:
    await quick.at(SLOT)
    assert nudges(quick) == 1


@pytest.mark.parametrize(
    "kind", ["5xx", "reset_before", "reset_after", "internal_error_after", "ratelimited"]
)
async def test_one_message_arrives_whatever_goes_wrong_once(quick: Talk, kind: str) -> None:
    quick.sandbox.faults.add(method="chat.postMessage", kind=kind, times=1)
    await quick.at(SLOT)
    assert nudges(quick) == 1


async def test_two_faults_in_a_row_still_mean_one_message(quick: Talk) -> None:
    quick.sandbox.faults.add(method="chat.postMessage", kind="reset_before", times=1)
    quick.sandbox.faults.add(method="chat.postMessage", kind="reset_after", times=1)
    await quick.at(SLOT)
    assert nudges(quick) == 1


async def test_a_deactivated_person_gets_nothing_and_stops_being_due(quick: Talk) -> None:
    ann = quick.person("ann")
    await ann.is_deactivated()
    await quick.settle()
    await quick.at(SLOT)
    assert nudges(quick) == 0
