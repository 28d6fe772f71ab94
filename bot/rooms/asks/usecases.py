"""Asking, answering, and wanting no asks: one transaction each."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps
from bot.errors import UserError
from bot.members import store as members
from bot.members import tombstones
from bot.members.reader import Reader
from bot.members.schedule import wake
from bot.rooms.asks import store
from bot.rooms.asks.rules import is_open, resting
from bot.rooms.asks.tables import Ask
from bot.slack.ids import MemberId


@dataclass(frozen=True)
class Answer:
    """A second view: two factors, and one thing to change, which may be empty."""

    most: str
    more: str
    change: str


@dataclass(frozen=True)
class Asked:
    """An ask as its asker sees it: without an answer it always looks the same."""

    of: MemberId
    asked_at: datetime
    answer: Answer | None


@dataclass(frozen=True)
class Overview:
    """What somebody asked, the newest first, and whether they take asks themselves."""

    asked: Sequence[Asked]
    takes_asks: bool


async def may_ask(deps: Deps, who: Reader, asked: MemberId) -> None:
    """Look, before the form opens, whether *asked* can be asked as far as our rows tell.

    Raises:
        UserError: as `ask`.
    """
    async with deps.db.read() as session:
        await _refuse_at_all(session, who, asked)
        await _refuse(deps, session, who, asked)


def new_ask_id() -> str:
    return uuid.uuid4().hex


async def ask(deps: Deps, who: Reader, asked: MemberId, ask_id: str) -> None:
    """Ask; it rides in the other's next slot. A second time, with the same id, it changes nothing.

    Raises:
        UserError: they are the asker, no full member, or asked not long ago. Never for what
            they chose or did about asks.
    """
    async with deps.db.write() as session:
        await _refuse_at_all(session, who, asked)
        row = await members.ensure_member(session, who.workspace, asked)
        if await store.find(session, who.workspace, ask_id) is not None:
            return  # the same form, sent twice
        await _refuse(deps, session, who, asked)
        session.add(
            Ask(
                workspace_id=who.workspace,
                ask_id=ask_id,
                asker_id=who.member,
                asked_id=asked,
                asked_at=deps.clock.now(),
            )
        )
        wake(row, deps.clock.now())


async def _refuse_at_all(session: AsyncSession, who: Reader, asked: MemberId) -> None:
    """Refuse where asks are off in the workspace, or whom the bot was told to forget."""
    await _refuse_where_off(session, who)
    if await tombstones.standing(session, who.workspace, [asked]):
        raise UserError("asks-not-them")


async def _refuse_where_off(session: AsyncSession, who: Reader) -> None:
    """Off is off, also for an ask that stands there already; to decline or look back isn't."""
    if (await members.get_choice(session, who.workspace)).is_off("asks"):
        raise UserError("admin-is-off")


async def _refuse(deps: Deps, session: AsyncSession, who: Reader, asked: MemberId) -> None:
    if asked == who.member:
        raise UserError("asks-not-oneself")
    row = await members.get_member(session, who.workspace, asked)
    if row is not None and row.is_gone:
        raise UserError("asks-not-them")
    rest = resting(
        await store.last_asked(session, who.workspace, asked, who.member),
        await store.last_asked(session, who.workspace, asked),
        deps.clock.now(),
    )
    if rest is not None:
        # A whole day, so that the hour at which somebody else asked stays theirs.
        free_on = rest.until.astimezone(ZoneInfo(who.zone)).date() + timedelta(days=1)
        until = deps.words(who).day(free_on)
        raise UserError(
            "asks-pair-rests" if rest.whose == "pair" else "asks-person-rests", until=until
        )


async def asker_of(deps: Deps, who: Reader, ask_id: str) -> MemberId:
    """Return who asked the reader.

    Raises:
        UserError: it isn't theirs to answer, or no longer, or asks are off in the workspace.
    """
    async with deps.db.read() as session:
        await _refuse_where_off(session, who)
        row = await store.find(session, who.workspace, ask_id)
        return MemberId(_theirs(deps, row, who).asker_id)


async def answer(deps: Deps, who: Reader, ask_id: str, given: Answer) -> MemberId:
    """Give a second view, and return who gets it: it is announced in the asker's next slot.

    Raises:
        UserError: as `asker_of`.
    """
    now = deps.clock.now()
    async with deps.db.write() as session:
        await _refuse_where_off(session, who)
        row = _theirs(deps, await store.lock(session, who.workspace, ask_id), who)
        row.state, row.answered_at, row.answer = "answered", now, vars(given)
        asker = MemberId(row.asker_id)
        wake(await members.ensure_member(session, who.workspace, asker), now)
    return asker


async def decline(deps: Deps, who: Reader, ask_id: str) -> None:
    """Let an ask pass; harmless to repeat.

    Raises:
        UserError: it isn't theirs, or they answered it.
    """
    async with deps.db.write() as session:
        row = await store.lock(session, who.workspace, ask_id)
        if row is None or row.asked_id != who.member:
            raise UserError("house-old-card")
        if row.state == "answered":
            raise UserError("asks-answered-already")
        row.state = "declined"


async def switch(deps: Deps, who: Reader, *, is_off: bool) -> Overview:
    """Take asks or take none; harmless to repeat."""
    async with deps.db.write() as session:
        await store.set_off(session, who.workspace, who.member, is_off)
        await session.flush()
        return await _overview(deps, session, who)


async def overview(deps: Deps, who: Reader) -> Overview:
    async with deps.db.read() as session:
        return await _overview(deps, session, who)


async def _overview(deps: Deps, session: AsyncSession, who: Reader) -> Overview:
    rows = await store.asked_by(session, who.workspace, who.member, deps.clock.now())
    off = await store.switched_off(session, who.workspace, [who.member])
    return Overview([_asked(row) for row in rows], who.member not in off)


def _asked(row: Ask) -> Asked:
    given = Answer(**row.answer) if row.state == "answered" else None
    return Asked(MemberId(row.asked_id), row.asked_at, given)


def _theirs(deps: Deps, row: Ask | None, who: Reader) -> Ask:
    if row is None or row.asked_id != who.member:
        raise UserError("house-old-card")
    if row.state == "answered":
        raise UserError("asks-answered-already")
    if not is_open(row.state, row.asked_at, deps.clock.now()):
        raise UserError("asks-closed")
    return row
