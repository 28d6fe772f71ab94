"""Choosing for a workspace: by its admins alone, one transaction each."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps
from bot.errors import UserError
from bot.members import store as members
from bot.members.reader import Reader
from bot.members.tables import WorkspaceChoice
from bot.ports import TeamSetUp
from bot.rooms.admin.rules import LONGEST, SWITCHES, Choices, changed
from bot.storage.upsert import insert_or_update

COLUMNS = ("switched_off", "admins_only", "retention_days")


async def look(deps: Deps, who: Reader) -> Choices:
    """Return what holds.

    Raises:
        UserError: *who* is no admin.
    """
    async with deps.db.read() as session:
        await _must_be_admin(session, who)
        return await _held(session, who)


async def _held(session: AsyncSession, who: Reader) -> Choices:
    row = await members.get_choice(session, who.workspace)
    on = frozenset(one for one in SWITCHES if not row.is_off(one))
    return Choices(on, row.admins_only, row.retention_days or LONGEST)


async def teams(deps: Deps, who: Reader) -> Sequence[TeamSetUp]:
    """Return which teams have a pulse.

    Raises:
        UserError: as `look`.
    """
    async with deps.db.read() as session:
        await _must_be_admin(session, who)
        return await deps.teams(session, who.workspace) if deps.teams else ()


async def choose(deps: Deps, who: Reader, choices: Choices) -> Sequence[str]:
    """Have *choices* hold for everybody, and name those that are new; harmless to repeat.

    Raises:
        UserError: as `look`.
    """
    row = {
        "workspace_id": who.workspace,
        "switched_off": [one for one in SWITCHES if one not in choices.on],
        "admins_only": choices.admins_only,
        "retention_days": choices.retention_days if choices.retention_days < LONGEST else None,
    }
    async with deps.db.write() as session:
        await _must_be_admin(session, who)
        before = await _held(session, who)
        await insert_or_update(session, WorkspaceChoice, [row], COLUMNS)
    return changed(before, choices)


async def _must_be_admin(session: AsyncSession, who: Reader) -> None:
    row = await members.get_member(session, who.workspace, who.member)
    if row is None or not row.is_admin or row.is_deactivated:
        raise UserError("admin-admins-only")
