"""Queries over every table that has people in it, as the rooms declare them; they never commit."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Table
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel, col, delete, exists, or_, select, update

from bot.delivery.tables import Delivery
from bot.deps import Personal
from bot.members.mention import GONE
from bot.members.refusals import UNINSTALLED
from bot.members.tables import Workspace
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.engine import claimable
from bot.storage.moments import When

# Tables and which of their rows are past their time.
Olds = Sequence[tuple[Personal, ColumnElement[bool]]]


async def rows_of(
    session: AsyncSession, one: Personal, workspace: WorkspaceId, member: MemberId
) -> list[Mapping[str, Any]]:
    """Return what an export tells of a table, oldest key first."""
    names = one.owners if one.told is None else [*one.owners, *one.emptied, *one.renamed]
    if not names:
        return []
    found = await session.scalars(
        select(one.table)
        .where(_column(one, "workspace_id") == workspace, _names(one, names, member))
        .order_by(*_table(one).primary_key)
    )
    told = one.told or (lambda row, _member: every_column(row))
    return [said for row in found if (said := told(row, member)) is not None]


def every_column(row: Any) -> dict[str, Any]:
    """Return a row's columns but for the workspace it is in."""
    names = [column.name for column in row.__table__.columns]
    return {name: getattr(row, name) for name in names if name != "workspace_id"}


async def erase(
    session: AsyncSession, personal: Sequence[Personal], workspace: WorkspaceId, member: MemberId
) -> None:
    """Delete what is *member*'s, and take their name out of what is others'."""
    for one in personal:
        here = _column(one, "workspace_id") == workspace
        if one.owners:
            await session.execute(delete(one.table).where(here, _names(one, one.owners, member)))
        for name in one.emptied:
            await session.execute(
                update(one.table).where(here, _column(one, name) == member).values({name: None})
            )
        for name in one.renamed:
            await _rename(session, one, name, workspace, member)


async def _rename(
    session: AsyncSession, one: Personal, name: str, workspace: WorkspaceId, member: MemberId
) -> None:
    """Put `GONE` in *member*'s place; in a key something random, for keys are unique."""
    column, here = _column(one, name), _column(one, "workspace_id") == workspace
    if name not in _table(one).primary_key:
        await session.execute(update(one.table).where(here, column == member).values({name: GONE}))
        return
    for row in await session.scalars(select(one.table).where(here, column == member)):
        setattr(row, name, f"{GONE}.{secrets.token_hex(8)}")
    await session.flush()


async def with_old(session: AsyncSession, workspace: WorkspaceId, olds: Olds) -> Olds:
    """Return those of *olds* whose tables hold rows of *workspace* past their time."""
    looks = (exists().where(_column(one, "workspace_id") == workspace, old) for one, old in olds)
    found = (await session.execute(select(*looks))).one()
    return [old for old, is_there in zip(olds, found, strict=True) if is_there]


async def drop_old(
    session: AsyncSession,
    one: Personal,
    workspace: WorkspaceId,
    is_old: ColumnElement[bool],
) -> None:
    """Delete a table's rows that are past their time."""
    await session.execute(
        delete(one.table)
        .where(_column(one, "workspace_id") == workspace, is_old)
        .execution_options(synchronize_session=False)
    )


async def messages_to(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId
) -> list[tuple[str, str]]:
    """Return (channel, ts) of what the clock sent to *member*."""
    found = await session.execute(
        select(Delivery.channel, Delivery.ts).where(
            col(Delivery.workspace_id) == workspace,
            col(Delivery.target) == member,
            col(Delivery.ts).is_not(None),
        )
    )
    return list(dict.fromkeys((str(channel), str(ts)) for channel, ts in found))


async def is_being_sent(session: AsyncSession, workspace: WorkspaceId, member: MemberId) -> bool:
    """Say whether a message to *member* is on its way to Slack, or may be."""
    found = await session.scalars(
        select(Delivery.delivery_id)
        .where(
            col(Delivery.workspace_id) == workspace,
            col(Delivery.target) == member,
            col(Delivery.state).in_(("sending", "unknown")),
        )
        .limit(1)
    )
    return found.first() is not None


async def deliveries_known(
    session: AsyncSession, workspace: WorkspaceId, ids: Sequence[str]
) -> set[str]:
    """Return those of *ids* the ledger has."""
    found = await session.scalars(
        select(Delivery.delivery_id).where(
            col(Delivery.workspace_id) == workspace, col(Delivery.delivery_id).in_(ids)
        )
    )
    return set(found)


async def contents_after(
    session: AsyncSession, workspace: WorkspaceId, after: str, limit: int
) -> list[Delivery]:
    """Return *limit* messages of the ledger with something in them, by id, locked."""
    found = await session.scalars(
        select(Delivery)
        .where(
            col(Delivery.workspace_id) == workspace,
            col(Delivery.delivery_id) > after,
            col(Delivery.content).is_not(None),
        )
        .order_by(col(Delivery.delivery_id))
        .limit(limit)
        .with_for_update()
    )
    return list(found)


def is_uninstalled(before: When) -> ColumnElement[bool]:
    """Say which workspaces removed the app before an instant."""
    return (col(Workspace.stopped_at) < before) & col(Workspace.stopped_reason).in_(UNINSTALLED)


async def drop_uninstalled(session: AsyncSession, before: datetime, limit: int) -> int:
    """Delete everything of workspaces that removed the app before an instant; return how many.

    One that is installed again at this moment is either spared, or new.
    """
    found = await session.scalars(
        claimable(select(Workspace.workspace_id).where(is_uninstalled(before)).limit(limit))
    )
    gone = list(found)
    for table in SQLModel.metadata.sorted_tables if gone else ():
        await session.execute(table.delete().where(table.columns["workspace_id"].in_(gone)))
    return len(gone)


def _names(one: Personal, names: Sequence[str], member: MemberId) -> ColumnElement[bool]:
    return or_(*(_column(one, name) == member for name in names))


def _column(one: Personal, name: str) -> Any:
    return getattr(one.table, name)


def _table(one: Personal) -> Table:
    found: Table = one.table.__table__
    return found
