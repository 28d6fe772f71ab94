"""What the clock has nudges do: one practice at the member's slot on the chosen days."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import AtSlot, Composed, Decision, Deps, Due, Kind, Skip, SlotClaim, Wait
from bot.members import store as members
from bot.members.tables import Member
from bot.rooms.nudges import store, views
from bot.rooms.nudges.choosing import Showing, bring_back, choose_for, data_of
from bot.rooms.nudges.readiness import absence, hindrance, with_the_working_day
from bot.rooms.nudges.slowing import count_sent, slow_down
from bot.rooms.nudges.week import is_nudge_day
from bot.slack.ids import MemberId, WorkspaceId

RANK = 30  # below a poll and a recap
ALL_HIDDEN = "all_hidden"
ANSWERED = "answered"


async def wants(
    _deps: Deps,
    session: AsyncSession,
    workspace: WorkspaceId,
    here: Sequence[AtSlot],
    now: datetime,
) -> Mapping[MemberId, Skip | None]:
    """Say who wants a nudge: those who pressed *Start*, on the days of their rhythm.

    Whoever lets them pass is slowed down first; what was put off comes at any slot.
    """
    started = {MemberId(one.member.member_id): one for one in here if one.member.started_at}
    put_off = await store.put_off(session, workspace, [*started])
    wishes: dict[MemberId, Skip | None] = {}
    for who, one in started.items():
        skip = absence(one, now)
        if skip is None:
            slow_down(one.member, now)
        if who in put_off or is_nudge_day(one.member, one.on):
            wishes[who] = skip
    return wishes


async def compose(
    deps: Deps, session: AsyncSession, dues: Sequence[Due], now: datetime
) -> Mapping[str, Decision]:
    """Choose each member's practice, or take the one they put off."""
    workspace = dues[0].workspace
    people = await people_of(session, dues)
    decisions: dict[str, Decision] = {}
    asked: list[tuple[Member, str]] = []
    for due in dues:
        member = people.get(due.target)
        hindered = hindrance(member, due, now, with_the_working_day)
        if hindered is not None:
            decisions[due.id] = hindered
        elif member is not None:
            asked.append((member, due.id))
    back = await bring_back(deps, session, workspace, [row for row, _ in asked], now)
    fresh = [(row, due_id) for row, due_id in asked if row.member_id not in back]
    chosen: dict[MemberId, Showing] = {
        **back,
        **await choose_for(deps, session, workspace, fresh, now, "slot"),
    }
    for member, due_id in asked:
        nudge = chosen.get(MemberId(member.member_id))
        locale = deps.people.locale_of(member)
        decisions[due_id] = (
            Composed(locale, data_of(deps, nudge, member)) if nudge else Skip(ALL_HIDDEN)
        )
    return decisions


async def hinders(
    session: AsyncSession, dues: Sequence[Due], now: datetime
) -> Mapping[str, Skip | Wait]:
    """Say which nudges chosen before may not be sent again now, as their people stand.

    A practice shows in Home before its message arrives: it may have been answered there.
    """
    people = await people_of(session, dues)
    answered = await store.answered_on(
        session, dues[0].workspace, {(due.target, due.slot) for due in dues}
    )
    found = {
        due.id: Skip(ANSWERED)
        if (due.target, due.slot) in answered
        else hindrance(people.get(due.target), due, now, with_the_working_day)
        for due in dues
    }
    return {due_id: one for due_id, one in found.items() if one is not None}


async def people_of(session: AsyncSession, dues: Sequence[Due]) -> dict[str, Member]:
    """Return the rows of those *dues* of one workspace go to."""
    targets = [MemberId(due.target) for due in dues]
    rows = await members.members_of(session, dues[0].workspace, targets)
    return {row.member_id: row for row in rows}


async def sent(session: AsyncSession, sent: Sequence[tuple[Due, str, str]]) -> None:
    await count_sent(session, sent[0][0].workspace, [due.target for due, _, _ in sent])


KIND = Kind(store.DAILY, compose, views.nudge_card, sent=sent, rides=True, hinders=hinders)
CLAIM = SlotClaim(store.DAILY, RANK, wants)
