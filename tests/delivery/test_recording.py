"""What became of sends is written down as answers come, whatever the database or one send does."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from prometheus_client import REGISTRY
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import update

from bot.content import Content
from bot.delivery.compose import Composer
from bot.delivery.dispatch import Dispatcher
from bot.delivery.rules import EXHAUSTED, MAX_ATTEMPTS, Timing
from bot.delivery.tables import Delivery
from bot.deps import Due
from bot.slack.ids import WorkspaceId
from bot.slack.messenger import Messenger
from bot.slack.pauses import Pauses
from tests.delivery.notes import WITHIN_S, Notes, names

SLOW = "U002"
HOURS = timedelta(hours=1)
GONE = OperationalError("UPDATE delivery", {}, ConnectionError("the server went away"))
NO_SECOND_LOOK = Timing(first_read=HOURS, second_read=HOURS)  # in these tests' time


class Heard:
    """Is told of what is recorded; *failing* once, as often as it says."""

    def __init__(self, *failing: Exception) -> None:
        self.of: list[str] = []
        self.enough = asyncio.Event()
        self._failing = [*failing]
        self._wanted = 0

    async def __call__(self, session: AsyncSession, sent: Sequence[tuple[Due, str, str]]) -> None:
        if self._failing:
            raise self._failing.pop(0)
        self.of += [due.target for due, _, _ in sent]
        if len(self.of) >= self._wanted:
            self.enough.set()

    async def until(self, wanted: int) -> None:
        self._wanted = wanted
        await asyncio.wait_for(self.enough.wait(), WITHIN_S)


async def test_a_slow_answer_delays_nobody_elses_record(
    database_url: str, content: Content
) -> None:
    heard = Heard()
    async with Notes.open(database_url, content, sent=heard) as notes:
        slow = notes.sandbox.faults.add(
            method="chat.postMessage",
            kind="slow_effect_late",
            when=lambda args: args["channel"] == SLOW,
            delay_s=WITHIN_S,
        )
        await notes.owe("TA", names(5))
        notes.bot.ticker.start()
        await heard.until(4)
        assert sorted(heard.of) == ["U001", "U003", "U004", "U005"]
        assert notes.sandbox.in_flight == 1
        slow.release()
        await heard.until(5)


async def test_what_is_known_is_written_down_once_the_database_is_back(
    database_url: str, content: Content
) -> None:
    heard = Heard(GONE, GONE)
    async with Notes.open(database_url, content, sent=heard, timing=NO_SECOND_LOOK) as notes:
        await notes.owe("TA", names(5))
        notes.bot.ticker.start()
        await heard.until(5)
        await notes.bot.ticker.stop()
        assert {row.state for row in (await notes.ledger("TA")).values()} == {"sent"}
        assert set(notes.arrived("TA").values()) == {1}


class Tokens:
    """Finds every token, but meets *error* when first asked."""

    def __init__(self, error: Exception) -> None:
        self._errors = [error]

    async def __call__(self, workspace: WorkspaceId) -> str:
        if self._errors:
            raise self._errors.pop()
        return f"xoxb-{workspace}"

    def forget(self, workspace: WorkspaceId) -> None: ...


@pytest.mark.parametrize(
    ("error", "state", "reason"),
    [(GONE, "due", "database"), (KeyError("a bug"), "sending", None)],
)
async def test_a_send_that_breaks_keeps_no_other_from_its_record(
    sqlite_url: str, content: Content, error: Exception, state: str, reason: str | None
) -> None:
    async with Notes.open(sqlite_url, content) as notes:
        deps = notes.bot.deps
        messenger = Messenger(deps.messenger.client, Tokens(error), Pauses(deps.db))
        composer = Composer(content, deps.kinds, [])
        await notes.owe("TA", names(3))
        await Dispatcher(replace(deps, messenger=messenger), composer, NO_SECOND_LOOK).run()
        rows = (await notes.ledger("TA")).values()
        broken = [row for row in rows if row.state != "sent"]
        assert [(row.state, row.reason) for row in broken] == [(state, reason)]
        assert set(notes.arrived("TA")) == {row.target for row in rows} - {broken[0].target}


async def test_a_message_that_never_gets_through_is_given_up_by_name(
    sqlite_url: str, content: Content
) -> None:
    before = given_up()
    async with Notes.open(sqlite_url, content) as notes:
        notes.sandbox.faults.add(
            method="chat.postMessage", kind="error:service_unavailable", times=None
        )
        await notes.owe("TA", ["U001"])
        composer = Composer(content, notes.bot.deps.kinds, [])
        async with notes.bot.deps.db.write() as session:
            await session.execute(update(Delivery).values(attempts=MAX_ATTEMPTS - 3))
        waits = [await attempt(notes, composer) for _ in range(3)]
        assert all(waits[:-1])  # put off each time
        row = (await notes.ledger("TA"))["U001"]
        assert (row.state, row.reason, row.try_at) == ("failed", EXHAUSTED, None)
        assert given_up() == before + 1


def given_up() -> float:
    labels = {"reason": EXHAUSTED}
    return REGISTRY.get_sample_value("trustcheck_deliveries_failed_total", labels) or 0


async def attempt(notes: Notes, composer: Composer) -> bool:
    """Send what is due, back-off or not; say whether it is put off again."""
    async with notes.bot.deps.db.write() as session:
        await session.execute(update(Delivery).values(try_at=None))
    await Dispatcher(notes.bot.deps, composer, Timing()).run()
    row = (await notes.ledger("TA"))["U001"]
    return row.state == "due" and row.try_at is not None
