"""What people choose about their learning, one transaction each."""

from dataclasses import dataclass
from datetime import datetime

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


async def leads(deps: Deps, who: Reader) -> bool:
    """Say whether the reader is on the leaders' track."""
    async with deps.db.read() as session:
        return (await store.choice_of(session, who.workspace, who.member)).leads


async def choose_track(deps: Deps, who: Reader, on: bool) -> None:
    """Put the leaders' track on or off; harmless to repeat."""
    async with deps.db.write() as session:
        choice = await store.choice_to_change(session, who.workspace, who.member)
        choice.leads = on


async def begin_stretch(deps: Deps, who: Reader) -> Stretch:
    """Lean the practices for a fortnight; a stretch that runs already keeps its end."""
    async with deps.db.write() as session:
        choice = await store.choice_to_change(session, who.workspace, who.member)
        until = pressure_until(choice.pressure_until, deps.clock.now())
        choice.pressure_until = until
        member = await members.get_member(session, who.workspace, who.member)
    return Stretch(until, nudges_started=bool(member and member.started_at))


async def end_stretch(deps: Deps, who: Reader) -> None:
    """Go back to the usual choice of practices; harmless to repeat."""
    async with deps.db.write() as session:
        choice = await store.choice_to_change(session, who.workspace, who.member)
        choice.pressure_until = None
