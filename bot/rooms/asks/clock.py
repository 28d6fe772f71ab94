"""What rides in people's slots: an ask, once, and later the news of its answer, once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps, Rider
from bot.members import store as members
from bot.members.people import zone_of
from bot.members.rules import is_workday, slot_date
from bot.members.schedule import days_of
from bot.members.tables import Member
from bot.rooms.asks import store, views
from bot.rooms.asks.tables import Ask
from bot.slack.ids import MemberId, WorkspaceId


async def asks_waiting(
    deps: Deps,
    session: AsyncSession,
    workspace: WorkspaceId,
    people: Sequence[Member],
    now: datetime,
) -> Mapping[MemberId, Mapping[str, Any]]:
    """Return the ask for each of *people*, and note the day on which they are shown it.

    On that day it is still there when the slot's message is written; on later days it isn't.
    """
    days = _reachable(people, now)
    off = await store.switched_off(session, workspace, [*days])
    found: dict[MemberId, Mapping[str, Any]] = {}
    for ask in await store.open_to(session, workspace, [*days], now):
        member = MemberId(ask.asked_id)
        on = days[member]
        if member in off or member in found or ask.offered_on not in (None, on):
            continue
        if await _is_gone(session, workspace, ask.asker_id):
            continue
        found[member] = {"ask": ask.ask_id, "asker": ask.asker_id}
        await store.mark_offered(session, workspace, [ask.ask_id], on)
    return found


async def answers_waiting(
    deps: Deps,
    session: AsyncSession,
    workspace: WorkspaceId,
    people: Sequence[Member],
    now: datetime,
) -> Mapping[MemberId, Mapping[str, Any]]:
    """Return whose answers came for each of *people*, and note the day they hear of it."""
    days = _reachable(people, now)
    news: dict[MemberId, list[Ask]] = defaultdict(list)
    for ask in await store.answers_for(session, workspace, [*days], now):
        asker = MemberId(ask.asker_id)
        if ask.told_on in (None, days[asker]):
            news[asker].append(ask)
    for asker, asks in news.items():
        await store.mark_told(session, workspace, [ask.ask_id for ask in asks], days[asker])
    return {asker: {"from": [ask.asked_id for ask in asks]} for asker, asks in news.items()}


def _reachable(people: Sequence[Member], now: datetime) -> dict[MemberId, date]:
    """Return the local day of those who are there today: no pause, holiday or vacation."""
    return {
        MemberId(one.member_id): slot_date(now, zone_of(one))
        for one in people
        if _is_there(one, now) and not one.is_deactivated
    }


def _is_there(one: Member, now: datetime) -> bool:
    is_paused = one.paused_until is not None and one.paused_until > now
    on = slot_date(now, zone_of(one))
    return not (is_paused or one.on_vacation) and is_workday(on, days_of(one), one.country)


async def _is_gone(session: AsyncSession, workspace: WorkspaceId, member: str) -> bool:
    row = await members.get_member(session, workspace, MemberId(member))
    return row is None or row.is_deactivated


ASK = Rider("asks.ask", asks_waiting, views.ask_rider)
ANSWER = Rider("asks.answer", answers_waiting, views.answer_rider)
