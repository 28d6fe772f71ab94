"""What the members of a team tell one another at its beginning."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Encrypted, UtcDateTime

revision = "0007_kickoff"
down_revision = "0006_nudges"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "kickoff_draft",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.Column("draft_id", sa.String(), nullable=False),
        sa.Column("written_at", UtcDateTime(), nullable=False),
        sa.Column("answers", Encrypted(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "channel_id", "member_id"),
    )
    op.create_table(
        "kickoff_entry",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.Column("written_at", UtcDateTime(), nullable=False),
        sa.Column("answers", Encrypted(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "channel_id", "member_id"),
    )
    op.create_table(
        "kickoff_post",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=False),
        sa.Column("starter_id", sa.String(), nullable=True),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("said", sa.Integer(), nullable=False),
        sa.Column("delivery_id", sa.String(), nullable=True),
        sa.Column("ts", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "channel_id"),
    )


def downgrade() -> None:
    op.drop_table("kickoff_post")
    op.drop_table("kickoff_entry")
    op.drop_table("kickoff_draft")
