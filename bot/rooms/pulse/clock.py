"""What the clock has a pulse do: the poll in members' slots, and the same edit for all of them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery import rules as skipped
from bot.deps import AtSlot, Composed, Decision, Deps, Due, Kind, Skip, SlotClaim, Sweep, Wait
from bot.members import store as members
from bot.members.people import zone_of
from bot.members.schedule import is_a_good_hour, slot_still_on, works_on_the_day
from bot.members.tables import Member
from bot.rooms.pulse import message_store, store, views
from bot.rooms.pulse.closing import close_due, drop_stale, plan_edits, wipe_closed
from bot.rooms.pulse.occasions import CLOSED, POLL
from bot.rooms.pulse.opening import LOOKED_AT_BEFORE, look_ahead, open_due
from bot.rooms.pulse.pools import MAX_WAIT
from bot.rooms.pulse.rules import channel_refusal
from bot.rooms.pulse.tables import Poll
from bot.rooms.pulse.team import channel_of, is_paused
from bot.slack.ids import ChannelId, MemberId, WorkspaceId
from bot.storage.moments import NOW

RANK = 10  # before the recap and the nudge


async def wants_poll(
    _deps: Deps,
    session: AsyncSession,
    workspace: WorkspaceId,
    here: Sequence[AtSlot],
    now: datetime,
) -> Mapping[MemberId, Skip | None]:
    """Name those whose poll day has come and who haven't got the poll yet.

    On a holiday or vacation they aren't named: the next working slot asks again. Whether they
    answered plays no part.
    """
    by_member = {MemberId(one.member.member_id): one for one in here if not one.off}
    waiting = await _unsent(session, workspace, by_member, now)
    wants: dict[MemberId, Skip | None] = {}
    for member, polls in waiting.items():
        one = by_member[member]
        if any(poll.opens_on <= one.on for poll in polls):
            wants[member] = Skip(skipped.PAUSED) if is_paused(one.member, now) else None
    return wants


async def _unsent(
    session: AsyncSession, workspace: WorkspaceId, asked: Mapping[MemberId, Any], now: datetime
) -> dict[MemberId, list[Poll]]:
    """Return the open polls that don't stand before each of *asked* yet."""
    polls = await store.open_for(session, workspace, list(asked), now)
    polls = await _in_own_channels(session, workspace, polls)
    ids = {poll.poll_id for several in polls.values() for poll in several}
    sent = {
        (message.target, message.poll_id)
        for message in await message_store.messages_of(session, workspace, list(asked), ids)
    }
    unsent = {
        member: [poll for poll in several if (member, poll.poll_id) not in sent]
        for member, several in polls.items()
    }
    return {member: several for member, several in unsent.items() if several}


async def _in_own_channels(
    session: AsyncSession, workspace: WorkspaceId, polls: Mapping[MemberId, list[Poll]]
) -> dict[MemberId, list[Poll]]:
    """Leave out polls nothing of which could be posted as their channels are now."""
    channels = {ChannelId(poll.channel_id) for several in polls.values() for poll in several}
    own = {
        one for one in channels if not channel_refusal(await channel_of(session, workspace, one))
    }
    return {
        member: [poll for poll in several if poll.channel_id in own]
        for member, several in polls.items()
    }


async def compose_polls(
    deps: Deps, session: AsyncSession, dues: Sequence[Due], now: datetime
) -> Mapping[str, Decision]:
    """Put every poll open to a member into one message, and note where it will stand."""
    workspace = dues[0].workspace
    people = await members.members_of(session, workspace, [MemberId(due.target) for due in dues])
    by_id = {MemberId(person.member_id): person for person in people}
    unsent = await _unsent(session, workspace, by_id, now)
    decisions: dict[str, Decision] = {}
    for due in dues:
        person = by_id.get(MemberId(due.target))
        on = date.fromisoformat(due.slot)
        polls = [poll for poll in unsent.get(MemberId(due.target), []) if poll.opens_on <= on]
        if person is None or person.is_gone:
            decisions[due.id] = Skip(skipped.GONE)
        elif not polls:
            decisions[due.id] = Skip(skipped.STALE)
        elif absence := _absence(person, now):
            slot_at = slot_still_on(person, due.slot) if absence.reason == skipped.STALE else None
            # Without one today the next working day's asks again.
            decisions[due.id] = Wait(slot_at) if slot_at else absence
        else:
            data = views.poll_data(polls, zone_of(person), now)
            decisions[due.id] = Composed(deps.people.reader_of(person).locale, data)
            await _note(session, due, polls)
    return decisions


async def hinders(
    session: AsyncSession, dues: Sequence[Due], now: datetime
) -> Mapping[str, Skip | Wait]:
    """Say which poll messages may not be sent again now: none of its polls is open, or it is no
    hour for them; the next working slot then asks again.
    """
    workspace, targets = dues[0].workspace, [MemberId(due.target) for due in dues]
    people = await members.members_of(session, workspace, targets)
    away = {person.member_id: skip for person in people if (skip := _absence(person, now))}
    still_open = await store.open_for(session, workspace, targets, now)
    in_message = await _polls_in(session, workspace, {due.id for due in dues})
    hindered: dict[str, Skip | Wait] = {}
    for due in dues:
        mine = {poll.poll_id for poll in still_open.get(MemberId(due.target), ())}
        if not mine & {poll.poll_id for poll in in_message[due.id]}:
            hindered[due.id] = Skip(skipped.STALE)
        elif due.target in away:
            hindered[due.id] = away[due.target]
    if hindered:
        await message_store.forget(session, workspace, [*hindered])
    return hindered


def _absence(person: Member, now: datetime) -> Skip | None:
    if is_paused(person, now):
        return Skip(skipped.PAUSED)
    if not works_on_the_day(person, now):
        return Skip(skipped.OFF)
    return None if is_a_good_hour(person, now) else Skip(skipped.STALE)


async def _note(session: AsyncSession, due: Due, polls: Sequence[Poll]) -> None:
    rows = [
        {
            "workspace_id": due.workspace,
            "poll_id": poll.poll_id,
            "target": due.target,
            "delivery_id": due.id,
        }
        for poll in polls
    ]
    await message_store.put_messages(session, rows)


async def note_sent(session: AsyncSession, sent: Sequence[tuple[Due, str, str]]) -> None:
    """Keep where the messages landed."""
    for due, channel, ts in sent:
        await message_store.note_sent(session, due.workspace, due.id, channel, ts)


async def compose_closed(
    deps: Deps, session: AsyncSession, dues: Sequence[Due], now: datetime
) -> Mapping[str, Decision]:
    """Say in each poll message, to all alike, which of its polls have closed."""
    workspace = dues[0].workspace
    people = await members.members_of(session, workspace, [MemberId(due.target) for due in dues])
    by_id = {person.member_id: person for person in people}
    targets, closed = [due.target for due in dues], {due.slot for due in dues}
    mine = await message_store.messages_of(session, workspace, targets, closed)
    sent = {(one.target, one.poll_id): one for one in mine if one.ts is not None}
    deliveries = {one.delivery_id for one in mine}
    in_message = await _polls_in(session, workspace, deliveries)
    riders = await message_store.riders_in(session, workspace, deliveries)
    decisions: dict[str, Decision] = {}
    for due in dues:
        message, person = sent.get((due.target, due.slot)), by_id.get(due.target)
        if message is None:
            decisions[due.id] = Skip(skipped.GONE)
            continue
        edit, polls = (str(message.channel), str(message.ts)), in_message[message.delivery_id]
        zone = zone_of(person) if person else polls[0].zone
        locale = deps.people.reader_of(person).locale if person else polls[0].locale
        data = views.poll_data(polls, zone, now) | {"riders": riders[message.delivery_id]}
        decisions[due.id] = Composed(locale, data, edit=edit)
    return decisions


async def _polls_in(
    session: AsyncSession, workspace: WorkspaceId, deliveries: Collection[str]
) -> dict[str, list[Poll]]:
    """Return the polls that stand together in each of the messages sent as *deliveries*."""
    messages = await message_store.messages_with(session, workspace, deliveries)
    polls = await store.polls_by_id(session, workspace, {one.poll_id for one in messages})
    together: dict[str, list[Poll]] = defaultdict(list)
    for message in messages:
        together[message.delivery_id].append(polls[message.poll_id])
    return together


CLAIM = SlotClaim(POLL, RANK, wants_poll)
KINDS = (
    Kind(POLL, compose_polls, views.poll_message, sent=note_sent, rides=True, hinders=hinders),
    Kind(CLOSED, compose_closed, views.poll_message),
)
SWEEPS = (
    Sweep("pulse.close", store.closes(NOW), close_due),
    Sweep("pulse.edit", message_store.needs_edit(), plan_edits),
    Sweep("pulse.drop", store.waits_since(NOW - MAX_WAIT), drop_stale),
    Sweep("pulse.wipe", store.is_unwiped(), wipe_closed),
    Sweep("pulse.look", store.opens_unseen(NOW + LOOKED_AT_BEFORE), look_ahead),
    Sweep("pulse.open", store.opens(NOW), open_due),
)
