"""What in the asks' tables is somebody's: an ask and its answer belong to both, each their side."""

from collections.abc import Mapping
from typing import Any

from sqlmodel import col

from bot.deps import Personal
from bot.rooms.asks.tables import Ask, AskChoice
from bot.slack.ids import MemberId


def told(row: Any, member: MemberId) -> Mapping[str, Any]:
    """Return one's own side: an asker can't tell a no from silence in the export either."""
    answer = row.answer if row.state == "answered" else None
    if row.asked_id == member:
        return {"asked_by": row.asker_id, "asked_at": row.asked_at, "your": row.state,
                "answer": answer}  # fmt: skip
    return {"you_asked": row.asked_id, "asked_at": row.asked_at, "answer": answer}


PERSONAL = (
    Personal(
        Ask,
        owners=["asker_id", "asked_id"],
        told=told,
        old=lambda before: col(Ask.asked_at) < before,
    ),
    Personal(AskChoice, owners=["member_id"]),
)
