"""Nudges."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import UtcDateTime

revision = "0003_nudges"
down_revision = "0002e_learning"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "hidden_practice",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.Column("practice_id", sa.String(), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "member_id", "practice_id"),
    )
    op.create_table(
        "nudge",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("nudge_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.Column("shown_at", UtcDateTime(), nullable=False),
        sa.Column("on_date", sa.String(), nullable=False),
        sa.Column("trigger", sa.String(), nullable=False),
        sa.Column("practice_id", sa.String(), nullable=False),
        sa.Column("wording_id", sa.String(), nullable=False),
        sa.Column("factor", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("reaction", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "nudge_id"),
    )
    op.create_index(
        "ix_nudge_member", "nudge", ["workspace_id", "member_id", "shown_at"], unique=False
    )


def downgrade() -> None:
    op.drop_index("ix_nudge_member", table_name="nudge")
    op.drop_table("nudge")
    op.drop_table("hidden_practice")
