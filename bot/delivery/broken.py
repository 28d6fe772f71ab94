"""Rows that can't be composed, found one by one and put off, so that the others can go."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery import rules, store
from bot.delivery.compose import Composer
from bot.delivery.tables import Delivery
from bot.deps import Deps
from bot.web import metrics


class _Undone(Exception):
    """It can be composed, but not now: this was only to see."""


async def set_aside(
    deps: Deps,
    session: AsyncSession,
    composer: Composer,
    due: Sequence[Delivery],
    now: datetime,
    db_now: datetime,
) -> int:
    """Put off those of *due* (one workspace's) that can't be composed; return how many.

    As with a failed send they are tried again, later each time, and not for ever. Where each by
    itself can be composed, it is all of them together that can't: then all are put off.
    """
    broken = [one for one in due if not await _can(deps, session, composer, one, now)]
    changes = [_put_off(one, db_now) for one in broken or due]
    await store.set_states(session, changes)
    given_up = sum(one["state"] == "failed" for one in changes)
    metrics.failed.labels(rules.BROKEN).inc(given_up)
    metrics.retried.labels(rules.BROKEN).inc(len(changes) - given_up)
    return len(changes)


async def _can(
    deps: Deps, session: AsyncSession, composer: Composer, row: Delivery, now: datetime
) -> bool:
    try:
        async with session.begin_nested():
            await composer.compose(deps, session, [row], now)
            raise _Undone
    except _Undone:
        return True
    except SQLAlchemyError:
        raise
    except Exception:  # noqa: BLE001  # whatever it is; the caller has logged it
        return False


def _put_off(row: Delivery, db_now: datetime) -> dict[str, object]:
    attempts = row.attempts + 1
    given_up = attempts >= rules.MAX_ATTEMPTS
    return {
        "workspace_id": row.workspace_id,
        "delivery_id": row.delivery_id,
        "was_state": "due",
        "state": "failed" if given_up else "due",
        "attempts": attempts,
        "reason": rules.BROKEN,
        "try_at": db_now + rules.backoff(attempts),
    }
