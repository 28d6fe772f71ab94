"""What people do with their reflections, one transaction each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps
from bot.members import store as members
from bot.members.reader import Reader
from bot.rooms.reflection import store


@dataclass(frozen=True)
class Kept:
    """Reflection *number* (0 is the newest) of *count*; None of it where none is kept."""

    count: int
    number: int = 0
    id: str = ""
    kept_at: datetime | None = None
    answers: Mapping[str, str] | None = None


async def keep(deps: Deps, who: Reader, reflection_id: str, answers: Mapping[str, str]) -> None:
    """Keep a reflection, encrypted; a second time it changes nothing."""
    async with deps.db.write() as session:
        await members.ensure_member(session, who.workspace, who.member)
        await store.keep(
            session,
            {
                "workspace_id": who.workspace,
                "reflection_id": reflection_id,
                "member_id": who.member,
                "kept_at": deps.clock.now(),
                "answers": dict(answers),
            },
        )


async def count_kept(deps: Deps, who: Reader) -> int:
    async with deps.db.read() as session:
        return await store.count(session, who.workspace, who.member)


async def look_at(deps: Deps, who: Reader, number: int) -> Kept:
    """Return the reader's reflection *number*, or the nearest there is."""
    async with deps.db.read() as session:
        return await _look_at(session, who, number)


async def drop(deps: Deps, who: Reader, reflection_id: str, number: int) -> Kept:
    """Delete a reflection and return the one now in its place; harmless to repeat."""
    async with deps.db.write() as session:
        await store.drop(session, who.workspace, who.member, reflection_id)
        return await _look_at(session, who, number)


async def _look_at(session: AsyncSession, who: Reader, number: int) -> Kept:
    count = await store.count(session, who.workspace, who.member)
    near = max(0, min(number, count - 1))
    row = await store.nth(session, who.workspace, who.member, near)
    if row is None:
        return Kept(0)
    return Kept(count, near, row.reflection_id, row.kept_at, row.answers)
