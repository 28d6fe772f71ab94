"""What people do with a team's pulse as a whole, one transaction each."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps
from bot.errors import UserError
from bot.members import store as members
from bot.members.reader import Reader
from bot.members.rules import slot_date
from bot.members.schedule import wake
from bot.rooms.pulse import store
from bot.rooms.pulse.calendar import next_opening_on
from bot.rooms.pulse.occasions import SET_UP
from bot.rooms.pulse.planning import first_slot, plan_first, tell_channel
from bot.rooms.pulse.rules import (
    PulseSettings,
    Refusal,
    channel_refusal,
    may_change,
    may_set_up,
    needs_admin,
)
from bot.rooms.pulse.tables import Pulse
from bot.rooms.pulse.team import Team, find_team, rests
from bot.slack.ids import ChannelId, MemberId

LONGEST_PAUSE = timedelta(days=366)


@dataclass(frozen=True)
class Look:
    """A team as somebody finds it who typed the command there."""

    team: Team
    refusal: Refusal | None  # why they can't set a pulse up here
    unseen: Refusal | None  # why nothing of this channel's can be shown
    has_left: bool


async def look_at_team(deps: Deps, who: Reader, channel: ChannelId) -> Look:
    async with deps.db.read() as session:
        team = await find_team(session, who.workspace, channel)
        left = await store.leavers(session, who.workspace, channel)
    asker = team.asker(who)
    unseen = channel_refusal(team.channel)
    if unseen is None and not asker.is_full_member:
        unseen = Refusal.NOT_FULL_MEMBER
    return Look(team, _refusal(team, who), unseen, who.member in left)


def _refusal(team: Team, who: Reader) -> Refusal | None:
    """Name why *who* can't set a pulse up in *team*'s channel."""
    return may_set_up(
        team.asker(who),
        team.channel,
        is_set_up=team.running is not None,
        admins_only=team.choice.admins_only,
    )


async def set_up(deps: Deps, who: Reader, channel: ChannelId, settings: PulseSettings) -> Pulse:
    """Make *who* the owner of the channel's new pulse; the channel is told.

    Raises:
        UserError: it can't be set up here, or by *who*, or somebody was faster.
    """
    now = deps.clock.now()
    async with deps.db.write() as session:
        team = await find_team(session, who.workspace, channel, lock=True)
        if refusal := _refusal(team, who):
            raise UserError(refusal_id(refusal))
        pulse = await _written(session, who, team, settings)
        await plan_first(session, pulse, team, now)
        for person in team.people:
            wake(person, now)
        await tell_channel(session, pulse, SET_UP, now)
    deps.wake()
    return pulse


def refusal_id(refusal: Refusal) -> str:
    """Return the message that names *refusal*."""
    return f"pulse-refused-{refusal.value.replace('_', '-')}"


async def change_settings(
    deps: Deps, who: Reader, channel: ChannelId, settings: PulseSettings
) -> Pulse:
    """Change what holds from the next poll on; an open poll keeps what was frozen into it.

    Raises:
        UserError: there is no pulse, or *who* is neither its owner nor an admin.
    """

    async def change(session: AsyncSession, pulse: Pulse, team: Team, now: datetime) -> None:
        moves = (pulse.weekday, pulse.weeks) != (settings.weekday, settings.weeks)
        put_settings(pulse, settings)
        if moves:
            await _replan(session, pulse, team, now)

    return await _change(deps, who, channel, "changed", change)


async def pause(deps: Deps, who: Reader, channel: ChannelId, until: date) -> Pulse:
    """Open no poll before *until*, a local day of the team's. An open poll runs out.

    Raises:
        UserError: as `change_settings`, or *until* isn't ahead, or too far.
    """

    async def change(session: AsyncSession, pulse: Pulse, team: Team, now: datetime) -> None:
        today = slot_date(now, pulse.zone)
        if until <= today:
            raise UserError("pulse-pause-past")
        if until - today > LONGEST_PAUSE:
            raise UserError("pulse-pause-far")
        pulse.paused_until = until
        pulse.next_on = next_opening_on(pulse.first_on, pulse.weeks, not_before=until)
        pulse.next_opens_at = first_slot(pulse, team)

    return await _change(deps, who, channel, "paused", change)


async def resume(deps: Deps, who: Reader, channel: ChannelId) -> Pulse:
    """End the pause; the next poll gives two working days' notice.

    Raises:
        UserError: as `change_settings`, or it doesn't rest: its next day stays as it is.
    """

    async def change(session: AsyncSession, pulse: Pulse, team: Team, now: datetime) -> None:
        if not rests(pulse, now):
            raise UserError("pulse-not-paused")
        pulse.paused_until = None
        await _replan(session, pulse, team, now)

    return await _change(deps, who, channel, "resumed", change)


async def stop(deps: Deps, who: Reader, channel: ChannelId) -> Pulse:
    """Open no further poll; one that is open runs out. Raises: UserError as `change_settings`."""

    async def change(session: AsyncSession, pulse: Pulse, team: Team, now: datetime) -> None:
        pulse.stopped_at, pulse.next_on, pulse.next_opens_at = now, None, None

    return await _change(deps, who, channel, "stopped", change)


async def hand_over(deps: Deps, who: Reader, channel: ChannelId, to: MemberId) -> Pulse:
    """Make *to* the owner.

    Raises:
        UserError: as `change_settings`, or *to* isn't a full member of the channel.
    """

    async def change(session: AsyncSession, pulse: Pulse, team: Team, now: datetime) -> None:
        if to not in {person.member_id for person in team.people}:
            raise UserError("pulse-hand-over-stranger")
        pulse.owner_id = to

    return await _change(deps, who, channel, "handed_over", change)


async def take_over(deps: Deps, who: Reader, channel: ChannelId) -> Pulse:
    """Make *who* the owner of a pulse whose owner has left; the first to press gets it.

    Raises:
        UserError: there is no pulse, it has an owner, or *who* couldn't have set it up.
    """

    async def change(session: AsyncSession, pulse: Pulse, team: Team, now: datetime) -> None:
        pulse.owner_id = who.member

    return await _change(deps, who, channel, "handed_over", change, takes_over=True)


Change = Callable[[AsyncSession, Pulse, Team, datetime], Awaitable[None]]


async def _change(
    deps: Deps,
    who: Reader,
    channel: ChannelId,
    what: str,
    change: Change,
    *,
    takes_over: bool = False,
) -> Pulse:
    """Change a running pulse as its owner or an admin, and tell the channel."""
    now = deps.clock.now()
    async with deps.db.write() as session:
        team = await find_team(session, who.workspace, channel, lock=True)
        pulse, asker = team.running, team.asker(who)
        if pulse is None:
            raise UserError("pulse-gone")
        if not asker.is_full_member:
            raise UserError(refusal_id(Refusal.NOT_FULL_MEMBER))
        if takes_over and team.owner is not None:
            raise UserError("pulse-has-owner")
        refusal: Refusal | None = Refusal.OWNER_OR_ADMIN_ONLY
        if takes_over:
            refusal = needs_admin(asker, team.channel, admins_only=team.choice.admins_only)
        elif may_change(asker, team.owner):
            refusal = None
        if refusal is not None:
            raise UserError(refusal_id(refusal))
        await change(session, pulse, team, now)
        await tell_channel(session, pulse, what, now)
    deps.wake()
    return pulse


async def _replan(session: AsyncSession, pulse: Pulse, team: Team, now: datetime) -> None:
    """Find the next day anew: as the first one, and after a pause."""
    await plan_first(session, pulse, team, now)
    earliest = max(pulse.first_on, pulse.paused_until or pulse.first_on)
    pulse.next_on = next_opening_on(pulse.first_on, pulse.weeks, not_before=earliest)
    pulse.next_opens_at = first_slot(pulse, team)


async def _written(
    session: AsyncSession, who: Reader, team: Team, settings: PulseSettings
) -> Pulse:
    """Write the pulse's row, anew where the channel once had one."""
    person = await members.get_member(session, who.workspace, who.member)
    pulse = team.pulse or Pulse(
        workspace_id=who.workspace,
        channel_id=team.channel_id,
        zone=who.zone,
        weekday=settings.weekday,
        weeks=settings.weeks,
        minimum=settings.minimum,
        has_comments=settings.has_comments,
        locale=settings.locale,
        first_on=date.min,
    )
    pulse.owner_id = who.member
    pulse.zone, pulse.country = who.zone, person.country if person else None
    pulse.stopped_at = pulse.paused_until = None
    put_settings(pulse, settings)
    session.add(pulse)
    return pulse


def put_settings(pulse: Pulse, settings: PulseSettings) -> None:
    pulse.weekday, pulse.weeks = settings.weekday, settings.weeks
    pulse.minimum, pulse.has_comments = settings.minimum, settings.has_comments
    pulse.locale = settings.locale
