"""A beat runs the sweeps that find something, in their order, until none does."""

from datetime import datetime

import pytest
from sqlalchemy import false, true
from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery.sweep import Sweeper
from bot.deps import Deps, Sweep
from tests.talk import Talk


async def swept(talk: Talk, work: dict[str, int], raised: frozenset[str] = frozenset()) -> str:
    """Sweep *work*, how often each is due, and return who ran; the first makes `late` due."""
    seen: list[str] = []

    def sweep(name: str) -> Sweep:
        async def run(deps: Deps, session: AsyncSession, now: datetime, limit: int) -> int:
            seen.append(name)
            work[name] -= 1
            if name in raised:
                raise ValueError(name)
            if name == "first" and "late" in work:
                work["late"] += 1
            return 1

        return Sweep(name, lambda _now: true() if work[name] > 0 else false(), run)

    sweeper = Sweeper(talk.bot.deps, (), (), [sweep(name) for name in work])
    assert await sweeper.run() == len([name for name in seen if name not in raised])
    return " ".join(seen)


@pytest.mark.parametrize(
    ("work", "ran"),
    [
        ({"first": 0, "second": 0}, ""),
        ({"first": 0, "second": 1}, "second"),
        ({"first": 1, "second": 1}, "first second"),
        ({"first": 2, "second": 1}, "first second first"),
        ({"first": 1, "late": 0}, "first late"),
        ({"late": 0, "first": 1}, "first late"),
    ],
)
async def test_sweeps_run_in_order_until_nothing_is_due(
    talk: Talk, work: dict[str, int], ran: str
) -> None:
    assert await swept(talk, work) == ran


async def test_a_sweep_that_breaks_keeps_no_other_from_its_work(talk: Talk) -> None:
    assert await swept(talk, {"first": 1, "second": 1}, frozenset({"first"})) == "first second"


async def test_a_sweep_that_goes_on_breaking_ends_the_run(talk: Talk) -> None:
    assert await swept(talk, {"first": 9}, frozenset({"first"})) == "first"
