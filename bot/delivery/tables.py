"""The ledger's one table."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from bot.storage.types import Encrypted, UtcDateTime

DUE = text("state = 'due'")
OPEN = text("state IN ('sending', 'unknown')")


class Delivery(SQLModel, table=True):
    """One message the clock owes somebody; its key makes planning it twice harmless.

    state: due → sending → sent | refused | failed | unknown → due | sent | doubt; or skipped.
    """

    __table_args__ = (
        UniqueConstraint("workspace_id", "kind", "subject", "slot"),
        Index("ix_delivery_due", "workspace_id", "due_at", postgresql_where=DUE, sqlite_where=DUE),
        Index(
            "ix_delivery_open", "workspace_id", "try_at", postgresql_where=OPEN, sqlite_where=OPEN
        ),
    )

    workspace_id: str = Field(primary_key=True)
    delivery_id: str = Field(primary_key=True)  # opaque; stands in the message's metadata
    kind: str
    subject: str  # whom or what it is about: member, channel or poll
    slot: str  # which occasion: a local date, an hour, a poll number
    target: str  # the member or channel it is posted to
    state: str = "due"
    due_at: datetime = Field(sa_type=UtcDateTime)  # by the movable clock
    # By the database's time:
    try_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # not before; None: at once
    attempted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    attempts: int = 0
    reads: int = 0  # how often reconcile looked and found nothing
    content: Any = Field(default=None, sa_column=Column(Encrypted))
    channel: str | None = None
    ts: str | None = None
    reason: str | None = None
