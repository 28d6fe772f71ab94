"""On which day somebody last opened Home: whether what they do shows there at once."""

import sqlalchemy as sa
from alembic import op

revision = "0010_people_home"
down_revision = "0009_nudges_language"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("member", sa.Column("home_opened_on", sa.Date(), nullable=True))
