"""A full check under way, and charts asked for."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Encrypted, UtcDateTime

revision = "0002b_trustcheck"
down_revision = "0002_trustcheck"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "trust_chart",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("chart_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("subject", Encrypted(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "chart_id"),
    )
    op.create_table(
        "trust_draft",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.Column("draft_id", sa.String(), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.Column("answers", Encrypted(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "member_id"),
    )
    op.create_index(op.f("ix_trust_draft_changed_at"), "trust_draft", ["changed_at"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_trust_draft_changed_at"), table_name="trust_draft")
    op.drop_table("trust_draft")
    op.drop_table("trust_chart")
