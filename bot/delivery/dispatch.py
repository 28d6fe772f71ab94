"""Send what is due: lease a workspace, choose and commit the words, send, record what happened."""

import asyncio
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery import rules, store
from bot.delivery.compose import Composer, Letter
from bot.delivery.outcomes import Outcome, record
from bot.delivery.rules import Bucket, Timing
from bot.delivery.tables import Delivery
from bot.deps import Deps
from bot.errors import SlackError
from bot.members.tables import Workspace
from bot.slack.deadline import is_past, leaves_before
from bot.slack.ids import ChannelId, WorkspaceId
from bot.waiting import unless

log = structlog.get_logger(__name__)

WORKSPACES = 16  # leased by one worker at a time
BATCH = 50  # deliveries claimed at once for one workspace


@dataclass(frozen=True)
class Claim:
    """What one transaction decided: letters to send now, or how long to wait for the pace."""

    letters: Sequence[Letter]
    handled: int
    send_before: float = 0.0  # by the loop's clock: after that the lease may be another's
    wait: timedelta = timedelta()


class Dispatcher:
    """One worker's sending; as many as you like may run on one PostgreSQL."""

    def __init__(self, deps: Deps, composer: Composer, timing: Timing) -> None:
        self._deps = deps
        self._composer = composer
        self._timing = timing
        self._worker = uuid.uuid4().hex
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Claim nothing more; what was claimed is still sent and recorded."""
        self._stopping.set()

    async def run(self) -> int:
        """Send until nothing due is left that this worker may send; return how many handled."""
        handled = 0
        while not self._stopping.is_set():
            async with self._deps.db.write() as session:
                db_now = await self._deps.db.now(session)
                leased = await store.lease(
                    session,
                    self._worker,
                    self._deps.clock.now(),
                    db_now,
                    db_now + self._timing.lease,
                    WORKSPACES,
                )
            if not leased:
                break
            handled += sum(await asyncio.gather(*(self._serve(one) for one in leased)))
        return handled

    async def _serve(self, workspace: WorkspaceId) -> int:
        """Send what is due for one leased workspace, then give the lease back."""
        handled = 0
        try:
            while not self._stopping.is_set():
                async with self._deps.db.write() as session:
                    claim = await self._claim(session, workspace)
                if claim is None:
                    break
                handled += claim.handled
                sends = (self._send(one, claim.send_before) for one in claim.letters)
                outcomes = [one for one in await asyncio.gather(*sends) if one is not None]
                if outcomes:
                    async with self._deps.db.write() as session:
                        await record(self._deps, session, self._composer, outcomes, self._timing)
                elif claim.wait:
                    await unless(self._stopping, claim.wait.total_seconds())
        finally:
            async with self._deps.db.write() as session:
                await store.release(session, workspace, self._worker)
        return handled

    async def _claim(self, session: AsyncSession, workspace: WorkspaceId) -> Claim | None:
        """Choose what to send now and mark it `sending`; None when there is nothing to do."""
        deps, now = self._deps, self._deps.clock.now()
        lasts_s = (self._timing.lease - self._timing.send_margin).total_seconds()
        send_before = asyncio.get_running_loop().time() + lasts_s
        db_now = await deps.db.now(session)
        row = await store.hold_lease(session, workspace, self._worker, db_now + self._timing.lease)
        if row is None or (row.paused_until is not None and row.paused_until > db_now):
            return None
        allowed, wait = self._allowance(row, db_now)
        if allowed == 0:
            return Claim((), 0, wait=wait)
        due = await store.ready(session, workspace, now, db_now, allowed)
        if not due:
            return None
        held = [one for one in due if _is_held(one, row)]
        if held:
            await store.look_first(session, held, now, db_now, self._timing.first_read)
            return Claim((), len(held))
        letters = await self._composer.compose(deps, session, due, now)
        self._spend(row, len(letters))
        await self._mark(session, due, letters, db_now)
        return Claim(letters, len(due), send_before)

    def _allowance(self, row: Workspace, db_now: datetime) -> tuple[int, timedelta]:
        per_minute = self._deps.settings.posts_per_minute
        if per_minute == 0:
            return BATCH, timedelta()
        held = (
            Bucket(row.bucket_tokens, row.bucket_at)
            if row.bucket_tokens is not None and row.bucket_at is not None
            else None
        )
        bucket = rules.refill(held, db_now, per_minute)
        row.bucket_tokens, row.bucket_at = bucket.tokens, bucket.at
        return min(BATCH, int(bucket.tokens)), rules.until_next(bucket, per_minute)

    def _spend(self, row: Workspace, posts: int) -> None:
        if row.bucket_tokens is not None:
            row.bucket_tokens -= posts

    async def _mark(
        self,
        session: AsyncSession,
        due: Sequence[Delivery],
        letters: Sequence[Letter],
        db_now: datetime,
    ) -> None:
        contents = {letter.id: letter.content for letter in letters}
        await store.set_states(
            session,
            [
                {
                    "workspace_id": row.workspace_id,
                    "delivery_id": row.delivery_id,
                    "state": "sending",
                    "content": contents[row.delivery_id],
                    "attempted_at": db_now,
                    "attempts": row.attempts + 1,
                }
                for row in due
                if row.delivery_id in contents
            ],
        )

    async def _send(self, letter: Letter, send_before: float) -> Outcome | None:
        """Make the one call; whatever happens comes back as an outcome, never as an error.

        None where the lease runs out, as after a long stop of the process: the row stays
        `sending`, and whoever holds the lease next looks for it.
        """
        try:
            with leaves_before(send_before):
                return await self._post(letter)
        except SlackError as error:
            return Outcome(letter, error=error)

    async def _post(self, letter: Letter) -> Outcome | None:
        if is_past():
            return None
        messenger = self._deps.messenger
        if letter.edit is not None:
            channel, ts = letter.edit
            await messenger.edit(letter.workspace, ChannelId(channel), ts, letter.message)
            return Outcome(letter, channel, ts)
        posted, ts = await messenger.post(
            letter.workspace,
            ChannelId(letter.target),
            letter.message,
            delivery_id=letter.id,
            thread_ts=letter.thread_ts,
        )
        return Outcome(letter, posted, ts)


def _is_held(delivery: Delivery, workspace: Workspace) -> bool:
    """Say whether it may have gone out before a silence, and nobody has looked for it yet."""
    held_until = workspace.held_until
    return held_until is not None and delivery.due_at <= held_until and delivery.reads == 0
