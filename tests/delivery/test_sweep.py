"""A beat runs no sweep where nothing is due, and all in their order where something is."""

from collections.abc import Sequence
from datetime import datetime

import pytest
from sqlalchemy import false, true
from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery.sweep import Sweeper
from bot.deps import Deps, Sweep
from tests.talk import Talk


@pytest.mark.parametrize(
    ("due", "ran"),
    [
        ((False, False), []),
        ((False, True), ["first", "second"]),
        ((True, False), ["first", "second"]),
    ],
)
async def test_every_sweep_runs_in_order_when_one_has_something_due(
    talk: Talk, due: Sequence[bool], ran: Sequence[str]
) -> None:
    seen: list[str] = []

    def sweep(name: str, *, is_due: bool) -> Sweep:
        async def run(deps: Deps, session: AsyncSession, now: datetime, limit: int) -> int:
            seen.append(name)
            return 0

        return Sweep(name, lambda _now: true() if is_due else false(), run)

    first, second = due
    sweeps = (sweep("first", is_due=first), sweep("second", is_due=second))
    assert await Sweeper(talk.bot.deps, (), (), sweeps).run() == 0
    assert seen == ran
