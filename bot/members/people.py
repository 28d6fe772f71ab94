"""Who somebody is: from our own rows, and from Slack where they are new to us."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.content import Content
from bot.errors import SlackError, UserError
from bot.members import store, tombstones
from bot.members.names import Names
from bot.members.reader import Reader
from bot.members.rules import on_vacation
from bot.members.tables import Member
from bot.slack.ids import MemberId, WorkspaceId
from bot.slack.messenger import Messenger
from bot.storage.engine import Database
from bot.zones import DEFAULT_ZONE, known_zone

SLACKBOT = "USLACKBOT"  # no bot, by Slack's own word
A_MOMENT_S = 0.4  # Slack waits 3 s for an answer, and its own may take 2.5 of them


class People:
    """Looks people up; a handler that must know the zone asks `meet`, the rest `reader`."""

    def __init__(self, db: Database, content: Content, messenger: Messenger) -> None:
        self._db = db
        self._content = content
        self._messenger = messenger
        self.names = Names(messenger)
        self._asking: dict[tuple[WorkspaceId, MemberId], asyncio.Task[Mapping[str, Any]]] = {}

    async def reader(self, workspace: WorkspaceId, member: MemberId) -> Reader:
        """Return them as our rows know them; no call to Slack."""
        return await self._known(workspace, member) or Reader(workspace, member)

    async def _known(self, workspace: WorkspaceId, member: MemberId) -> Reader | None:
        async with self._db.read() as session:
            row = await store.get_member(session, workspace, member)
        return self.reader_of(row) if row else None

    def reader_of(self, row: Member) -> Reader:
        return Reader(
            WorkspaceId(row.workspace_id),
            MemberId(row.member_id),
            locale=self.locale_of(row),
            zone=zone_of(row),
            known=row.slack_zone is not None,
            welcomed=row.welcomed,
            home_opened_on=row.home_opened_on,
            is_guest=not row.is_full,
            language_open=self.leaves_open(row) and not row.language_asked,
        )

    def locale_of(self, row: Member) -> str:
        """Return which of our languages they are spoken to in: what they chose, or Slack says."""
        return self._content.negotiate(row.locale or row.slack_locale)

    def leaves_open(self, row: Member) -> bool:
        """Say whether neither they nor Slack say which of our languages they read."""
        return row.locale is None and self._content.leaves_open(row.slack_locale)

    async def meet(self, who: Reader, *, even_guests: bool = False) -> Reader:
        """Return whoever acts with their zone, asking Slack about somebody new: one Web API call.

        Where Slack doesn't answer, they come back as they were. Whoever had themselves
        forgotten is back by what they do.

        Raises:
            UserError: they turn out to be a guest; unless *even_guests* may do this.
        """
        found = await self._learn(who, is_back=True)
        if found.is_guest and not even_guests:
            raise UserError("house-guest")
        return found

    async def look_up(self, who: Reader) -> Reader:
        """Return somebody else, as `meet`; one who had themselves forgotten stays unknown."""
        return await self._learn(who, is_back=False)

    async def is_app(self, workspace: WorkspaceId, member: MemberId) -> bool:
        """Say whether somebody is an app's bot; a full member of ours isn't, of others Slack tells.

        One Web API call at most, and nothing of the answer is kept. Where Slack doesn't answer,
        they count as a person.
        """
        if member == SLACKBOT:
            return True
        async with self._db.read() as session:
            row = await store.get_member(session, workspace, member)
        if row is not None and row.is_full:
            return False
        try:
            answer = await self._messenger.ask(workspace, "users.info", user=member)
        except SlackError:
            return False
        return bool(answer["user"].get("is_bot"))

    async def introduce(self, who: Reader) -> Reader:
        """Return whoever is new with their language, so that the first answer already has it.

        For an answer that can't wait: where Slack is slower than a moment, they come back as they
        were. Of one who had themselves forgotten nothing is kept.
        """
        if who.known or not who.member:
            return who
        asking = self._ask(who)
        await asyncio.wait({asking}, timeout=A_MOMENT_S)
        if not asking.done() or asking.exception() is not None:
            return who  # whoever must know them waits for the same answer
        user = asking.result()
        await self._keep(who, user, is_back=False)
        row = from_slack(who.workspace, user)
        locale = self._content.negotiate(row["slack_locale"])
        unkept = replace(who, locale=locale, is_guest=not row["is_full"])
        return await self._known(who.workspace, who.member) or unkept

    async def _learn(self, who: Reader, *, is_back: bool) -> Reader:
        if who.known:
            return who
        try:
            user = await asyncio.shield(self._ask(who))
        except SlackError:
            return who
        await self._keep(who, user, is_back=is_back)
        return await self.reader(who.workspace, who.member)

    def _ask(self, who: Reader) -> asyncio.Task[Mapping[str, Any]]:
        """Ask Slack who they are; who is being asked about already isn't a second time."""
        key = (who.workspace, who.member)
        if key not in self._asking:
            task = asyncio.create_task(self._user(who))
            self._asking[key] = task
            task.add_done_callback(lambda done: self._asked(key, done))
        return self._asking[key]

    async def _user(self, who: Reader) -> Mapping[str, Any]:
        answer: Any = await self._messenger.ask(
            who.workspace, "users.info", user=who.member, include_locale="true"
        )
        return dict(answer["user"])

    def _asked(
        self, key: tuple[WorkspaceId, MemberId], done: asyncio.Task[Mapping[str, Any]]
    ) -> None:
        self._asking.pop(key, None)
        if not done.cancelled():
            done.exception()  # it may be that nobody waits for it any more

    async def _keep(self, who: Reader, user: Mapping[str, Any], *, is_back: bool) -> None:
        async with self._db.write() as session:
            if is_back:
                await tombstones.lift(session, who.workspace, who.member)
            await store.put_members(session, [from_slack(who.workspace, user)])


def zone_of(row: Member) -> str:
    """Return the IANA zone a member lives by; UTC where none is known or it no longer exists."""
    return known_zone(row.zone) or known_zone(row.slack_zone) or DEFAULT_ZONE


def from_slack(workspace: WorkspaceId, user: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns Slack's user object fills; any of its fields may be missing or null.

    A full member is neither bot, Slackbot, guest nor from another company.
    """
    profile = user.get("profile")
    profile = profile if isinstance(profile, Mapping) else {}
    outside = user.get("is_stranger") or (user.get("team_id") or workspace) != workspace
    # `is_app_user` is no such flag: it tells of a person who authorised an app.
    kept_out = any(user.get(flag) for flag in ("is_bot", "is_restricted", "is_ultra_restricted"))
    return {
        "workspace_id": workspace,
        "member_id": user["id"],
        "slack_zone": known_zone(_text(user, "tz")),
        "slack_locale": _text(user, "locale") or None,
        "is_full": not (kept_out or outside or user["id"] == SLACKBOT),
        "is_admin": bool(user.get("is_admin") or user.get("is_owner")),
        "is_deactivated": bool(user.get("deleted")),
        "on_vacation": on_vacation(_text(profile, "status_text"), _text(profile, "status_emoji")),
    }


def _text(fields: Mapping[str, Any], key: str) -> str:
    value = fields.get(key)
    return value if isinstance(value, str) else ""
