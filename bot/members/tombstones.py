"""Who had themselves forgotten: kept as marks that name nobody, so that no sync brings them back.

A mark is an HMAC of the member's id. Its key is the workspace's own and never changes; without it,
a list of ids tells nothing. Every function commits nothing, and holds the key's row until the
transaction ends: nobody is learned anew while somebody is being forgotten.
"""

import hashlib
import hmac
import secrets
from collections.abc import Collection

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, select

from bot.members.tables import Tombstone, TombstoneKey
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.upsert import insert_new

KEY_BYTES = 32


async def prepare(session: AsyncSession, workspace: WorkspaceId) -> None:
    """See to it that the workspace has a key; harmless to repeat."""
    row = {"workspace_id": workspace, "key": secrets.token_hex(KEY_BYTES)}
    await insert_new(session, TombstoneKey, [row])


async def lay(session: AsyncSession, workspace: WorkspaceId, member: MemberId) -> None:
    """Note that *member* wants to be unknown; harmless to repeat."""
    await prepare(session, workspace)
    key = await _key(session, workspace, exclusive=True)
    if key is not None:
        await insert_new(
            session, Tombstone, [{"workspace_id": workspace, "mark": _mark(key, member)}]
        )


async def lift(session: AsyncSession, workspace: WorkspaceId, member: MemberId) -> None:
    """Note that *member* is back of their own accord; harmless where they never went."""
    key = await _key(session, workspace)
    if key is not None:
        await session.execute(
            delete(Tombstone).where(
                col(Tombstone.workspace_id) == workspace, col(Tombstone.mark) == _mark(key, member)
            )
        )


async def standing(
    session: AsyncSession, workspace: WorkspaceId, members: Collection[str]
) -> frozenset[str]:
    """Return those of *members* who want to be unknown."""
    key = await _key(session, workspace) if members else None
    if key is None:
        return frozenset()
    marks = set(
        await session.scalars(
            select(Tombstone.mark).where(col(Tombstone.workspace_id) == workspace)
        )
    )
    return frozenset(member for member in members if marks and _mark(key, member) in marks)


async def _key(
    session: AsyncSession, workspace: WorkspaceId, *, exclusive: bool = False
) -> bytes | None:
    """Return the workspace's key; None where it has none: then nobody was forgotten."""
    row = await session.get(
        TombstoneKey, workspace, with_for_update={"read": not exclusive}, populate_existing=True
    )
    return bytes.fromhex(row.key) if row else None


def _mark(key: bytes, member: str) -> str:
    return hmac.new(key, member.encode(), hashlib.sha256).hexdigest()
