"""Queries on pulses, polls and what was published; they never commit."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, func, insert, select, update

from bot.rooms.pulse.tables import Poll, PollMember, Publication, Pulse, PulseLeaver
from bot.slack.ids import ChannelId, MemberId, WorkspaceId
from bot.storage.engine import claimable
from bot.storage.moments import When
from bot.storage.upsert import insert_new

Asked = dict[str, frozenset[MemberId]]  # whom each poll asked, by its id


async def pulse_of(
    session: AsyncSession, workspace: WorkspaceId, channel: ChannelId, *, lock: bool = False
) -> Pulse | None:
    """Return the channel's pulse, running or stopped."""
    return await session.get(Pulse, (workspace, channel), with_for_update=lock or None)


def opens(now: When) -> ColumnElement[bool]:
    """Say of which pulses the next poll opens by *now*."""
    return col(Pulse.next_opens_at) <= now


async def pulses_due(session: AsyncSession, now: datetime, limit: int) -> list[Pulse]:
    """Return pulses whose next poll opens by *now*, locked for this worker."""
    found = await session.scalars(
        claimable(select(Pulse).where(opens(now)).order_by(col(Pulse.next_opens_at)).limit(limit))
    )
    return list(found)


def opens_unseen(until: When) -> ColumnElement[bool]:
    """Say which pulses open by *until*, with nobody having looked at the channel yet."""
    unseen = col(Pulse.looked_on).is_(None) | (col(Pulse.looked_on) != col(Pulse.next_on))
    return (col(Pulse.next_opens_at) <= until) & unseen


async def pulses_ahead(session: AsyncSession, until: datetime, limit: int) -> list[Pulse]:
    """Return the pulses that open unseen by *until*, locked for this worker."""
    ahead = select(Pulse).where(opens_unseen(until)).order_by(col(Pulse.next_opens_at)).limit(limit)
    return list(await session.scalars(claimable(ahead)))


async def open_one_by_one(session: AsyncSession, workspaces: Collection[str]) -> None:
    """Let no other process open a poll in *workspaces* before this transaction ends.

    Two teams of almost the same people would otherwise open at once, neither seeing the other.
    SQLite's writers take turns anyway. Always in one order, or two processes wait for each other.
    """
    if session.get_bind().dialect.name == "sqlite":
        return
    for workspace in sorted(set(workspaces)):
        key = func.hashtextextended(f"pulse.open|{workspace}", 0)
        await session.execute(select(func.pg_advisory_xact_lock(key)))


async def running_in(
    session: AsyncSession, workspace: WorkspaceId, channels: Collection[str]
) -> list[Pulse]:
    """Return the pulses that haven't been stopped in *channels*."""
    found = await session.scalars(
        select(Pulse)
        .where(
            col(Pulse.workspace_id) == workspace,
            col(Pulse.channel_id).in_(channels),
            col(Pulse.stopped_at).is_(None),
        )
        .order_by(col(Pulse.channel_id))
    )
    return list(found)


async def leavers(
    session: AsyncSession, workspace: WorkspaceId, channel: ChannelId
) -> frozenset[MemberId]:
    found = await session.scalars(
        select(PulseLeaver.member_id).where(
            col(PulseLeaver.workspace_id) == workspace, col(PulseLeaver.channel_id) == channel
        )
    )
    return frozenset(MemberId(member) for member in found)


async def leave(
    session: AsyncSession, workspace: WorkspaceId, channel: ChannelId, member: MemberId
) -> None:
    row = {"workspace_id": workspace, "channel_id": channel, "member_id": member}
    await insert_new(session, PulseLeaver, [row])


async def come_back(
    session: AsyncSession, workspace: WorkspaceId, channel: ChannelId, member: MemberId
) -> None:
    await session.execute(
        delete(PulseLeaver).where(
            col(PulseLeaver.workspace_id) == workspace,
            col(PulseLeaver.channel_id) == channel,
            col(PulseLeaver.member_id) == member,
        )
    )


async def poll_of(
    session: AsyncSession, workspace: WorkspaceId, poll: str, *, lock: bool = False
) -> Poll | None:
    return await session.get(Poll, (workspace, poll), with_for_update=lock or None)


async def polls_of(session: AsyncSession, workspace: WorkspaceId, channel: ChannelId) -> list[Poll]:
    """Return the team's polls of any kind, oldest first."""
    found = await session.scalars(
        select(Poll)
        .where(col(Poll.workspace_id) == workspace, col(Poll.channel_id) == channel)
        .order_by(col(Poll.number))
    )
    return list(found)


async def polls_by_id(
    session: AsyncSession, workspace: WorkspaceId, polls: Collection[str]
) -> dict[str, Poll]:
    found = await session.scalars(
        select(Poll).where(col(Poll.workspace_id) == workspace, col(Poll.poll_id).in_(polls))
    )
    return {poll.poll_id: poll for poll in found}


def closes(now: When) -> ColumnElement[bool]:
    """Say which open polls' time is over."""
    return (col(Poll.state) == "open") & (col(Poll.closes_at) <= now)


async def polls_to_close(session: AsyncSession, now: datetime, limit: int) -> list[Poll]:
    """Return open polls whose time is over, locked for this worker."""
    found = await session.scalars(
        claimable(select(Poll).where(closes(now)).order_by(col(Poll.closes_at)).limit(limit))
    )
    return list(found)


def waits_since(before: When) -> ColumnElement[bool]:
    """Say which waiting polls closed by *before*."""
    return (col(Poll.state) == "waiting") & (col(Poll.closes_at) <= before)


async def pools_older(session: AsyncSession, before: datetime, limit: int) -> list[Poll]:
    """Return waiting polls that closed by *before*, locked for this worker."""
    found = await session.scalars(claimable(select(Poll).where(waits_since(before)).limit(limit)))
    return list(found)


def is_unwiped() -> ColumnElement[bool]:
    """Say of which closed polls deleted rows may still lie in the log."""
    return ~col(Poll.is_wiped) & (col(Poll.state) != "open")


async def unwiped_polls(session: AsyncSession, limit: int) -> list[tuple[str, str]]:
    """Return (workspace, poll) of closed polls whose deleted rows may still lie in the log."""
    rows = await session.execute(
        select(Poll.workspace_id, Poll.poll_id).where(is_unwiped()).limit(limit)
    )
    return [(workspace, poll) for workspace, poll in rows]


async def mark_wiped(session: AsyncSession, polls: Collection[tuple[str, str]]) -> None:
    for workspace, poll in polls:
        await session.execute(
            update(Poll)
            .where(col(Poll.workspace_id) == workspace, col(Poll.poll_id) == poll)
            .values(is_wiped=True)
        )


async def waiting_polls(
    session: AsyncSession, workspace: WorkspaceId, channel: ChannelId
) -> list[Poll]:
    """Return the team's pool: polls closed with too few answers, oldest first."""
    return [poll for poll in await polls_of(session, workspace, channel) if poll.state == "waiting"]


async def polls_since(
    session: AsyncSession, workspace: WorkspaceId, since: datetime, *, but: ChannelId
) -> list[Poll]:
    """Return the polls of the workspace's other teams that opened at *since* or later."""
    found = await session.scalars(
        select(Poll).where(
            col(Poll.workspace_id) == workspace,
            col(Poll.channel_id) != but,
            col(Poll.opens_at) >= since,
        )
    )
    return list(found)


async def asked_in(session: AsyncSession, workspace: WorkspaceId, polls: Collection[str]) -> Asked:
    """Return whom each of *polls* asked."""
    rows = await session.execute(
        select(PollMember.poll_id, PollMember.member_id).where(
            col(PollMember.workspace_id) == workspace, col(PollMember.poll_id).in_(polls)
        )
    )
    asked: dict[str, set[MemberId]] = {poll: set() for poll in polls}
    for poll, member in rows:
        asked[poll].add(MemberId(member))
    return {poll: frozenset(members) for poll, members in asked.items()}


async def is_asked(
    session: AsyncSession, workspace: WorkspaceId, poll: str, member: MemberId
) -> bool:
    """Tell whether *member* is asked. Never locks: a row's lock would be a trace of who voted."""
    found = await session.scalar(
        select(func.count())
        .select_from(PollMember)
        .where(
            col(PollMember.workspace_id) == workspace,
            col(PollMember.poll_id) == poll,
            col(PollMember.member_id) == member,
        )
    )
    return bool(found)


async def open_for(
    session: AsyncSession, workspace: WorkspaceId, members: Collection[str], now: datetime
) -> dict[MemberId, list[Poll]]:
    """Return the weekly polls now open to each of *members*, who may have left, by channel.

    Those who left the poll meanwhile are not named; whether they answered plays no part.
    """
    left = (
        select(PulseLeaver.member_id)
        .where(
            col(PulseLeaver.workspace_id) == col(Poll.workspace_id),
            col(PulseLeaver.channel_id) == col(Poll.channel_id),
            col(PulseLeaver.member_id) == col(PollMember.member_id),
        )
        .exists()
    )
    rows = await session.execute(
        select(PollMember.member_id, Poll)
        .join(
            Poll,
            (col(Poll.workspace_id) == col(PollMember.workspace_id))
            & (col(Poll.poll_id) == col(PollMember.poll_id)),
        )
        .where(
            col(PollMember.workspace_id) == workspace,
            col(PollMember.member_id).in_(members),
            col(Poll.state) == "open",
            ~col(Poll.is_instant),
            col(Poll.opens_at) <= now,
            col(Poll.closes_at) > now,
            ~left,
        )
        .order_by(col(Poll.channel_id))
    )
    found: dict[MemberId, list[Poll]] = defaultdict(list)
    for member, poll in rows:
        found[MemberId(member)].append(poll)
    return found


async def put_asked(
    session: AsyncSession, workspace: WorkspaceId, poll: str, asked: Collection[MemberId]
) -> None:
    rows = [
        {"workspace_id": workspace, "poll_id": poll, "member_id": member}
        for member in sorted(asked)
    ]
    await session.execute(insert(PollMember), rows)  # many at once: a team may be large


async def publication_of(
    session: AsyncSession, workspace: WorkspaceId, publication: str
) -> Publication | None:
    return await session.get(Publication, (workspace, publication))


async def publications_of(
    session: AsyncSession, workspace: WorkspaceId, channel: ChannelId
) -> list[Publication]:
    """Return what was published of a team, oldest first."""
    found = await session.scalars(
        select(Publication)
        .where(col(Publication.workspace_id) == workspace, col(Publication.channel_id) == channel)
        .order_by(col(Publication.number))
    )
    return list(found)
