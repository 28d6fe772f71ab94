"""Private lines to whoever looks after a pulse: in their own language, while they are awake."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery import rules as skipped
from bot.delivery import store as ledger
from bot.deps import Composed, Decision, Deps, Due, Skip, Wait
from bot.members import store as members
from bot.members.people import zone_of
from bot.members.schedule import awake_at
from bot.slack.ids import MemberId


def to_member(member: str, about: Due, kind: str) -> dict[str, Any]:
    """Return the ledger row of a private line to *member*, about the same poll as *about*."""
    return ledger.new_row(
        about.workspace, kind, about.subject, about.slot, target=member, due_at=about.due_at
    )


async def to_owner(
    deps: Deps, session: AsyncSession, due: Due, now: datetime, data: Mapping[str, Any]
) -> Decision:
    """Say *data* to the owner; at night it waits for their morning."""
    owner = await members.get_member(session, due.workspace, MemberId(due.target))
    if owner is None or owner.is_gone:
        return Skip(skipped.GONE)
    wakes_at = awake_at(now, zone_of(owner))
    if wakes_at > now:
        return Wait(wakes_at)
    return Composed(deps.people.reader_of(owner).locale, data)
