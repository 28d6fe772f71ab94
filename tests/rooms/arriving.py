"""What the tests of the table "What may arrive when" share: what people do, and what came.

Everybody lives in London here, so that one slot is everybody's.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlmodel import col, select

from bot.delivery.tables import Delivery
from bot.sandbox.outcome import SeenMessage
from tests.rooms.nudges.living import delivered, set_member, start
from tests.rooms.pulse.polling import EVERYBODY
from tests.talk import PROJ, Talk

TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
DAY, WEEK = timedelta(days=1), timedelta(days=7)
THURSDAY, FRIDAY = TUESDAY + 2 * DAY, TUESDAY + 3 * DAY
MONDAY = FRIDAY + 3 * DAY
CHRISTMAS = datetime(2026, 12, 25, 9, 30, tzinfo=UTC)  # a Friday
DECLINE = "Not this time"
RECAP = "Your recap of the week is here."
SENT = "sent"


async def live_in_london(talk: Talk, started: Sequence[str], **chosen: object) -> None:
    for name in EVERYBODY:
        await set_member(talk, name, zone="Europe/London")
    for name in started:
        await start(talk, name)
        await set_member(talk, name, next_slot_at=TUESDAY, **chosen)


async def asks(talk: Talk, asker: str, asked: str) -> None:
    assert (await talk.person(asker).types(f"/trustcheck ask @{asked}", channel=PROJ)).ok
    assert (await talk.person(asker).submits()).ok


async def promises(talk: Talk, name: str, line: str) -> None:
    """Log a promise in the channel, so that the conversation holds nothing but what arrives."""
    assert (await talk.person(name).types(f"/commit {line}", channel=PROJ)).ok
    await talk.settle()


async def arrived(talk: Talk, name: str, on: datetime) -> dict[str, str]:
    """Return what became of each wish for somebody's message of a day: sent, or why not."""
    async with talk.bot.deps.db.read() as session:
        rows = await session.scalars(
            select(Delivery).where(
                col(Delivery.target) == f"U0{name.upper()}",
                col(Delivery.slot) == on.date().isoformat(),
            )
        )
        return {row.kind: str(row.reason or row.state) for row in rows}


def come_since(talk: Talk, name: str, at: datetime) -> list[SeenMessage]:
    return [one for one in delivered(talk, name) if one.shown_at >= at]
