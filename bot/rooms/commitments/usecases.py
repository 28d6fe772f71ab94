"""What people do with their promises, one transaction each."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps
from bot.errors import UserError
from bot.members import store as members
from bot.members.reader import Reader
from bot.members.schedule import clock_time, wake
from bot.members.tables import Member
from bot.rooms.commitments import rules, store
from bot.rooms.commitments.diary import Diary
from bot.rooms.commitments.grammar import Grain
from bot.rooms.commitments.notice import ask_at
from bot.rooms.commitments.record import (
    Told,
    Wanted,
    following_row,
    new_row,
    promise_of,
    set_series,
    to_another,
    told,
    write,
)
from bot.rooms.commitments.rules import NewTime, Promise, Refusal, Step
from bot.rooms.commitments.tables import Commitment
from bot.rooms.commitments.working_time import diary_of

Event = Callable[[Promise, datetime, Diary], Step | Refusal]


@dataclass(frozen=True)
class Outcome:
    """A promise after something happened to it; *following* is the one that came of it.

    *asks_at* is when its due question will come, as things stand (aware UTC). *to_self*: it
    named its owner as the one it is to. *was_there*: it had been logged before.
    """

    promise: Told
    standing: Promise
    asks_at: datetime
    following: Told | None = None
    to_self: bool = False
    was_there: bool = False

    @property
    def logged(self) -> tuple[Told, datetime, bool]:
        """What its owner is shown once it is logged, or changed."""
        return self.following or self.promise, self.asks_at, self.to_self


async def log_commitment(deps: Deps, who: Reader, wanted: Wanted, promise_id: str) -> Outcome:
    """Log a promise under *promise_id*; the same id again logs nothing new.

    The member's daily slot begins to come round, for it may hold questions about promises.
    """
    now = deps.clock.now()
    async with deps.db.write() as session:
        member = await members.ensure_member(session, who.workspace, who.member)
        row = await store.find(session, who.workspace, who.member, promise_id)
        if row is not None:
            return replace(_outcome(row, member), was_there=True)
        row = new_row(who, wanted, promise_id, now)
        plan_question(row)
        session.add(row)
        wake(member, now)
        return _outcome(row, member, to_self=wanted.to == who.member)


async def find_made(deps: Deps, who: Reader, promise_id: str | None) -> Outcome | None:
    """Return somebody's own promise as it stands, if there is one of that id."""
    async with deps.db.read() as session:
        row = await store.find(session, who.workspace, who.member, promise_id or "")
        return _outcome(row, await member_of(session, who)) if row is not None else None


async def find_commitment(deps: Deps, who: Reader, promise_id: str) -> Outcome:
    """Return somebody's own promise as it stands.

    Raises:
        UserError: not theirs, or gone.
    """
    async with deps.db.read() as session:
        row = await store.find(session, who.workspace, who.member, promise_id)
        if row is None:
            raise UserError("commitments-gone")
        return _outcome(row, await member_of(session, who))


async def find_open(deps: Deps, who: Reader, promise_id: str, about: datetime) -> Outcome:
    """Return somebody's own promise, open and still due at *about*.

    Raises:
        UserError: not theirs, gone, ended, or moved meanwhile.
    """
    found = await find_commitment(deps, who, promise_id)
    if found.standing.ending:
        raise _refused(Refusal.ENDED)
    if found.standing.due_at != about:
        raise _refused(Refusal.OUTDATED)
    return found


async def undo_commitment(deps: Deps, who: Reader, promise_id: str) -> Told:
    """Take a promise back within 15 minutes: it leaves no trace.

    Raises:
        UserError: not theirs, gone, ended, or too late for it.
    """
    async with deps.db.write() as session:
        row = await _locked(session, who, promise_id)
        refusal = rules.may_undo(promise_of(row), deps.clock.now())
        if refusal is Refusal.TOO_LATE:
            raise UserError("commitments-undo-too-late")
        if refusal is not None:
            raise _refused(refusal)
        gone = told(row)
        await session.delete(row)
        return gone


async def happen(deps: Deps, who: Reader, promise_id: str, event: Event) -> Outcome:
    """Have *event* happen to somebody's promise, and write what comes of it.

    Raises:
        UserError: not theirs, gone, or the event can't happen where the promise stands.
    """
    now = deps.clock.now()
    async with deps.db.write() as session:
        row = await _locked(session, who, promise_id)
        member = await member_of(session, who)
        step = event(promise_of(row), now, diary_of(member, row.due_at))
        return _outcome(row, member, _taken(session, row, step))


async def change_commitment(
    deps: Deps, who: Reader, promise_id: str, about: datetime, wanted: Wanted
) -> Outcome:
    """Put right what was understood; *about* is the due time that the form had shown.

    Within 15 minutes a new time costs nothing; later it is a move.

    Raises:
        UserError: not theirs, gone, ended, or changed elsewhere meanwhile.
    """

    now = deps.clock.now()
    async with deps.db.write() as session:
        row = await _locked(session, who, promise_id)
        promise = promise_of(row)
        if promise.ending or about != promise.due_at:
            raise _refused(Refusal.ENDED if promise.ending else Refusal.OUTDATED)
        row.text, row.to_id = wanted.text, to_another(wanted, who)
        following = None
        if rules.may_undo(promise, now) is None:
            _put_right(row, wanted)
        elif wanted.due_at != promise.due_at:
            diary = diary_of(await member_of(session, who), row.due_at)
            to = NewTime(wanted.due_at, wanted.grain)
            following = _taken(session, row, rules.move(promise, to, about, now, diary))
        if wanted.recurrence != row.recurrence:
            set_series(following or row, wanted.recurrence, who.zone)
        to_self = wanted.to == who.member
        return _outcome(row, await member_of(session, who), following, to_self=to_self)


def _outcome(
    row: Commitment,
    member: Member,
    following: Commitment | None = None,
    *,
    to_self: bool = False,
) -> Outcome:
    return Outcome(
        told(row),
        promise_of(row),
        question_at(following or row, member),
        told(following) if following else None,
        to_self,
    )


def _put_right(row: Commitment, wanted: Wanted) -> None:
    """Take back what was misunderstood at capture; whatever was asked already is asked afresh."""
    row.due_at, row.grain = wanted.due_at.replace(microsecond=0), wanted.grain
    row.checked_at = row.at_risk = row.asked_at = row.not_yet_at = row.look_at = None
    plan_question(row)


def _taken(session: AsyncSession, row: Commitment, step: Step | Refusal) -> Commitment | None:
    """Write a step and what follows.

    Raises:
        UserError: the event was refused.
    """
    if isinstance(step, Refusal):
        raise _refused(step)
    following = take(row, step)
    if following is not None:
        session.add(following)
    return following


def _refused(refusal: Refusal) -> UserError:
    return UserError(f"commitments-refused-{refusal.value.replace('_', '-')}")


def take(row: Commitment, step: Step) -> Commitment | None:
    """Write a step into *row*, and return the row of what follows, if anything does."""
    due_before = row.due_at
    write(row, step.promise)
    if row.ending is not None:
        row.ask_at = row.look_at = None
    elif row.due_at != due_before:
        row.look_at, row.stopped_on = None, ""
        plan_question(row)
    if step.new is None:
        return None
    following = following_row(row, step.new)
    plan_question(following)
    return following


def plan_question(row: Commitment) -> None:
    """A promise due at an hour is asked about then; one due at the end of a day, in a slot."""
    row.ask_at = row.due_at if row.grain == "time" else None


def question_at(row: Commitment, member: Member) -> datetime:
    """Return when the due question will be asked (aware UTC), as things stand."""
    grain: Grain = "time" if row.grain == "time" else "day"
    slot = clock_time(member.slot_minutes)
    return ask_at(row.due_at, grain, slot, diary_of(member, row.due_at))


async def member_of(session: AsyncSession, who: Reader) -> Member:
    """Return the member's row, or one with the defaults where Slack hasn't told us of them."""
    found = await members.get_member(session, who.workspace, who.member)
    return found or Member(workspace_id=who.workspace, member_id=who.member)


async def _locked(session: AsyncSession, who: Reader, promise_id: str) -> Commitment:
    row = await store.lock(session, who.workspace, who.member, promise_id)
    if row is None:
        raise UserError("commitments-gone")
    return row
