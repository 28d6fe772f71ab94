"""The team's promise: proposed, looked after, told with the next results, kept or let go."""

import uuid
from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery import rules as skipped
from bot.delivery import store as ledger
from bot.deps import Composed, Decision, Deps, Due, Kind, Skip
from bot.errors import UserError
from bot.members.reader import Reader
from bot.rooms.pulse import store, team_promise, views_promise
from bot.rooms.pulse.barring import barred
from bot.rooms.pulse.lateness import too_late
from bot.rooms.pulse.management import refusal_id
from bot.rooms.pulse.occasions import PROMISE, PROMISE_TAKEN, to_channel
from bot.rooms.pulse.posts import each
from bot.rooms.pulse.promise_store import current as current_promise
from bot.rooms.pulse.promise_store import held
from bot.rooms.pulse.rules import Refusal, channel_refusal
from bot.rooms.pulse.tables import TeamPromise as Row
from bot.rooms.pulse.team import find_team, owners_of
from bot.rooms.pulse.team_promise import PromiseRefusal, Report, TeamPromise
from bot.slack.ids import ChannelId, WorkspaceId

MAX_CHARS = 300
Step = Callable[[TeamPromise], TeamPromise | PromiseRefusal]


async def propose(deps: Deps, who: Reader, channel: ChannelId, text: str) -> None:
    """Propose a promise for the whole team; the channel reads it and somebody may take it up.

    Raises:
        UserError: *who* isn't in the channel, the text is empty, or a promise is running.
    """
    async with deps.db.write() as session:
        await _must_belong(session, who, channel)
        current = await current_promise(session, who.workspace, channel)
        before = held(current) if current else None
        proposed = _done(team_promise.propose(before, text[:MAX_CHARS]))
        if current is not None:
            current.has_ended = True
        number = current.number + 1 if current else 1
        await _write(session, who.workspace, channel, proposed.text, number, deps.clock.now())
    deps.wake()


async def look_after(deps: Deps, who: Reader, promise_id: str) -> None:
    """Give the promise to *who*, who pressed first; the post says that somebody has it.

    Raises:
        UserError: somebody was faster, it has ended, or *who* isn't in the channel.
    """
    async with deps.db.write() as session:
        row = await _row(session, who, promise_id)
        taken = _done(team_promise.look_after(held(row), who.member))
        row.keeper_id = taken.keeper
        edit = to_channel(
            who.workspace, PROMISE_TAKEN, row.channel_id, promise_id, deps.clock.now()
        )
        await ledger.plan(session, [edit])
    deps.wake()


async def report(deps: Deps, who: Reader, promise_id: str, went: Report) -> None:
    """Note how it went. Raises: UserError where it isn't running."""
    async with deps.db.write() as session:
        row = await _row(session, who, promise_id)
        row.report = _done(team_promise.report(held(row), went)).report


async def decide(
    deps: Deps, who: Reader, promise_id: str, decision: team_promise.Decision, text: str = ""
) -> None:
    """Keep the promise for another round, change it to *text*, or let it go.

    Raises:
        UserError: it isn't running, or nobody said how it went.
    """
    async with deps.db.write() as session:
        row = await _row(session, who, promise_id)
        after = _done(team_promise.decide(held(row), decision, text[:MAX_CHARS]))
        row.report = after.report
        row.has_ended = after.has_ended
        if decision is team_promise.Decision.CHANGE:
            row.has_ended = True
            await _write(
                session,
                who.workspace,
                ChannelId(row.channel_id),
                after.text,
                row.number + 1,
                deps.clock.now(),
            )
    deps.wake()


def _done(result: TeamPromise | PromiseRefusal) -> TeamPromise:
    if isinstance(result, PromiseRefusal):
        raise UserError(f"pulse-promise-{result.value.replace('_', '-')}")
    return result


async def _write(
    session: AsyncSession,
    workspace: WorkspaceId,
    channel: ChannelId,
    text: str,
    number: int,
    now: datetime,
) -> None:
    row = Row(
        workspace_id=workspace,
        promise_id=uuid.uuid4().hex,
        channel_id=channel,
        number=number,
        words=text,
    )
    session.add(row)
    await ledger.plan(session, [to_channel(workspace, PROMISE, channel, row.promise_id, now)])


async def _row(session: AsyncSession, who: Reader, promise_id: str) -> Row:
    row = await session.get(Row, (who.workspace, promise_id), with_for_update=True)
    if row is None:
        raise UserError("pulse-promise-gone")
    await _must_belong(session, who, ChannelId(row.channel_id))
    return row


async def _must_belong(session: AsyncSession, who: Reader, channel: ChannelId) -> None:
    team = await find_team(session, who.workspace, channel)
    refusal = channel_refusal(team.channel)
    if refusal is None and not team.asker(who).is_full_member:
        refusal = Refusal.NOT_FULL_MEMBER
    if refusal is not None:
        raise UserError(refusal_id(refusal))


async def _post(deps: Deps, session: AsyncSession, due: Due, now: datetime) -> Decision:
    row = await session.get(Row, (due.workspace, due.slot))
    if row is None or row.has_ended:
        return Skip(skipped.GONE)
    if held := await barred(session, due) or await too_late(session, due, now):
        return held
    return Composed(await _locale(session, due), _data(row))


async def _taken(deps: Deps, session: AsyncSession, due: Due, now: datetime) -> Decision:
    row = await session.get(Row, (due.workspace, due.slot))
    if row is None or row.ts is None:
        return Skip(skipped.GONE)
    return Composed(await _locale(session, due), _data(row), edit=(row.channel_id, row.ts))


def _data(row: Row) -> dict[str, object]:
    return {"id": row.promise_id, "words": str(row.words), "taken": row.keeper_id is not None}


async def _locale(session: AsyncSession, due: Due) -> str:
    polls = await store.polls_of(session, due.workspace, ChannelId(due.subject))
    return polls[-1].locale if polls else "en"


async def _note_sent(session: AsyncSession, sent: Sequence[tuple[Due, str, str]]) -> None:
    for due, _, ts in sent:
        row = await session.get(Row, (due.workspace, due.slot))
        if row is not None:
            row.ts = ts or None


KINDS = (
    Kind(
        PROMISE,
        each(_post),
        views_promise.promise_post,
        _note_sent,
        to_channel=True,
        owners=owners_of,
    ),
    Kind(PROMISE_TAKEN, each(_taken), views_promise.promise_post),
)
