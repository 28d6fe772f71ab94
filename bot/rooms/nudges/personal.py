"""What in the nudges' tables is somebody's."""

from datetime import timedelta

from sqlmodel import col

from bot.deps import Personal
from bot.rooms.nudges.tables import HiddenPractice, Nudge

PERSONAL = (
    Personal(
        Nudge,
        owners=["member_id"],
        emptied=["teammate_id"],
        old=lambda before: col(Nudge.shown_at) < before,
    ),
    Personal(
        HiddenPractice,
        owners=["member_id"],
        old=lambda before: col(HiddenPractice.until) < before,
        kept_for=timedelta(days=1),
    ),
)
