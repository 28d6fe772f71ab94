"""Opening a poll: decide whether it may, freeze what holds for it, and have it come round."""

import secrets
import uuid
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.content import Factor
from bot.content.schema import FACTORS
from bot.delivery import store as ledger
from bot.deps import Deps
from bot.members.rules import slot_date
from bot.members.schedule import wake
from bot.members.sync import plan_learning
from bot.rooms.pulse import ballot_box, store
from bot.rooms.pulse.ballots import BALLOT_KEY_BYTES
from bot.rooms.pulse.barring import tell_barred
from bot.rooms.pulse.calendar import Timetable, next_opening_on, timetable
from bot.rooms.pulse.occasions import NEWS, POLL, REMINDER, SHUT, to_channel
from bot.rooms.pulse.planning import announced, first_slot
from bot.rooms.pulse.rotation import ANCHOR, is_turned, statements_for
from bot.rooms.pulse.rules import (
    PastPoll,
    PulseSettings,
    Refusal,
    Shut,
    channel_refusal,
    may_open,
)
from bot.rooms.pulse.similarity import LOOK_BACK, OtherPoll
from bot.rooms.pulse.tables import Poll, Pulse
from bot.rooms.pulse.team import Team, find_team, slots_of, week_of
from bot.slack.ids import ChannelId, MemberId, WorkspaceId
from bot.web import metrics

LOOKED_AT_BEFORE = timedelta(minutes=15)  # Slack: conversations.info, tier 3: 750 teams by then
ONE_SECOND = timedelta(seconds=1)
ONE_DAY = timedelta(days=1)
TOLD = frozenset({Shut.ALMOST_SAME_PEOPLE, Shut.TOO_FEW_PEOPLE})  # the channel hears why


async def open_due(deps: Deps, session: AsyncSession, now: datetime, limit: int) -> int:
    """Open the polls whose time has come, or say why not, and plan each pulse's next."""
    due = await store.pulses_due(session, now, limit)
    await store.open_one_by_one(session, [pulse.workspace_id for pulse in due])
    for pulse in due:
        await _open_next(deps, session, pulse, now)
    return len(due)


async def look_ahead(deps: Deps, session: AsyncSession, now: datetime, limit: int) -> int:
    """Have the channels learned in which a poll opens soon: what they are, and who is in them."""
    soon = await store.pulses_ahead(session, now + LOOKED_AT_BEFORE, limit)
    for pulse in soon:
        workspace, channel = WorkspaceId(pulse.workspace_id), ChannelId(pulse.channel_id)
        await plan_learning(session, workspace, channel, now)
        pulse.looked_on = pulse.next_on
    return len(soon)


async def _open_next(deps: Deps, session: AsyncSession, pulse: Pulse, now: datetime) -> None:
    workspace, channel = WorkspaceId(pulse.workspace_id), ChannelId(pulse.channel_id)
    team = await find_team(session, workspace, channel)
    if refusal := channel_refusal(team.channel):
        _count(refusal)
        await tell_barred(session, team, refusal, now)
    elif pulse.next_on is not None and team.people:
        if not await announced(session, pulse, team, now):
            return
        plan = timetable(pulse.next_on, slots_of(team.people), week_of(pulse))
        opened = await open_poll(deps, session, team, pulse, settings_of(pulse), plan, now)
        if isinstance(opened, Shut):
            await _stay_shut(session, pulse, opened, now)
    await tell_if_orphaned(session, team, now)
    _plan_next(pulse, team, now)


async def tell_if_orphaned(session: AsyncSession, team: Team, now: datetime) -> None:
    """Tell the channel, once, that whoever looked after its pulse has left.

    Where the bot was removed nobody is known to be in the channel: the owner stays the owner.
    """
    pulse = team.running
    if not team.people or pulse is None or pulse.owner_id is None or team.owner is not None:
        return
    pulse.owner_id = None
    slot = f"orphaned.{now.isoformat()}"
    row = to_channel(pulse.workspace_id, NEWS, pulse.channel_id, slot, now)
    await ledger.plan(session, [row])


def settings_of(pulse: Pulse) -> PulseSettings:
    return PulseSettings(
        pulse.weekday, pulse.weeks, pulse.minimum, pulse.has_comments, pulse.locale
    )


async def open_poll(
    deps: Deps,
    session: AsyncSession,
    team: Team,
    pulse: Pulse,
    settings: PulseSettings,
    plan: Timetable,
    now: datetime,
    *,
    is_instant: bool = False,
) -> Poll | Shut:
    """Open the poll planned as *plan* for everybody in *team* who hasn't left it, or say why not.

    Commits nothing. *pulse* is the team's, whose row the caller holds, or made for this poll alone.
    """
    workspace = WorkspaceId(pulse.workspace_id)
    await store.open_one_by_one(session, [workspace])
    left = await store.leavers(session, workspace, team.channel_id)
    asked = frozenset(MemberId(one.member_id) for one in team.people) - left
    past = await store.polls_of(session, workspace, team.channel_id)
    others = await _others(session, workspace, team.channel_id, now)
    previous = PastPoll(past[-1].opens_on, past[-1].state == "open") if past else None
    until = None if is_instant else pulse.paused_until
    shut = may_open(now, plan, asked, previous=previous, others=others, paused_until=until)
    if shut is not None:
        return shut
    if team.choice.is_off("comments"):
        settings = replace(settings, has_comments=False)
    poll = _frozen(deps, pulse, settings, plan, past, is_instant=is_instant)
    session.add(poll)
    await session.flush()
    await store.put_asked(session, workspace, poll.poll_id, asked)
    await ballot_box.prepare(
        session, workspace, poll.poll_id, [one["id"] for one in poll.statements.values()]
    )
    for person in team.people:
        wake(person, plan.opens_at - ONE_SECOND)
    await ledger.plan(session, [_reminder(poll)])
    return poll


def _frozen(
    deps: Deps,
    pulse: Pulse,
    settings: PulseSettings,
    plan: Timetable,
    past: list[Poll],
    *,
    is_instant: bool,
) -> Poll:
    return Poll(
        workspace_id=pulse.workspace_id,
        poll_id=uuid.uuid4().hex,
        channel_id=pulse.channel_id,
        number=past[-1].number + 1 if past else 1,
        is_instant=is_instant,
        opens_on=plan.opens_on,
        opens_at=plan.opens_at,
        last_opens_at=plan.last_opens_at,
        reminds_at=plan.reminds_at,
        closes_at=plan.closes_at,
        results_at=plan.results_at,
        minimum=settings.minimum,
        has_comments=settings.has_comments,
        locale=settings.locale,
        zone=pulse.zone,
        country=pulse.country,
        statements=_statements(deps, settings.locale, past),
        key=secrets.token_hex(BALLOT_KEY_BYTES),
    )


def _statements(deps: Deps, locale: str, past: list[Poll]) -> dict[str, dict[str, Any]]:
    """Choose what is asked, words and all: a bank may change while a poll is open."""
    pulse = deps.content.catalogue(locale).pulse
    asked: dict[Factor, list[str]] = {
        factor: [poll.statements[factor]["id"] for poll in past] for factor in FACTORS
    }
    chosen = statements_for(
        pulse.anchor.id,
        {factor: [one.id for one in pulse.bank[factor]] for factor in FACTORS},
        asked,
    )
    by_id = {one.id: one for factor in FACTORS for one in pulse.bank[factor]}
    frozen: dict[str, dict[str, Any]] = {ANCHOR: _kept(pulse.anchor, turned=False)}
    for factor in FACTORS:
        statement = by_id[chosen[factor]]
        frozen[factor] = _kept(statement, turned=is_turned(statement))
    return frozen


def _kept(statement: object, *, turned: bool) -> dict[str, Any]:
    kept = {name: getattr(statement, name) for name in ("id", "text", "low", "high")}
    return {**kept, "turned": turned}


async def _others(
    session: AsyncSession, workspace: WorkspaceId, channel: ChannelId, now: datetime
) -> list[OtherPoll]:
    polls = await store.polls_since(session, workspace, now - LOOK_BACK, but=channel)
    asked = await store.asked_in(session, workspace, [poll.poll_id for poll in polls])
    return [OtherPoll(poll.opens_at, asked[poll.poll_id]) for poll in polls]


def _reminder(poll: Poll) -> dict[str, Any]:
    return to_channel(poll.workspace_id, REMINDER, poll.channel_id, poll.poll_id, poll.reminds_at)


async def _stay_shut(session: AsyncSession, pulse: Pulse, shut: Shut, now: datetime) -> None:
    _count(shut)
    if shut in TOLD and pulse.next_on is not None:
        slot = f"{pulse.next_on.isoformat()}.{shut}"
        row = to_channel(pulse.workspace_id, SHUT, pulse.channel_id, slot, now)
        await ledger.plan(session, [row])


def _count(reason: Shut | Refusal) -> None:
    metrics.skipped.labels(POLL, reason.value).inc()


def _plan_next(pulse: Pulse, team: Team, now: datetime) -> None:
    """Find the pulse's next day: no day is tried twice."""
    tried = pulse.next_on or pulse.first_on
    earliest = max(slot_date(now, pulse.zone), tried + ONE_DAY)
    if pulse.paused_until is not None:
        earliest = max(earliest, pulse.paused_until)
    pulse.next_on = next_opening_on(pulse.first_on, pulse.weeks, not_before=earliest)
    pulse.next_opens_at = first_slot(pulse, team)
