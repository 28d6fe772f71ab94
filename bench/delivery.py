"""`make bench-delivery`: how fast due messages leave, beside the bare client and the field's peers.

Every contender is a process of its own and sends to a loopback Slack that always says yes; all
is prepared before the clock starts, which stops at the last post. Rounds are interleaved.
"""

import argparse
import asyncio
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from statistics import median
from time import monotonic
from typing import Any

import aiohttp
from sqlalchemy import text

from bench.crowd import fill
from bench.databases import Databases, databases
from bench.figures import ratio, say_figure, say_machine
from bench.processes import started
from tests.e2e.processes import free_port

POLL_S = 0.2
WITHIN_S = 900
BOT = "bench.senders.bot"


@dataclass(frozen=True)
class Measured:
    """One round of one contender: messages a second, CPU for one of them, memory of a process."""

    rate: float
    cpu_ms: float
    peak_mb: float


@dataclass(frozen=True)
class Contender:
    """Who sends, on which database, in how many processes."""

    name: str
    module: str
    database: str = "none"
    processes: int = 1


OURS = (
    Contender("sqlite", BOT, "sqlite"),
    Contender("postgres_1_worker", BOT, "postgres"),
    Contender("postgres_2_workers", BOT, "postgres", 2),
)
BARE = Contender("bare_client", "bench.senders.bare")
PROCRASTINATE = Contender("procrastinate", "bench.senders.procrastinate", "empty")
APSCHEDULER = Contender("apscheduler", "bench.senders.apscheduler", "empty")
ALL = (BARE, *OURS, PROCRASTINATE, APSCHEDULER)
GOALS = {BARE: ">=0.8", PROCRASTINATE: ">=8", APSCHEDULER: ">=4"}


class Slack:
    """The loopback Slack's address and books."""

    def __init__(self, session: aiohttp.ClientSession, port: int) -> None:
        self._session = session
        self.url = f"http://127.0.0.1:{port}"

    async def ask(self, what: str) -> Mapping[str, Any]:
        async with self._session.get(f"{self.url}/{what}") as answer:
            told: Mapping[str, Any] = json.loads(await answer.read())
            return told

    async def all_posted(self, messages: int) -> float:
        """Return when the last of *messages* came, by the monotonic clock."""
        async with asyncio.timeout(WITHIN_S):
            while True:
                books = await self.ask("count")
                if books["posts"] >= messages:
                    return float(books["last_s"])
                await asyncio.sleep(POLL_S)


@asynccontextmanager
async def light_slack() -> AsyncIterator[Slack]:
    port = free_port()
    async with started("bench.light_slack", str(port)), aiohttp.ClientSession() as session:
        yield Slack(session, port)


async def round_of(
    one: Contender, here: Databases, full: Mapping[str, str], slack: Slack, messages: int
) -> Measured:
    """Let *one* send everything once; each message must come exactly once."""
    url = here.clone(full[one.database]) if one.database in full else here.postgres()
    env = environment(one, url, slack, here.key, messages)
    await slack.ask("reset")
    async with AsyncExitStack() as stack:
        senders = [
            await stack.enter_async_context(started(one.module, env=env))
            for _ in range(one.processes)
        ]
        began = monotonic()
        for sender in senders:
            sender.go()
        ended = await slack.all_posted(messages)
        costs = [await sender.stop() for sender in senders]
    books = await slack.ask("count")
    assert books["posts"] == books["channels"] == messages, f"{one.name}: {books}"
    if one in OURS:
        assert await recorded(here, url) == messages, f"{one.name}: not everything is recorded"
    here.drop(url)
    return Measured(
        messages / (ended - began),
        sum(cost["cpu_s"] for cost in costs) * 1000 / messages,
        max(cost["peak_mb"] for cost in costs),
    )


def environment(one: Contender, url: str, slack: Slack, key: str, messages: int) -> dict[str, str]:
    plain = url.replace("+psycopg", "") if one is PROCRASTINATE else url
    return {
        "SLACK_API_URL": f"{slack.url}/api/",
        "DATABASE_URL": plain,
        "ENCRYPTION_KEYS": key,
        "POSTS_PER_MINUTE": "0",
        "LOG_LEVEL": "WARNING",
        "MESSAGES": str(messages),
    }


async def recorded(here: Databases, url: str) -> int:
    database = here.open(url)
    async with database.read() as session:
        found = await session.scalar(text("SELECT count(*) FROM delivery WHERE state = 'sent'"))
    await database.close()
    return int(found or 0)


async def measure(options: argparse.Namespace, contenders: tuple[Contender, ...]) -> None:
    rounds: dict[Contender, list[Measured]] = defaultdict(list)
    with databases() as here:
        full = {}
        for kind in ("sqlite", "postgres"):
            full[kind] = await here.new(kind)
            database = here.open(full[kind])
            each = options.messages // options.workspaces
            messages = await fill(database, workspaces=options.workspaces, members=each)
            await database.close()
        async with light_slack() as slack:
            for number in range(options.rounds):
                for one in contenders:
                    told = await round_of(one, here, full, slack, messages)
                    rounds[one].append(told)
                    print(
                        f"# round {number + 1}: {one.name} {told.rate:,.0f} a second, "
                        f"{told.cpu_ms:.2f} ms of CPU each",
                        flush=True,
                    )
    report(rounds)


def report(rounds: Mapping[Contender, list[Measured]]) -> None:
    rates = {one: [told.rate for told in measured] for one, measured in rounds.items()}
    for ours in OURS:
        for peer, goal in GOALS.items():
            if ours in rates and peer in rates:
                name = f"delivery.{ours.name}.times_{peer.name}"
                say_figure(name, ratio(rates[ours], rates[peer]), goal)
    for one, measured in rounds.items():
        name = f"delivery.{one.name}"
        say_figure(f"{name}.messages_a_second", median(rates[one]))
        say_figure(f"{name}.cpu_ms_a_message", median(told.cpu_ms for told in measured))
        say_figure(f"{name}.peak_memory_mb", median(told.peak_mb for told in measured))


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="2,000 messages in 20 workspaces")
    parser.add_argument("--messages", type=int)
    parser.add_argument("--workspaces", type=int)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="*", help="names of contenders")
    options = parser.parse_args()
    options.messages = options.messages or (2_000 if options.quick else 20_000)
    options.workspaces = options.workspaces or (20 if options.quick else 200)
    return options


if __name__ == "__main__":
    chosen = read_options()
    say_machine()
    asyncio.run(
        measure(chosen, tuple(one for one in ALL if not chosen.only or one.name in chosen.only))
    )
