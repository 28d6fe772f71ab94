"""What the clock has nudges do: one practice at the member's slot on the chosen days."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery.rules import GONE, OFF, PAUSED, STALE
from bot.deps import AtSlot, Composed, Decision, Deps, Due, Kind, Skip, SlotClaim
from bot.members import store as members
from bot.members.people import zone_of
from bot.members.schedule import clock_time, days_of
from bot.rooms.nudges import views
from bot.rooms.nudges.choosing import choose_for, text_of
from bot.rooms.nudges.pace import days_for, is_stale
from bot.rooms.nudges.tables import Nudge
from bot.slack.ids import MemberId, WorkspaceId

DAILY = "nudges.daily"
RANK = 30  # below a poll and a recap
ALL_HIDDEN = "all_hidden"


async def wants(
    _session: AsyncSession, _workspace: WorkspaceId, here: Sequence[AtSlot], now: datetime
) -> Mapping[MemberId, Skip | None]:
    """Say who wants a nudge: those who pressed *Start*, on the days of their rhythm."""
    return {
        MemberId(one.member.member_id): _skip(one, now)
        for one in here
        if one.member.started_at is not None and _is_nudge_day(one)
    }


def _is_nudge_day(one: AtSlot) -> bool:
    """A daily nudge comes with every slot, a working weekend's too."""
    rhythm = one.member.rhythm
    if rhythm == "daily":
        return True
    days = days_for("three" if rhythm == "three" else "weekly", days_of(one.member))
    return one.on.weekday() in days


def _skip(one: AtSlot, now: datetime) -> Skip | None:
    if one.member.paused_until is not None and one.member.paused_until > now:
        return Skip(PAUSED)
    return Skip(OFF) if one.off else None


async def compose(
    deps: Deps, session: AsyncSession, dues: Sequence[Due], now: datetime
) -> Mapping[str, Decision]:
    """Choose each member's practice; those past their working day, or gone, are skipped."""
    workspace = dues[0].workspace
    people = {
        row.member_id: row
        for row in await members.members_of(
            session, workspace, [MemberId(due.target) for due in dues]
        )
    }
    decisions: dict[str, Decision] = {}
    asked = []
    for due in dues:
        member = people.get(due.target)
        if member is None or member.is_deactivated or not member.is_full:
            decisions[due.id] = Skip(GONE)
        elif is_stale(due.due_at, now, zone_of(member), clock_time(member.work_end_minutes)):
            decisions[due.id] = Skip(STALE)
        else:
            asked.append((member, due.id))
    chosen = await choose_for(deps, session, workspace, asked, now, "slot")
    for member, due_id in asked:
        nudge = chosen.get(MemberId(member.member_id))
        locale = deps.people.reader_of(member).locale
        decisions[due_id] = (
            Composed(locale, data_of(deps, nudge, locale)) if nudge else Skip(ALL_HIDDEN)
        )
    return decisions


def data_of(deps: Deps, nudge: Nudge, locale: str) -> dict[str, str]:
    """Return what the nudge's card shows, as JSON."""
    someone = deps.content.words(locale)("common-someone")
    text = text_of(deps.content.catalogue(locale), nudge, someone)
    return {"nudge": nudge.nudge_id, "practice": nudge.practice_id, "text": text or ""}


KIND = Kind(DAILY, compose, views.nudge_card, rides=True)
CLAIM = SlotClaim(DAILY, RANK, wants)
