"""Pulses: teams, polls, ballots, tallies, comments and what was published."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Encrypted, UtcDateTime

revision = "0003_pulse"
down_revision = "0003_nudges"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "poll",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("poll_id", sa.String(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("is_instant", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("opens_at", UtcDateTime(), nullable=False),
        sa.Column("last_opens_at", UtcDateTime(), nullable=False),
        sa.Column("reminds_at", UtcDateTime(), nullable=False),
        sa.Column("closes_at", UtcDateTime(), nullable=False),
        sa.Column("results_at", UtcDateTime(), nullable=False),
        sa.Column("minimum", sa.Integer(), nullable=False),
        sa.Column("has_comments", sa.Boolean(), nullable=False),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("statements", sa.JSON(), nullable=False),
        sa.Column("key", Encrypted(), nullable=True),
        sa.Column("is_wiped", sa.Boolean(), nullable=False),
        sa.Column("publication_id", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "poll_id"),
    )
    op.create_index(
        "ix_poll_open",
        "poll",
        ["closes_at"],
        unique=False,
        postgresql_where=sa.text("state = 'open'"),
        sqlite_where=sa.text("state = 'open'"),
    )
    op.create_index("ix_poll_team", "poll", ["workspace_id", "channel_id"], unique=False)
    op.create_index(
        "ix_poll_unwiped",
        "poll",
        ["closes_at"],
        unique=False,
        postgresql_where=sa.text("NOT is_wiped AND state <> 'open'"),
        sqlite_where=sa.text("NOT is_wiped AND state <> 'open'"),
    )
    op.create_index(
        "ix_poll_waiting",
        "poll",
        ["closes_at"],
        unique=False,
        postgresql_where=sa.text("state = 'waiting'"),
        sqlite_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "poll_ballot",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("poll_id", sa.String(), nullable=False),
        sa.Column("ballot", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "poll_id", "ballot"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "poll_comment",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("poll_id", sa.String(), nullable=False),
        sa.Column("comment_id", sa.String(), nullable=False),
        sa.Column("words", Encrypted(), nullable=True),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "poll_id", "comment_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "poll_member",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("poll_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "poll_id", "member_id"),
    )
    op.create_table(
        "poll_message",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("poll_id", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("delivery_id", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=True),
        sa.Column("ts", sa.String(), nullable=True),
        sa.Column("edit_due", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "poll_id", "target"),
    )
    op.create_index(
        "ix_poll_message_edit",
        "poll_message",
        ["poll_id"],
        unique=False,
        postgresql_where=sa.text("edit_due AND ts IS NOT NULL"),
        sqlite_where=sa.text("edit_due AND ts IS NOT NULL"),
    )
    op.create_table(
        "poll_tally",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("poll_id", sa.String(), nullable=False),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "poll_id", "statement", "score"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pulse",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=False),
        sa.Column("owner_id", sa.String(), nullable=True),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("minimum", sa.Integer(), nullable=False),
        sa.Column("has_comments", sa.Boolean(), nullable=False),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("next_opens_at", UtcDateTime(), nullable=True),
        sa.Column("paused_until", sa.Date(), nullable=True),
        sa.Column("stopped_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "channel_id"),
    )
    op.create_index(
        "ix_pulse_next",
        "pulse",
        ["next_opens_at"],
        unique=False,
        postgresql_where=sa.text("next_opens_at IS NOT NULL"),
        sqlite_where=sa.text("next_opens_at IS NOT NULL"),
    )
    op.create_table(
        "pulse_leaver",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "channel_id", "member_id"),
    )
    op.create_table(
        "pulse_publication",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("publication_id", sa.String(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("is_pool", sa.Boolean(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("decided_at", UtcDateTime(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("statements", sa.JSON(), nullable=False),
        sa.Column("ts", sa.String(), nullable=True),
        sa.Column("posted_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "publication_id"),
    )
    op.create_table(
        "team_promise",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("promise_id", sa.String(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("words", Encrypted(), nullable=True),
        sa.Column("keeper_id", sa.String(), nullable=True),
        sa.Column("report", sa.String(), nullable=True),
        sa.Column("has_ended", sa.Boolean(), nullable=False),
        sa.Column("ts", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "promise_id"),
    )


def downgrade() -> None:
    op.drop_table("team_promise")
    op.drop_table("pulse_publication")
    op.drop_table("pulse_leaver")
    op.drop_index(
        "ix_pulse_next",
        table_name="pulse",
        postgresql_where=sa.text("next_opens_at IS NOT NULL"),
        sqlite_where=sa.text("next_opens_at IS NOT NULL"),
    )
    op.drop_table("pulse")
    op.drop_table("poll_tally")
    op.drop_index(
        "ix_poll_message_edit",
        table_name="poll_message",
        postgresql_where=sa.text("edit_due AND ts IS NOT NULL"),
        sqlite_where=sa.text("edit_due AND ts IS NOT NULL"),
    )
    op.drop_table("poll_message")
    op.drop_table("poll_member")
    op.drop_table("poll_comment")
    op.drop_table("poll_ballot")
    op.drop_index(
        "ix_poll_waiting",
        table_name="poll",
        postgresql_where=sa.text("state = 'waiting'"),
        sqlite_where=sa.text("state = 'waiting'"),
    )
    op.drop_index(
        "ix_poll_unwiped",
        table_name="poll",
        postgresql_where=sa.text("NOT is_wiped AND state <> 'open'"),
        sqlite_where=sa.text("NOT is_wiped AND state <> 'open'"),
    )
    op.drop_index("ix_poll_team", table_name="poll")
    op.drop_index(
        "ix_poll_open",
        table_name="poll",
        postgresql_where=sa.text("state = 'open'"),
        sqlite_where=sa.text("state = 'open'"),
    )
    op.drop_table("poll")
