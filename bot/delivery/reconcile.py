"""Find out what became of sends nobody heard back from, by looking for them in Slack."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog
from sqlmodel import exists, or_

from bot.delivery import store
from bot.delivery.compose import Composer, due_of
from bot.delivery.doubt import ask_owner
from bot.delivery.outcomes import tell_rooms
from bot.delivery.rules import Timing
from bot.delivery.tables import Delivery
from bot.deps import Deps, Kind
from bot.errors import SlackError, SlackRefused, SlackUnavailable
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
            exists().where(store.is_orphaned(DB_NOW, timing.first_read)),
            exists().where(store.is_to_look_for(DB_NOW)),
        )

    async def run(self) -> int:
        """Look for every send whose reading has come; return how many were looked for."""
        async with self._deps.db.write() as session:
            db_now = await self._deps.db.now(session)
            await store.orphaned(session, db_now, self._timing.first_read)
            rows = await store.to_look_for(session, db_now, BATCH)
            # Nobody else looks meanwhile, and a crash here only means another look. Whoever takes
            # longer than this has lost the row: what it found is no longer written down.
            for row in rows:
                row.try_at = db_now + self._timing.lease
        await asyncio.gather(*(self._look(row) for row in rows))
        return len(rows)

    async def _look(self, row: Delivery) -> None:
        kind = self._composer.kinds.get(row.kind)
        if row.content and row.content.get("edit"):  # the same edit twice is once
            await self._write(row, {"state": "due", "try_at": None, "reads": row.reads + 1})
            return
        if kind is not None and kind.to_channel:
            await self._doubt(row, kind)
            return
        try:
            found = await self._find(row)
        except SlackUnavailable as error:
            wait = error.retry_after_s or self._timing.second_read.total_seconds()
            await self._put_off(row, wait)
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
            await self._write(row, {"state": "due", "try_at": None})

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
        metrics.reconciled.labels("found").inc()
        async with self._deps.db.write() as session:
            state = {"state": "sent", "channel": channel, "ts": ts}
            await store.set_states(session, [{**_key(row), **state}])
            await tell_rooms(session, self._composer, [(due_of(row), channel, ts)])

    async def _unreadable(self, row: Delivery, error: SlackError) -> None:
        """History can't be read: without the scope nobody can know, so it is not sent again."""
        if isinstance(error, SlackRefused):
            metrics.reconciled.labels("unreadable").inc()
            log.warning("reconcile_refused", delivery=row.delivery_id, code=error.code)
            await self._write(row, {"state": "doubt", "reason": error.code})
        else:
            await self._put_off(row, self._timing.second_read.total_seconds())

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
