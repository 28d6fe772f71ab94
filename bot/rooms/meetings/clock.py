"""The plan sent to oneself: made again from its numbers when it goes out."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.content import Words
from bot.delivery.rules import GONE
from bot.deps import Composed, Decision, Deps, Due, Kind, Skip
from bot.members import store as members
from bot.rooms.meetings import views
from bot.rooms.meetings.rules import Order, Part, plan_meeting
from bot.slack.blocks import Message
from bot.slack.ids import MemberId

PLAN = "meetings.plan"


def slot_of(order: Order) -> str:
    return f"{order.minutes}-{order.people}-{order.version}"


async def compose(
    deps: Deps, session: AsyncSession, dues: Sequence[Due], now: datetime
) -> Mapping[str, Decision]:
    """Write out each plan in its owner's language."""
    people = await members.members_of(
        session, dues[0].workspace, [MemberId(due.target) for due in dues]
    )
    locales = {row.member_id: deps.people.reader_of(row).locale for row in people}
    return {
        due.id: _composed(deps, locales[due.target], due) if due.target in locales else Skip(GONE)
        for due in dues
    }


def _composed(deps: Deps, locale: str, due: Due) -> Composed:
    order = Order(*(int(number) for number in due.slot.split("-")))
    parts = plan_meeting(order, deps.content.catalogue(locale).meetings)
    return Composed(locale, {"order": views.values(order), "parts": [vars(part) for part in parts]})


def render(words: Words, data: Mapping[str, Any]) -> Message:
    parts = [Part(**part) for part in data["parts"]]
    return views.plan_message(words, Order(**data["order"]), parts)


KIND = Kind(PLAN, compose, render)
