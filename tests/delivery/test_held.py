"""What a silence held back is looked for once, and then goes its way."""

import asyncio
from datetime import timedelta

from sqlmodel import update

from bot.content import Content
from bot.deps import Composed, Decision, Due
from bot.members.tables import Workspace
from tests.delivery.notes import Notes
from tests.rooms.pulse.polling import set_up
from tests.rooms.test_channel_doubt import asked, news
from tests.talk import MONDAY_NOON, QUICK, Talk

WITHIN_S = 30


async def hold(talk: Talk | Notes) -> None:
    """Have everything that is due by noon looked for first."""
    async with talk.bot.deps.db.write() as session:
        until = MONDAY_NOON + timedelta(hours=1)
        await session.execute(update(Workspace).values(held_until=until))


async def test_a_change_that_was_tried_before_is_made_once(
    database_url: str, content: Content
) -> None:
    stands_at: list[tuple[str, str]] = []

    def decide(due: Due) -> Decision:
        return Composed("en", {}, edit=stands_at[0] if due.slot == "change" else None)

    async with Notes.open(database_url, content, decide=decide, timing=QUICK) as notes:
        await notes.owe("TA", ["U001"])
        await notes.bot.ticker.tick()
        row = (await notes.ledger("TA"))["U001"]
        stands_at.append((str(row.channel), str(row.ts)))
        fault = notes.sandbox.faults.add(method="chat.update", kind="error:service_unavailable")
        notes.to_plan.append(notes.row("TA", "U001", "change"))
        await notes.bot.ticker.tick()
        assert fault.reached == 1
        await hold(notes)
        async with asyncio.timeout(WITHIN_S):
            notes.bot.ticker.start()
            await notes.bot.ticker.settle()
        changes = [call for call in notes.sandbox.calls if call.method == "chat.update"]
        assert len(changes) == 2
        assert notes.arrived("TA") == {"U001": 1}


async def test_a_post_comes_when_its_owner_misses_it_though_it_was_held(quick: Talk) -> None:
    await hold(quick)
    await set_up(quick, "fay")
    assert len(asked(quick)) == 1
    assert news(quick) == 0
    await quick.person("fay").clicks("Post it again")
    await quick.settle()
    assert news(quick) == 1
    assert asked(quick) == []
