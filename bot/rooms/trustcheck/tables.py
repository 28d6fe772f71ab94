"""The trust check's rows."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Index
from sqlmodel import Field, SQLModel

from bot.storage.types import Encrypted, UtcDateTime


class Check(SQLModel, table=True):
    """One self-check; subject and scores are for nobody's eyes but its author's."""

    __tablename__ = "trust_check"
    __table_args__ = (Index("ix_trust_check_member", "workspace_id", "member_id", "taken_at"),)

    workspace_id: str = Field(primary_key=True)
    check_id: str = Field(primary_key=True)
    member_id: str
    form: str  # quick or full
    taken_at: datetime = Field(sa_type=UtcDateTime)
    answers: Any = Field(sa_column=Column(Encrypted, nullable=False))  # {"subject", "scores"}


class CheckDraft(SQLModel, table=True):
    """A full check under way, one a member; gone when it is finished, or after a day."""

    __tablename__ = "trust_draft"

    workspace_id: str = Field(primary_key=True)
    member_id: str = Field(primary_key=True)
    draft_id: str  # becomes the check's id
    changed_at: datetime = Field(sa_type=UtcDateTime, index=True)
    answers: Any = Field(sa_column=Column(Encrypted, nullable=False))  # {"subject", "chosen"}


class ChartRequest(SQLModel, table=True):
    """A chart somebody asked for, until it has been sent."""

    __tablename__ = "trust_chart"

    workspace_id: str = Field(primary_key=True)
    chart_id: str = Field(primary_key=True)  # the history window it was asked for in
    member_id: str
    asked_at: datetime = Field(sa_type=UtcDateTime)
    subject: Any = Field(default=None, sa_column=Column(Encrypted))
