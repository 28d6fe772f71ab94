"""An export that fails to the end: whoever waits for it is told, and nothing of it stays."""

import re
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import col, select, update
from structlog.testing import capture_logs

from bot.errands import store as errands
from bot.errands.rules import MAX_ATTEMPTS
from bot.errands.tables import ErrandRow
from bot.rooms.privacy.usecases import EXPORT
from bot.slack.blocks import Message
from bot.slack.ids import MemberId
from tests.talk import MONDAY_NOON, Talk

WHO = MemberId("U0ANN")
REFUSED = "error:restricted_action"


async def fail_once_more(talk: Talk, **left: Any) -> None:
    """Let what is *left* of an export, which has failed as often as it may but once, be done."""
    data = {"member": WHO, **left}
    async with talk.bot.deps.db.write() as session:
        await errands.plan(session, talk.workspace, EXPORT, talk.clock.now(), data=data, member=WHO)
        await session.execute(
            update(ErrandRow).where(col(ErrandRow.name) == EXPORT).values(attempts=MAX_ATTEMPTS - 1)
        )
    await talk.settle()


async def exports_left(talk: Talk) -> int:
    async with talk.bot.deps.db.read() as session:
        return len(list(await session.scalars(select(ErrandRow).where(ErrandRow.name == EXPORT))))


async def test_a_bug_is_owned_up_to_with_the_reference_that_stands_in_the_log(spoken: Talk) -> None:
    with capture_logs() as logs:
        await fail_once_more(spoken, pieces=[])
    (broke,) = [one for one in logs if one["event"] == "handler_broke"]
    (told,) = spoken.person("ann").sees()
    assert broke["reference"] in told.text
    assert "/trustcheck export" in told.text
    assert await exports_left(spoken) == 0


async def test_what_slack_refuses_to_the_end_is_said_and_can_be_asked_for_again(
    talk: Talk,
) -> None:
    ann = talk.person("ann")
    talk.sandbox.faults.add(method="chat.postMessage", kind=REFUSED)
    await fail_once_more(talk, pieces=[["{}"]])
    (told,) = ann.sees()
    assert re.search("Your data didn't get to you.*Slack didn't take that", told.text)
    await ann.types("/trustcheck export")
    await talk.settle()
    assert [file["name"] for message in ann.sees() for file in message.files] == ["trustcheck.json"]


async def test_nothing_is_tried_again_where_not_even_that_can_be_said(talk: Talk) -> None:
    talk.sandbox.faults.add(method="chat.postMessage", kind=REFUSED, times=2)
    await fail_once_more(talk, pieces=[["{}"]])
    assert talk.person("ann").sees() == []
    assert await exports_left(talk) == 0


@pytest.mark.parametrize("hours", [23, 25])
async def test_pieces_that_came_before_it_failed_go_after_a_day(talk: Talk, hours: int) -> None:
    first = await talk.bot.deps.messenger.say(talk.workspace, WHO, Message("a piece"))
    await fail_once_more(talk, pieces=[], messages=[list(first)])
    await talk.at(MONDAY_NOON + timedelta(hours=hours))
    assert ("a piece" in talk.person("ann").reads()) is (hours < 24)
