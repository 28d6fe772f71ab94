"""Promises as rows; what people wrote is encrypted."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Index, text
from sqlmodel import Field, SQLModel

from bot.storage.types import Encrypted, UtcDateTime, Zone

TO_ASK = text("ask_at IS NOT NULL")
TO_LOOK_AT = text("look_at IS NOT NULL")


class Commitment(SQLModel, table=True):
    """A promise, from its capture to how it ended; what may happen to it stands in `rules.py`."""

    __table_args__ = (
        Index("ix_commitment_member", "workspace_id", "member_id", "due_at"),
        Index("ix_commitment_ask", "ask_at", postgresql_where=TO_ASK, sqlite_where=TO_ASK),
        Index(
            "ix_commitment_look", "look_at", postgresql_where=TO_LOOK_AT, sqlite_where=TO_LOOK_AT
        ),
    )

    workspace_id: str = Field(primary_key=True)
    promise_id: str = Field(primary_key=True)
    member_id: str
    to_id: str | None = None
    text: Any = Field(sa_column=Column(Encrypted, nullable=False))
    link: Any = Field(default=None, sa_column=Column(Encrypted))  # to the message it came from
    # Where it stands.
    made_at: datetime = Field(sa_type=UtcDateTime)
    due_at: datetime = Field(sa_type=UtcDateTime)
    grain: str  # "time", or "day": due when that day's work ends
    moved: bool = False
    said_early: bool = False
    checked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    at_risk: bool | None = None
    asked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    not_yet_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ending: str | None = None
    # The cadence it belongs to, if any.
    recurrence: str | None = None
    first_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    zone: str | None = Field(default=None, sa_type=Zone)
    instance_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # What the clock is to do with it.
    ask_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # None: in the slot, or done
    look_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # whether word came
    told_on: str | None = None  # the local date on which it was said to be due today, ISO
    stopped_on: str = ""  # local dates on which the clock stood still since it was due, ISO


class FreshStart(SQLModel, table=True):
    """Since when somebody's promises are counted, where they chose to start afresh."""

    __tablename__ = "fresh_start"

    workspace_id: str = Field(primary_key=True)
    member_id: str = Field(primary_key=True)
    since: datetime = Field(sa_type=UtcDateTime)
