"""What in the promises' tables is somebody's; others' promises to them stay, without their name."""

from sqlmodel import col

from bot.deps import Personal
from bot.rooms.commitments.tables import Commitment, FreshStart

PERSONAL = (
    Personal(
        Commitment,
        owners=["member_id"],
        renamed=["to_id"],
        old=lambda before: col(Commitment.ended_at) < before,
    ),
    Personal(FreshStart, owners=["member_id"]),
)
