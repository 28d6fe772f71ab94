"""The composition root: from settings to a bot that answers, sweeps and sends."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any

import structlog
from slack_bolt.app.async_app import AsyncApp

from bot.clock import Clock
from bot.content import Content
from bot.content.load import PROMPTS
from bot.delivery import doubt
from bot.delivery.compose import Composer
from bot.delivery.dispatch import Dispatcher
from bot.delivery.reconcile import Reconciler
from bot.delivery.rules import Timing
from bot.delivery.sweep import Sweeper
from bot.delivery.ticker import Ticker
from bot.deps import Card, Deps, Room
from bot.errands.runner import Errands
from bot.errors import SlackError
from bot.members import events, sync
from bot.members.install import install
from bot.members.people import People
from bot.ports import Offers
from bot.rooms import (
    admin,
    asks,
    commitments,
    drafts,
    home,
    kickoff,
    learning,
    meetings,
    nudges,
    preferences,
    privacy,
    pulse,
    reflection,
    trustcheck,
)
from bot.settings import Settings
from bot.slack.authorize import Tokens
from bot.slack.background import Background
from bot.slack.bolt_app import build_bolt
from bot.slack.ids import WorkspaceId
from bot.slack.messenger import Messenger, close_client, open_client
from bot.slack.pauses import Pauses
from bot.slack.router import Routes
from bot.storage.engine import Database
from bot.storage.keys import load_cipher
from bot.waiting import retry_pause, unless

log = structlog.get_logger(__name__)

ROOMS: tuple[Room, ...] = (
    events.ROOM,
    doubt.ROOM,
    home.ROOM,
    pulse.ROOM,
    trustcheck.ROOM,
    nudges.ROOM,
    commitments.ROOM,
    preferences.ROOM,
    drafts.ROOM,
    learning.ROOM,
    meetings.ROOM,
    kickoff.ROOM,
    reflection.ROOM,
    asks.ROOM,
    privacy.ROOM,
    admin.ROOM,
)


@dataclass
class Bot:
    """A bot put together but not yet connected to anything but its database."""

    deps: Deps
    routes: Routes
    bolt: AsyncApp
    ticker: Ticker
    background: Background
    tokens: Tokens

    @classmethod
    async def build(
        cls,
        settings: Settings,
        clock: Clock,
        *,
        content: Content | None = None,
        timing: Timing | None = None,
        rooms: Sequence[Room] = ROOMS,
        db: Database | None = None,
    ) -> "Bot":
        """Put the parts together, with *content* instead of what is in `prompts/`, if given.

        *db*: opened already, instead of the one that the settings name; closed with the bot.

        Raises:
            ConfigError: settings or content are wrong; the message holds the fix.
        """
        db = db or Database.open(settings.database_url, load_cipher(settings))
        tokens = Tokens(db)
        timing = timing or Timing()
        client = open_client(settings.slack_api_url, timing.request.total_seconds())
        house = _House(settings, clock, db, content or Content.load(PROMPTS))
        wake = _Wake()
        deps = house.deps(Messenger(client, tokens, Pauses(db)), wake, rooms)
        routes = Routes.of(rooms)
        ticker = _ticker(deps, rooms, timing)
        wake.up = ticker.wake
        return cls(deps, routes, build_bolt(deps, routes, tokens), ticker, Background(), tokens)

    async def install(self, stop: asyncio.Event) -> WorkspaceId | None:
        """Learn from Slack which workspace the token belongs to, as often as it takes.

        Returns None when *stop* was set first.

        Raises:
            ConfigError: Slack doesn't know the token, or refuses for another reason.
        """
        attempt = 0
        while not stop.is_set():
            try:
                workspace = await install(self.deps)
            except SlackError as error:
                wait_s = retry_pause(attempt)
                attempt += 1
                log.warning("slack_unreachable", attempt=attempt, seconds=wait_s, code=error.code)
                await unless(stop, wait_s)
            else:
                self.tokens.forget(workspace)
                return workspace
        return None

    def sync(self, workspace: WorkspaceId) -> None:
        """Have people and channels brought in step with Slack, while the bot already answers."""
        self.background.start(sync.begin(self.deps, workspace))

    async def close(self) -> None:
        """Finish what runs in the background, then let go of sockets and database."""
        await self.background.drain()
        await close_client(self.deps.messenger.client)
        await self.deps.db.close()


@dataclass(frozen=True)
class _House:
    """What stands before Slack is reached."""

    settings: Settings
    clock: Clock
    db: Database
    content: Content

    def deps(self, messenger: Messenger, wake: Callable[[], None], rooms: Sequence[Room]) -> Deps:
        """Return the rooms' services, with what the rooms offer to one another."""
        return Deps(
            self.settings,
            self.clock,
            self.db,
            self.content,
            messenger,
            People(self.db, self.content, messenger),
            wake,
            cards=_cards(rooms),
            kinds=[kind for room in rooms for kind in room.kinds],
            personal=[one for room in rooms for one in room.personal],
            forgets=[room.forgets for room in rooms if room.forgets],
            **_offered(rooms),
        )


class _Wake:
    """Lets the rooms wake the ticker, which is built after them."""

    up: Callable[[], None] | None = None

    def __call__(self) -> None:
        if self.up is not None:
            self.up()


def _offered(rooms: Sequence[Room]) -> dict[str, Any]:
    """Return what some room offers the others, by name."""
    offers = ((one.name, getattr(room, one.name)) for one in fields(Offers) for room in rooms)
    return {name: offer for name, offer in offers if offer is not None}


def _cards(rooms: Sequence[Room]) -> tuple[Card, ...]:
    cards = [room.card for room in rooms if room.card is not None]
    return tuple(sorted(cards, key=lambda card: card.rank))


def _ticker(deps: Deps, rooms: Sequence[Room], timing: Timing) -> Ticker:
    riders = [rider for room in rooms for rider in room.riders]
    sweeper = Sweeper(
        deps,
        [claim for room in rooms for claim in room.claims],
        riders,
        [one for room in rooms for one in room.sweeps],
    )
    composer = Composer(deps.content, [kind for room in rooms for kind in room.kinds], riders)
    return Ticker(
        deps,
        sweeper,
        Dispatcher(deps, composer, timing),
        Reconciler(deps, composer, timing),
        Errands(deps, [one for room in rooms for one in room.errands]),
        timing.beat,
    )
