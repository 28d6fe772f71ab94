"""What in the kickoffs' tables is somebody's."""

from datetime import timedelta

from sqlmodel import col

from bot.deps import Personal
from bot.rooms.kickoff.tables import KickoffDraft, KickoffEntry, KickoffPost

PERSONAL = (
    Personal(KickoffPost, emptied=["starter_id"]),
    Personal(KickoffEntry, owners=["member_id"]),
    Personal(
        KickoffDraft,
        owners=["member_id"],
        old=lambda before: col(KickoffDraft.written_at) < before,
        kept_for=timedelta(days=1),
    ),
)
