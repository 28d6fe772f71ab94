"""The reflections people chose to keep."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Encrypted, UtcDateTime

revision = "0002c_reflection"
down_revision = "0002b_trustcheck"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reflection",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("reflection_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.Column("kept_at", UtcDateTime(), nullable=False),
        sa.Column("answers", Encrypted(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "reflection_id"),
    )
    op.create_index(
        "ix_reflection_member", "reflection", ["workspace_id", "member_id", "kept_at"], unique=False
    )


def downgrade() -> None:
    op.drop_index("ix_reflection_member", table_name="reflection")
    op.drop_table("reflection")
