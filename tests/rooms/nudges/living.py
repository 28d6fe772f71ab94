"""What conversations about nudges share: starting, waiting for slots, looking at what came."""

import copy
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, select

from bot.content import Content
from bot.members import store as members
from bot.members.tables import Member
from bot.rooms.nudges.tables import Nudge
from bot.sandbox.outcome import SeenMessage
from bot.slack.ids import MemberId
from tests.talk import TEAM, Talk

DISCREET = "A small practice for today"
WORKING_DAYS = 5


async def start(talk: Talk, name: str, rhythm: str = "daily") -> None:
    person = talk.person(name)
    await person.types("/trustcheck start")
    await person.clicks(f"nudges.habit.start.{rhythm}")
    await talk.settle()


def delivered(talk: Talk, name: str) -> list[SeenMessage]:
    """Return what the clock sent to somebody."""
    return [message for message in talk.person(name).sees() if not message.ephemeral]


def practice_in(message: SeenMessage) -> str:
    """Return the words of the practice a message shows."""
    text: str = message.blocks[0]["text"]["text"]
    return text


def buttons_in(message: SeenMessage) -> list[str]:
    """Return the labels of everything in a message that can be pressed: buttons, entries of menus.

    What has neither, as a date to pick, is named by its type.
    """
    return [
        said
        for block in message.blocks
        for one in [*block.get("elements", ()), block.get("accessory"), block.get("element")]
        if one is not None and "action_id" in one
        for said in _labels(one)
    ]


def _labels(element: dict[str, Any]) -> list[str]:
    if "options" in element:
        return [option["text"]["text"] for option in element["options"]]
    return [element["text"]["text"] if "text" in element else element["type"]]


def another_device(talk: Talk, name: str) -> Callable[[], None]:
    """Open the form somebody sees on another device of theirs too; return what brings it up.

    There it stays as it was, whatever becomes of the first.
    """
    modals = talk.sandbox.world.teams[TEAM].members[_id(name)].modals
    left = copy.deepcopy(modals[-1])
    return lambda: modals.append(left)


async def days_pass(talk: Talk, first: datetime, days: int) -> datetime:
    """Let that many working days' slots come, from *first* on; return the next one."""
    at = first
    for _ in range(days):
        await talk.at(at)
        at += timedelta(days=3 if at.weekday() == WORKING_DAYS - 1 else 1)
    return at


async def row_of(talk: Talk, name: str) -> Member:
    async with talk.bot.deps.db.read() as session:
        row = await members.get_member(session, talk.workspace, _id(name))
    assert row is not None
    return row


async def set_member(talk: Talk, name: str, **values: Any) -> None:
    """Set columns of somebody's row, as another room or Slack would."""
    async with talk.bot.deps.db.write() as session:
        row = await members.ensure_member(session, talk.workspace, _id(name))
        for key, value in values.items():
            setattr(row, key, value)


async def nudge_row(talk: Talk, nudge_id: str) -> Nudge | None:
    async with talk.bot.deps.db.read() as session:
        return await session.get(Nudge, (talk.workspace, nudge_id))


async def shown_to(talk: Talk, member: MemberId) -> list[Nudge]:
    """Return the rows of what *member* was shown, oldest first."""
    async with talk.bot.deps.db.read() as session:
        found = await session.scalars(
            select(Nudge).where(col(Nudge.member_id) == member).order_by(col(Nudge.shown_at))
        )
        return list(found)


def only(content: Content, *practice_ids: str) -> Content:
    """Return *content* with no practices but these."""
    catalogues = {locale: content.catalogue(locale) for locale in content.locales}
    less = {
        locale: replace(
            each, practices=tuple(one for one in each.practices if one.id in practice_ids)
        )
        for locale, each in catalogues.items()
    }
    return replace(content, _catalogues=less)


def take_away(content: Content, practice_id: str) -> None:
    """Take a practice out of the catalogue a bot is running with, as a new release may."""
    for locale in content.locales:
        each = content.catalogue(locale)
        left = tuple(one for one in each.practices if one.id != practice_id)
        content._catalogues[locale] = replace(each, practices=left)


def _id(name: str) -> MemberId:
    return MemberId(f"U0{name.upper()}")
