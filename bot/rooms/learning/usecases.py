"""What people choose about their learning, one transaction each."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps
from bot.members import store as members
from bot.members.reader import Reader
from bot.rooms.learning import store
from bot.rooms.learning.rules import pressure_until


@dataclass(frozen=True)
class Stretch:
    """A rough stretch: its end (aware UTC), and whether nudges come to this person at all."""

    until: datetime
    nudges_started: bool


@dataclass(frozen=True)
class Track:
    """Whether somebody is on the leaders' track, and whether nudges come to them at all."""

    is_on: bool
    nudges_started: bool


async def track_of(deps: Deps, who: Reader) -> Track:
    async with deps.db.read() as session:
        choice = await store.choice_of(session, who.workspace, who.member)
        return Track(choice.leads, await _has_started(session, who))


async def choose_track(deps: Deps, who: Reader, on: bool) -> Track:
    """Put the leaders' track on or off; harmless to repeat."""
    async with deps.db.write() as session:
        choice = await store.choice_to_change(session, who.workspace, who.member)
        choice.leads = on
        return Track(on, await _has_started(session, who))


async def begin_stretch(deps: Deps, who: Reader) -> Stretch:
    """Lean the practices for a fortnight; a stretch that runs already keeps its end."""
    async with deps.db.write() as session:
        choice = await store.choice_to_change(session, who.workspace, who.member)
        until = pressure_until(choice.pressure_until, deps.clock.now())
        choice.pressure_until = until
        return Stretch(until, await _has_started(session, who))


async def end_stretch(deps: Deps, who: Reader) -> None:
    """Go back to the usual choice of practices; harmless to repeat."""
    async with deps.db.write() as session:
        choice = await store.choice_to_change(session, who.workspace, who.member)
        choice.pressure_until = None


async def _has_started(session: AsyncSession, who: Reader) -> bool:
    member = await members.get_member(session, who.workspace, who.member)
    return member is not None and member.started_at is not None
