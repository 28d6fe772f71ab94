"""Clear up after somebody who was forgotten: what the bot said to them, and of them to others."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.deps import Deps, Next
from bot.errors import SlackRefused
from bot.members import store as members
from bot.members import tombstones
from bot.members.reader import DEFAULT_LOCALE
from bot.rooms.privacy import store, usecases, views
from bot.rooms.privacy.rules import unnamed
from bot.slack.ids import ChannelId, MemberId, WorkspaceId

DELETES = 20  # a step: with the pause that is 50 a minute, Slack's tier 3
PAUSE = timedelta(seconds=24)
IN_FLIGHT = timedelta(minutes=1)  # longer than any call to Slack that had begun
ONE_SECOND = timedelta(seconds=1)
HISTORY_PAGE = 100
LEDGER_PAGE = 500  # messages opened and sealed in a transaction: some tens of milliseconds

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Page:
    """A page of a DM's history: the bot's messages, each with its channel."""

    messages: Sequence[Mapping[str, Any]]
    cursor: str | None


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
        return Next(await delete_some(deps, workspace, data), after=_pause(data))
    if not data.get("read"):
        return Next(await _look_for_more(deps, workspace, data))
    if not data.get("again"):  # after it the log is cut once more
        return Next({**data, "again": True, **await _erase_again(deps, workspace, data)})
    if data.get("in_flight"):
        return Next({**data, "in_flight": False, "late": True}, after=IN_FLIGHT)
    if data.get("late"):
        late = await _arrived_late(deps, workspace, data)
        return Next({**data, "late": False, "again": False, "messages": late})
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


async def delete_some(deps: Deps, workspace: WorkspaceId, data: Data) -> dict[str, Any]:
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
    found = await _read(deps, workspace, data, latest=data["until"], cursor=data.get("cursor"))
    if found is None:
        return {**data, "read": True}
    messages = [[one["channel"], one["ts"]] for one in found.messages]
    return {**data, "messages": messages, "cursor": found.cursor, "read": found.cursor is None}


async def _arrived_late(deps: Deps, workspace: WorkspaceId, data: Data) -> list[list[str]]:
    """Return what was being sent when they were forgotten, by now in the DM: the ledger has no
    row of it any more. What came after they were back has one."""
    found = await _read(deps, workspace, data, oldest=data["until"], include_all_metadata="true")
    sent = (
        {_delivery_in(one): [one["channel"], one["ts"]] for one in found.messages} if found else {}
    )
    sent.pop("", None)
    async with deps.db.read() as session:
        known = await store.deliveries_known(session, workspace, list(sent))
    return [place for delivery, place in sent.items() if delivery not in known]


def _delivery_in(message: Mapping[str, Any]) -> str:
    payload = (message.get("metadata") or {}).get("event_payload") or {}
    return str(payload.get("delivery") or "")


async def _read(deps: Deps, workspace: WorkspaceId, data: Data, **query: Any) -> Page | None:
    """Read a page of what the bot said in the DM; None where Slack doesn't let us."""
    async with deps.db.read() as session:
        row = await members.get_workspace(session, workspace)
    if row is None or not {"im:write", "im:history"} <= set(row.scopes.split(",")):
        return None
    try:
        opened: Any = await deps.messenger.call(
            workspace, "conversations.open", users=str(data["member"])
        )
        channel = str(opened["channel"]["id"])
        page: Any = await deps.messenger.ask(
            workspace, "conversations.history", channel=channel, limit=HISTORY_PAGE, **query
        )
    except SlackRefused:
        return None
    mine = [one for one in page["messages"] if one.get("user") == row.bot_user_id]
    cursor = (page.get("response_metadata") or {}).get("next_cursor") or None
    return Page([{**one, "channel": channel} for one in mine], cursor)


async def _empty_home(deps: Deps, workspace: WorkspaceId, data: Data) -> None:
    home = views.empty_home(deps.content.words(str(data["locale"])))
    with suppress(SlackRefused):  # they are gone
        await deps.messenger.publish_home(workspace, MemberId(str(data["member"])), home)
    deps.messenger.homes.drop(workspace, MemberId(str(data["member"])))


async def _erase_again(deps: Deps, workspace: WorkspaceId, data: Data) -> dict[str, Any]:
    """Erase what was on its way when they were forgotten, unless they have come back; return the
    messages and files that came of it."""
    member = MemberId(str(data["member"]))
    async with deps.db.write() as session:
        if not await tombstones.standing(session, workspace, [member]):
            return {}
        said = await usecases.said_to(session, workspace, member)
        await usecases.erase(deps, session, workspace, member)
        return said
