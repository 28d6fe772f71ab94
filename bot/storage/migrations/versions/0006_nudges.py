"""What nudges and settings keep besides."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Encrypted, UtcDateTime

revision = "0006_nudges"
down_revision = "0005_privacy"
branch_labels = None
depends_on = None


def upgrade() -> None:
    no = sa.false()
    op.add_column("member", sa.Column("recap", sa.Boolean(), server_default=no, nullable=False))
    op.add_column(
        "member", sa.Column("may_be_suggested", sa.Boolean(), server_default=no, nullable=False)
    )
    op.add_column("member", sa.Column("never_suggest", Encrypted(), nullable=True))
    op.add_column(
        "member", sa.Column("unanswered", sa.Integer(), server_default="0", nullable=False)
    )
    op.add_column("member", sa.Column("slowed", sa.String(), server_default="", nullable=False))
    op.add_column(
        "member", sa.Column("slowed_told", sa.Boolean(), server_default=no, nullable=False)
    )
    op.add_column("nudge", sa.Column("reacted_at", UtcDateTime(), nullable=True))
    op.add_column("nudge", sa.Column("teammate_id", sa.String(), nullable=True))


def downgrade() -> None:
    for column in ("teammate_id", "reacted_at"):
        op.drop_column("nudge", column)
    for column in (
        "slowed_told", "slowed", "unanswered", "never_suggest", "may_be_suggested", "recap",
    ):  # fmt: skip
        op.drop_column("member", column)
