"""What people do with nudges, one transaction each."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps
from bot.errors import UserError
from bot.members import store as members
from bot.members.people import zone_of
from bot.members.reader import Reader
from bot.members.rules import slot_date
from bot.members.schedule import wake
from bot.members.tables import Member
from bot.rooms.nudges import store
from bot.rooms.nudges.choosing import Showing, choose_for, data_of
from bot.rooms.nudges.slowing import heard_from, speed_up
from bot.rooms.nudges.tables import Nudge
from bot.rooms.nudges.teammates import named_before, next_in_turn, willing_around
from bot.rooms.nudges.week import next_nudge_at

Rhythm = Literal["daily", "three", "weekly"]
Reaction = Literal["done", "hidden", "promised"]
RHYTHMS: tuple[Rhythm, ...] = ("daily", "three", "weekly")
HIDDEN_FOR = timedelta(days=90)
ANOTHER_A_DAY = 2


class Answered(UserError):
    """A nudge was answered already, otherwise than now; it outlives its session."""

    def __init__(self, session: AsyncSession, nudge: Nudge) -> None:
        super().__init__("nudges-answered")
        session.expunge(nudge)
        self.nudge = nudge


class Gone(UserError):
    """A nudge isn't theirs, or has been erased."""

    def __init__(self) -> None:
        super().__init__("nudges-gone")


@dataclass(frozen=True)
class Habit:
    """Where somebody stands with their nudges; *next_at*, the next one's slot, is aware UTC.

    *is_new* where they have neither started before nor been shown round.
    """

    next_at: datetime | None
    is_new: bool = False


@dataclass(frozen=True)
class Picked:
    """A nudge chosen for somebody, and what its card shows them."""

    nudge: Showing
    data: Mapping[str, Any]


async def start_nudges(deps: Deps, who: Reader, rhythm: Rhythm) -> Habit:
    """Begin, or change the rhythm; harmless to press twice."""
    now = deps.clock.now()
    async with deps.db.write() as session:
        member = await members.ensure_member(session, who.workspace, who.member)
        is_new = member.started_at is None and not member.welcomed
        member.started_at = member.started_at or now
        member.rhythm = rhythm
        speed_up(member)
        wake(member, now)
        return Habit(next_nudge_at(member, now), is_new)


async def go_back(deps: Deps, who: Reader) -> Habit:
    """Let nudges come as chosen again, after they slowed down; harmless to repeat."""
    async with deps.db.write() as session:
        member = await members.ensure_member(session, who.workspace, who.member)
        speed_up(member)
        return Habit(next_nudge_at(member, deps.clock.now()))


async def show_another(deps: Deps, who: Reader, nudge_id: str) -> Picked:
    """Choose another practice in the place of *nudge_id*, at most twice a day.

    Raises:
        UserError: not theirs, answered already, enough for today, or everything is hidden.
    """
    now = deps.clock.now()
    async with deps.db.write() as session:
        member = await members.ensure_member(session, who.workspace, who.member)
        old = await _open(session, who, nudge_id)
        today = slot_date(now, zone_of(member)).isoformat()
        if await store.asked_on(session, who.workspace, who.member, today) >= ANOTHER_A_DAY:
            raise UserError("nudges-enough-today")
        old.reaction, old.reacted_at = "another", now
        return await _pick(deps, session, member, now, "another")


async def in_its_place(
    deps: Deps, who: Reader, nudge: Nudge
) -> tuple[Nudge, Mapping[str, Any]] | None:
    """Return what *Another* brought for a nudge, the last of several, and what its card says.

    So that pressed twice, or elsewhere, it shows the same. None where it wasn't pressed.
    """
    async with deps.db.read() as session:
        member = await members.get_member(session, who.workspace, who.member)
        following: Nudge | None = nudge
        found = None
        while following is not None and following.reaction == "another":
            following = await store.shown_instead_of(session, following)
            found = following or found
        return (found, data_of(deps, found, member)) if found and member else None


async def show_now(deps: Deps, who: Reader) -> Picked:
    """Choose a practice for somebody who asked for one, started or not.

    Raises:
        UserError: everything is hidden.
    """
    async with deps.db.write() as session:
        member = await members.ensure_member(session, who.workspace, who.member)
        member.unanswered = 0
        return await _pick(deps, session, member, deps.clock.now(), "asked")


async def react(deps: Deps, who: Reader, nudge_id: str, reaction: Reaction) -> Nudge:
    """Note what somebody pressed; the same again changes nothing.

    Raises:
        UserError: not theirs, or answered otherwise already.
    """
    now = deps.clock.now()
    async with deps.db.write() as session:
        nudge = await _theirs(session, who, nudge_id)
        if nudge.reaction not in (None, reaction):
            raise Answered(session, nudge)
        if nudge.reaction is None:
            nudge.reaction, nudge.reacted_at = reaction, now
        if reaction == "hidden":
            until = now + HIDDEN_FOR
            await store.hide(session, who.workspace, who.member, nudge.practice_id, until)
        return nudge


async def wants_to_promise(deps: Deps, who: Reader, nudge_id: str) -> Nudge:
    """Return a nudge that may become a promise, or is one; the press counts as a reaction.

    Raises:
        UserError: not theirs, or answered otherwise already.
    """
    async with deps.db.write() as session:
        nudge = await _theirs(session, who, nudge_id)
        if nudge.reaction not in (None, "promised"):
            raise Answered(session, nudge)
        return nudge


async def put_off(deps: Deps, who: Reader, nudge_id: str) -> tuple[Nudge, datetime]:
    """Put a practice off until the next slot, and return both; the same again changes nothing.

    Raises:
        UserError: not theirs, answered otherwise already, or no slot will come.
    """
    now = deps.clock.now()
    async with deps.db.write() as session:
        member = await members.ensure_member(session, who.workspace, who.member)
        nudge = await _theirs(session, who, nudge_id)
        if nudge.reaction not in (None, "later"):
            raise Answered(session, nudge)
        next_at = next_nudge_at(member, now, any_day=True) if member.started_at else None
        if next_at is None:
            raise UserError("nudges-later-needs-start")
        nudge.reaction, nudge.reacted_at = "later", now
        return nudge, next_at


async def suggest_someone(deps: Deps, who: Reader, nudge_id: str) -> Picked:
    """Name a teammate in a practice, or the next one where one is named.

    Raises:
        UserError: not theirs, answered already, or nobody around has agreed to it.
    """
    async with deps.db.write() as session:
        member = await members.ensure_member(session, who.workspace, who.member)
        nudge = await _open(session, who, nudge_id)
        willing = await willing_around(session, member)
        named_at = await named_before(session, nudge)
        seed = f"{who.member} {nudge_id}"
        teammate = next_in_turn(willing, named_at, nudge.teammate_id, seed)
        if teammate is None:
            raise UserError("nudges-nobody-to-suggest")
        nudge.teammate_id = teammate
        return Picked(nudge, data_of(deps, nudge, member))


async def look_at(deps: Deps, who: Reader, nudge_id: str) -> Nudge:
    """Return somebody's own nudge; that they looked counts as a reaction.

    Raises:
        UserError: not theirs, or unknown.
    """
    async with deps.db.write() as session:
        return await _theirs(session, who, nudge_id)


async def _pick(
    deps: Deps, session: AsyncSession, member: Member, now: datetime, trigger: str
) -> Picked:
    who = deps.people.reader_of(member)
    asked = [(member, uuid.uuid4().hex)]
    chosen = await choose_for(deps, session, who.workspace, asked, now, trigger)
    if who.member not in chosen:
        raise UserError("nudges-all-hidden")
    nudge = chosen[who.member]
    return Picked(nudge, data_of(deps, nudge, member))


async def _theirs(session: AsyncSession, who: Reader, nudge_id: str) -> Nudge:
    """Return their own nudge, locked after their row: a press on it is a reaction."""
    await heard_from(session, who.workspace, who.member)
    nudge = await store.lock(session, who.workspace, who.member, nudge_id)
    if nudge is None:
        raise Gone
    return nudge


async def _open(session: AsyncSession, who: Reader, nudge_id: str) -> Nudge:
    nudge = await _theirs(session, who, nudge_id)
    if nudge.reaction is not None:
        raise Answered(session, nudge)
    return nudge
