"""Send what is due: lease a workspace, choose and commit the words, and hand them to be sent."""

import asyncio
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import exists

from bot.delivery import rules, store, unheard
from bot.delivery.broken import set_aside
from bot.delivery.compose import Composer, Letter
from bot.delivery.looking import channels_in, look_at_all
from bot.delivery.places import Places
from bot.delivery.rules import Bucket, Timing
from bot.delivery.sending import Sender
from bot.delivery.tables import Delivery
from bot.deps import Deps
from bot.members.tables import Workspace
from bot.slack.ids import ChannelId, WorkspaceId
from bot.slack.messenger import CONNECTIONS
from bot.storage.moments import DB_NOW, NOW

log = structlog.get_logger(__name__)

WORKSPACES = 8  # leased by one worker at a time: so many batches have a connection each
BATCH = 100  # deliveries claimed at once for one workspace, and fewer where connections are few
BATCHES = 20  # a workspace's turn; then others that wait come first
LOOK_AGAIN_S = 1  # for workspaces that have become due while others are served


@dataclass(frozen=True)
class Claim:
    """What one transaction decided: letters to send now, or that the pace says to wait."""

    letters: Sequence[Letter]
    handled: int
    send_before: float = 0.0  # by the loop's clock: after that the lease may be another's
    must_wait: bool = False
    is_last: bool = False  # nothing else is due there now
    to_look: frozenset[ChannelId] = frozenset()  # at these first, then claim again


class Dispatcher:
    """One worker's sending; as many as you like may run on one PostgreSQL."""

    def __init__(self, deps: Deps, composer: Composer, timing: Timing) -> None:
        self._deps = deps
        self._composer = composer
        self._timing = timing
        self._sender = Sender(deps, composer, timing)
        self._places = Places(CONNECTIONS)
        self._worker = uuid.uuid4().hex
        self._stopping = asyncio.Event()
        self._resting: dict[WorkspaceId, float] = {}  # until when, by the loop's clock
        # Whether a workspace waits to be served; it may be one that rests.
        self.due = exists().where(store.leasable(NOW, DB_NOW, timing.lease))

    def stop(self) -> None:
        """Claim nothing more; what was claimed is still sent and recorded."""
        self._stopping.set()

    async def run(self) -> int:
        """Send until nothing due is left that this worker may send; return how many handled.

        Workspaces are served side by side: what one waits for, the others don't notice.
        """
        handled, serving, done = 0, set[asyncio.Task[int]](), set[asyncio.Task[int]]()
        try:
            while True:
                if len(serving) <= WORKSPACES // 2 or not done:
                    leased = await self._lease(WORKSPACES - len(serving))
                    serving |= {asyncio.create_task(self._serve(one)) for one in leased}
                if not serving:
                    return handled
                done, serving = await asyncio.wait(
                    serving, timeout=LOOK_AGAIN_S, return_when=asyncio.FIRST_COMPLETED
                )
                handled += sum(task.result() for task in done)
        finally:
            await asyncio.gather(*serving)

    async def _lease(self, room: int) -> list[WorkspaceId]:
        if room == 0 or self._stopping.is_set():
            return []
        loop_now = asyncio.get_running_loop().time()
        self._resting = {one: until for one, until in self._resting.items() if until > loop_now}
        async with self._deps.db.write() as session:
            db_now = await self._deps.db.now(session)
            return await store.lease(
                session,
                self._worker,
                self._deps.clock.now(),
                db_now,
                db_now + self._timing.lease,
                room,
                but=self._resting,
            )

    def _rest(self, workspace: WorkspaceId) -> None:
        rest_s = self._timing.rest.total_seconds()
        self._resting[workspace] = asyncio.get_running_loop().time() + rest_s

    async def _serve(self, workspace: WorkspaceId) -> int:
        """Send what is due for one leased workspace, then give the lease back.

        Whatever goes wrong is this workspace's own: it is logged, and tried again.
        """
        handled = 0
        try:
            handled = await self._turn(workspace)
        except Exception:  # BLE001: the other workspaces are still to be served
            log.exception("workspace_broke", workspace=workspace)
            self._rest(workspace)
        try:
            async with self._deps.db.write() as session:
                db_now = await self._deps.db.now(session)
                await store.release(session, workspace, self._worker, db_now)
        except SQLAlchemyError:
            log.exception("lease_kept", workspace=workspace)  # until it runs out
        return handled

    async def _turn(self, workspace: WorkspaceId) -> int:
        handled, looked = 0, frozenset[ChannelId]()
        for _ in range(BATCHES):
            if self._stopping.is_set():
                break
            with self._places.share(BATCH) as share:
                claim = await self._claim_or_set_aside(workspace, share.count, looked)
                share.keep(len(claim.letters))
                had_trouble = await self._sender.send(claim.letters, claim.send_before, share)
            looked = claim.to_look
            must_wait = claim.must_wait or had_trouble
            if looked:
                must_wait = not await look_at_all(self._deps, workspace, looked)
            handled += claim.handled
            if must_wait:
                self._rest(workspace)
                break
            if claim.is_last:
                break
        return handled

    async def _claim_or_set_aside(
        self, workspace: WorkspaceId, most: int, looked: frozenset[ChannelId]
    ) -> Claim:
        """Claim; where a message can't be composed, put that one off and let the others go."""
        try:
            async with self._deps.db.write() as session:
                return await self._claim(session, workspace, most, looked)
        except SQLAlchemyError:
            raise
        except Exception:  # BLE001: one row's bug must not keep the rest: logged, then set aside
            log.exception("compose_broke", workspace=workspace)
        async with self._deps.db.write() as session:
            db_now = await self._deps.db.now(session)
            now = self._deps.clock.now()
            due = await store.ready(session, workspace, now, db_now, most)
            count = await set_aside(self._deps, session, self._composer, due, now, db_now)
        return Claim((), count)

    async def _claim(
        self,
        session: AsyncSession,
        workspace: WorkspaceId,
        most: int,
        looked: frozenset[ChannelId],
    ) -> Claim:
        """Choose what to send now, up to *most*, and mark it `sending`.

        Where that would post in channels, those not *looked* at are named instead.
        """
        deps, now = self._deps, self._deps.clock.now()
        lasts_s = (self._timing.lease - self._timing.send_margin).total_seconds()
        send_before = asyncio.get_running_loop().time() + lasts_s
        db_now = await deps.db.now(session)
        row = await store.hold_lease(session, workspace, self._worker, db_now + self._timing.lease)
        if row is None or (row.paused_until is not None and row.paused_until > db_now):
            return Claim((), 0, is_last=True)
        allowed = min(most, self._allowance(row, db_now))
        if allowed == 0:
            return Claim((), 0, must_wait=True)
        found = await store.ready(session, workspace, now, db_now, allowed + 1)
        due = found[:allowed]
        held = [one for one in due if _is_held(one, row)]
        if held:
            await unheard.look_first(session, held, now, db_now, self._timing.first_read)
            return Claim((), len(held))
        if to_look := channels_in(due, self._composer.kinds) - looked:
            return Claim((), 0, to_look=to_look)
        letters = await self._composer.compose(deps, session, due, now)
        self._spend(row, len(letters))
        await self._mark(session, due, letters, db_now)
        return Claim(letters, len(due), send_before, is_last=len(found) <= allowed)

    def _allowance(self, row: Workspace, db_now: datetime) -> int:
        """Return how many posts the workspace's pace allows now."""
        per_minute = self._deps.settings.posts_per_minute
        if per_minute == 0:
            return BATCH
        held = (
            Bucket(row.bucket_tokens, row.bucket_at)
            if row.bucket_tokens is not None and row.bucket_at is not None
            else None
        )
        bucket = rules.refill(held, db_now, per_minute)
        row.bucket_tokens, row.bucket_at = bucket.tokens, bucket.at
        return int(bucket.tokens)

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


def _is_held(delivery: Delivery, workspace: Workspace) -> bool:
    """Say whether it may have gone out before a silence, and nobody has looked for it yet."""
    held_until = workspace.held_until
    return held_until is not None and delivery.due_at <= held_until and delivery.reads == 0
