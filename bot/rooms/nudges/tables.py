"""The nudges' rows."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from bot.storage.types import UtcDateTime


class Nudge(SQLModel, table=True):
    """A practice somebody was shown, whatever the trigger, and what they pressed."""

    __table_args__ = (Index("ix_nudge_member", "workspace_id", "member_id", "shown_at"),)

    workspace_id: str = Field(primary_key=True)
    nudge_id: str = Field(primary_key=True)  # the delivery's id, where the clock chose it
    member_id: str
    shown_at: datetime = Field(sa_type=UtcDateTime)
    on_date: str  # the member's local date, ISO
    trigger: str  # slot, another, asked, or check: in its result
    practice_id: str
    wording_id: str
    factor: str
    side: str
    why: str
    reaction: str | None = None  # done, another, hidden, promised; later until it comes again
    reacted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    teammate_id: str | None = None  # whom *Suggest someone* named


class HiddenPractice(SQLModel, table=True):
    """A practice somebody doesn't want to see for a while."""

    __tablename__ = "hidden_practice"

    workspace_id: str = Field(primary_key=True)
    member_id: str = Field(primary_key=True)
    practice_id: str = Field(primary_key=True)
    until: datetime = Field(sa_type=UtcDateTime)
