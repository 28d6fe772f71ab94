"""What became of a send, written down: sent, to be tried again, refused, or not known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery import rules, store
from bot.delivery.rules import MAX_ATTEMPTS, Timing, backoff
from bot.deps import Deps
from bot.errors import SlackError, SlackRefused, SlackUnavailable
from bot.members import refusals
from bot.members import store as members
from bot.web import metrics

if TYPE_CHECKING:
    from bot.delivery.compose import Composer, Letter

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Outcome:
    """A letter with either the channel and ts it got, or the error it met."""

    letter: "Letter"
    channel: str = ""
    ts: str = ""
    error: SlackError | None = None


async def record(
    deps: Deps,
    session: AsyncSession,
    composer: "Composer",
    outcomes: Sequence[Outcome],
    timing: Timing,
) -> None:
    """Write *outcomes* of one workspace down, in one go; commits nothing."""
    db_now = await deps.db.now(session)
    sent = [one for one in outcomes if one.error is None]
    await store.set_states(
        session,
        [
            {**_key(one), "state": "sent", "channel": one.channel, "ts": one.ts, "reason": None}
            for one in sent
        ],
    )
    for one in sent:
        metrics.sent.labels(one.letter.due.kind).inc()
        metrics.lag.observe(max(0.0, (deps.clock.now() - one.letter.due.due_at).total_seconds()))
    await tell_rooms(session, composer, [(one.letter.due, one.channel, one.ts) for one in sent])
    for one in outcomes:
        if one.error is not None:
            await _failed(deps, session, one, one.error, db_now, timing)


async def tell_rooms(
    session: AsyncSession, composer: "Composer", sent: Sequence[tuple[Any, str, str]]
) -> None:
    """Let each kind's room know what was sent, where and with which ts."""
    for name in {due.kind for due, _, _ in sent}:
        kind = composer.kinds.get(name)
        if kind is not None and kind.sent is not None:
            await kind.sent(session, [one for one in sent if one[0].kind == name])


async def _failed(
    deps: Deps,
    session: AsyncSession,
    one: Outcome,
    error: SlackError,
    db_now: datetime,
    timing: Timing,
) -> None:
    if isinstance(error, SlackUnavailable):
        await _retry(session, one, error, db_now)
    elif isinstance(error, SlackRefused):
        metrics.refused.labels(error.code).inc()
        refused = {**_key(one), "state": "refused", "reason": error.code}
        await store.set_states(session, [refused])
        await refusals.handle(
            session, one.letter.workspace, one.letter.target, error.code, deps.clock.now()
        )
    else:
        metrics.unknown.labels(error.code).inc()
        await store.set_states(
            session,
            [
                {
                    **_key(one),
                    "state": "unknown",
                    "reason": error.code,
                    "try_at": db_now + timing.first_read,
                    "reads": 0,
                }
            ],
        )
    log.info(
        "delivery_failed", delivery=one.letter.id, code=error.code, attempt=one.letter.attempts
    )


async def _retry(
    session: AsyncSession, one: Outcome, error: SlackUnavailable, db_now: datetime
) -> None:
    """Put a send off; the workspace waits as a whole where Slack said for how long."""
    metrics.retried.labels(error.code).inc()
    if error.retry_after_s is not None:
        await members.pause(
            session, one.letter.workspace, db_now + timedelta(seconds=error.retry_after_s)
        )
        # That Slack is busy is no failure of this message: it doesn't count as an attempt.
        state: dict[str, Any] = {
            "state": "due",
            "reason": error.code,
            "try_at": None,
            "attempts": one.letter.attempts - 1,
        }
    elif one.letter.attempts >= MAX_ATTEMPTS:
        metrics.failed.labels(rules.EXHAUSTED).inc()
        state = {"state": "failed", "reason": rules.EXHAUSTED, "try_at": None}
    else:
        state = {
            "state": "due",
            "reason": error.code,
            "try_at": db_now + backoff(one.letter.attempts),
        }
    await store.set_states(session, [{**_key(one), **state}])


def _key(one: Outcome) -> dict[str, Any]:
    """Name the row, as long as it is still being sent by this very attempt."""
    return {
        "workspace_id": one.letter.workspace,
        "delivery_id": one.letter.id,
        "was_state": "sending",
        "was_attempts": one.letter.attempts,
    }
