"""Find out what became of sends nobody heard back from, by looking for them in Slack."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog
from sqlmodel import exists, or_

from bot.delivery import rules, store, unheard
from bot.delivery.compose import Composer, due_of
from bot.delivery.doubt import ask_owner
from bot.delivery.outcomes import tell_rooms
from bot.delivery.rules import Timing, backoff
from bot.delivery.tables import Delivery
from bot.deps import Deps, Kind
from bot.errors import SlackError, SlackRefused, SlackUnavailable
from bot.members import refusals
from bot.slack.failures import NOT_INSTALLED, TOKEN_GONE
from bot.slack.ids import WorkspaceId
from bot.storage.moments import DB_NOW
from bot.web import metrics

log = structlog.get_logger(__name__)

BATCH = 20
READS_NEEDED = 2  # empty readings before a message is taken for lost
PAGE = 15  # what history gives to the most throttled of apps


class Reconciler:
    """Reads a DM twice before sending again; a channel post is never repeated on a guess."""

    def __init__(self, deps: Deps, composer: Composer, timing: Timing) -> None:
        self._deps = deps
        self._composer = composer
        self._timing = timing
        # Whether a reading of some send has come.
        self.due = or_(
            exists().where(unheard.is_orphaned(DB_NOW, timing.first_read)),
            exists().where(unheard.is_to_look_for(DB_NOW)),
        )

    async def run(self) -> int:
        """Look for every send whose reading has come; return how many were looked for."""
        async with self._deps.db.write() as session:
            db_now = await self._deps.db.now(session)
            await unheard.orphaned(session, db_now, self._timing.first_read)
            rows = await unheard.to_look_for(session, db_now, BATCH)
            # Nobody else looks meanwhile, and a crash here only means another look. Whoever takes
            # longer than this has lost the row: what it found is no longer written down.
            for row in rows:
                row.try_at = db_now + self._timing.lease
        await asyncio.gather(*(self._look(row) for row in rows))
        return len(rows)

    async def _look(self, row: Delivery) -> None:
        kind = self._composer.kinds.get(row.kind)
        if row.content and row.content.get("edit"):
            await self._again(row)  # the same edit twice is once
            return
        if kind is not None and kind.to_channel:
            await self._doubt(row, kind)
            return
        try:
            found = await self._find(row)
        except SlackUnavailable as error:
            await self._wait(row, error.retry_after_s)
            return
        except SlackError as error:
            await self._unreadable(row, error)
            return
        if found is not None:
            await self._found(row, *found)
        elif row.reads + 1 < READS_NEEDED:
            await self._put_off(row, self._timing.second_read.total_seconds(), read=True)
        else:
            metrics.reconciled.labels("lost").inc()
            await self._again(row)

    async def _doubt(self, row: Delivery, kind: Kind) -> None:
        metrics.reconciled.labels("doubt").inc()
        async with self._deps.db.write() as session:
            await store.set_states(session, [{**_key(row), "state": "doubt"}])
            await ask_owner(session, row, kind, self._deps.clock.now())

    async def _find(self, row: Delivery) -> tuple[str, str] | None:
        """Read the DM, paged to the end, from before the attempt; return (channel, ts) or None."""
        workspace, messenger = WorkspaceId(row.workspace_id), self._deps.messenger
        opened = await messenger.ask(workspace, "conversations.open", users=row.target)
        channel = str(opened["channel"]["id"])
        since = (row.attempted_at or datetime.now(UTC)) - self._timing.read_from
        cursor: str | None = None
        while True:
            page: Any = await messenger.ask(
                workspace,
                "conversations.history",
                channel=channel,
                oldest=f"{since.timestamp():.6f}",
                include_all_metadata="true",
                limit=PAGE,
                cursor=cursor,
            )
            for message in page["messages"]:
                payload = (message.get("metadata") or {}).get("event_payload") or {}
                if payload.get("delivery") == row.delivery_id:
                    return channel, str(message["ts"])
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or None
            if cursor is None:
                return None

    async def _found(self, row: Delivery, channel: str, ts: str) -> None:
        async with self._deps.db.write() as session:
            if not await unheard.has_turn(session, row):
                return
            state = {"state": "sent", "channel": channel, "ts": ts, "reason": None}
            await store.set_states(session, [{**_key(row), **state}])
            await tell_rooms(session, self._composer, [(due_of(row), channel, ts)])
        metrics.reconciled.labels("found").inc()

    async def _again(self, row: Delivery) -> None:
        """Have it sent again: as after any failure later each time, and not for ever."""
        async with self._deps.db.write() as session:
            if not await unheard.has_turn(session, row):
                return
            wait = backoff(row.attempts, self._timing.first_backoff)
            state = {"state": "due", "try_at": await self._deps.db.now(session) + wait}
            if has_ended := row.attempts >= rules.MAX_ATTEMPTS:
                state = {"state": "failed", "try_at": None, "reason": rules.EXHAUSTED}
            looked = {"reads": max(row.reads, 1)}
            await store.set_states(session, [{**_key(row), **state, **looked}])
            if has_ended and row.content and not row.content.get("edit"):
                await self._composer.give_back(session, due_of(row), row.content["data"])
        if has_ended:
            metrics.failed.labels(rules.EXHAUSTED).inc()

    async def _wait(self, row: Delivery, retry_after_s: float | None) -> None:
        """Look later; where Slack has said when, for whatever else is lost there, too."""
        await self._put_off(row, retry_after_s or self._timing.second_read.total_seconds())
        if retry_after_s is not None:
            async with self._deps.db.write() as session:
                db_now = await self._deps.db.now(session)
                until = db_now + timedelta(seconds=retry_after_s)
                await unheard.look_later(session, row.workspace_id, db_now, until)

    async def _unreadable(self, row: Delivery, error: SlackError) -> None:
        """History can't be read: without the scope nobody can know, so it is not sent again.

        Where the app was removed it waits: it may be installed again.
        """
        if not isinstance(error, SlackRefused):
            await self._put_off(row, self._timing.second_read.total_seconds())
        elif error.code in TOKEN_GONE or error.code == NOT_INSTALLED:
            await self._put_off(row, self._timing.second_read.total_seconds())
            workspace, now = WorkspaceId(row.workspace_id), self._deps.clock.now()
            async with self._deps.db.write() as session:
                await refusals.handle(session, workspace, row.target, error.code, now)
        else:
            metrics.reconciled.labels("unreadable").inc()
            log.warning("reconcile_refused", delivery=row.delivery_id, code=error.code)
            await self._write(row, {"state": "doubt", "reason": error.code})

    async def _put_off(self, row: Delivery, seconds: float, *, read: bool = False) -> None:
        async with self._deps.db.write() as session:
            db_now = await self._deps.db.now(session)
            at = db_now + timedelta(seconds=seconds)
            reads = row.reads + 1 if read else row.reads
            await store.set_states(session, [{**_key(row), "try_at": at, "reads": reads}])

    async def _write(self, row: Delivery, state: dict[str, Any]) -> None:
        async with self._deps.db.write() as session:
            await store.set_states(session, [{**_key(row), **state}])


def _key(row: Delivery) -> dict[str, Any]:
    """Name the row, as long as it is still this worker's to look for."""
    return {
        "workspace_id": row.workspace_id,
        "delivery_id": row.delivery_id,
        "was_state": "unknown",
        "was_try_at": row.try_at,
    }
