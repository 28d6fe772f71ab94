"""The nudges' part of Home: today's practice with its buttons, or what was answered."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.content import Words
from bot.deps import Deps
from bot.members import store as members
from bot.members.people import zone_of
from bot.members.reader import Reader
from bot.members.rules import slot_date
from bot.rooms.nudges import store, views
from bot.rooms.nudges.choosing import data_of
from bot.rooms.nudges.tables import Nudge
from bot.rooms.nudges.week import next_nudge_at
from bot.slack.blocks import Block, Buildable


async def home_card(deps: Deps, session: AsyncSession, who: Reader) -> Sequence[Buildable | Block]:
    words, now = deps.words(who), deps.clock.now()
    member = await members.get_member(session, who.workspace, who.member)
    if member is None or member.started_at is None:
        return views.home_card(words, started=False, text=None, next_said=None)
    at = next_nudge_at(member, now)
    next_said = words.moment(at, who.zone, now=now) if at else None
    nudge = await store.newest(session, who.workspace, who.member)
    if nudge is None:
        return views.home_card(words, started=True, text=None, next_said=next_said)
    data = data_of(deps, nudge, member)
    return views.home_card(
        words,
        started=True,
        text=data["text"],
        next_said=next_said,
        is_todays=nudge.on_date == slot_date(now, zone_of(member)).isoformat(),
        pressable=data if nudge.reaction is None and data["text"] else None,
        said=_answer(words, who, nudge, next_nudge_at(member, now, any_day=True), now),
    )


def _answer(
    words: Words, who: Reader, nudge: Nudge, again_at: datetime | None, now: datetime
) -> Block | None:
    """Return what they answered, as it stands in the message the practice came in."""
    if nudge.reaction == "later" and again_at is not None:
        return views.answer(words, "later", moment=words.moment(again_at, who.zone, now=now))
    if nudge.reaction in views.LASTING:
        return views.answer(words, nudge.reaction)
    return None
