"""What became of a send, written down: sent, to be tried again, refused, or not known."""

from collections import defaultdict
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
from bot.slack.failures import UNSAYABLE
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

    @property
    def is_trouble(self) -> bool:
        """Whether Slack or the way there has a problem; a refusal is about one message."""
        return self.error is not None and not isinstance(self.error, SlackRefused)

    @property
    def pause_s(self) -> float | None:
        """For how long Slack said to wait; that is about the workspace, and no failed attempt."""
        return self.error.retry_after_s if isinstance(self.error, SlackUnavailable) else None

    @property
    def is_lost(self) -> bool:
        """Whether what rode in it is to wait for the next one, which may say it."""
        if isinstance(self.error, SlackRefused):
            return self.error.code not in UNSAYABLE
        return self.is_last

    @property
    def is_last(self) -> bool:
        """Whether it failed, and isn't tried again."""
        has_failed = isinstance(self.error, SlackUnavailable) and self.pause_s is None
        return has_failed and self.letter.attempts >= MAX_ATTEMPTS


async def record(
    deps: Deps,
    session: AsyncSession,
    composer: "Composer",
    outcomes: Sequence[Outcome],
    timing: Timing,
) -> None:
    """Write *outcomes* of one workspace down, in one go; commits nothing."""
    db_now = await deps.db.now(session)
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for one in outcomes:
        state = _state(one, db_now, timing)
        alike[tuple(state)].append({**_key(one), **state})
    for rows in alike.values():
        await store.set_states(session, rows)
    sent = [(one.letter.due, one.channel, one.ts) for one in outcomes if one.error is None]
    await tell_rooms(session, composer, sent)
    pauses = [one.pause_s for one in outcomes if one.pause_s is not None]
    if pauses:
        until = db_now + timedelta(seconds=max(pauses))
        await members.pause(session, outcomes[0].letter.workspace, until)
    for one in outcomes:
        if isinstance(one.error, SlackRefused):
            letter = one.letter
            await refusals.handle(
                session, letter.workspace, letter.target, one.error.code, deps.clock.now()
            )
        if one.is_lost and one.letter.edit is None:
            await composer.give_back(session, one.letter.due, one.letter.content["data"])


async def tell_rooms(
    session: AsyncSession, composer: "Composer", sent: Sequence[tuple[Any, str, str]]
) -> None:
    """Let each kind's room know what was sent, where and with which ts."""
    for name in {due.kind for due, _, _ in sent}:
        kind = composer.kinds.get(name)
        if kind is not None and kind.sent is not None:
            await kind.sent(session, [one for one in sent if one[0].kind == name])


def count(deps: Deps, outcomes: Sequence[Outcome]) -> None:
    """Show what has been written down, in metrics and log."""
    now = deps.clock.now()
    for one in outcomes:
        if one.error is None:
            metrics.sent.labels(one.letter.due.kind).inc()
            metrics.lag.observe(max(0.0, (now - one.letter.due.due_at).total_seconds()))
        else:
            _count_failed(one, one.error)


def _count_failed(one: Outcome, error: SlackError) -> None:
    if isinstance(error, SlackRefused):
        metrics.refused.labels(error.code).inc()
    elif not isinstance(error, SlackUnavailable):
        metrics.unknown.labels(error.code).inc()
    elif one.is_last:
        metrics.failed.labels(rules.EXHAUSTED).inc()
    else:
        metrics.retried.labels(error.code).inc()
    log.info(
        "delivery_failed", delivery=one.letter.id, code=error.code, attempt=one.letter.attempts
    )


def _state(one: Outcome, db_now: datetime, timing: Timing) -> dict[str, Any]:
    """Return what becomes of the row."""
    error = one.error
    if error is None:
        return {"state": "sent", "channel": one.channel, "ts": one.ts, "reason": None}
    if isinstance(error, SlackRefused):
        return {"state": "refused", "reason": error.code}
    if not isinstance(error, SlackUnavailable):
        looked_for_at = db_now + timing.first_read
        return {"state": "unknown", "reason": error.code, "try_at": looked_for_at, "reads": 0}
    if one.is_last:
        return {"state": "failed", "reason": rules.EXHAUSTED, "try_at": None}
    again: dict[str, Any] = {"state": "due", "reason": error.code}
    if one.pause_s is not None:  # the workspace waits as a whole
        return {**again, "try_at": None, "attempts": one.letter.attempts - 1}
    return {**again, "try_at": db_now + backoff(one.letter.attempts, timing.first_backoff)}


def _key(one: Outcome) -> dict[str, Any]:
    """Name the row, as long as it is still being sent by this very attempt."""
    return {
        "workspace_id": one.letter.workspace,
        "delivery_id": one.letter.id,
        "was_state": "sending",
        "was_attempts": one.letter.attempts,
    }
