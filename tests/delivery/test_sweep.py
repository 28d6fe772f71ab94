"""A beat runs the sweeps that find something, in their order."""

from datetime import datetime

import pytest
from sqlalchemy import false, true
from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery.sweep import Sweeper
from bot.deps import Deps, Sweep
from tests.talk import Talk


async def swept(talk: Talk, due: str, *, broken: str = "") -> list[str]:
    """Sweep with three sweeps of which *due* find something; return who ran."""
    ran: list[str] = []

    def sweep(name: str) -> Sweep:
        async def run(deps: Deps, session: AsyncSession, now: datetime, limit: int) -> int:
            ran.append(name)
            if name == broken:
                raise ValueError(name)
            return 1

        return Sweep(name, true() if name in due.split() else false(), run)

    sweeps = [sweep(name) for name in ("first", "second", "third")]
    assert await Sweeper(talk.bot.deps, (), (), sweeps).run() == len(ran) - bool(broken)
    return ran


@pytest.mark.parametrize("due", ["", "second", "first third", "first second third"])
async def test_those_run_in_their_order_that_find_something(talk: Talk, due: str) -> None:
    assert await swept(talk, due) == due.split()


async def test_a_sweep_that_breaks_keeps_no_other_from_its_work(talk: Talk) -> None:
    assert await swept(talk, "first second", broken="first") == ["first", "second"]
