"""What the clock does about promises due at an hour: it asks, once, those of an hour together."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery import store as deliveries
from bot.delivery.rules import GONE
from bot.deps import Composed, Decision, Deps, Due, Kind, Skip, Sweep
from bot.members import store as members
from bot.members.people import zone_of
from bot.members.tables import Member
from bot.rooms.commitments import cards, rules, store
from bot.rooms.commitments.asked_again import LATE_FROM, hinders
from bot.rooms.commitments.record import as_json, promise_of, told
from bot.rooms.commitments.rules import Step
from bot.rooms.commitments.silence import first_look
from bot.rooms.commitments.tables import Commitment
from bot.rooms.commitments.usecases import take
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.moments import NOW

DUE = "commitments.due"
TOGETHER = timedelta(hours=1)


async def plan_questions(deps: Deps, session: AsyncSession, now: datetime, limit: int) -> int:
    """Plan one question a member: at the last of the promises due within an hour of the first."""
    found = await store.to_ask(session, now, limit)
    by_member: dict[tuple[str, str], list[Commitment]] = defaultdict(list)
    for row in found:
        by_member[row.workspace_id, row.member_id].append(row)
    for (workspace, member), due in by_member.items():
        still_open = await store.open_of(session, WorkspaceId(workspace), [member])
        until = _last_of_the_hour(due, still_open)
        for row in due:
            row.ask_at = until if until > now else None
        if until <= now:
            await deliveries.plan(session, [_row(due[0], until)])
    return len(found)


def _last_of_the_hour(due: Sequence[Commitment], still_open: Sequence[Commitment]) -> datetime:
    """Return when to ask: once the last of those is due that are within an hour of the first."""
    first = min(row.due_at for row in due)
    near = [
        row.due_at
        for row in still_open
        if row.ask_at is not None and first <= row.due_at < first + TOGETHER
    ]
    return max([first, *near])


def _row(first: Commitment, due_at: datetime) -> dict[str, Any]:
    return deliveries.new_row(
        first.workspace_id,
        DUE,
        first.member_id,
        f"{first.promise_id}.{int(first.due_at.timestamp())}",
        target=first.member_id,
        due_at=due_at,
    )


async def compose(
    deps: Deps, session: AsyncSession, dues: Sequence[Due], now: datetime
) -> Mapping[str, Decision]:
    """Put all of a member's questions that have come into one message, never too late for it."""
    workspace = dues[0].workspace
    targets = [due.target for due in dues]
    people = {
        row.member_id: row
        for row in await members.members_of(session, workspace, [MemberId(one) for one in targets])
    }
    questions: dict[str, list[Commitment]] = defaultdict(list)
    for row in await store.lock_open_of(session, workspace, targets, now):
        if row.grain == "time" and row.asked_at is None:
            questions[row.member_id].append(row)
    decisions: dict[str, Decision] = {}
    for due in dues:
        member, asked = people.get(due.target), questions.pop(due.target, [])
        if member is None or member.is_gone or not asked:
            decisions[due.id] = Skip(GONE)
        else:
            mark_asked(asked, member, now)
            is_late = now - due.due_at > LATE_FROM
            decisions[due.id] = _letter(deps, member, asked, now, is_late=is_late)
    return decisions


def mark_asked(asked: Sequence[Commitment], member: Member, now: datetime) -> None:
    """Note that these were asked about, and when to look whether a word has come."""
    for row in asked:
        step = rules.ask(promise_of(row), now)
        if isinstance(step, Step):
            take(row, step)
            row.ask_at, row.look_at = None, first_look(row, member, now)


def _letter(
    deps: Deps, member: Member, asked: Sequence[Commitment], now: datetime, *, is_late: bool
) -> Composed:
    data = {
        "zone": zone_of(member),
        "now": now.isoformat(),
        "late": is_late,
        "full": member.notification == "full",
        "ask": [as_json(told(row)) for row in asked],
    }
    return Composed(deps.people.reader_of(member).locale, data)


KIND = Kind(DUE, compose, cards.due_message, hinders=hinders)
QUESTIONS = Sweep("commitments.questions", store.is_to_ask(NOW), plan_questions)
