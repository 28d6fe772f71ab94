"""Telling the team something, looking at it first, and taking it back: one transaction each."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps
from bot.errors import UserError
from bot.members.reader import Reader
from bot.rooms.kickoff import rules, store
from bot.rooms.kickoff.posting import remove, say_anew
from bot.rooms.kickoff.tables import KickoffDraft, KickoffEntry, KickoffPost
from bot.slack.ids import ChannelId, MemberId
from bot.storage.upsert import insert_new, insert_or_update

Answers = Mapping[str, str]


@dataclass(frozen=True)
class Mine:
    """What somebody told a channel, or is about to; empty where nothing."""

    answers: Answers
    is_posted: bool


async def look(deps: Deps, who: Reader, channel: ChannelId) -> Mine:
    """Return what *who* has written in *channel*, the draft before what is posted.

    Raises:
        UserError: there is no kickoff here, or not for *who*.
    """
    async with deps.db.read() as session:
        await _must_fit(session, who, channel)
        entry = await store.entry_of(session, who, channel)
        draft = await store.draft_of(session, who, channel)
    newest = draft or entry
    return Mine(newest.answers if newest else {}, entry is not None)


async def own(deps: Deps, who: Reader, channel: ChannelId) -> Answers:
    """Return what *who* has posted in *channel*, wherever that is now; empty where nothing."""
    async with deps.db.read() as session:
        entry = await store.entry_of(session, who, channel)
    return entry.answers if entry else {}


async def read_all(deps: Deps, who: Reader, channel: ChannelId) -> list[tuple[MemberId, Answers]]:
    """Return everybody's entries, oldest first. Raises: UserError as `look`."""
    async with deps.db.read() as session:
        await _must_fit(session, who, channel)
        entries = await store.entries_in(session, who.workspace, channel)
    return [(MemberId(one.member_id), one.answers) for one in entries]


async def keep_draft(deps: Deps, who: Reader, channel: ChannelId, answers: Answers) -> str:
    """Keep what is to be previewed; return the id of this very text. Raises: UserError."""
    async with deps.db.write() as session:
        await _must_fit(session, who, channel)
        draft = {**_key(who, channel), "draft_id": uuid.uuid4().hex, "answers": dict(answers)}
        row = {**draft, "written_at": deps.clock.now()}
        await insert_or_update(session, KickoffDraft, [row], ["draft_id", "answers", "written_at"])
        return str(draft["draft_id"])


async def publish(deps: Deps, who: Reader, channel: ChannelId, draft_id: str) -> None:
    """Put the text that was looked at into the channel's post.

    Raises:
        UserError: as `look`, or the text changed or was posted meanwhile.
    """
    now = deps.clock.now()
    async with deps.db.write() as session:
        await _must_fit(session, who, channel)
        post = await _post(session, who, channel)
        draft = await store.draft_of(session, who, channel)
        if draft is None or draft.draft_id != draft_id:
            raise UserError("kickoff-draft-gone")
        row = {**_key(who, channel), "written_at": now, "answers": draft.answers}
        await insert_or_update(session, KickoffEntry, [row], ["answers"])
        await session.delete(draft)
        await say_anew(session, post, now)
    deps.wake()


async def take_back(deps: Deps, who: Reader, channel: ChannelId) -> None:
    """Delete one's own entry and draft; works wherever it was posted, and may be repeated."""
    async with deps.db.write() as session:
        await store.post_of(session, who.workspace, channel)
        draft = await store.draft_of(session, who, channel)
        if draft is not None:
            await session.delete(draft)
        entry = await store.entry_of(session, who, channel)
        if entry is not None:
            await remove(session, who.workspace, channel, entry, deps.clock.now())
    deps.wake()


async def _must_fit(session: AsyncSession, who: Reader, channel: ChannelId) -> None:
    refusal = rules.refusal(await store.place(session, who.workspace, channel, who.member))
    if refusal is not None:
        raise UserError(f"kickoff-refused-{refusal.value}")


async def _post(session: AsyncSession, who: Reader, channel: ChannelId) -> KickoffPost:
    """Return the channel's row, locked; a new one in the language of whoever begins."""
    new = {"starter_id": who.member, "locale": who.locale, "version": 0, "said": 0}
    here = {"workspace_id": who.workspace, "channel_id": channel}
    await insert_new(session, KickoffPost, [{**here, **new}])
    found = await store.post_of(session, who.workspace, channel)
    if found is None:
        raise LookupError(channel)
    return found


def _key(who: Reader, channel: ChannelId) -> dict[str, Any]:
    return {"workspace_id": who.workspace, "channel_id": channel, "member_id": who.member}
