"""Promises."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Encrypted, UtcDateTime

revision = "0004_commitments"
down_revision = "0003_pulse"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "commitment",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("promise_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.Column("to_id", sa.String(), nullable=True),
        sa.Column("text", Encrypted(), nullable=False),
        sa.Column("link", Encrypted(), nullable=True),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("grain", sa.String(), nullable=False),
        sa.Column("moved", sa.Boolean(), nullable=False),
        sa.Column("said_early", sa.Boolean(), nullable=False),
        sa.Column("checked_at", UtcDateTime(), nullable=True),
        sa.Column("at_risk", sa.Boolean(), nullable=True),
        sa.Column("asked_at", UtcDateTime(), nullable=True),
        sa.Column("not_yet_at", UtcDateTime(), nullable=True),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("ending", sa.String(), nullable=True),
        sa.Column("recurrence", sa.String(), nullable=True),
        sa.Column("first_at", UtcDateTime(), nullable=True),
        sa.Column("zone", sa.String(), nullable=True),
        sa.Column("instance_at", UtcDateTime(), nullable=True),
        sa.Column("ask_at", UtcDateTime(), nullable=True),
        sa.Column("look_at", UtcDateTime(), nullable=True),
        sa.Column("told_on", sa.String(), nullable=True),
        sa.Column("stopped_on", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "promise_id"),
    )
    op.create_index(
        "ix_commitment_ask",
        "commitment",
        ["ask_at"],
        unique=False,
        postgresql_where=sa.text("ask_at IS NOT NULL"),
        sqlite_where=sa.text("ask_at IS NOT NULL"),
    )
    op.create_index(
        "ix_commitment_look",
        "commitment",
        ["look_at"],
        unique=False,
        postgresql_where=sa.text("look_at IS NOT NULL"),
        sqlite_where=sa.text("look_at IS NOT NULL"),
    )
    op.create_index(
        "ix_commitment_member", "commitment", ["workspace_id", "member_id", "due_at"], unique=False
    )
    op.create_table(
        "fresh_start",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "member_id"),
    )


def downgrade() -> None:
    op.drop_table("fresh_start")
    op.drop_index("ix_commitment_member", table_name="commitment")
    op.drop_index(
        "ix_commitment_look",
        table_name="commitment",
        postgresql_where=sa.text("look_at IS NOT NULL"),
        sqlite_where=sa.text("look_at IS NOT NULL"),
    )
    op.drop_index(
        "ix_commitment_ask",
        table_name="commitment",
        postgresql_where=sa.text("ask_at IS NOT NULL"),
        sqlite_where=sa.text("ask_at IS NOT NULL"),
    )
    op.drop_table("commitment")
