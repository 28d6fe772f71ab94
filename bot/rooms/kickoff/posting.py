"""The one post of a kickoff: planned with the first entry, edited with every later one."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery import rules as skipped
from bot.delivery import store as ledger
from bot.delivery.tables import Delivery
from bot.deps import Composed, Decision, Deps, Due, Kind, Skip
from bot.rooms.kickoff import rules, store, views
from bot.rooms.kickoff.tables import KickoffPost
from bot.slack.ids import ChannelId, MemberId, WorkspaceId

POST = "kickoff.post"
EDIT = "kickoff.edit"
OPEN = ("due", "sending", "unknown", "doubt")
LOST = ("refused", "failed")


async def say_anew(session: AsyncSession, row: KickoffPost, now: datetime) -> None:
    """The entries changed: edit the post, or post where none stands; commits nothing.

    One that is on its way says the newest itself, or is edited as soon as it has arrived.
    """
    row.version += 1
    key = (row.workspace_id, row.delivery_id)
    last = await session.get(Delivery, key) if row.delivery_id else None
    if row.ts is not None and (last is None or last.state not in LOST):
        await _plan(session, row, EDIT, now)
    elif last is None or last.state not in OPEN:
        row.ts = None
        await _plan(session, row, POST, now)


async def _plan(session: AsyncSession, row: KickoffPost, kind: str, now: datetime) -> None:
    channel, slot = row.channel_id, str(row.version)
    planned = ledger.new_row(row.workspace_id, kind, channel, slot, target=channel, due_at=now)
    row.delivery_id = planned["delivery_id"]
    await ledger.plan(session, [planned])


async def compose(
    deps: Deps, session: AsyncSession, dues: Sequence[Due], now: datetime
) -> Mapping[str, Decision]:
    """Say what is there now, whichever change asked for it."""
    return {due.id: await _decide(deps, session, due) for due in dues}


async def _decide(deps: Deps, session: AsyncSession, due: Due) -> Decision:
    channel = ChannelId(due.subject)
    row = await store.post_of(session, due.workspace, channel)
    entries = await store.entries_in(session, due.workspace, channel)
    if row is None:
        return Skip(skipped.GONE)
    data = views.post_data(deps.content.catalogue(row.locale).kickoff, entries, channel)
    if due.kind == EDIT:  # also where nothing new may be posted: an entry may have been deleted
        edit = (channel, row.ts) if row.ts else None
        return Composed(row.locale, data, edit=edit) if edit else Skip(skipped.GONE)
    place = await store.place(session, due.workspace, channel)
    if not entries or rules.refusal(place) is not None:
        return Skip(skipped.GONE)
    row.said = row.version
    return Composed(row.locale, data)


async def note_sent(session: AsyncSession, sent: Sequence[tuple[Due, str, str]]) -> None:
    """Keep where the post stands; the ledger needn't know any longer what it said."""
    for due, _, ts in sent:
        channel = ChannelId(due.subject)
        await ledger.forget_content(session, due.workspace, (POST, EDIT), channel)
        row = await store.post_of(session, due.workspace, channel)
        if row is None or due.kind != POST:
            continue
        row.ts = ts or None
        if row.version > row.said and row.ts is not None:
            await _plan(session, row, EDIT, due.due_at)


async def starters(session: AsyncSession, dues: Sequence[Due]) -> Mapping[str, MemberId]:
    """Return whose entry came first, by delivery id."""
    found: dict[str, MemberId] = {}
    for due in dues:
        row = await store.post_of(session, due.workspace, ChannelId(due.subject))
        if row is not None and row.starter_id is not None:
            found[due.id] = MemberId(row.starter_id)
    return found


async def forget_entries(
    session: AsyncSession, workspace: WorkspaceId, member: MemberId, now: datetime
) -> None:
    """Take what *member* told out of every channel's post, and out of the ledger."""
    for entry in await store.entries_by(session, workspace, member):
        await remove(session, workspace, ChannelId(entry.channel_id), entry, now)


async def remove(
    session: AsyncSession, workspace: WorkspaceId, channel: ChannelId, entry: Any, now: datetime
) -> None:
    """Delete an entry and have the post say so; commits nothing."""
    await session.delete(entry)
    await session.flush()
    await ledger.forget_content(session, workspace, (POST, EDIT), channel)
    row = await store.post_of(session, workspace, channel)
    if row is not None:
        await say_anew(session, row, now)


KINDS = (
    Kind(POST, compose, views.post, note_sent, to_channel=True, owners=starters),
    Kind(EDIT, compose, views.post, note_sent),
)
