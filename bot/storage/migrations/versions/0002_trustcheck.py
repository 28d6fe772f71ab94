"""The trust check."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Encrypted, UtcDateTime

revision = "0002_trustcheck"
down_revision = "0001_house"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "trust_check",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("check_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("taken_at", UtcDateTime(), nullable=False),
        sa.Column("answers", Encrypted(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "check_id"),
    )
    op.create_index(
        "ix_trust_check_member",
        "trust_check",
        ["workspace_id", "member_id", "taken_at"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index("ix_trust_check_member", table_name="trust_check")
    op.drop_table("trust_check")
