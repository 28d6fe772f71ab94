"""When nudges slowed down by themselves: news of it is old after a week."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import UtcDateTime

revision = "0012_nudges_slowed_at"
down_revision = "0011_pulse_looked"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("member", sa.Column("slowed_at", UtcDateTime(), nullable=True))
