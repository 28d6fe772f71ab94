"""For which opening a pulse's channel was looked at."""

import sqlalchemy as sa
from alembic import op

revision = "0011_pulse_looked"
down_revision = "0010_people_home"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("pulse", sa.Column("looked_on", sa.Date(), nullable=True))
