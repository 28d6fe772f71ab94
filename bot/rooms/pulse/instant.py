"""The instant pulse: one post in the channel, open two working days, under the same rules."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery import rules as skipped
from bot.delivery import store as ledger
from bot.deps import Composed, Decision, Deps, Due, Kind, Skip
from bot.errors import UserError
from bot.members import store as members
from bot.members.reader import Reader
from bot.rooms.pulse import message_store, views
from bot.rooms.pulse.barring import barred
from bot.rooms.pulse.calendar import instant_timetable
from bot.rooms.pulse.clock import note_sent
from bot.rooms.pulse.management import refusal_id
from bot.rooms.pulse.occasions import INSTANT, to_channel
from bot.rooms.pulse.opening import open_poll, settings_of
from bot.rooms.pulse.posts import each, poll_behind
from bot.rooms.pulse.rules import PulseSettings, Refusal, Shut, channel_refusal, may_start_instant
from bot.rooms.pulse.tables import Pulse
from bot.rooms.pulse.team import Team, find_team, owners_of, week_of
from bot.slack.ids import ChannelId


async def look_at_instant(deps: Deps, who: Reader, channel: ChannelId) -> Refusal | None:
    """Name why *who* can't start an instant pulse here; whether it's time is told later."""
    async with deps.db.read() as session:
        team = await find_team(session, who.workspace, channel)
    return channel_refusal(team.channel) or _refusal(team, who)


def _refusal(team: Team, who: Reader) -> Refusal | None:
    return may_start_instant(
        team.asker(who), team.channel, owner=team.owner, is_off=team.choice.is_off("instant")
    )


async def start_instant(deps: Deps, who: Reader, channel: ChannelId) -> None:
    """Open an instant poll for everybody in the channel now.

    Raises:
        UserError: not here, not by *who*, or not yet.
    """
    now = deps.clock.now()
    async with deps.db.write() as session:
        team = await find_team(session, who.workspace, channel, lock=True)
        if refusal := _refusal(team, who):
            raise UserError(refusal_id(refusal))
        pulse = team.running or await _for_once(session, who, team)
        plan = instant_timetable(now, week_of(pulse))
        settings = settings_of(pulse)
        opened = await open_poll(deps, session, team, pulse, settings, plan, now, is_instant=True)
        if isinstance(opened, Shut):
            raise UserError(f"pulse-instant-{opened.value.replace('_', '-')}")
        row = to_channel(who.workspace, INSTANT, channel, opened.poll_id, now)
        await ledger.plan(session, [row])
    deps.wake()


async def _for_once(session: AsyncSession, who: Reader, team: Team) -> Pulse:
    """Return what a poll needs of a pulse, where the channel has none; it isn't kept."""
    person = await members.get_member(session, who.workspace, who.member)
    settings = PulseSettings(locale=who.locale)
    return Pulse(
        workspace_id=who.workspace,
        channel_id=team.channel_id,
        zone=who.zone,
        country=person.country if person else None,
        weekday=settings.weekday,
        weeks=settings.weeks,
        minimum=settings.minimum,
        has_comments=settings.has_comments,
        locale=settings.locale,
        first_on=date.min,
    )


async def _post(deps: Deps, session: AsyncSession, due: Due, now: datetime) -> Decision:
    poll = await poll_behind(session, due)
    if poll is None or poll.state != "open" or now >= poll.closes_at:
        return Skip(skipped.STALE)
    if held := await barred(session, due):
        return held
    await message_store.put_messages(
        session,
        [
            {
                "workspace_id": due.workspace,
                "poll_id": poll.poll_id,
                "target": due.target,
                "delivery_id": due.id,
            }
        ],
    )
    return Composed(poll.locale, views.poll_data([poll], poll.zone, now))


KINDS = (
    Kind(INSTANT, each(_post), views.poll_message, note_sent, to_channel=True, owners=owners_of),
)
