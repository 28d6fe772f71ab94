"""What people do with nudges, one transaction each."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.deps import Deps
from bot.errors import UserError
from bot.members import store as members
from bot.members.people import zone_of
from bot.members.reader import Reader
from bot.members.rules import slot_date
from bot.members.schedule import wake
from bot.rooms.nudges import store
from bot.rooms.nudges.choosing import choose_for
from bot.rooms.nudges.tables import Nudge

Rhythm = Literal["daily", "three", "weekly"]
Reaction = Literal["done", "hidden", "promised"]
RHYTHMS: tuple[Rhythm, ...] = ("daily", "three", "weekly")
HIDDEN_FOR = timedelta(days=90)
ANOTHER_A_DAY = 2


@dataclass(frozen=True)
class Habit:
    """Where somebody stands with their nudges; *next_at* is aware UTC."""

    started: bool
    rhythm: str
    next_at: datetime | None


async def start_nudges(deps: Deps, who: Reader, rhythm: Rhythm) -> Habit:
    """Begin, or change the rhythm; harmless to press twice."""
    now = deps.clock.now()
    async with deps.db.write() as session:
        member = await members.ensure_member(session, who.workspace, who.member)
        member.started_at = member.started_at or now
        member.rhythm = rhythm
        wake(member, now)
        return Habit(True, rhythm, member.next_slot_at)


async def show_another(deps: Deps, who: Reader, nudge_id: str) -> Nudge:
    """Choose another practice in the place of *nudge_id*, at most twice a day.

    Raises:
        UserError: not theirs, answered already, enough for today, or everything is hidden.
    """
    now = deps.clock.now()
    async with deps.db.write() as session:
        member = await members.ensure_member(session, who.workspace, who.member)
        old = await store.lock(session, who.workspace, who.member, nudge_id)
        if old is None:
            raise UserError("nudges-gone")
        if old.reaction is not None:
            raise UserError("nudges-answered")
        today = slot_date(now, zone_of(member)).isoformat()
        if await store.asked_on(session, who.workspace, who.member, today) >= ANOTHER_A_DAY:
            raise UserError("nudges-enough-today")
        old.reaction = "another"
        chosen = await choose_for(
            deps, session, who.workspace, [(member, uuid.uuid4().hex)], now, "another"
        )
        if who.member not in chosen:
            raise UserError("nudges-all-hidden")
        return chosen[who.member]


async def show_now(deps: Deps, who: Reader) -> Nudge:
    """Choose a practice for somebody who asked for one, started or not.

    Raises:
        UserError: everything is hidden.
    """
    async with deps.db.write() as session:
        member = await members.ensure_member(session, who.workspace, who.member)
        chosen = await choose_for(
            deps,
            session,
            who.workspace,
            [(member, uuid.uuid4().hex)],
            deps.clock.now(),
            "asked",
        )
    if who.member not in chosen:
        raise UserError("nudges-all-hidden")
    return chosen[who.member]


async def react(deps: Deps, who: Reader, nudge_id: str, reaction: Reaction) -> Nudge:
    """Note what somebody pressed; the same again changes nothing.

    Raises:
        UserError: not theirs, or answered otherwise already.
    """
    async with deps.db.write() as session:
        nudge = await store.lock(session, who.workspace, who.member, nudge_id)
        if nudge is None:
            raise UserError("nudges-gone")
        if nudge.reaction not in (None, reaction):
            raise UserError("nudges-answered")
        nudge.reaction = reaction
        if reaction == "hidden":
            until = deps.clock.now() + HIDDEN_FOR
            await store.hide(session, who.workspace, who.member, nudge.practice_id, until)
        return nudge


async def find_nudge(deps: Deps, who: Reader, nudge_id: str) -> Nudge:
    """Return somebody's own nudge.

    Raises:
        UserError: not theirs, or unknown.
    """
    async with deps.db.read() as session:
        nudge = await store.lock(session, who.workspace, who.member, nudge_id)
    if nudge is None:
        raise UserError("nudges-gone")
    return nudge
