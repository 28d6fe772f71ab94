"""What people are called in Slack: asked for where it is needed, and kept in memory alone."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Any

from bot.errors import SlackError
from bot.slack.ids import MemberId, WorkspaceId
from bot.slack.messenger import Messenger

KEPT_S = 600  # long enough for a form to be filled in
AGAIN_S = 60  # before Slack is asked once more where it didn't answer
MOST = 50  # Slack: users.info is tier 4, 100 calls a minute; the other half is for the sync
PAGES, PAGE = 5, 200  # Slack: users.list is tier 2, 20 calls a minute, and 200 a page at most
FIELDS = ("real_name", "display_name", "first_name", "last_name")

Key = tuple[WorkspaceId, MemberId]
Known = tuple[float, frozenset[str]]
EVERYBODY = MemberId("")  # in the place of whom is asked for, where a list is read


class Names:
    """Looks names up and forgets them again within minutes; nothing of it is ever written."""

    def __init__(self, messenger: Messenger) -> None:
        self._messenger = messenger
        self._known: dict[Key, Known] = {}
        self._asking: dict[Key, asyncio.Task[None]] = {}  # what several need is asked for once

    async def of(
        self, workspace: WorkspaceId, members: Collection[MemberId], within_s: float
    ) -> frozenset[str]:
        """Return every name *members* go by, as far as Slack tells within *within_s* seconds.

        Over fifty at once they are looked for among the first thousand people of the workspace.
        """
        now = asyncio.get_running_loop().time()
        self._known = {key: one for key, one in self._known.items() if one[0] > now}
        unknown = [one for one in sorted(members) if (workspace, one) not in self._known]
        shared, own = self._ask_for(workspace, unknown)
        if shared or own:
            await asyncio.wait([*shared, *own], timeout=within_s)
            for one in own:
                one.cancel()
            await asyncio.gather(*own, return_exceptions=True)
        found = (self._known.get((workspace, one), (0.0, frozenset[str]()))[1] for one in members)
        return frozenset[str]().union(*found)

    def forget(self) -> None:
        """Know nobody's name any more."""
        self._known = {}

    def _ask_for(
        self, workspace: WorkspaceId, unknown: Sequence[MemberId]
    ) -> tuple[list[asyncio.Task[None]], list[asyncio.Task[None]]]:
        """Begin to ask for *unknown*; return what others have begun, and what is begun here."""
        shared, own = [], []
        for one in [EVERYBODY] if len(unknown) > MOST else unknown:
            key = (workspace, one)
            if key in self._asking:
                shared.append(self._asking[key])
                continue
            asking = self._list(workspace, unknown) if one == EVERYBODY else self._ask(key)
            own.append(asyncio.create_task(asking))
            self._asking[key] = own[-1]
            own[-1].add_done_callback(partial(self._is_done, key))
        return shared, own

    def _is_done(self, key: Key, _asking: object) -> None:
        self._asking.pop(key, None)

    async def _ask(self, key: Key) -> None:
        try:
            answer: Any = await self._messenger.ask(key[0], "users.info", user=key[1])
        except SlackError:
            self._keep(key, frozenset(), AGAIN_S)
            return
        self._keep(key, names_in(answer["user"]))

    async def _list(self, workspace: WorkspaceId, wanted: Sequence[MemberId]) -> None:
        cursor, missing = "", set(wanted)
        for _ in range(PAGES):
            try:
                answer: Any = await self._messenger.ask(
                    workspace, "users.list", limit=PAGE, cursor=cursor
                )
            except SlackError:
                break
            for user in answer["members"]:
                if user["id"] in missing:
                    missing.discard(user["id"])
                    self._keep((workspace, user["id"]), names_in(user))
            cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor or not missing:
                break
        for one in missing:
            self._keep((workspace, one), frozenset(), AGAIN_S)

    def _keep(self, key: Key, names: frozenset[str], for_s: float = KEPT_S) -> None:
        self._known[key] = (asyncio.get_running_loop().time() + for_s, names)


def names_in(user: Mapping[str, Any]) -> frozenset[str]:
    """Return what Slack's user object says somebody is called; any field may be missing or null."""
    profile = user.get("profile")
    places = [user, profile if isinstance(profile, Mapping) else {}]
    told = [place.get(field) for place in places for field in (*FIELDS, "name")]
    return frozenset(one.strip() for one in told if isinstance(one, str) and one.strip())
