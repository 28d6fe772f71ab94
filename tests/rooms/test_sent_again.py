"""A message whose first attempt failed is sent again only while it may still be said."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import col, select, update

from bot.delivery import store
from bot.delivery.rules import MAX_ATTEMPTS
from bot.delivery.tables import Delivery
from bot.rooms.nudges.store import DAILY
from bot.sandbox.faults import Fault
from tests.rooms.nudges.living import buttons_in, delivered, start
from tests.rooms.pulse.polling import CLOSED, POLL_DAY, has_poll, set_up
from tests.talk import TEAM, Talk

SLOT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
WITHIN_S = 60


def fails_once(talk: Talk, member: str) -> Fault:
    """Have Slack turn away the next post to *member*, who is sent it again seconds later."""
    return talk.sandbox.faults.add(
        method="chat.postMessage",
        kind="error:service_unavailable",
        when=lambda args: args["channel"] == member,
    )


async def moved(talk: Talk, at: datetime, fault: Fault) -> None:
    """Move the clock to *at*, and return once the first attempt has failed."""
    talk.clock.move(at)
    talk.sandbox.world.move_clock(at)
    await talk.sandbox.until(lambda: fault.reached, within_s=WITHIN_S)


async def ended(talk: Talk, kind: str, member: str) -> tuple[str, str | None, int]:
    async with talk.bot.deps.db.read() as session:
        row = (
            await session.scalars(
                select(Delivery).where(col(Delivery.kind) == kind, col(Delivery.target) == member)
            )
        ).one()
    return row.state, row.reason, row.attempts


async def test_a_nudge_is_sent_again_while_its_day_lasts(talk: Talk) -> None:
    await start(talk, "ann")
    await moved(talk, SLOT, fails_once(talk, "U0ANN"))
    await talk.settle()
    assert len(delivered(talk, "ann")) == 1


async def test_a_nudge_is_not_sent_again_when_the_working_day_is_over(talk: Talk) -> None:
    await start(talk, "ann")
    await moved(talk, SLOT, fails_once(talk, "U0ANN"))
    await talk.at(SLOT + timedelta(hours=9))
    assert await ended(talk, "nudges.daily", "U0ANN") == ("skipped", "stale", 1)


@pytest.mark.parametrize("gone", [{"deleted": True}, {"is_restricted": True}])
async def test_a_nudge_is_not_sent_again_when_its_person_is_a_member_no_more(
    patient: Talk, gone: dict[str, bool]
) -> None:
    await start(patient, "ann")
    await moved(patient, SLOT, fails_once(patient, "U0ANN"))
    await patient.person("ann")._changes(**gone)
    await patient.sends_again()
    assert await ended(patient, "nudges.daily", "U0ANN") == ("skipped", "gone", 1)


async def test_a_nudge_is_not_sent_again_when_its_person_has_paused(patient: Talk) -> None:
    await start(patient, "ann")
    await moved(patient, SLOT, fails_once(patient, "U0ANN"))
    await patient.person("ann").types("/trustcheck pause 2 weeks")
    await patient.sends_again()
    assert await ended(patient, "nudges.daily", "U0ANN") == ("skipped", "paused", 1)


async def test_what_rode_in_a_message_that_was_given_up_comes_with_the_next(talk: Talk) -> None:
    await start(talk, "ann")
    ben = talk.person("ben")
    await ben.types("/trustcheck ask @ann", channel="C0PROJ")
    await ben.submits()
    row = store.new_row(TEAM, DAILY, "U0ANN", "2026-11-24", target="U0ANN", due_at=SLOT)
    async with talk.bot.deps.db.write() as session:
        await store.plan(session, [row])
        await session.execute(update(Delivery).values(attempts=MAX_ATTEMPTS - 1))
    fails_once(talk, "U0ANN")
    await talk.at(SLOT)
    assert await ended(talk, DAILY, "U0ANN") == ("failed", "exhausted", MAX_ATTEMPTS)
    await talk.at(SLOT + timedelta(days=1))
    (message,) = delivered(talk, "ann")
    assert "Not this time" in buttons_in(message)


@pytest.mark.parametrize(("code", "buttons"), [("restricted_action", 1), ("msg_too_long", 0)])
async def test_what_rode_in_a_message_slack_refused_comes_with_the_next_if_that_can_say_it(
    talk: Talk, code: str, buttons: int
) -> None:
    await start(talk, "ann")
    await talk.person("ben").types("/trustcheck ask @ann", channel="C0PROJ")
    await talk.person("ben").submits()
    talk.sandbox.faults.add(
        method="chat.postMessage",
        kind=f"error:{code}",
        when=lambda args: args["channel"] == "U0ANN",
    )
    await talk.at(SLOT)
    assert await ended(talk, DAILY, "U0ANN") == ("refused", code, 1)
    await talk.at(SLOT + timedelta(days=1))
    (message,) = delivered(talk, "ann")
    assert buttons_in(message).count("Not this time") == buttons


async def test_a_poll_is_not_sent_again_when_it_has_closed(talk: Talk) -> None:
    await set_up(talk)
    await moved(talk, POLL_DAY, fails_once(talk, "U0BEN"))
    await talk.at(CLOSED)
    assert not has_poll(talk.person("ben"))
    assert await ended(talk, "pulse.poll", "U0BEN") == ("skipped", "stale", 1)
