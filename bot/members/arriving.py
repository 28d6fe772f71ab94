"""Arriving: the installer's welcome, the hello in a channel, and who is new shown round. Once each.

Each is a row in the ledger, whose key sees to it that it comes once.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery import store as ledger
from bot.delivery.rules import GONE
from bot.deps import Composed, Decision, Deps, Due, Kind, Skip
from bot.members import arriving_views as views
from bot.members import store, tombstones
from bot.members.reader import DEFAULT_LOCALE, Reader
from bot.members.tables import Member
from bot.slack.ids import ChannelId, MemberId, WorkspaceId

WELCOME = "members.welcome"
HELLO = "members.hello"
ROUND = "members.round"
LANGUAGE = "members.language"
ONCE = "once"
STARTED = "once.started"  # whoever had started by then chose the notification text at that


async def plan_welcome(
    session: AsyncSession, workspace: WorkspaceId, installer: MemberId, now: datetime
) -> None:
    await _plan(session, workspace, WELCOME, installer, now)


async def plan_hello(
    session: AsyncSession, workspace: WorkspaceId, channel: ChannelId, now: datetime
) -> None:
    await _plan(session, workspace, HELLO, channel, now)


async def show_round(deps: Deps, who: Reader) -> None:
    """Have somebody new shown round; not whom the bot was told to forget, before they come back.

    Whose language is open is asked for it, once: in the same message, or by itself where they had
    been shown round before.
    """
    who = await deps.people.look_up(who)
    if not who.known:  # forgotten, or Slack doesn't tell who they are: the next time will do
        return
    async with deps.db.write() as session:
        if await tombstones.standing(session, who.workspace, [who.member]):
            return
        member = await store.ensure_member(session, who.workspace, who.member)
        asks = deps.people.leaves_open(member) and not member.language_asked
        if member.is_gone or (member.welcomed and not asks):
            return
        kind = LANGUAGE if member.welcomed else ROUND
        member.welcomed, member.language_asked = True, member.language_asked or asks
        occasion = STARTED if member.started_at else ONCE
        await _plan(session, who.workspace, kind, who.member, deps.clock.now(), occasion)
    deps.wake()


async def _plan(
    session: AsyncSession,
    workspace: WorkspaceId,
    kind: str,
    target: str,
    now: datetime,
    occasion: str = ONCE,
) -> None:
    row = ledger.new_row(workspace, kind, target, occasion, target=target, due_at=now)
    await ledger.plan(session, [row])


async def compose_for_member(
    deps: Deps, session: AsyncSession, dues: Sequence[Due], _now: datetime
) -> Mapping[str, Decision]:
    people = await store.members_of(
        session, dues[0].workspace, [MemberId(due.target) for due in dues]
    )
    found = {row.member_id: row for row in people}
    return {due.id: _to_member(deps, found.get(MemberId(due.target)), due.slot) for due in dues}


def _to_member(deps: Deps, row: Member | None, occasion: str) -> Composed:
    if row is None:
        return Composed(DEFAULT_LOCALE, {})
    asks = {
        "language": deps.people.leaves_open(row),
        "notification": occasion != STARTED,
    }
    return Composed(deps.people.reader_of(row).locale, asks)


async def compose_hello(
    deps: Deps, session: AsyncSession, dues: Sequence[Due], _now: datetime
) -> Mapping[str, Decision]:
    """Greet a channel in the language most of its people read."""
    decisions: dict[str, Decision] = {}
    for due in dues:
        channel = await store.get_channel(session, due.workspace, ChannelId(due.target))
        if channel is None or not channel.bot_is_in or channel.is_archived:
            decisions[due.id] = Skip(GONE)
            continue
        people = await store.people_in(session, due.workspace, ChannelId(due.target))
        spoken = Counter(deps.people.reader_of(one).locale for one in people)
        locale = max(spoken, key=lambda one: spoken[one], default=DEFAULT_LOCALE)
        has_pulse = not channel.is_private and not channel.is_shared
        decisions[due.id] = Composed(locale, {"pulse": has_pulse})
    return decisions


KINDS = (
    Kind(WELCOME, compose_for_member, views.welcome),
    Kind(HELLO, compose_hello, views.hello, to_channel=True),
    Kind(ROUND, compose_for_member, views.shown_round),
    Kind(LANGUAGE, compose_for_member, views.language),
)
