"""When somebody last worked on a workspace, and what is held after a silence."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import UtcDateTime

revision = "0008_hold"
down_revision = "0007_kickoff"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("workspace", sa.Column("alive_at", UtcDateTime(), nullable=True))
    op.add_column("workspace", sa.Column("held_until", UtcDateTime(), nullable=True))
