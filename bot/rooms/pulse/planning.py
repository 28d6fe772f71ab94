"""When a pulse's first poll comes: two working days after its channel has been told."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from bot.delivery import store as ledger
from bot.delivery.tables import Delivery
from bot.members.rules import Rhythm
from bot.rooms.pulse import store
from bot.rooms.pulse.calendar import (
    NOTICE_WORKING_DAYS,
    first_opening_on,
    next_opening_on,
    posting_at,
    timetable,
    working_days_after,
)
from bot.rooms.pulse.occasions import NEWS, SET_UP, to_channel
from bot.rooms.pulse.tables import Pulse
from bot.rooms.pulse.team import Team, slots_of, week_of
from bot.slack.ids import WorkspaceId

A_MOMENT = timedelta(seconds=1)
ONE_HOUR = timedelta(hours=1)  # a post comes seldom later than planned by more
UNTOLD = frozenset({"due", "skipped", "refused", "failed"})


async def plan_first(session: AsyncSession, pulse: Pulse, team: Team, now: datetime) -> None:
    """Plan the pulse's first day: two working days after the channel is told.

    Seven days after the team's latest poll, too, of whatever kind: else it would stay shut.
    """
    week = week_of(pulse)
    told_at = posting_at(now - A_MOMENT, now, week) or now
    first_on = first_opening_on(told_at, pulse.weekday, slots_of(team.people), week)
    polls = await store.polls_of(session, WorkspaceId(pulse.workspace_id), team.channel_id)
    last_on = polls[-1].opens_on if polls else None
    pulse.first_on = next_opening_on(first_on, 1, not_before=first_on, last_on=last_on)
    pulse.next_on = pulse.first_on
    pulse.next_opens_at = first_slot(pulse, team)


def first_slot(pulse: Pulse, team: Team) -> datetime:
    """Return when the first member's slot comes on the pulse's next day."""
    on = pulse.next_on or pulse.first_on
    slots = slots_of(team.people) or [Rhythm(zone=pulse.zone)]
    return timetable(on, slots, week_of(pulse)).opens_at


async def tell_channel(session: AsyncSession, pulse: Pulse, what: str, now: datetime) -> None:
    """Plan a post in the channel about the pulse: *what* is said then is read from the row."""
    slot = f"{what}.{now.isoformat()}"
    row = to_channel(pulse.workspace_id, NEWS, pulse.channel_id, slot, now)
    await ledger.plan(session, [row])


async def give_notice(session: AsyncSession, pulse: Pulse, team: Team, now: datetime) -> None:
    """Move the first day where the channel is told of it so late, after an outage, that it is near.

    The pulse's row is the caller's.
    """
    notice_ends_at = working_days_after(now, NOTICE_WORKING_DAYS, week_of(pulse))
    opens_at = pulse.next_opens_at
    if opens_at is None or pulse.next_on != pulse.first_on:
        return
    if opens_at < notice_ends_at - ONE_HOUR:
        await plan_first(session, pulse, team, now)


async def announced(session: AsyncSession, pulse: Pulse, team: Team, now: datetime) -> bool:
    """Tell whether the channel has been told of the pulse; where not, begin anew with telling it.

    It may have been private just then, or Slack refused the post.
    """
    workspace = WorkspaceId(pulse.workspace_id)
    newest = await session.execute(
        select(Delivery.state, Delivery.slot)
        .where(
            col(Delivery.workspace_id) == workspace,
            col(Delivery.kind) == NEWS,
            col(Delivery.subject) == pulse.channel_id,
            col(Delivery.slot).startswith(f"{SET_UP}."),
        )
        .order_by(col(Delivery.slot).desc())
        .limit(1)
    )
    state, slot = newest.first() or ("", "")
    if state not in UNTOLD:  # nothing is known any more of what was set up long ago
        return True
    set_up_at = datetime.fromisoformat(slot.partition(".")[2])
    polls = await store.polls_of(session, workspace, team.channel_id)
    if any(poll.opens_at > set_up_at and not poll.is_instant for poll in polls):
        return True
    await plan_first(session, pulse, team, now)
    if state != "due":
        await tell_channel(session, pulse, SET_UP, now)
    return False
