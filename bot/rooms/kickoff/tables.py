"""What the members of a team tell one another at its beginning, and the post that collects it."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column
from sqlmodel import Field, SQLModel

from bot.storage.types import Encrypted, UtcDateTime


class KickoffPost(SQLModel, table=True):
    """A channel's one post; it exists from the first entry on."""

    __tablename__ = "kickoff_post"

    workspace_id: str = Field(primary_key=True)
    channel_id: str = Field(primary_key=True)
    starter_id: str | None = None  # whose entry came first: asked if the post gets lost
    locale: str
    version: int = 0  # counts the changes of the entries
    said: int = 0  # the version last put into words
    delivery_id: str | None = None  # the last one planned
    ts: str | None = None  # where it stands


class KickoffEntry(SQLModel, table=True):
    """What somebody tells a channel."""

    __tablename__ = "kickoff_entry"

    workspace_id: str = Field(primary_key=True)
    channel_id: str = Field(primary_key=True)
    member_id: str = Field(primary_key=True)
    written_at: datetime = Field(sa_type=UtcDateTime)
    answers: Any = Field(sa_column=Column(Encrypted, nullable=False))  # text by field id


class KickoffDraft(SQLModel, table=True):
    """What somebody is about to tell, while they look at the preview."""

    __tablename__ = "kickoff_draft"

    workspace_id: str = Field(primary_key=True)
    channel_id: str = Field(primary_key=True)
    member_id: str = Field(primary_key=True)
    draft_id: str  # of this very text: only what was looked at is posted
    written_at: datetime = Field(sa_type=UtcDateTime)
    answers: Any = Field(sa_column=Column(Encrypted, nullable=False))
