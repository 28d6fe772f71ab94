"""What a team's members do about their poll, one transaction each."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps
from bot.errors import UserError
from bot.members import store as members
from bot.members.reader import Reader
from bot.rooms.pulse import ballot_box, naming, store
from bot.rooms.pulse.ballots import ballot_hash, increments
from bot.rooms.pulse.rules import Unanswerable, channel_refusal, may_answer
from bot.rooms.pulse.tables import Poll
from bot.rooms.pulse.team import channel_of, plan_of
from bot.slack.ids import ChannelId

MAX_COMMENT_CHARS = 1000
NAMES_WITHIN_S = 1.0  # of the three in which Slack wants its answer; without them no warning
NAMES_READY_WITHIN_S = 10.0  # while the form is being filled in


@dataclass(frozen=True)
class Access:
    """A poll as somebody finds it: open to them, or the reason why it isn't."""

    poll: Poll | None
    refusal: Unanswerable | None
    channel_name: str = ""


async def look_at_poll(deps: Deps, who: Reader, poll_id: str) -> Access:
    """Tell whether *who* may answer now; writes nothing and is logged nowhere."""
    async with deps.db.read() as session:
        poll = await store.poll_of(session, who.workspace, poll_id)
        access = await _access(deps, session, who, poll)
        if poll is None:
            return access
        channel = await members.get_channel(session, who.workspace, ChannelId(poll.channel_id))
        return replace(access, channel_name=channel.name if channel else "")


async def answer(
    deps: Deps, who: Reader, poll_id: str, scores: Mapping[str, int], comment: str
) -> Unanswerable | None:
    """Count *scores* (by what was asked) once, or say why not.

    Everything that remembers the answer is written here, and nothing of it names *who*: the
    poll's row is locked, never theirs.

    Raises:
        BallotError: not the poll's statements, or no scores.
    """
    async with deps.db.write() as session:
        poll = await store.poll_of(session, who.workspace, poll_id, lock=True)
        access = await _access(deps, session, who, poll)
        if access.refusal is not None or poll is None:
            return access.refusal or Unanswerable.NOT_ASKED
        ids = {asked: str(one["id"]) for asked, one in poll.statements.items()}
        given = {ids.get(asked, asked): score for asked, score in scores.items()}
        added = increments(given, list(ids.values()))
        await ballot_box.cast(session, who.workspace, poll_id, _ballot(poll, who), added)
        if comment and poll.has_comments:
            words = comment[:MAX_COMMENT_CHARS]
            await ballot_box.put_comment(session, who.workspace, poll_id, words)
    return None


async def names_somebody(deps: Deps, who: Reader, poll_id: str, comment: str = "") -> bool:
    """Tell whether *comment* seems to name one of those asked; reads, and writes nothing.

    False, too, where the poll isn't open to *who*. Their names come from Slack, and are kept in
    memory for some minutes: asked for without a *comment*, they are at hand when one comes. Who
    has answered already has them asked for like anybody, or Slack's traffic would tell them apart.
    """
    access = await look_at_poll(deps, who, poll_id)
    if access.poll is None or not access.poll.has_comments:
        return False
    if access.refusal not in (None, Unanswerable.ALREADY_ANSWERED):
        return False
    async with deps.db.read() as session:
        asked = await store.asked_in(session, who.workspace, [poll_id])
    within_s = NAMES_WITHIN_S if comment else NAMES_READY_WITHIN_S
    names = await deps.people.names.of(who.workspace, asked[poll_id], within_s)
    return bool(comment) and naming.names_somebody(comment, names)


async def leave_poll(deps: Deps, who: Reader, channel: ChannelId) -> None:
    """Ask *who* no longer for this team; nobody is told, and it may be pressed twice.

    Raises:
        UserError: the channel has no pulse of this workspace's.
    """
    async with deps.db.write() as session:
        await _known_pulse(session, who, channel)
        await store.leave(session, who.workspace, channel, who.member)


async def come_back(deps: Deps, who: Reader, channel: ChannelId) -> None:
    """Ask *who* again from the next poll on; may be pressed twice.

    Raises:
        UserError: the channel has no pulse of this workspace's.
    """
    async with deps.db.write() as session:
        await _known_pulse(session, who, channel)
        await store.come_back(session, who.workspace, channel, who.member)


async def _known_pulse(session: AsyncSession, who: Reader, channel: ChannelId) -> None:
    if await store.pulse_of(session, who.workspace, channel) is None:
        raise UserError("pulse-gone")


async def _access(deps: Deps, session: AsyncSession, who: Reader, poll: Poll | None) -> Access:
    if poll is None or not await store.is_asked(session, who.workspace, poll.poll_id, who.member):
        return Access(None, Unanswerable.NOT_ASKED)
    if poll.key is None:
        return Access(poll, Unanswerable.CLOSED)
    voted = await ballot_box.has_voted(session, who.workspace, poll.poll_id, _ballot(poll, who))
    channel = await channel_of(session, who.workspace, ChannelId(poll.channel_id))
    refusal = may_answer(
        deps.clock.now(),
        plan_of(poll),
        is_asked=True,
        has_answered=voted,
        is_barred=channel_refusal(channel) is not None,
    )
    return Access(poll, refusal)


def _ballot(poll: Poll, who: Reader) -> str:
    return ballot_hash(bytes.fromhex(poll.key), who.workspace, poll.poll_id, who.member)
