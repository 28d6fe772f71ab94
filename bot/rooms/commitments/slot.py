"""What rides in the daily slot: questions about yesterday, the check ahead, what is due today."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps, Rider
from bot.members import store as members
from bot.members.people import zone_of
from bot.members.schedule import clock_time
from bot.members.tables import Member
from bot.rooms.commitments import cards, rules, store
from bot.rooms.commitments.clock import mark_asked
from bot.rooms.commitments.diary import Diary
from bot.rooms.commitments.notice import check_ahead_at
from bot.rooms.commitments.record import as_json, promise_of, told
from bot.rooms.commitments.rules import Step
from bot.rooms.commitments.tables import Commitment
from bot.rooms.commitments.usecases import take
from bot.rooms.commitments.working_time import diary_of
from bot.slack.ids import MemberId, WorkspaceId

ASKED_FOR = {"ask": "not_yet_at", "check": "at_risk", "today": None}  # where the word is kept
IN_SIGHT = timedelta(days=21)  # the working day before a due date is never further away


@dataclass
class Day:
    """A member's promises of today's slot."""

    ask: list[Commitment] = field(default_factory=list)
    check: list[Commitment] = field(default_factory=list)
    today: list[Commitment] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.ask or self.check or self.today)


async def waiting(
    deps: Deps,
    session: AsyncSession,
    workspace: WorkspaceId,
    people: Sequence[Member],
    now: datetime,
) -> Mapping[MemberId, Mapping[str, Any]]:
    """Return what each of *people* is to be asked or told today.

    A pause doesn't stop it; vacations and holidays put it off.
    """
    there = {one.member_id: one for one in people if not (one.on_vacation or one.is_gone)}
    open_ones = await store.open_of(session, workspace, list(there), now + IN_SIGHT)
    busy = {row.member_id for row in open_ones}
    diaries = {member_id: diary_of(there[member_id], now) for member_id in busy}
    days: dict[str, Day] = defaultdict(Day)
    for row in open_ones:
        _sort(row, there[row.member_id], diaries[row.member_id], days[row.member_id], now)
    return {
        MemberId(member_id): _data(day, there[member_id], now)
        for member_id, day in days.items()
        if day and diaries[member_id].is_workday(diaries[member_id].local_date(now))
    }


async def taken(
    session: AsyncSession,
    workspace: WorkspaceId,
    shown: Mapping[MemberId, Mapping[str, Any]],
    now: datetime,
) -> None:
    """Note what people were asked and told, so that it comes once."""
    people = {row.member_id: row for row in await members.members_of(session, workspace, [*shown])}
    for row in await store.lock_open_of(session, workspace, [*shown], now + IN_SIGHT):
        data, member = shown[MemberId(row.member_id)], people[row.member_id]
        if _is_in(row, data["ask"]):
            mark_asked([row], member, now)
        elif _is_in(row, data["check"]):
            _mark_checked(row, now)
        elif _is_in(row, data["today"]):
            row.told_on = diary_of(member, now).local_date(now).isoformat()


async def returned(
    session: AsyncSession, workspace: WorkspaceId, shown: Mapping[MemberId, Mapping[str, Any]]
) -> None:
    """Note that people weren't asked or told after all; what got a word meanwhile keeps it."""
    for row in await store.lock_open_of(session, workspace, [*shown]):
        data = shown[MemberId(row.member_id)]
        if _is_in(row, data["ask"]) and row.not_yet_at is None:
            row.asked_at = row.look_at = None
        elif _is_in(row, data["check"]) and row.at_risk is None:
            row.checked_at = None
        elif _is_in(row, data["today"]):
            row.told_on = None


async def standing(
    session: AsyncSession,
    workspace: WorkspaceId,
    shown: Mapping[MemberId, Mapping[str, Any]],
    now: datetime,
) -> Mapping[MemberId, Mapping[str, Any]]:
    """Return what of it is still due when it said, and without the word it asks for."""
    rows = await store.open_of(session, workspace, [*shown])
    due = {(row.promise_id, int(row.due_at.timestamp())): row for row in rows}
    left = {
        who: {
            key: [one for one in data[key] if _waits(due.get((one["id"], one["due"])), word)]
            for key, word in ASKED_FOR.items()
        }
        for who, data in shown.items()
    }
    return {who: {**shown[who], **lists} for who, lists in left.items() if any(lists.values())}


def _waits(row: Commitment | None, word: str | None) -> bool:
    return row is not None and (word is None or getattr(row, word) is None)


def _is_in(row: Commitment, told_ones: Sequence[Mapping[str, Any]]) -> bool:
    return any(one["id"] == row.promise_id for one in told_ones)


def _sort(row: Commitment, member: Member, diary: Diary, day: Day, now: datetime) -> None:
    """Put a promise where it belongs today, if it does."""
    today, due_on = diary.local_date(now), diary.local_date(row.due_at)
    if row.due_at <= now:
        if row.asked_at is None and row.grain == "day" and due_on < today:
            day.ask.append(row)
    elif row.checked_at is None and _is_check_due(row, member, diary, now):
        day.check.append(row)
    elif due_on == today and row.told_on != today.isoformat():
        day.today.append(row)


def _is_check_due(row: Commitment, member: Member, diary: Diary, now: datetime) -> bool:
    slot = clock_time(member.slot_minutes)
    at = check_ahead_at(row.made_at, row.due_at, slot, diary)
    return at is not None and at <= now


def _mark_checked(row: Commitment, now: datetime) -> None:
    step = rules.check_ahead(promise_of(row), now)
    if isinstance(step, Step):
        take(row, step)


def _data(day: Day, member: Member, now: datetime) -> Mapping[str, Any]:
    lists = {"ask": day.ask, "check": day.check, "today": day.today}
    shown = {key: [as_json(told(row)) for row in rows] for key, rows in lists.items()}
    return {"zone": zone_of(member), "now": now.isoformat(), **shown}


RIDER = Rider("commitments.day", waiting, cards.day_parts, taken, returned, standing)
