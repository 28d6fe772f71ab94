"""When a channel post may go out: in the team's hours; over a week late no more, and its owner
is told."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery import rules as skipped
from bot.delivery import store as ledger
from bot.deps import Decision, Deps, Due, Skip, Wait
from bot.rooms.pulse.barring import barred
from bot.rooms.pulse.calendar import STALE_AFTER, TeamWeek, posting_at
from bot.rooms.pulse.occasions import LATE
from bot.rooms.pulse.owner import to_owner
from bot.rooms.pulse.team import find_team
from bot.slack.ids import ChannelId


async def held_back(
    session: AsyncSession, due: Due, now: datetime, week: TeamWeek
) -> Skip | Wait | None:
    """Hold a post back until the team works, or for good; None where it may go out now."""
    at = posting_at(due.due_at, now, week)
    if at is not None and at > now:
        return Wait(at)
    return await barred(session, due) or await too_late(session, due, now)


async def too_late(session: AsyncSession, due: Due, now: datetime) -> Skip | None:
    """Leave out a post that is over a week late; its owner is told, once a day for all of them."""
    if now - due.due_at <= STALE_AFTER:
        return None
    team = await find_team(session, due.workspace, ChannelId(due.subject))
    if team.owner is not None:
        on = now.date().isoformat()
        row = ledger.new_row(due.workspace, LATE, due.subject, on, target=team.owner, due_at=now)
        await ledger.plan(session, [row])
    return Skip(skipped.STALE)


async def compose(deps: Deps, session: AsyncSession, due: Due, now: datetime) -> Decision:
    return await to_owner(deps, session, due, now, {"channel": due.subject})
