"""What every room is given, and what a room declares: the contract between rooms and house."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import Clock
from bot.content import Content, Words
from bot.members.people import People
from bot.members.reader import Reader
from bot.members.tables import Member
from bot.ports import Offers
from bot.settings import Settings
from bot.slack.blocks import Block, Buildable, Message
from bot.slack.ids import MemberId, WorkspaceId
from bot.slack.inputs import (
    Closing,
    Command,
    Event,
    Later,
    Press,
    Reply,
    Shortcut,
    Submission,
    ViewRef,
)  # fmt: skip
from bot.slack.messenger import Messenger
from bot.storage.engine import Database


@dataclass(frozen=True)
class Deps(Offers):
    """The house's services, and what rooms offer to one another through it."""

    settings: Settings
    clock: Clock
    db: Database
    content: Content
    messenger: Messenger
    people: People
    wake: Callable[[], None]  # something is due now: don't wait for the tick
    cards: "Sequence[Card]" = ()
    kinds: "Sequence[Kind]" = ()
    personal: "Sequence[Personal]" = ()
    forgets: "Sequence[Forgets]" = ()

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
Hinders = Callable[[AsyncSession, Sequence[Due], datetime], Awaitable[Mapping[str, Decision]]]
Sent = Callable[[AsyncSession, Sequence[tuple[Due, str, str]]], Awaitable[None]]
Owners = Callable[[AsyncSession, Sequence[Due]], Awaitable[Mapping[str, MemberId]]]


@dataclass(frozen=True)
class Kind:
    """A sort of message the clock sends.

    compose: decides for a batch, by delivery id, inside the transaction that marks it `sending`;
        never calls Slack. hinders: what keeps those composed before from going again, or what
        they say now instead, by id.
    render: data → message, pure. sent: told (delivery, channel, ts) in the transaction that
        records it; ts is empty where only a person found a channel post.
    to_channel: seen by many, so at most once. owners: who is asked, by delivery id, about posts
        nobody knows the fate of. rides: waiting riders are put into the same message.
    """

    name: str
    compose: Compose
    render: Callable[[Words, Mapping[str, Any]], Message]
    sent: Sent | None = None
    to_channel: bool = False
    owners: Owners | None = None
    rides: bool = False
    hinders: Hinders | None = None


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

    wants: who of one workspace should get it, each with None, or the `Skip` that says why not.
    """

    kind: str
    rank: int
    wants: Callable[
        [Deps, AsyncSession, WorkspaceId, Sequence[AtSlot], datetime],
        Awaitable[Mapping[MemberId, Skip | None]],
    ]


Riding = Mapping[MemberId, Mapping[str, Any]]
Standing = Callable[[AsyncSession, WorkspaceId, Riding, datetime], Awaitable[Riding]]
Waiting = Callable[[Deps, AsyncSession, WorkspaceId, Sequence[Member], datetime], Awaitable[Riding]]


@dataclass(frozen=True)
class Rider:
    """Something small that rides in the slot's message, or goes alone if nothing else comes.

    waiting: what there is for each member, as JSON. render: its blocks. taken: told what of it
        went into a message, in the transaction that marks that one `sending`. returned: told
        what waits again, for that didn't arrive. standing: what of it a later change still says.
    """

    name: str
    waiting: Waiting
    render: Callable[[Words, Mapping[str, Any]], Sequence[Buildable | Block]]
    taken: Callable[[AsyncSession, WorkspaceId, Riding, datetime], Awaitable[None]] | None = None
    returned: Callable[[AsyncSession, WorkspaceId, Riding], Awaitable[None]] | None = None
    standing: Standing | None = None


@dataclass(frozen=True)
class Sweep:
    """Turns what has become due in a room's own tables into deliveries.

    due: which rows are, at `NOW`. run: in a write transaction; handles up to *limit*, returns how
    many.
    """

    name: str
    due: ColumnElement[bool]
    run: Callable[[Deps, AsyncSession, datetime, int], Awaitable[int]]


@dataclass(frozen=True)
class Next:
    """What is left of an errand: *data* is JSON, kept encrypted, for its next step.

    after: not before so long from now, by the database's time: Slack's limits. at: not before
    then (aware UTC), by the clock: the occasion.
    """

    data: Mapping[str, Any] = field(default_factory=dict)
    after: timedelta = timedelta()
    at: datetime | None = None


@dataclass(frozen=True)
class Errand:
    """Work for the clock that calls Slack, but whose messages aren't owed: a sync, a clearing up.

    step: does a few calls' worth and returns what is left, None when nothing is; harmless to
        repeat, for a killed worker's is done again. What Slack is too busy for is tried again
        when it says; other failures with back-off, not for ever. nightly: for each workspace.
    given_up: tells the member who asked for it what became of it; takes what was left of it, and
        the house's sentence about the failure.
    """

    name: str
    step: Callable[[Deps, WorkspaceId, Mapping[str, Any]], Awaitable[Next | None]]
    nightly: bool = False
    given_up: Callable[[Deps, Reader, Mapping[str, Any], str], Awaitable[None]] | None = None


@dataclass(frozen=True)
class Personal:
    """A table with people in it: what is erased, exported, and let go of when it is old.

    owners: columns that say whose a row is; it is erased with them, and in their export.
    emptied, renamed: others' columns that name somebody: made null, or someone no longer here.
    told: how a row reads in the member's export, None to leave it out; by default each column.
    old: which rows haven't been of use since an instant (aware UTC); they go after *kept_for*,
        or sooner where the workspace says so.
    """

    table: Any
    owners: Sequence[str] = ()
    emptied: Sequence[str] = ()
    renamed: Sequence[str] = ()
    told: Callable[[Any, MemberId], Mapping[str, Any] | None] | None = None
    old: Callable[[datetime], ColumnElement[bool]] | None = None
    kept_for: timedelta = timedelta(days=730)


# What a room does besides, in the transaction that forgets a member, before their rows go.
Forgets = Callable[[AsyncSession, WorkspaceId, MemberId, datetime], Awaitable[None]]


@dataclass(frozen=True)
class Card:
    """A room's part of the App Home; the lowest *rank* stands first."""

    rank: int
    blocks: Callable[[Deps, AsyncSession, Reader], Awaitable[Sequence[Buildable | Block]]]


# What a room does after somebody's own act, once it was answered; None where nothing. It may be
# lost. The view is the modal or Home they acted in, if any.
AfterAct = Callable[[Deps, Reader, ViewRef | None], Later | None]


@dataclass(frozen=True)
class Room(Offers):
    """A feature: what it answers to, by id, what it has the clock do, and what it offers others.

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
    errands: Sequence[Errand] = ()
    personal: Sequence[Personal] = ()
    forgets: Forgets | None = None
    card: Card | None = None
    after_act: AfterAct | None = None
