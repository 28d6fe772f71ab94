"""What every room is given, and what a room declares: the contract between rooms and house."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import Clock
from bot.content import Content, Words
from bot.members.people import People
from bot.members.reader import Reader
from bot.members.tables import Member
from bot.settings import Settings
from bot.slack.blocks import Block, Buildable, Message
from bot.slack.ids import MemberId, WorkspaceId
from bot.slack.inputs import (
    Closing,
    Command,
    Event,
    Press,
    Reply,
    Shortcut,
    Submission,
)
from bot.slack.messenger import Messenger
from bot.storage.engine import Database


@dataclass(frozen=True)
class Deps:
    """The house's services, and what rooms offer to one another through it."""

    settings: Settings
    clock: Clock
    db: Database
    content: Content
    messenger: Messenger
    people: People
    wake: Callable[[], None]  # something is due now: don't wait for the tick
    cards: "Sequence[Card]" = ()
    weakest: "Weakest | None" = None

    def words(self, who: Reader) -> Words:
        return self.content.words(who.locale)


OnCommand = Callable[[Deps, Command], Awaitable[Reply]]
OnPress = Callable[[Deps, Press], Awaitable[Reply]]
OnSubmit = Callable[[Deps, Submission], Awaitable[Reply]]
OnClose = Callable[[Deps, Closing], Awaitable[Reply]]
OnShortcut = Callable[[Deps, Shortcut], Awaitable[Reply]]
OnEvent = Callable[[Deps, Event], Awaitable[Reply]]


@dataclass(frozen=True)
class Due:
    """A delivery as its room sees it: *due_at* is aware UTC, *slot* the occasion's key."""

    id: str
    workspace: WorkspaceId
    kind: str
    subject: str
    slot: str
    target: str
    due_at: datetime


@dataclass(frozen=True)
class Composed:
    """What to say, chosen once: *data* is JSON, kept encrypted, and rendered again on a resend.

    *edit* is the (channel, ts) of a message to change instead of posting a new one.
    """

    locale: str
    data: Mapping[str, Any]
    thread_ts: str | None = None
    edit: tuple[str, str] | None = None


@dataclass(frozen=True)
class Skip:
    """Not to be sent, for a named reason that is counted."""

    reason: str


@dataclass(frozen=True)
class Wait:
    """Not yet: to be looked at again at *until* (aware UTC, by the clock)."""

    until: datetime


Decision = Composed | Skip | Wait
Compose = Callable[[Deps, AsyncSession, Sequence[Due], datetime], Awaitable[Mapping[str, Decision]]]
Sent = Callable[[AsyncSession, Sequence[tuple[Due, str, str]]], Awaitable[None]]


@dataclass(frozen=True)
class Kind:
    """A sort of message the clock sends.

    compose: decides for a batch, by delivery id, inside the transaction that marks it `sending`;
        never calls Slack. render: data → message, pure. sent: told (delivery, channel, ts) in
        the transaction that records it. to_channel: seen by many, so at most once.
    rides: waiting riders are put into the same message.
    """

    name: str
    compose: Compose
    render: Callable[[Words, Mapping[str, Any]], Message]
    sent: Sent | None = None
    to_channel: bool = False
    rides: bool = False


@dataclass(frozen=True)
class AtSlot:
    """A member whose daily slot has come: *on* is their local date; *off* holiday or vacation."""

    member: Member
    at: datetime
    on: date
    off: bool


@dataclass(frozen=True)
class SlotClaim:
    """A kind's wish for the one message of the slot; the lowest *rank* gets it.

    wants: the members of one workspace who should get it, each with None, or with the `Skip`
        that names why not. Members it doesn't name don't want it.
    """

    kind: str
    rank: int
    wants: Callable[
        [AsyncSession, WorkspaceId, Sequence[AtSlot], datetime],
        Awaitable[Mapping[MemberId, Skip | None]],
    ]


@dataclass(frozen=True)
class Rider:
    """Something small that rides in the slot's message, or goes alone if nothing else comes.

    waiting: what there is for each member, as JSON data. render: its blocks.
    """

    name: str
    waiting: Callable[
        [Deps, AsyncSession, WorkspaceId, Sequence[Member], datetime],
        Awaitable[Mapping[MemberId, Mapping[str, Any]]],
    ]
    render: Callable[[Words, Mapping[str, Any]], Sequence[Buildable | Block]]


@dataclass(frozen=True)
class Sweep:
    """Turns what has become due in a room's own tables into deliveries.

    run: inside one write transaction; handles up to *limit* rows, returns how many it handled.
    """

    name: str
    run: Callable[[Deps, AsyncSession, datetime, int], Awaitable[int]]


@dataclass(frozen=True)
class Card:
    """A room's part of the App Home; the lowest *rank* stands first."""

    rank: int
    blocks: Callable[[Deps, AsyncSession, Reader], Awaitable[Sequence[Buildable | Block]]]


# Offered by the trust check to whoever chooses practices: the factor to start with (C, R, I or S)
# of each of the members who has checked.
Weakest = Callable[
    [AsyncSession, WorkspaceId, Sequence[MemberId]], Awaitable[Mapping[MemberId, str]]
]


@dataclass(frozen=True)
class Room:
    """A feature: what it answers to, by id, and what it has the clock do.

    words: what may stand behind `/trustcheck`. aliases: slash commands that stand for a word.
    """

    name: str
    words: Mapping[str, OnCommand] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    actions: Mapping[str, OnPress] = field(default_factory=dict)
    views: Mapping[str, OnSubmit] = field(default_factory=dict)
    closings: Mapping[str, OnClose] = field(default_factory=dict)
    shortcuts: Mapping[str, OnShortcut] = field(default_factory=dict)
    events: Mapping[str, OnEvent] = field(default_factory=dict)
    kinds: Sequence[Kind] = ()
    claims: Sequence[SlotClaim] = ()
    riders: Sequence[Rider] = ()
    sweeps: Sequence[Sweep] = ()
    card: Card | None = None
    weakest: Weakest | None = None
