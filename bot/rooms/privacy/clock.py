"""What the clock does for privacy: send an export, delete it, clear up after somebody, let go."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps, Errand, Next, Sweep
from bot.errands import store as errands
from bot.errors import SlackRefused
from bot.members import store as members
from bot.members.reader import Reader
from bot.rooms.privacy import store, usecases, views
from bot.rooms.privacy.clearing import PAUSE, clear_step, delete_some
from bot.rooms.privacy.export_words import document
from bot.rooms.privacy.rules import as_text, messages, pieces
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.moments import NOW

KEPT_AFTER_UNINSTALL = timedelta(days=10)  # Slack's policy: within 14 business days
SHOWN_FOR = timedelta(hours=24)
ONE_SECOND = timedelta(seconds=1)  # Slack: a message a second and channel
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


async def export_given_up(deps: Deps, who: Reader, data: Data, why: str) -> None:
    """Say that the export doesn't come; what came of it goes as all of it would have gone."""
    if said := data.get("messages"):
        await _tidy_later(deps, who, {"messages": said})
    await deps.messenger.say(who.workspace, who.member, views.export_failed(deps.words(who), why))


async def _tidy_later(deps: Deps, who: Reader, data: Data) -> None:
    due_at = deps.clock.now() + SHOWN_FOR
    async with deps.db.write() as session:
        await errands.plan(
            session, who.workspace, usecases.TIDY, due_at, data=data, member=who.member
        )


async def tidy_step(deps: Deps, workspace: WorkspaceId, data: Data) -> Next | None:
    """Delete an export from the DM."""
    left = await delete_some(deps, workspace, data)
    return Next(left, after=PAUSE) if left.get("messages") or left.get("files") else None


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


async def drop_uninstalled(deps: Deps, session: AsyncSession, now: datetime, limit: int) -> int:
    """Let go of workspaces that removed the app; on SQLite the next night cuts the log."""
    return await store.drop_uninstalled(session, now - KEPT_AFTER_UNINSTALL, limit)


UNINSTALLED = Sweep(
    "privacy.uninstalled", store.is_uninstalled(NOW - KEPT_AFTER_UNINSTALL), drop_uninstalled
)
ERRANDS = (
    Errand(usecases.EXPORT, export_step, given_up=export_given_up),
    Errand(usecases.TIDY, tidy_step),
    Errand(usecases.CLEAR, clear_step),
    Errand("privacy.retention", retention_step, nightly=True),
)
