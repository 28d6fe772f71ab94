"""What people choose to learn."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import UtcDateTime

revision = "0002e_learning"
down_revision = "0002d_asks"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "learning_choice",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.Column("leads", sa.Boolean(), nullable=False),
        sa.Column("pressure_until", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "member_id"),
    )


def downgrade() -> None:
    op.drop_table("learning_choice")
