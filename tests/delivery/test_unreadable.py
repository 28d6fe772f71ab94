"""Without the scopes to look for a lost send nobody can know: it isn't sent twice on a guess."""

import pytest

from bot.content import Content
from tests.delivery.notes import WITHIN_S, Notes
from tests.talk import QUICK


@pytest.mark.parametrize("scope", ["im:history", "im:write"])
async def test_a_lost_send_stays_in_doubt_when_nobody_may_look_and_the_rest_goes_on(
    sqlite_url: str, content: Content, scope: str
) -> None:
    async with Notes.open(sqlite_url, content, timing=QUICK) as notes:
        notes.sandbox.world.teams["TA"].app.scopes.discard(scope)
        notes.sandbox.faults.add(method="chat.postMessage", kind="reset_after")
        await notes.owe("TA", ["U001"])
        notes.bot.ticker.start()
        await notes.bot.ticker.settle()
        row = (await notes.ledger("TA"))["U001"]
        assert (row.state, row.reason) == ("doubt", "missing_scope")
        await notes.owe("TA", ["U001", "U002"])
        await notes.sandbox.until(lambda: notes.arrived("TA")["U002"], within_s=WITHIN_S)
        assert notes.arrived("TA") == {"U001": 1, "U002": 1}


async def test_a_look_that_slack_throttles_is_waited_for(sqlite_url: str, content: Content) -> None:
    async with Notes.open(sqlite_url, content, timing=QUICK) as notes:
        notes.sandbox.faults.add(method="chat.postMessage", kind="reset_before")
        throttled = notes.sandbox.faults.add(
            method="conversations.history", kind="ratelimited", delay_s=1
        )
        await notes.owe("TA", ["U001"])
        notes.bot.ticker.start()
        await notes.sandbox.until(lambda: notes.arrived("TA"), within_s=WITHIN_S)
        assert throttled.reached == 1
        reads = [call for call in notes.sandbox.calls if call.method == "conversations.history"]
        assert len(reads) == 3  # the one turned away, and two that found nothing
