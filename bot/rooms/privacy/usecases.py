"""Forgetting somebody, and telling them what is known of them: one transaction each."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import real_now
from bot.deps import Deps
from bot.errands import store as errands
from bot.errors import UserError
from bot.members import store as members
from bot.members import tombstones
from bot.members.reader import Reader
from bot.rooms.privacy import store
from bot.rooms.privacy.rules import readable
from bot.slack.ids import MemberId, WorkspaceId

EXPORT = "privacy.export"  # puts an export together and sends it
TIDY = "privacy.tidy"  # deletes it again, a day later
CLEAR = "privacy.clear"  # deletes what the bot said to somebody who was forgotten


async def forget(deps: Deps, who: Reader) -> None:
    """Erase everything of theirs, and see to it that no sync brings them back.

    Harmless to repeat. What the bot said to them is deleted by an errand.
    """
    now = deps.clock.now()
    async with deps.db.write() as session:
        await tombstones.lay(session, who.workspace, who.member)
        await members.lock_member(session, who.workspace, who.member)
        said = await said_to(session, who.workspace, who.member)
        in_flight = await store.is_being_sent(session, who.workspace, who.member)
        in_flight |= bool(await errands.of_member(session, who.workspace, who.member, EXPORT))
        await erase(deps, session, who.workspace, who.member)
        left = {
            "member": who.member,
            "locale": who.locale,
            "until": f"{real_now().timestamp():.6f}",  # what comes later is a fresh start
            "home": True,
            "ledger": "",
            "in_flight": in_flight,
        }
        await errands.plan(session, who.workspace, CLEAR, now, data={**left, **said})
    deps.wake()


async def erase(
    deps: Deps, session: AsyncSession, workspace: WorkspaceId, member: MemberId
) -> None:
    """Erase, room by room; commits nothing."""
    for forgets in deps.forgets:
        await forgets(session, workspace, member, deps.clock.now())
    await session.flush()
    await store.erase(session, deps.personal, workspace, member)


async def said_to(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId
) -> dict[str, Any]:
    """Return the messages and files that stand before somebody in Slack."""
    messages = [list(one) for one in await store.messages_to(session, workspace, member)]
    files: list[str] = []
    for name in (TIDY, EXPORT):
        for row in await errands.of_member(session, workspace, member, name):
            messages += row.data.get("messages", ())
            files += row.data.get("files", ())
    return {"messages": messages, "files": files}


async def ask_for_export(deps: Deps, who: Reader) -> None:
    """Have an export made; asked for again meanwhile, it still comes once.

    Raises:
        UserError: there is nothing to tell.
    """
    async with deps.db.write() as session:
        if not await tables_of(deps, session, who):
            raise UserError("privacy-export-nothing")
        await errands.plan_for(session, who.workspace, who.member, EXPORT, deps.clock.now())
    deps.wake()


async def tables_of(
    deps: Deps, session: AsyncSession, who: Reader
) -> dict[str, list[Mapping[str, Any]]]:
    """Return everything of theirs, by table, as JSON can hold it; tables without any left out."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for one in deps.personal:
        rows = await store.rows_of(session, one, who.workspace, who.member)
        if rows:
            found[one.table.__tablename__] = [readable(row, who.zone) for row in rows]
    return found
