"""A channel that is no longer the team's own: nothing is posted there, and its owner is told."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery import rules as skipped
from bot.delivery import store as ledger
from bot.deps import Decision, Deps, Due, Skip
from bot.rooms.pulse import message_store
from bot.rooms.pulse.occasions import BARRED
from bot.rooms.pulse.owner import to_owner
from bot.rooms.pulse.rules import Refusal, channel_refusal
from bot.rooms.pulse.team import Team, find_team
from bot.slack.ids import ChannelId


async def barred(session: AsyncSession, due: Due) -> Skip | None:
    """Keep a post out of a channel that is no longer the team's own; its owner is told."""
    team = await find_team(session, due.workspace, ChannelId(due.subject))
    refusal = channel_refusal(team.channel)
    if refusal is None:
        return None
    await tell_barred(session, team, refusal, due.due_at)
    return Skip(refusal.value)


async def tell_barred(session: AsyncSession, team: Team, refusal: Refusal, now: datetime) -> None:
    """Tell the pulse's owner why nothing can be posted: once, until something has been again."""
    pulse = team.running
    if pulse is None or pulse.owner_id is None:
        return
    since = await message_store.last_post(session, pulse.workspace_id, team.channel_id)
    row = ledger.new_row(
        pulse.workspace_id,
        BARRED,
        team.channel_id,
        f"{refusal.value}.{since}",
        target=pulse.owner_id,
        due_at=now,
    )
    await ledger.plan(session, [row])


async def compose(deps: Deps, session: AsyncSession, due: Due, now: datetime) -> Decision:
    """Say why, unless the channel is the team's own again by now: at night the line waits."""
    team = await find_team(session, due.workspace, ChannelId(due.subject))
    if channel_refusal(team.channel) is None:
        return Skip(skipped.GONE)
    data = {"channel": due.subject, "why": due.slot.partition(".")[0]}
    return await to_owner(deps, session, due, now, data)
