"""The errands' one table."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Index
from sqlmodel import Field, SQLModel

from bot.storage.types import Encrypted, UtcDateTime


class ErrandRow(SQLModel, table=True):
    """An errand and what is left of it; gone when it is done, unless it comes every night."""

    __tablename__ = "errand"
    __table_args__ = (Index("ix_errand_due", "due_at"),)

    workspace_id: str = Field(primary_key=True)
    errand_id: str = Field(primary_key=True)  # a nightly one's is its name
    name: str
    member_id: str | None = None  # whose it is, if anybody's
    due_at: datetime = Field(sa_type=UtcDateTime)  # by the movable clock
    try_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # by the database's time
    attempts: int = 0
    data: Any = Field(default=None, sa_column=Column(Encrypted))
