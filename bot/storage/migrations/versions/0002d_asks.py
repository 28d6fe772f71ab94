"""Asks for a second view."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Encrypted, UtcDateTime

revision = "0002d_asks"
down_revision = "0002c_reflection"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ask",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("ask_id", sa.String(), nullable=False),
        sa.Column("asker_id", sa.String(), nullable=False),
        sa.Column("asked_id", sa.String(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("offered_on", sa.Date(), nullable=True),
        sa.Column("answered_at", UtcDateTime(), nullable=True),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("answer", Encrypted(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "ask_id"),
    )
    op.create_index("ix_ask_asked", "ask", ["workspace_id", "asked_id", "asked_at"], unique=False)
    op.create_index("ix_ask_asker", "ask", ["workspace_id", "asker_id", "asked_at"], unique=False)
    op.create_table(
        "ask_choice",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.Column("is_off", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "member_id"),
    )


def downgrade() -> None:
    op.drop_table("ask_choice")
    op.drop_index("ix_ask_asker", table_name="ask")
    op.drop_index("ix_ask_asked", table_name="ask")
    op.drop_table("ask")
