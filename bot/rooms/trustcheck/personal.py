"""What in the trust check's tables is somebody's."""

from datetime import timedelta

from sqlmodel import col

from bot.deps import Personal
from bot.rooms.trustcheck.tables import ChartRequest, Check, CheckDraft

PERSONAL = (
    Personal(Check, owners=["member_id"], old=lambda before: col(Check.taken_at) < before),
    Personal(
        CheckDraft,
        owners=["member_id"],
        old=lambda before: col(CheckDraft.changed_at) < before,
        kept_for=timedelta(days=1),
    ),
    Personal(
        ChartRequest,
        owners=["member_id"],
        old=lambda before: col(ChartRequest.asked_at) < before,
        kept_for=timedelta(days=1),
    ),
)
