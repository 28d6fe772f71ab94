"""How the ledger stands: what is due, who waits for Slack, and whether anybody works on it."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import func
from sqlmodel import col, or_, select

from bot.delivery.tables import Delivery
from bot.deps import Deps
from bot.members.tables import Workspace

# Far longer than a worker leaves a workspace alone that has something due.
UNATTENDED = timedelta(minutes=5)


@dataclass(frozen=True)
class Standing:
    """*lag*: for how long the oldest message has been due that nobody works on, 0 if none."""

    due: int
    paused: int
    lag: timedelta

    @property
    def is_unattended(self) -> bool:
        return self.lag > UNATTENDED


async def standing(deps: Deps) -> Standing:
    """Look at the ledger now.

    What waits for its pace, for a back-off or for Slack's pause isn't left alone: a workspace that
    somebody served a moment ago has no lag.
    """
    now = deps.clock.now()
    async with deps.db.read() as session:
        db_now = await deps.db.now(session)
        is_due = (col(Delivery.state) == "due", col(Delivery.due_at) <= now)
        due = await session.scalar(
            select(func.count())
            .select_from(Delivery)
            .join(Workspace, col(Workspace.workspace_id) == col(Delivery.workspace_id))
            .where(*is_due, col(Workspace.stopped_at).is_(None))
        )
        is_paused = col(Workspace.paused_until) > db_now
        paused = await session.scalar(select(func.count()).select_from(Workspace).where(is_paused))
        oldest = await session.scalar(
            select(func.min(Delivery.due_at))
            .join(Workspace, col(Workspace.workspace_id) == col(Delivery.workspace_id))
            .where(
                *is_due,
                or_(col(Delivery.try_at).is_(None), col(Delivery.try_at) <= db_now - UNATTENDED),
                or_(
                    col(Workspace.lease_until).is_(None),
                    col(Workspace.lease_until) <= db_now - UNATTENDED,
                ),
                or_(
                    col(Workspace.paused_until).is_(None),
                    col(Workspace.paused_until) <= db_now - UNATTENDED,
                ),
                col(Workspace.stopped_at).is_(None),
            )
        )
    return Standing(int(due or 0), int(paused or 0), now - oldest if oldest else timedelta())
