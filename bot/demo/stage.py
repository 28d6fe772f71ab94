"""The demo's stage: the sandbox with a team in it, and the bot connected over a real socket."""

import asyncio
import json
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet

from bot.app import Bot
from bot.clock import MovableClock
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from bot.slack.socket import Socket
from bot.storage.migrate import migrate

TEAM = "T0ACME"
BOT_TOKEN = "xoxb-demo"  # noqa: S105  # the pretend Slack's own
APP_TOKEN = "xapp-demo"  # noqa: S105
CHANNEL = "C0PROJ"
MANIFEST = Path(__file__).parents[2] / "manifest.json"


@dataclass(frozen=True)
class Cast:
    """One of the people on stage."""

    user_id: str
    name: str
    zone: str
    city: str
    locale: str


CAST = (
    Cast("U0ANN", "ann", "Europe/London", "London", "en-GB"),
    Cast("U0BEN", "ben", "America/Los_Angeles", "Los Angeles", "en-US"),
    Cast("U0CHEN", "chen", "Asia/Shanghai", "Shanghai", "en-US"),
    Cast("U0DEEPA", "deepa", "Asia/Kolkata", "Kolkata", "en-IN"),
    Cast("U0ELI", "eli", "Pacific/Auckland", "Auckland", "en-NZ"),
    Cast("U0FAY", "fay", "Europe/London", "London", "en-GB"),
)


@dataclass
class Stage:
    """The sandbox, the bot in it, and the clock they share."""

    sandbox: Sandbox
    bot: Bot
    clock: MovableClock

    def person(self, name: str) -> Person:
        """Return one of the cast. Raises: LookupError for anybody else."""
        for one in CAST:
            if one.name == name:
                return self.sandbox.person(one.user_id)
        raise LookupError(
            f"{name or 'nobody'} isn't here; there are {', '.join(one.name for one in CAST)}"
        )

    @property
    def shortcuts(self) -> list[dict[str, Any]]:
        """The shortcuts that the manifest declares."""
        declared: list[dict[str, Any]] = _manifest()["features"]["shortcuts"]
        return declared

    async def settle(self) -> None:
        """Return when everything that has begun has arrived: nothing is waited for by guess."""
        await self.sandbox.settled()
        await self.bot.background.drain()
        await self.bot.ticker.settle()
        await self.sandbox.settled()

    async def move(self, to: datetime) -> None:
        """Move the shared clock to *to* (aware), and let what is due by then arrive."""
        self.clock.move(to)
        self.sandbox.world.move_clock(to)
        await self.settle()


@asynccontextmanager
async def set_stage(at: datetime, *, locale: str | None = None) -> AsyncIterator[Stage]:
    """Start everything at *at* on a fresh SQLite file, and take it down again.

    *locale* is what everybody speaks; None leaves each their own.
    """
    with tempfile.TemporaryDirectory(prefix="trustcheck-demo-") as folder:
        sandbox = await Sandbox.start()
        _people_the_world(sandbox, locale)
        clock = MovableClock(at)
        sandbox.world.move_clock(at)
        bot = await Bot.build(_settings(sandbox, Path(folder)), clock)
        socket = Socket(bot.bolt, APP_TOKEN, bot.background)
        try:
            await migrate(bot.deps.db)
            await _connect(bot, socket)
            stage = Stage(sandbox, bot, clock)
            await stage.person("ann").invites_bot(CHANNEL)  # it hears of that, and says hello
            await stage.settle()
            yield stage
            await socket.stop_listening()
            await bot.ticker.stop()
        finally:
            await socket.close()
            await bot.close()
            await sandbox.close()


async def _connect(bot: Bot, socket: Socket) -> None:
    never = asyncio.Event()
    workspace = await bot.install(never)
    if workspace is not None:
        bot.sync(workspace)
    await bot.background.drain()
    await bot.ticker.settle()
    await socket.connect(never)
    bot.ticker.start()


def _people_the_world(sandbox: Sandbox, locale: str | None) -> None:
    team = sandbox.world.add_workspace(TEAM, name="Acme", domain="acme")
    team.install(
        bot_token=BOT_TOKEN,
        app_token=APP_TOKEN,
        scopes=(),
        signing_secret="0" * 32,
    )
    team.app.adopt(_manifest())
    for one in CAST:
        team.add_member(
            one.user_id,
            one.name,
            tz=one.zone,
            locale=locale or one.locale,
            is_admin=one.name == "ann",
        )
    team.add_channel(CHANNEL, "proj", members=[one.user_id for one in CAST], creator="U0ANN")


def _manifest() -> Any:
    return json.loads(MANIFEST.read_text())


def _settings(sandbox: Sandbox, folder: Path) -> Settings:
    return Settings.model_validate(
        {
            "slack_bot_token": BOT_TOKEN,
            "slack_app_token": APP_TOKEN,
            "slack_api_url": sandbox.api_url,
            "database_url": f"sqlite:///{folder / 'demo.db'}",
            "encryption_keys": Fernet.generate_key().decode(),
        }
    )
