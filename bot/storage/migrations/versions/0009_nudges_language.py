"""Whether somebody has been asked which of our languages they read."""

import sqlalchemy as sa
from alembic import op

revision = "0009_nudges_language"
down_revision = "0008_hold"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "member",
        sa.Column("language_asked", sa.Boolean(), server_default=sa.false(), nullable=False),
    )


def downgrade() -> None:
    op.drop_column("member", "language_asked")
