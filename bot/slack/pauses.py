"""Slack's own pauses: where it said *too fast*, nobody posts there until the pause is over."""

from datetime import timedelta

from bot.errors import SlackUnavailable
from bot.members import store
from bot.slack.ids import WorkspaceId
from bot.storage.engine import Database

METHOD = "chat.postMessage"


class Pauses:
    """The workspaces' pauses, in the database: workers, `web` and the next start see the same."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def mind(self, workspace: WorkspaceId) -> None:
        """Return where a post may go out now.

        Raises:
            SlackUnavailable: Slack has asked to wait; the error says how long still.
        """
        async with self._db.read() as session:
            row = await store.get_workspace(session, workspace)
            db_now = await self._db.now(session)
        if row is not None and row.paused_until is not None and row.paused_until > db_now:
            left = (row.paused_until - db_now).total_seconds()
            raise SlackUnavailable("paused", method=METHOD, retry_after_s=left)

    async def note(self, workspace: WorkspaceId, seconds: float) -> None:
        """Slack has answered a post with so long a pause."""
        async with self._db.write() as session:
            db_now = await self._db.now(session)
            await store.pause(session, workspace, db_now + timedelta(seconds=seconds))
