"""Conversations: a sandbox, people in it, and a bot connected to it over a real socket."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from sqlmodel import update

from bot.app import ROOMS, Bot
from bot.clock import MovableClock
from bot.content import Content
from bot.delivery.rules import Timing
from bot.delivery.tables import Delivery
from bot.deps import Room
from bot.members.tables import Member
from bot.sandbox.listener import Listener
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from bot.slack.http import PATH
from bot.slack.ids import WorkspaceId
from bot.slack.socket import Socket
from bot.storage.engine import Database
from bot.storage.types import Cipher
from bot.web.routes import build_web

TEAM = "T0001ACME"
BOT_TOKEN = "xoxb-acme"
APP_TOKEN = "xapp-acme"
SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
SCOPES = (
    "commands",
    "chat:write",
    "users:read",
    "channels:read",
    "groups:read",
    "im:write",
    "im:history",
    "files:write",
    "app_mentions:read",
)
BRISK = 6000  # posts a minute: days pass in a second here, for which the usual pace is too slow
A_BLINK = timedelta(milliseconds=100)
IMPATIENT = Timing(first_backoff=A_BLINK, rest=A_BLINK)
# For what must happen before a message is sent again, however long that takes: `Talk.sends_again`.
PATIENT = Timing(first_backoff=timedelta(minutes=15), rest=A_BLINK, beat=A_BLINK)
# For what Slack loses: whoever waits to look for it needn't wait long.
QUICK = Timing(
    lease=timedelta(seconds=4),
    send_margin=timedelta(seconds=2),
    first_read=timedelta(milliseconds=300),
    second_read=timedelta(milliseconds=200),
    first_backoff=A_BLINK,
    rest=A_BLINK,
    beat=A_BLINK,
)
SETTLED_WITHIN_S = 60  # longer than a busy machine ever took, and never for ever
MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
PEOPLE = (
    ("U0ANN", "ann", "Europe/London", "en-GB"),
    ("U0BEN", "ben", "America/Los_Angeles", "en-US"),
    ("U0CHEN", "chen", "Asia/Shanghai", "zh-CN"),
    ("U0DEEPA", "deepa", "Asia/Kolkata", "en-IN"),
    ("U0ELI", "eli", "Pacific/Auckland", "en-NZ"),
    ("U0FAY", "fay", "Europe/London", "en-GB"),
)
PROJ = "C0PROJ"


@dataclass
class Talk:
    """Everything a conversation needs; `ann`, `ben` … are people in the workspace."""

    sandbox: Sandbox
    bot: Bot
    clock: MovableClock
    awake_at: list[datetime] = field(default_factory=list)  # where `at` never jumps past

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        database_url: str,
        content: Content,
        *,
        key: str,
        at: datetime = MONDAY_NOON,
        timing: Timing = IMPATIENT,
        rooms: Sequence[Room] = ROOMS,
        over: str = "socket",
        locale: str | None = None,
        is_known: bool = False,
        **more: Any,
    ) -> AsyncIterator["Talk"]:
        """Start everything, and stop it again; *more* are settings beside the usual ones.

        *over*: socket, or http. *locale*: what everybody speaks, instead of each their own.
        *is_known*: the database knows the workspace already, as after a restart.
        """
        sandbox = await Sandbox.start()
        people_the_world(sandbox, locale)
        clock = MovableClock(at)
        sandbox.world.move_clock(at)
        chosen = settings(sandbox, database_url, key, **more)
        db = _open_again(database_url, key) if database_url.startswith("sqlite") else None
        bot = await Bot.build(chosen, clock, content=content, timing=timing, rooms=rooms, db=db)
        stop = asyncio.Event()
        try:
            workspace = await bot.install(stop)
            assert workspace is not None
            if not is_known:
                await _learn(bot, workspace)
            async with TRANSPORTS[over](sandbox, bot):
                bot.ticker.start()
                yield cls(sandbox, bot, clock)
            await bot.ticker.stop()
        finally:
            await bot.close()
            await sandbox.close()

    def person(self, name: str) -> Person:
        return self.sandbox.person(f"U0{name.upper()}")

    @property
    def workspace(self) -> WorkspaceId:
        return WorkspaceId(TEAM)

    async def settle(self) -> None:
        """Return once everything that has begun has arrived.

        Raises: TimeoutError where something never does.
        """
        async with asyncio.timeout(SETTLED_WITHIN_S):
            await self.sandbox.settled()
            await self.bot.background.drain()
            await self.bot.ticker.settle()
            await self.sandbox.settled()

    async def sends_again(self) -> None:
        """Send what failed now, however long it was to wait."""
        await self.bot.ticker.tick()  # whatever is under way is written down
        async with self.bot.deps.db.write() as session:
            await session.execute(update(Delivery).values(try_at=None))
        await self.settle()

    async def at(self, instant: datetime) -> None:
        """Move the clock, and let everything due by then arrive, as after an outage until then."""
        await self.bot.background.drain()  # an act of today is answered today
        stops = [stop for stop in self.awake_at if self.clock.now() < stop < instant]
        for stop in [*sorted(stops), instant]:
            passed = stop - self.clock.now()
            self.clock.move(stop)
            self.sandbox.world.move_clock(stop)
            self.sandbox.world.elapse(max(passed, timedelta()).total_seconds())  # as for its limits
            await self.settle()


def _open_again(url: str, key: str) -> Database:
    opened = _opened(url, key)
    return Database(opened.engine, opened.cipher)  # its lock belongs to one event loop


@cache
def _opened(url: str, key: str) -> Database:
    """Open a file once: the statements that its engine has compiled serve the next test, too."""
    return Database.open(url, Cipher((key,)))


async def _learn(bot: Bot, workspace: WorkspaceId) -> None:
    bot.sync(workspace)
    await bot.background.drain()
    await bot.ticker.settle()
    async with bot.deps.db.write() as session:  # nobody here is new; tests of that say so
        await session.execute(update(Member).values(welcomed=True))


@asynccontextmanager
async def _over_socket(sandbox: Sandbox, bot: Bot) -> AsyncIterator[None]:
    socket = Socket(bot.bolt, APP_TOKEN, bot.background)
    try:
        await socket.connect(asyncio.Event())
        yield
        await socket.stop_listening()
    finally:
        await socket.close()


@asynccontextmanager
async def _over_http(sandbox: Sandbox, bot: Bot) -> AsyncIterator[None]:
    """Serve what `web` serves, and have the sandbox send it signed requests."""
    listener = await Listener.start(build_web(bot, slack=True), port=0)
    try:
        sandbox.world.teams[TEAM].app.use_http(f"http://127.0.0.1:{listener.port}{PATH}")
        yield
    finally:
        await listener.close()


TRANSPORTS = {"socket": _over_socket, "http": _over_http}


def people_the_world(sandbox: Sandbox, locale: str | None = None) -> None:
    """Set up the workspace Acme: six people in five zones, and a channel with the bot in it."""
    team = sandbox.world.add_workspace(TEAM, name="Acme", domain="acme")
    team.install(
        bot_token=BOT_TOKEN,
        app_token=APP_TOKEN,
        scopes=SCOPES,
        signing_secret=SIGNING_SECRET,
    )
    for user_id, name, zone, own in PEOPLE:
        team.add_member(user_id, name, tz=zone, locale=locale or own, is_admin=name == "ann")
    team.add_channel(PROJ, "proj", members=[user_id for user_id, *_ in PEOPLE], creator="U0ANN")
    # Long ago: no event about it is on its way, for which the bot would say hello in mid-test.
    team.seat(team.app.bot_user_id, PROJ, inviter="U0ANN")


def settings(sandbox: Sandbox, database_url: str, key: str, **more: Any) -> Settings:
    chosen = _read(database_url, key, **more)
    return chosen.model_copy(update={"slack_api_url": sandbox.api_url})


@cache
def _read(database_url: str, key: str, **more: Any) -> Settings:
    """Read settings once: the sources they come from take a fifth of what opening a talk does."""
    return Settings(
        slack_bot_token=BOT_TOKEN,
        slack_app_token=APP_TOKEN,
        slack_signing_secret=SIGNING_SECRET,
        database_url=database_url,
        encryption_keys=key,
        _env_file=None,
        **{"posts_per_minute": BRISK, **more},
    )
