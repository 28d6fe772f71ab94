"""What happens when no word comes: day by day, until three working days have gone by."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps, Sweep
from bot.members import store as members
from bot.members.tables import Member
from bot.rooms.commitments import rules, store
from bot.rooms.commitments.record import promise_of
from bot.rooms.commitments.rules import Step
from bot.rooms.commitments.tables import Commitment
from bot.rooms.commitments.usecases import take
from bot.rooms.commitments.working_time import diary_of, is_stopped
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.moments import NOW

ONE_DAY = timedelta(days=1)


def first_look(row: Commitment, member: Member, now: datetime) -> datetime:
    """Return when to look first whether a word has come: as that day's working hours end."""
    diary = diary_of(member, now)
    today = diary.local_date(now)
    ends = diary.end_of(today)
    return ends if ends > now else diary.end_of(today + ONE_DAY)


async def look(deps: Deps, session: AsyncSession, now: datetime, limit: int) -> int:
    """Look at promises that were asked about: at the end of each day, was it one that counts?

    Vacations are known only as they are, so days on which one was seen are kept with the promise.
    """
    found = await store.to_look_at(session, now, limit)
    for row in found:
        workspace, member_id = WorkspaceId(row.workspace_id), MemberId(row.member_id)
        member = await members.get_member(session, workspace, member_id)
        if member is None:
            row.look_at = None
        elif (following := _looked_at(row, member, now)) is not None:
            session.add(following)
    return len(found)


def _looked_at(row: Commitment, member: Member, now: datetime) -> Commitment | None:
    """Note the days gone by, and end the promise where enough of them counted."""
    assert row.look_at is not None  # noqa: S101  # the sweep found it by that
    diary = diary_of(member, row.look_at)
    stopped = set(filter(None, row.stopped_on.split(",")))
    while row.look_at <= now:
        day = diary.local_date(row.look_at)
        if is_stopped(member, row.look_at):
            stopped.add(day.isoformat())
        row.look_at = diary.end_of(day + ONE_DAY)
    row.stopped_on = ",".join(sorted(stopped))
    full = diary_of(member, row.due_at, stopped_days(row))
    step = rules.lapse(promise_of(row), now, full)
    return take(row, step) if isinstance(step, Step) else None


def stopped_days(row: Commitment) -> Iterator[date]:
    return (date.fromisoformat(day) for day in row.stopped_on.split(",") if day)


SILENCE = Sweep("commitments.silence", store.is_to_look_at(NOW), look)
