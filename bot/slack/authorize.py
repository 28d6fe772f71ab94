"""Which workspace a request belongs to, and its token: from our rows, cached, never `auth.test`."""

import asyncio
from collections import defaultdict

from slack_bolt.authorization import AuthorizeResult

from bot.errors import SlackRefused
from bot.members import store
from bot.slack.failures import NOT_INSTALLED
from bot.slack.ids import WorkspaceId
from bot.storage.engine import Database


class Tokens:
    """Bot tokens by workspace, read once; `forget` after an uninstall."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._known: dict[WorkspaceId, tuple[str, str]] = {}
        self._looking: dict[WorkspaceId, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def __call__(self, workspace: WorkspaceId) -> str:
        """Return the workspace's bot token.

        Raises:
            SlackRefused: the bot isn't installed there (any more).
        """
        return (await self._find(workspace))[0]

    async def authorize(
        self, enterprise_id: str | None, team_id: str | None
    ) -> AuthorizeResult | None:
        """Answer Bolt's question for a request; None makes it tell the person to reinstall."""
        try:
            token, bot_user = await self._find(WorkspaceId(team_id or ""))
        except SlackRefused:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id, team_id=team_id, bot_token=token, bot_user_id=bot_user
        )

    def forget(self, workspace: WorkspaceId) -> None:
        self._known.pop(workspace, None)

    async def _find(self, workspace: WorkspaceId) -> tuple[str, str]:
        if (known := self._known.get(workspace)) is not None:
            return known
        async with self._looking[workspace]:  # a batch of sends looks once, not each for itself
            return self._known.get(workspace) or await self._look(workspace)

    async def _look(self, workspace: WorkspaceId) -> tuple[str, str]:
        async with self._db.read() as session:
            row = await store.get_workspace(session, workspace)
        if row is None or row.token is None or row.stopped_at is not None:
            raise SlackRefused(NOT_INSTALLED)
        self._known[workspace] = found = (row.token, row.bot_user_id)
        return found
