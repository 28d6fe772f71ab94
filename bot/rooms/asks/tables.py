"""What was asked of whom, and who wants no asks."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Index
from sqlmodel import Field, SQLModel

from bot.storage.types import Encrypted, UtcDateTime


class Ask(SQLModel, table=True):
    """One person asking another for a second view.

    state: open → answered | declined. Whether it was declined is never shown to the asker.
    """

    __tablename__ = "ask"
    __table_args__ = (
        Index("ix_ask_asked", "workspace_id", "asked_id", "asked_at"),
        Index("ix_ask_asker", "workspace_id", "asker_id", "asked_at"),
    )

    workspace_id: str = Field(primary_key=True)
    ask_id: str = Field(primary_key=True)
    asker_id: str
    asked_id: str
    asked_at: datetime = Field(sa_type=UtcDateTime)
    state: str = "open"
    offered_on: date | None = None  # the day (UTC) on which it rode in their slot
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    told_on: date | None = None  # the day (UTC) on which the asker heard of it
    answer: Any = Field(default=None, sa_column=Column(Encrypted))  # {"most", "more", "change"}


class AskChoice(SQLModel, table=True):
    """Whether somebody takes asks; they do unless they said no."""

    __tablename__ = "ask_choice"

    workspace_id: str = Field(primary_key=True)
    member_id: str = Field(primary_key=True)
    is_off: bool = False
