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
