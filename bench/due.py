"""`make bench-due`: one sweep with 500 due, however many members there are, on both databases."""

import argparse
import asyncio
import resource
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter
from typing import Any

from sqlalchemy import (
    Integer,
    String,
    Table,
    cast,
    delete,
    func,
    insert,
    literal,
    literal_column,
    select,
    text,
    update,
)
from sqlmodel import col

from bench.crowd import workspace_row, zone_at_noon
from bench.databases import Databases, databases
from bench.figures import ratio, say_figure, say_machine
from bot.app import ROOMS, Bot
from bot.clock import SystemClock
from bot.delivery.sweep import Sweeper
from bot.delivery.tables import Delivery
from bot.members.store import put_workspace
from bot.members.tables import Member
from bot.settings import Settings
from bot.storage.engine import Database

KINDS = ("sqlite", "postgres")
DUE = 500
WORKSPACES = 20
HOURS = 24  # over which everybody else's slots are spread
GOAL = "<=1.5"


@dataclass(frozen=True)
class House:
    """A bot that never speaks, on a database of so many members."""

    bot: Bot
    sweeper: Sweeper
    now: datetime

    @property
    def db(self) -> Database:
        return self.bot.deps.db

    async def make_due(self, members: int) -> None:
        """Let the slot of the first *members* have come just now, with nothing planned yet."""
        async with self.db.write() as session:
            await session.execute(delete(Delivery))
            await session.execute(
                update(Member)
                .where(col(Member.member_id) < _id(members))
                .values(next_slot_at=self.now)
            )

    async def sweep(self, members: int) -> float:
        """Sweep once; return the seconds it took. *members* must be planned by it."""
        began = perf_counter()
        await self.sweeper.run()
        took = perf_counter() - began
        async with self.db.read() as session:
            planned = await session.scalar(select(func.count()).select_from(Delivery))
        assert planned == members, f"{planned} planned, {members} were due"
        return took


async def build(here: Databases, kind: str, members: int) -> House:
    """Fill a database with *members*, whose slots come during the next day."""
    url = await here.new(kind)
    settings = Settings.model_validate(
        {"database_url": url.replace("+aiosqlite", "").replace("+psycopg", ""),
         "encryption_keys": here.key, "slack_api_url": "http://127.0.0.1:9/"}
    )  # fmt: skip
    bot = await Bot.build(settings, SystemClock())
    sweeper = Sweeper(
        bot.deps,
        [claim for room in ROOMS for claim in room.claims],
        [rider for room in ROOMS for rider in room.riders],
        [sweep for room in ROOMS for sweep in room.sweeps],
    )
    now = datetime.now(UTC)
    async with bot.deps.db.write() as session:
        for number in range(WORKSPACES):
            await put_workspace(session, workspace_row(f"T9{number:04d}", number, now))
        for hour in range(HOURS):
            rows = (members * hour // HOURS, members * (hour + 1) // HOURS)
            await session.execute(_people(*rows, now, now + timedelta(hours=hour + 1)))
    await _analyze(bot.deps.db)
    return House(bot, sweeper, now)


def _people(start: int, end: int, now: datetime, slot_at: datetime) -> Any:
    """Return the statement that writes members number *start* to *end*; defaults come along."""
    numbers = select(literal(start, Integer).label("n")).cte("numbers", recursive=True)
    numbers = numbers.union_all(select(numbers.c.n + 1).where(numbers.c.n + 1 < end))
    shown = _padded(numbers.c.n, 8)
    table: Table = Member.__table__  # type: ignore[attr-defined]
    values: dict[str, Any] = {
        "workspace_id": literal("T9") + _padded(numbers.c.n % WORKSPACES, 4),
        "member_id": literal("U") + shown,
        "slack_zone": literal(zone_at_noon(now)),
        "slack_locale": literal("en-GB"),
        "days": literal("0123456"),
        "started_at": literal(now - timedelta(days=30), table.c.started_at.type),
        "next_slot_at": literal(slot_at, table.c.next_slot_at.type),
    }
    return insert(table).from_select([*values], select(*values.values()).select_from(numbers))


def _padded(number: Any, width: int) -> Any:
    digits = cast(number + literal_column(str(10**width), Integer), String)
    return func.substr(digits, 2, width)


def _id(number: int) -> str:
    return f"U{number:08d}"


async def _analyze(database: Database) -> None:
    async with database.write() as session:
        await session.execute(text("ANALYZE"))


async def measure(sizes: list[int], rounds: int, day: int) -> None:
    with databases() as here:
        for kind in KINDS:
            houses = {size: await build(here, kind, size) for size in sizes}
            times: dict[int, list[float]] = {size: [] for size in sizes}
            for _ in range(rounds + 1):
                for size, house in houses.items():
                    await house.make_due(DUE)
                    times[size].append(await house.sweep(DUE))
            warm = {size: took[1:] for size, took in times.items()}  # the first one compiles
            for size in sizes[1:]:
                name = f"due.{kind}.{size}_members.times_{sizes[0]}"
                say_figure(name, ratio(warm[size], warm[sizes[0]]), GOAL)
            for size, took in warm.items():
                say_figure(f"due.{kind}.{size}_members.ms", median(took) * 1000)
            for house in houses.values():
                await house.bot.close()
            await plan_a_day(here, kind, day)


async def plan_a_day(here: Databases, kind: str, members: int) -> None:
    """Plan everybody's day at once, as after an outage that took a whole day."""
    house = await build(here, kind, members)
    await house.make_due(members)
    took = await house.sweep(members)
    await house.bot.close()
    say_figure(f"due.{kind}.day_of_{members}_members.s", took)
    say_figure(f"due.{kind}.day_of_{members}_members.members_a_second", members / took)
    peak_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    say_figure(f"due.{kind}.day_of_{members}_members.peak_memory_mb", peak_kb / 1024)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="1,000 and 100,000; a day of 10,000")
    parser.add_argument("--sizes", type=int, nargs="*")
    parser.add_argument("--day", type=int)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    options.sizes = options.sizes or [1_000, 100_000, *([] if options.quick else [1_000_000])]
    options.day = options.day or (10_000 if options.quick else 1_000_000)
    return options


if __name__ == "__main__":
    chosen = read_options()
    say_machine()
    asyncio.run(measure(chosen.sizes, chosen.rounds, chosen.day))
