"""Who was forgotten, errands, and what a workspace's admins chose."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Encrypted, UtcDateTime

revision = "0005_privacy"
down_revision = "0004_commitments"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "errand",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("errand_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=True),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("try_at", UtcDateTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("data", Encrypted(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "errand_id"),
    )
    op.create_index("ix_errand_due", "errand", ["due_at"], unique=False)
    op.create_table(
        "tombstone",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "mark"),
    )
    op.create_table(
        "tombstone_key",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("key", Encrypted(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id"),
    )
    op.create_table(
        "workspace_choice",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("switched_off", sa.JSON(), nullable=False),
        sa.Column("admins_only", sa.Boolean(), nullable=False),
        sa.Column("retention_days", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id"),
    )


def downgrade() -> None:
    op.drop_table("workspace_choice")
    op.drop_table("tombstone_key")
    op.drop_table("tombstone")
    op.drop_index("ix_errand_due", table_name="errand")
    op.drop_table("errand")
