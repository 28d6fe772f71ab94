"""The house: workspaces, people, channels and the delivery ledger."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Encrypted, UtcDateTime

revision = "0001_house"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "channel",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("is_private", sa.Boolean(), nullable=False),
        sa.Column("is_shared", sa.Boolean(), nullable=False),
        sa.Column("is_archived", sa.Boolean(), nullable=False),
        sa.Column("bot_is_in", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "channel_id"),
    )
    op.create_table(
        "channel_member",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "channel_id", "member_id"),
    )
    op.create_table(
        "delivery",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("delivery_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("slot", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("try_at", UtcDateTime(), nullable=True),
        sa.Column("attempted_at", UtcDateTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("reads", sa.Integer(), nullable=False),
        sa.Column("content", Encrypted(), nullable=True),
        sa.Column("channel", sa.String(), nullable=True),
        sa.Column("ts", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "delivery_id"),
        sa.UniqueConstraint("workspace_id", "kind", "subject", "slot"),
    )
    op.create_index(
        "ix_delivery_due",
        "delivery",
        ["workspace_id", "due_at"],
        unique=False,
        postgresql_where=sa.text("state = 'due'"),
        sqlite_where=sa.text("state = 'due'"),
    )
    op.create_index(
        "ix_delivery_open",
        "delivery",
        ["workspace_id", "try_at"],
        unique=False,
        postgresql_where=sa.text("state IN ('sending', 'unknown')"),
        sqlite_where=sa.text("state IN ('sending', 'unknown')"),
    )
    op.create_table(
        "member",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.Column("slack_zone", sa.String(), nullable=True),
        sa.Column("slack_locale", sa.String(), nullable=True),
        sa.Column("is_full", sa.Boolean(), nullable=False),
        sa.Column("is_admin", sa.Boolean(), nullable=False),
        sa.Column("is_deactivated", sa.Boolean(), nullable=False),
        sa.Column("on_vacation", sa.Boolean(), nullable=False),
        sa.Column("dm_channel", sa.String(), nullable=True),
        sa.Column("zone", sa.String(), nullable=True),
        sa.Column("locale", sa.String(), nullable=True),
        sa.Column("slot_minutes", sa.Integer(), nullable=False),
        sa.Column("days", sa.String(), nullable=False),
        sa.Column("rhythm", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("work_start_minutes", sa.Integer(), nullable=False),
        sa.Column("work_end_minutes", sa.Integer(), nullable=False),
        sa.Column("notification", sa.String(), nullable=False),
        sa.Column("welcomed", sa.Boolean(), nullable=False),
        sa.Column("started_at", UtcDateTime(), nullable=True),
        sa.Column("paused_at", UtcDateTime(), nullable=True),
        sa.Column("paused_until", UtcDateTime(), nullable=True),
        sa.Column("next_slot_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "member_id"),
    )
    op.create_index(
        "ix_member_next_slot",
        "member",
        ["next_slot_at"],
        unique=False,
        postgresql_where=sa.text("next_slot_at IS NOT NULL"),
        sqlite_where=sa.text("next_slot_at IS NOT NULL"),
    )
    op.create_table(
        "seen_event",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("seen_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "event_id"),
    )
    op.create_table(
        "workspace",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("domain", sa.String(), nullable=False),
        sa.Column("bot_user_id", sa.String(), nullable=False),
        sa.Column("app_id", sa.String(), nullable=False),
        sa.Column("scopes", sa.String(), nullable=False),
        sa.Column("installer_id", sa.String(), nullable=True),
        sa.Column("token", Encrypted(), nullable=True),
        sa.Column("installed_at", UtcDateTime(), nullable=False),
        sa.Column("stopped_at", UtcDateTime(), nullable=True),
        sa.Column("stopped_reason", sa.String(), nullable=True),
        sa.Column("lease_owner", sa.String(), nullable=True),
        sa.Column("lease_until", UtcDateTime(), nullable=True),
        sa.Column("paused_until", UtcDateTime(), nullable=True),
        sa.Column("bucket_tokens", sa.Float(), nullable=True),
        sa.Column("bucket_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id"),
    )


def downgrade() -> None:
    op.drop_table("workspace")
    op.drop_table("seen_event")
    op.drop_index(
        "ix_member_next_slot",
        table_name="member",
        postgresql_where=sa.text("next_slot_at IS NOT NULL"),
        sqlite_where=sa.text("next_slot_at IS NOT NULL"),
    )
    op.drop_table("member")
    op.drop_index(
        "ix_delivery_open",
        table_name="delivery",
        postgresql_where=sa.text("state IN ('sending', 'unknown')"),
        sqlite_where=sa.text("state IN ('sending', 'unknown')"),
    )
    op.drop_index(
        "ix_delivery_due",
        table_name="delivery",
        postgresql_where=sa.text("state = 'due'"),
        sqlite_where=sa.text("state = 'due'"),
    )
    op.drop_table("delivery")
    op.drop_table("channel_member")
    op.drop_table("channel")
