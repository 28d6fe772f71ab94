"""One workspace's trouble is its own: the others are planned for, sent to, not made to wait."""

from sqlmodel import update

from bot.content import Content
from bot.delivery.rules import BROKEN, MAX_ATTEMPTS
from bot.delivery.tables import Delivery
from bot.deps import Composed, Decision, Due
from tests.delivery.notes import WITHIN_S, Notes, names


async def test_a_workspace_that_waits_for_its_pace_holds_up_no_other(
    database_url: str, content: Content
) -> None:
    async with Notes.open(database_url, content, posts_per_minute=30) as notes:
        await notes.owe("TA", names(30))  # a minute's worth
        notes.bot.ticker.start()
        await notes.sandbox.until(lambda: notes.arrived("TA"), within_s=WITHIN_S)
        notes.to_plan.append(notes.row("TB", "U001"))  # its slot comes in mid-way
        await notes.sandbox.until(lambda: notes.arrived("TB"), within_s=WITHIN_S)
        assert notes.arrived("TA").total() < 30


async def test_a_workspace_where_slack_is_slow_holds_up_no_other(
    database_url: str, content: Content
) -> None:
    async with Notes.open(database_url, content, posts_per_minute=0) as notes:
        slow = notes.sandbox.faults.add(
            method="chat.postMessage",
            kind="slow_effect_late",
            when=lambda args: args["channel"] == "U002",
            delay_s=WITHIN_S,
        )
        await notes.owe("TA", ["U002"])
        notes.bot.ticker.start()
        await notes.sandbox.until(lambda: notes.sandbox.in_flight, within_s=WITHIN_S)
        notes.to_plan.append(notes.row("TB", "U001"))
        await notes.sandbox.until(lambda: notes.arrived("TB"), within_s=WITHIN_S)
        assert not notes.arrived("TA")
        slow.release()


def broken_for_the_first(due: Due) -> Decision:
    if due.target == "U001":
        raise KeyError("a bug, or what a downgrade no longer understands")
    return Composed("en", {})


async def test_a_message_that_cannot_be_composed_holds_up_no_other(
    database_url: str, content: Content
) -> None:
    async with Notes.open(database_url, content, decide=broken_for_the_first) as notes:
        await notes.owe("TA", names(3))
        await notes.owe("TB", ["U002"])
        notes.bot.ticker.start()
        everybody = {("TA", "U002"), ("TA", "U003"), ("TB", "U002")}
        await notes.sandbox.until(
            lambda: all(notes.arrived(team)[one] == 1 for team, one in everybody),
            within_s=WITHIN_S,
        )
        row = (await notes.ledger("TA"))["U001"]
        assert (row.state, row.reason, row.attempts) == ("due", BROKEN, 1)
        assert row.try_at is not None  # tried again, later each time


async def test_a_message_that_cannot_be_composed_is_given_up_in_the_end(
    sqlite_url: str, content: Content
) -> None:
    async with Notes.open(sqlite_url, content, decide=broken_for_the_first) as notes:
        await notes.owe("TA", ["U001"])
        for done, state in ((MAX_ATTEMPTS - 2, "due"), (MAX_ATTEMPTS - 1, "failed")):
            async with notes.bot.deps.db.write() as session:
                await session.execute(update(Delivery).values(attempts=done, try_at=None))
            await notes.bot.ticker.tick()
            row = (await notes.ledger("TA"))["U001"]
            assert (row.state, row.reason, row.attempts) == (state, BROKEN, done + 1)
