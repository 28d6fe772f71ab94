"""Rows about teams' pulses. Who was asked and what was answered stand apart; nothing joins them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, text
from sqlmodel import Field, SQLModel

from bot.storage.types import Encrypted, UtcDateTime, Zone

COMES = text("next_opens_at IS NOT NULL")
OPEN = text("state = 'open'")
WAITING = text("state = 'waiting'")
TO_EDIT = text("edit_due AND ts IS NOT NULL")
UNWIPED = text("NOT is_wiped AND state <> 'open'")
# Without a rowid SQLite lays rows by their key, which is random here: no order to be read.
BY_KEY = {"sqlite_with_rowid": False}


class Pulse(SQLModel, table=True):
    """A team's pulse as set up: the team is the channel. Changes hold from the next poll on."""

    __table_args__ = (
        Index("ix_pulse_next", "next_opens_at", postgresql_where=COMES, sqlite_where=COMES),
    )

    workspace_id: str = Field(primary_key=True)
    channel_id: str = Field(primary_key=True)
    owner_id: str | None = None
    zone: str = Field(sa_type=Zone)  # the team's: the one of whoever set it up
    country: str | None = None
    weekday: int
    weeks: int
    minimum: int
    has_comments: bool
    locale: str
    first_on: date
    next_on: date | None = None
    next_opens_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    looked_on: date | None = None  # the opening for which Slack was asked about the channel
    paused_until: date | None = None
    stopped_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class PulseLeaver(SQLModel, table=True):
    """Somebody who left a team's poll: they aren't asked, and nobody is told."""

    __tablename__ = "pulse_leaver"

    workspace_id: str = Field(primary_key=True)
    channel_id: str = Field(primary_key=True)
    member_id: str = Field(primary_key=True)


class Poll(SQLModel, table=True):
    """One poll, with all that is frozen when it opens.

    state: open → published | waiting | deleted; waiting → published | deleted.
    """

    __table_args__ = (
        Index("ix_poll_open", "closes_at", postgresql_where=OPEN, sqlite_where=OPEN),
        Index("ix_poll_unwiped", "closes_at", postgresql_where=UNWIPED, sqlite_where=UNWIPED),
        Index("ix_poll_waiting", "closes_at", postgresql_where=WAITING, sqlite_where=WAITING),
        Index("ix_poll_team", "workspace_id", "channel_id"),
    )

    workspace_id: str = Field(primary_key=True)
    poll_id: str = Field(primary_key=True)
    channel_id: str
    number: int  # of the team's, from 1
    is_instant: bool = False
    state: str = "open"
    opens_on: date
    opens_at: datetime = Field(sa_type=UtcDateTime)
    last_opens_at: datetime = Field(sa_type=UtcDateTime)
    reminds_at: datetime = Field(sa_type=UtcDateTime)
    closes_at: datetime = Field(sa_type=UtcDateTime)
    results_at: datetime = Field(sa_type=UtcDateTime)
    minimum: int
    has_comments: bool
    locale: str
    zone: str = Field(sa_type=Zone)
    country: str | None = None
    # What is asked (the anchor, each factor) → id, text, ends, and whether it is turned round.
    statements: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    key: Any = Field(default=None, sa_column=Column(Encrypted))  # of the ballots; gone at closing
    is_wiped: bool = False  # what closing deleted is gone from SQLite's log, too
    publication_id: str | None = None


class PollMember(SQLModel, table=True):
    """Who is asked, frozen at opening. Nothing is ever written here after it."""

    __tablename__ = "poll_member"

    workspace_id: str = Field(primary_key=True)
    poll_id: str = Field(primary_key=True)
    member_id: str = Field(primary_key=True)


class PollMessage(SQLModel, table=True):
    """Where a poll stands before somebody; after closing, all these get the same edit."""

    __tablename__ = "poll_message"
    __table_args__ = (
        Index("ix_poll_message_edit", "poll_id", postgresql_where=TO_EDIT, sqlite_where=TO_EDIT),
    )

    workspace_id: str = Field(primary_key=True)
    poll_id: str = Field(primary_key=True)
    target: str = Field(primary_key=True)  # a member, or the channel of an instant poll
    delivery_id: str
    channel: str | None = None
    ts: str | None = None
    edit_due: bool = False  # the poll has closed, and the edit isn't planned yet


class PollBallot(SQLModel, table=True):
    """That somebody has answered; a keyed hash, deleted at closing."""

    __tablename__ = "poll_ballot"
    __table_args__ = BY_KEY

    workspace_id: str = Field(primary_key=True)
    poll_id: str = Field(primary_key=True)
    ballot: str = Field(primary_key=True)


class PollTally(SQLModel, table=True):
    """How often a score was given to a statement; every row there from the opening on."""

    __tablename__ = "poll_tally"
    __table_args__ = BY_KEY

    workspace_id: str = Field(primary_key=True)
    poll_id: str = Field(primary_key=True)
    statement: str = Field(primary_key=True)
    score: int = Field(primary_key=True)
    count: int = 0


class PollComment(SQLModel, table=True):
    """A comment, under a random id; written anew in random order at closing."""

    __tablename__ = "poll_comment"
    __table_args__ = BY_KEY

    workspace_id: str = Field(primary_key=True)
    poll_id: str = Field(primary_key=True)
    comment_id: str = Field(primary_key=True)
    words: Any = Field(default=None, sa_column=Column(Encrypted))
    removed: bool = False


class Publication(SQLModel, table=True):
    """All that is ever shown of a poll or a pool; whom it asked is read from its polls."""

    __tablename__ = "pulse_publication"

    workspace_id: str = Field(primary_key=True)
    publication_id: str = Field(primary_key=True)
    channel_id: str
    number: int  # of its latest poll
    is_pool: bool = False
    opened_on: date  # its latest poll's
    decided_at: datetime = Field(sa_type=UtcDateTime)
    answers: int
    figures: dict[str, int] = Field(sa_column=Column(JSON, nullable=False))  # asked → tenths
    statements: dict[str, str] = Field(sa_column=Column(JSON, nullable=False))  # empty for a pool
    ts: str | None = None  # of the post in the channel
    posted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class TeamPromise(SQLModel, table=True):
    """A promise of the whole team; no view names who looks after it."""

    __tablename__ = "team_promise"

    workspace_id: str = Field(primary_key=True)
    promise_id: str = Field(primary_key=True)
    channel_id: str
    number: int  # of the team's, from 1; the highest is the current one
    words: Any = Field(default=None, sa_column=Column(Encrypted))
    keeper_id: str | None = None
    report: str | None = None
    has_ended: bool = False
    ts: str | None = None  # of its post in the channel


TABLES: tuple[Any, ...] = (
    Pulse, PulseLeaver, Poll, PollMember, PollMessage, PollBallot, PollTally, PollComment,
    Publication, TeamPromise,
)  # fmt: skip
