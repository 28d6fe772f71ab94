"""What somebody chose to learn more about; for their eyes only."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from bot.storage.types import UtcDateTime


class LearningChoice(SQLModel, table=True):
    """A member's leanings: the leaders' track, and a rough stretch that ends by itself."""

    __tablename__ = "learning_choice"

    workspace_id: str = Field(primary_key=True)
    member_id: str = Field(primary_key=True)
    leads: bool = False
    pressure_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
