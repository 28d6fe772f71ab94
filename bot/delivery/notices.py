"""What waits for the next message and goes alone where none comes: riders under a greeting."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery import rules
from bot.deps import Composed, Decision, Deps, Due, Kind, Skip, Wait
from bot.members import store as members
from bot.members.schedule import is_a_good_hour
from bot.members.tables import Member
from bot.slack.blocks import Message
from bot.slack.ids import MemberId

NOTICES = "delivery.notices"


async def compose(
    deps: Deps, session: AsyncSession, dues: Sequence[Due], now: datetime
) -> Mapping[str, Decision]:
    people = await _people(session, dues)
    return {due.id: _decide(deps, people.get(due.target), now) for due in dues}


async def hinders(
    session: AsyncSession, dues: Sequence[Due], now: datetime
) -> Mapping[str, Skip | Wait]:
    people = await _people(session, dues)
    skips = {target: skip for target, row in people.items() if (skip := _hindrance(row, now))}
    return {due.id: skips[due.target] for due in dues if due.target in skips}


def _decide(deps: Deps, person: Member | None, now: datetime) -> Decision:
    if person is None:
        return Skip(rules.GONE)
    return _hindrance(person, now) or Composed(deps.people.locale_of(person), {})


def _hindrance(person: Member, now: datetime) -> Skip | None:
    """Skip them at a bad hour: what waits comes with the next slot."""
    return None if is_a_good_hour(person, now) else Skip(rules.STALE)


async def _people(session: AsyncSession, dues: Sequence[Due]) -> dict[str, Member]:
    targets = [MemberId(due.target) for due in dues]
    rows = await members.members_of(session, dues[0].workspace, targets)
    return {row.member_id: row for row in rows}


KIND = Kind(
    NOTICES,
    compose,
    lambda words, _data: Message(words("house-notices"), []),
    rides=True,
    hinders=hinders,
)
