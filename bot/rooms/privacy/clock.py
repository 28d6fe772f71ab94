"""What the clock does for privacy: send an export, delete it, clear up after somebody, let go."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps, Errand, Next, Sweep
from bot.errands import store as errands
from bot.errors import SlackRefused
from bot.members import store as members
from bot.members import tombstones
from bot.members.reader import DEFAULT_LOCALE, Reader
from bot.rooms.privacy import store, usecases, views
from bot.rooms.privacy.export_words import document
from bot.rooms.privacy.rules import as_text, messages, pieces, unnamed
from bot.slack.ids import ChannelId, MemberId, WorkspaceId

KEPT_AFTER_UNINSTALL = timedelta(days=10)  # Slack's policy: within 14 business days
SHOWN_FOR = timedelta(hours=24)
DELETES = 20  # a step: with the pause that is 50 a minute, Slack's tier 3
PAUSE = timedelta(seconds=24)
ONE_SECOND = timedelta(seconds=1)  # Slack: a message a second and channel
HISTORY_PAGE = 100
LEDGER_PAGE = 500  # messages opened and sealed in a transaction: some tens of milliseconds
FILE_NAME = "trustcheck.json"

Data = Mapping[str, Any]


async def export_step(deps: Deps, workspace: WorkspaceId, data: Data) -> Next | None:
    """Send the export as a file; where files aren't allowed, piece by piece."""
    member = MemberId(str(data["member"]))
    who = await deps.people.reader(workspace, member)
    if "pieces" in data:
        return await _send_piece(deps, who, data)
    async with deps.db.read() as session:
        row = await members.get_workspace(session, workspace)
        tables = await usecases.tables_of(deps, session, who)
    text = as_text(document(deps.words(who), tables))
    if row is not None and "files:write" in row.scopes.split(","):
        try:
            await _send_file(deps, who, text.encode())
            return None
        except SlackRefused:
            pass  # the workspace doesn't let apps share files, or no longer
    return Next({**data, "pieces": messages(pieces(text))})


async def _send_file(deps: Deps, who: Reader, content: bytes) -> None:
    """Show the file in the DM; that it will be deleted is written down before it is there."""
    words = deps.words(who)
    reserved = await deps.messenger.reserve_file(who.workspace, FILE_NAME, content)
    channel, ts = await deps.messenger.say(who.workspace, who.member, views.export_here(words))
    await _tidy_later(deps, who, {"files": [reserved[0]], "messages": [[channel, ts]]})
    await deps.messenger.share_file(
        who.workspace,
        reserved,
        content,
        channel=channel,
        title=words("privacy-export-title"),
        comment=words("privacy-export-comment"),
    )


async def _send_piece(deps: Deps, who: Reader, data: Data) -> Next | None:
    first, *rest = data["pieces"]
    message = views.export_piece(deps.words(who), first)
    sent = await deps.messenger.say(who.workspace, who.member, message)
    said = [*data.get("messages", ()), list(sent)]
    if rest:
        return Next({**data, "pieces": rest, "messages": said}, after=ONE_SECOND)
    await _tidy_later(deps, who, {"messages": said})
    return None


async def _tidy_later(deps: Deps, who: Reader, data: Data) -> None:
    due_at = deps.clock.now() + SHOWN_FOR
    async with deps.db.write() as session:
        await errands.plan(
            session, who.workspace, usecases.TIDY, due_at, data=data, member=who.member
        )


async def tidy_step(deps: Deps, workspace: WorkspaceId, data: Data) -> Next | None:
    """Delete an export from the DM."""
    left = await _delete_some(deps, workspace, data)
    return Next(left, after=PAUSE) if left.get("messages") or left.get("files") else None


async def clear_step(deps: Deps, workspace: WorkspaceId, data: Data) -> Next | None:
    """Delete what the bot said to somebody, their Home, and what was still on its way."""
    if not await deps.db.settle_log():
        return Next(data, after=ONE_SECOND)
    if data.get("home"):
        await _empty_home(deps, workspace, data)
        return Next({**data, "home": False})
    if data.get("ledger") is not None:
        return Next({**data, "ledger": await _unname_some(deps, workspace, data)})
    if data.get("messages") or data.get("files"):
        return Next(await _delete_some(deps, workspace, data), after=_pause(data))
    if not data.get("read"):
        return Next(await _look_for_more(deps, workspace, data))
    if not data.get("again"):
        await _erase_again(deps, workspace, MemberId(str(data["member"])))
        return Next({**data, "again": True})  # whose first act is to cut the log
    return None


async def _unname_some(deps: Deps, workspace: WorkspaceId, data: Data) -> str | None:
    """Take somebody's name out of a page of what was said to others; return where to go on."""
    member = MemberId(str(data["member"]))
    async with deps.db.write() as session:
        rows = await store.contents_after(session, workspace, data["ledger"], LEDGER_PAGE)
        for row in rows:
            words = deps.content.words(row.content.get("locale") or DEFAULT_LOCALE)
            content = unnamed(row.content, member, words("members-someone-gone"))
            if content != row.content:
                row.content = content
    return rows[-1].delivery_id if len(rows) == LEDGER_PAGE else None


def _pause(data: Data) -> timedelta:
    """Return how long to wait after a step: not at all where it was the last one's few."""
    count = len(data.get("messages", ())) + len(data.get("files", ()))
    return PAUSE if count > DELETES else timedelta()


async def _delete_some(deps: Deps, workspace: WorkspaceId, data: Data) -> dict[str, Any]:
    """Delete as much as Slack takes in a while, and return what is left."""
    said, files = list(data.get("messages", ())), list(data.get("files", ()))
    for channel, ts in said[:DELETES]:
        with suppress(SlackRefused):  # it is gone, or was never ours
            await deps.messenger.delete(workspace, ChannelId(channel), ts)
    for file_id in files[: max(0, DELETES - len(said))]:
        with suppress(SlackRefused):  # deleted by hand
            await deps.messenger.delete_file(workspace, file_id)
    deleted = max(0, DELETES - len(said))
    return {**data, "messages": said[DELETES:], "files": files[deleted:]}


async def _look_for_more(deps: Deps, workspace: WorkspaceId, data: Data) -> dict[str, Any]:
    """Read a page of the DM for what isn't in the ledger: answers, help, notices."""
    async with deps.db.read() as session:
        row = await members.get_workspace(session, workspace)
    if row is None or not {"im:write", "im:history"} <= set(row.scopes.split(",")):
        return {**data, "read": True}
    try:
        opened: Any = await deps.messenger.call(
            workspace, "conversations.open", users=str(data["member"])
        )
        channel = str(opened["channel"]["id"])
        page: Any = await deps.messenger.ask(
            workspace,
            "conversations.history",
            channel=channel,
            latest=data["until"],
            limit=HISTORY_PAGE,
            cursor=data.get("cursor"),
        )
    except SlackRefused:
        return {**data, "read": True}
    mine = [[channel, one["ts"]] for one in page["messages"] if one.get("user") == row.bot_user_id]
    cursor = (page.get("response_metadata") or {}).get("next_cursor") or None
    return {**data, "messages": mine, "cursor": cursor, "read": cursor is None}


async def _empty_home(deps: Deps, workspace: WorkspaceId, data: Data) -> None:
    home = views.empty_home(deps.content.words(str(data["locale"])))
    with suppress(SlackRefused):  # they are gone
        await deps.messenger.publish_home(workspace, MemberId(str(data["member"])), home)
    deps.messenger.homes.drop(workspace, MemberId(str(data["member"])))


async def _erase_again(deps: Deps, workspace: WorkspaceId, member: MemberId) -> None:
    """Erase what was on its way when they were forgotten; unless they have come back."""
    async with deps.db.write() as session:
        if await tombstones.standing(session, workspace, [member]):
            await usecases.erase(deps, session, workspace, member)


async def retention_step(deps: Deps, workspace: WorkspaceId, _data: Data) -> Next | None:
    """Let go of what has had its time, the house's or a shorter one of the admins'.

    One look at all tables, then a transaction for each in which rows have grown old.
    """
    now = deps.clock.now()
    async with deps.db.read() as session:
        choice = await members.get_choice(session, workspace)
        most = timedelta(days=choice.retention_days) if choice.retention_days else timedelta.max
        old = [(one, one.old(now - min(one.kept_for, most))) for one in deps.personal if one.old]
        found = await store.with_old(session, workspace, old)
    for one, is_old in found:
        async with deps.db.write() as session:
            await store.drop_old(session, one, workspace, is_old)
    await deps.db.settle_log()
    return None


def is_uninstalled(now: datetime) -> ColumnElement[bool]:
    """Say which workspaces removed the app so long ago that their data goes."""
    return store.is_uninstalled(now - KEPT_AFTER_UNINSTALL)


async def drop_uninstalled(deps: Deps, session: AsyncSession, now: datetime, limit: int) -> int:
    """Let go of workspaces that removed the app; on SQLite the next night cuts the log."""
    return await store.drop_uninstalled(session, now - KEPT_AFTER_UNINSTALL, limit)


UNINSTALLED = Sweep("privacy.uninstalled", is_uninstalled, drop_uninstalled)
ERRANDS = (
    Errand(usecases.EXPORT, export_step),
    Errand(usecases.TIDY, tidy_step),
    Errand(usecases.CLEAR, clear_step),
    Errand("privacy.retention", retention_step, nightly=True),
)
