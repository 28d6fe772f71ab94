"""What people are called in Slack: asked for where it is needed, and kept in memory alone."""

import asyncio
from collections.abc import Collection, Mapping
from typing import Any

from bot.errors import SlackError
from bot.slack.ids import MemberId, WorkspaceId
from bot.slack.messenger import Messenger

KEPT_S = 600  # long enough for a form to be filled in
MOST = 50  # Slack: users.info is tier 4, 100 calls a minute; the other half is for the sync
FIELDS = ("real_name", "display_name", "first_name", "last_name")

Known = tuple[float, frozenset[str]]


class Names:
    """Looks names up and forgets them again within minutes; nothing of it is ever written."""

    def __init__(self, messenger: Messenger) -> None:
        self._messenger = messenger
        self._known: dict[tuple[WorkspaceId, MemberId], Known] = {}

    async def of(
        self, workspace: WorkspaceId, members: Collection[MemberId], within_s: float
    ) -> frozenset[str]:
        """Return every name *members* go by, as far as Slack tells within *within_s* seconds.

        None of a team of more than fifty: so many calls at once are too much for Slack.
        """
        if len(members) > MOST:
            return frozenset()
        now = asyncio.get_running_loop().time()
        self._known = {key: one for key, one in self._known.items() if one[0] > now}
        unknown = [one for one in sorted(members) if (workspace, one) not in self._known]
        if unknown:
            asking = [asyncio.create_task(self._ask(workspace, one)) for one in unknown]
            _, late = await asyncio.wait(asking, timeout=within_s)
            for one in late:
                one.cancel()
            await asyncio.gather(*asking, return_exceptions=True)
        found = (self._known.get((workspace, one), (0.0, frozenset[str]()))[1] for one in members)
        return frozenset[str]().union(*found)

    def forget(self) -> None:
        """Know nobody's name any more."""
        self._known = {}

    async def _ask(self, workspace: WorkspaceId, member: MemberId) -> None:
        try:
            answer: Any = await self._messenger.ask(workspace, "users.info", user=member)
        except SlackError:
            return
        until = asyncio.get_running_loop().time() + KEPT_S
        self._known[workspace, member] = (until, names_in(answer["user"]))


def names_in(user: Mapping[str, Any]) -> frozenset[str]:
    """Return what Slack's user object says somebody is called; any field may be missing or null."""
    profile = user.get("profile")
    places = [user, profile if isinstance(profile, Mapping) else {}]
    told = [place.get(field) for place in places for field in (*FIELDS, "name")]
    return frozenset(one.strip() for one in told if isinstance(one, str) and one.strip())
