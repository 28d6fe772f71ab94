"""What in the reflections' table is somebody's."""

from sqlmodel import col

from bot.deps import Personal
from bot.rooms.reflection.tables import KeptReflection

PERSONAL = (
    Personal(
        KeptReflection,
        owners=["member_id"],
        old=lambda before: col(KeptReflection.kept_at) < before,
    ),
)
