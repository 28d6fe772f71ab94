"""The team behind a channel, as the pure rules take it: who is in it, its week, its slots."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Due
from bot.members import store as members
from bot.members.reader import Reader
from bot.members.rules import Rhythm, slot_date
from bot.members.schedule import rhythm_of
from bot.members.tables import Channel as ChannelRow
from bot.members.tables import Member, WorkspaceChoice
from bot.rooms.pulse import store
from bot.rooms.pulse.calendar import TeamWeek, Timetable
from bot.rooms.pulse.rules import Asker, Channel, ChannelKind
from bot.rooms.pulse.tables import Poll, Pulse
from bot.slack.ids import ChannelId, MemberId, WorkspaceId

ABSENT = Channel(ChannelKind.PUBLIC, people=0, has_bot=False)
DIRECT = Channel(ChannelKind.DIRECT_MESSAGE, people=0, has_bot=False)
GROUP = Channel(ChannelKind.GROUP_MESSAGE, people=0, has_bot=False)


@dataclass(frozen=True)
class Team:
    """A channel with its full members, and its pulse where one was ever set up."""

    channel_id: ChannelId
    channel: Channel
    people: Sequence[Member]
    pulse: Pulse | None
    name: str = ""
    choice: WorkspaceChoice = field(
        default_factory=lambda: WorkspaceChoice(workspace_id="", switched_off=[])
    )

    @property
    def running(self) -> Pulse | None:
        """The pulse, unless it was stopped."""
        return self.pulse if self.pulse and self.pulse.stopped_at is None else None

    @property
    def owner(self) -> MemberId | None:
        """The pulse's owner, as long as they are in the channel."""
        ids = {person.member_id for person in self.people}
        owner = self.running.owner_id if self.running else None
        return MemberId(owner) if owner in ids else None

    def asker(self, who: Reader) -> Asker:
        """Return *who* as the rules take them; a stranger to the channel is no full member."""
        row = next((one for one in self.people if one.member_id == who.member), None)
        return Asker(who.member, row is not None, row is not None and row.is_admin)


async def find_team(
    session: AsyncSession, workspace: WorkspaceId, channel: ChannelId, *, lock: bool = False
) -> Team:
    """Read a channel's team; the channel counts as one without the bot where it is unknown."""
    row = await session.get(ChannelRow, (workspace, channel), with_for_update=lock or None)
    people = await members.people_in(session, workspace, channel)
    pulse = await store.pulse_of(session, workspace, channel, lock=lock)
    if channel.startswith("D"):
        return Team(channel, DIRECT, (), None)
    if row is None:
        return Team(channel, ABSENT, (), pulse)
    choice = await members.get_choice(session, workspace)
    return Team(channel, _channel(row, len(people)), people, pulse, row.name, choice)


async def channel_of(session: AsyncSession, workspace: WorkspaceId, channel: ChannelId) -> Channel:
    """Return what a channel is, without counting who is in it."""
    row = await session.get(ChannelRow, (workspace, channel))
    return _channel(row, 0) if row else ABSENT


async def owners_of(session: AsyncSession, dues: Sequence[Due]) -> Mapping[str, MemberId]:
    """Return who looks after the pulse of the channels that posts are about, by delivery id."""
    teams = {
        due.id: await find_team(session, due.workspace, ChannelId(due.subject)) for due in dues
    }
    return {post: team.owner for post, team in teams.items() if team.owner is not None}


def rests(pulse: Pulse, now: datetime) -> bool:
    """Tell whether *pulse* is paused now; on the day the pause ends it is back."""
    return pulse.paused_until is not None and slot_date(now, pulse.zone) < pulse.paused_until


def slots_of(people: Sequence[Member]) -> list[Rhythm]:
    return [rhythm_of(person) for person in people]


def week_of(row: Pulse | Poll) -> TeamWeek:
    return TeamWeek(row.zone, country=row.country)


def plan_of(poll: Poll) -> Timetable:
    """Return the instants frozen into *poll*."""
    return Timetable(
        poll.opens_on,
        poll.opens_at,
        poll.last_opens_at,
        poll.reminds_at,
        poll.closes_at,
        poll.results_at,
    )


def is_paused(member: Member, now: datetime) -> bool:
    """Tell whether *member* asked for quiet that isn't over."""
    return member.paused_until is not None and member.paused_until > now


def _channel(row: ChannelRow, people: int) -> Channel:
    return Channel(
        ChannelKind.PRIVATE if row.is_private else ChannelKind.PUBLIC,
        people,
        has_bot=row.bot_is_in,
        is_shared=row.is_shared,
        is_archived=row.is_archived,
    )
