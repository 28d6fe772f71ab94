"""What rides in people's slots: an ask, once, and later the news of its answer, once.

Nothing is noted when a slot is planned, only when its message is written: whatever changes in
between (a zone, a pause, an answer), nothing gets lost or comes twice.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps, Rider, Riding
from bot.members import store as members
from bot.members.schedule import works_on_the_day
from bot.members.tables import Member
from bot.rooms.asks import store, views
from bot.rooms.asks.rules import is_open
from bot.slack.ids import MemberId, WorkspaceId


async def asks_waiting(
    deps: Deps,
    session: AsyncSession,
    workspace: WorkspaceId,
    people: Sequence[Member],
    now: datetime,
) -> Mapping[MemberId, Mapping[str, Any]]:
    """Return the ask for each of *people* that they haven't been shown yet."""
    here = {MemberId(one.member_id): one for one in people}
    waiting = await store.open_to(session, workspace, [*here], now)
    if not waiting or (await members.get_choice(session, workspace)).is_off("asks"):
        return {}
    off = await store.switched_off(session, workspace, [ask.asked_id for ask in waiting])
    found: dict[MemberId, Mapping[str, Any]] = {}
    for ask in waiting:
        member = MemberId(ask.asked_id)
        if member in off or member in found or ask.offered_on is not None:
            continue
        if not _is_there(here[member], now):
            continue
        if await _is_gone(session, workspace, ask.asker_id):
            continue
        found[member] = {"ask": ask.ask_id, "asker": ask.asker_id}
    return found


async def asks_taken(
    session: AsyncSession, workspace: WorkspaceId, riding: Riding, now: datetime
) -> None:
    """Note that these asks have been shown: they don't come again."""
    ids = [str(data["ask"]) for data in riding.values()]
    await store.mark_offered(session, workspace, ids, now.date())


async def asks_returned(session: AsyncSession, workspace: WorkspaceId, riding: Riding) -> None:
    """Note that these asks weren't shown after all."""
    ids = [str(data["ask"]) for data in riding.values()]
    await store.mark_offered(session, workspace, ids, None)


async def asks_standing(
    session: AsyncSession, workspace: WorkspaceId, riding: Riding, now: datetime
) -> Riding:
    """Return these asks with what they were answered; without those that are over."""
    off = await store.switched_off(session, workspace, [*riding])
    standing: dict[MemberId, Mapping[str, Any]] = {}
    for member, data in riding.items():
        ask = await store.find(session, workspace, str(data["ask"]))
        if ask is None:
            continue
        if ask.state in views.SETTLED:
            standing[member] = {**data, "settled": ask.state}
        elif is_open(ask.state, ask.asked_at, now):
            standing[member] = {**data, "settled": "off"} if member in off else data
    return standing


async def answers_waiting(
    deps: Deps,
    session: AsyncSession,
    workspace: WorkspaceId,
    people: Sequence[Member],
    now: datetime,
) -> Mapping[MemberId, Mapping[str, Any]]:
    """Return the answers that each of *people* hasn't heard of yet."""
    here = {MemberId(one.member_id): one for one in people}
    news: dict[MemberId, list[str]] = defaultdict(list)
    for ask in await store.answers_for(session, workspace, [*here], now):
        if ask.told_on is None and _is_there(here[MemberId(ask.asker_id)], now):
            news[MemberId(ask.asker_id)].append(ask.ask_id)
    return {asker: {"answers": asks} for asker, asks in news.items()}


async def answers_taken(
    session: AsyncSession, workspace: WorkspaceId, riding: Riding, now: datetime
) -> None:
    """Note that these answers have been announced."""
    ids = [ask_id for data in riding.values() for ask_id in data["answers"]]
    await store.mark_told(session, workspace, ids, now.date())


async def answers_returned(session: AsyncSession, workspace: WorkspaceId, riding: Riding) -> None:
    """Note that these answers weren't announced after all."""
    ids = [ask_id for data in riding.values() for ask_id in data["answers"]]
    await store.mark_told(session, workspace, ids, None)


def _is_there(one: Member, now: datetime) -> bool:
    """Say whether they are there today: no pause, holiday or vacation."""
    is_paused = one.paused_until is not None and one.paused_until > now
    return not (is_paused or one.is_gone) and works_on_the_day(one, now)


async def _is_gone(session: AsyncSession, workspace: WorkspaceId, member: str) -> bool:
    row = await members.get_member(session, workspace, MemberId(member))
    return row is None or row.is_gone


ASK = Rider("asks.ask", asks_waiting, views.ask_rider, asks_taken, asks_returned, asks_standing)
ANSWER = Rider("asks.answer", answers_waiting, views.answer_rider, answers_taken, answers_returned)
