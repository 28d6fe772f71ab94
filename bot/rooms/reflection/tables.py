"""The reflections that their authors chose to keep."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Index
from sqlmodel import Field, SQLModel

from bot.storage.types import Encrypted, UtcDateTime


class KeptReflection(SQLModel, table=True):
    """One reflection, for nobody's eyes but its author's."""

    __tablename__ = "reflection"
    __table_args__ = (Index("ix_reflection_member", "workspace_id", "member_id", "kept_at"),)

    workspace_id: str = Field(primary_key=True)
    reflection_id: str = Field(primary_key=True)
    member_id: str
    kept_at: datetime = Field(sa_type=UtcDateTime)
    answers: Any = Field(sa_column=Column(Encrypted, nullable=False))  # text by step id
