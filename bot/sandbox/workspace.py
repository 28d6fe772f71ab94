"""A workspace and the app installed in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.sandbox.ids import made_up
from bot.sandbox.records import Channel, Json, Member, StoredFile

if TYPE_CHECKING:
    from bot.sandbox.world import World


@dataclass(eq=False)
class App:
    """One installation: an app in one workspace, with its tokens and how payloads reach it."""

    team: Team
    app_id: str
    bot_token: str
    app_token: str
    scopes: set[str]
    signing_secret: str
    bot_user_id: str
    bot_id: str
    name: str = "Trustcheck"
    request_url: str | None = None
    messages_tab_enabled: bool = True
    home_tab_enabled: bool = True
    revoked: bool = False
    commands: dict[str, bool] | None = None
    """The commands it declared → should_escape; None: every command exists, escaped."""

    def use_http(self, url: str) -> None:
        """Send payloads to *url*, signed, whenever no socket is connected."""
        self.request_url = url

    def adopt(self, manifest: Json) -> None:
        """Behave as an app created from *manifest*: its name, tabs, commands and scopes."""
        features = manifest.get("features", {})
        self.name = features.get("bot_user", {}).get("display_name", self.name)
        self.team.members[self.bot_user_id].name = self.name
        tabs = features.get("app_home", {})
        self.messages_tab_enabled = bool(tabs.get("messages_tab_enabled"))
        self.home_tab_enabled = bool(tabs.get("home_tab_enabled"))
        declared = features.get("slash_commands", [])
        self.commands = {c["command"]: bool(c.get("should_escape")) for c in declared}
        scopes = manifest.get("oauth_config", {}).get("scopes", {})
        self.scopes = {*scopes.get("bot", ()), *scopes.get("bot_optional", ())}


@dataclass(eq=False)
class Team:
    """One workspace: its members, conversations, files and installations."""

    world: World
    team_id: str
    name: str
    domain: str
    members: dict[str, Member] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    deleted_files: set[str] = field(default_factory=set)
    apps: list[App] = field(default_factory=list)

    @property
    def app(self) -> App:
        """The newest installation. Raises: LookupError when no app is installed."""
        if not self.apps:
            raise LookupError(f"no app is installed in {self.team_id}: call team.install(...)")
        return self.apps[-1]

    def install(
        self,
        *,
        bot_token: str,
        app_token: str,
        scopes: Collection[str],
        signing_secret: str,
        name: str = "Trustcheck",
    ) -> App:
        """Install an app; the same *app_token* in several workspaces is one app in all of them."""
        bot_user_id = made_up("U", self.team_id, app_token)
        app = App(
            team=self,
            app_id=made_up("A", app_token),
            bot_token=bot_token,
            app_token=app_token,
            scopes=set(scopes),
            signing_secret=signing_secret,
            bot_user_id=bot_user_id,
            bot_id=made_up("B", self.team_id, app_token),
            name=name,
        )
        self.members[bot_user_id] = Member(bot_user_id, self.team_id, name, is_bot=True)
        self.apps.append(app)
        self.world.apps_by_bot_token[bot_token] = app
        return app

    def add_member(
        self,
        user_id: str,
        name: str,
        *,
        tz: str = "Europe/London",
        locale: str = "en-GB",
        is_admin: bool = False,
        is_owner: bool = False,
        is_restricted: bool = False,
        is_ultra_restricted: bool = False,
        is_bot: bool = False,
        is_stranger: bool = False,
        deleted: bool = False,
        home_team: str | None = None,
    ) -> Member:
        """Add a person; *home_team* names another company's workspace (Slack Connect)."""
        member = Member(
            user_id,
            home_team or self.team_id,
            name,
            tz=tz,
            locale=locale,
            is_admin=is_admin,
            is_owner=is_owner,
            is_restricted=is_restricted,
            is_ultra_restricted=is_ultra_restricted,
            is_bot=is_bot,
            is_stranger=is_stranger,
            deleted=deleted,
        )
        self.members[user_id] = member
        return member

    def add_channel(
        self,
        channel_id: str,
        name: str,
        *,
        members: Sequence[str] = (),
        is_private: bool = False,
        is_ext_shared: bool = False,
        creator: str | None = None,
    ) -> Channel:
        """Add a channel with *members* (user ids), first one its creator unless told."""
        channel = Channel(
            channel_id,
            self.team_id,
            name,
            creator or (members[0] if members else "USLACKBOT"),
            created=self.world.unix_now(),
            members=list(members),
            is_private=is_private,
            is_ext_shared=is_ext_shared,
        )
        self.channels[channel_id] = channel
        return channel

    def dm(self, user_id: str, *, app: App | None = None) -> Channel:
        """The direct message between *user_id* and the app's bot, opened if need be."""
        bot_user_id = (app or self.app).bot_user_id
        channel_id = made_up("D", self.team_id, bot_user_id, user_id)
        if channel_id not in self.channels:
            channel = self.add_channel(channel_id, "", members=[bot_user_id, user_id])
            channel.im_user = user_id
        return self.channels[channel_id]

    def group_dm(self, user_ids: Sequence[str], *, app: App) -> Channel:
        """The group direct message between the bot and *user_ids*, opened if need be."""
        channel_id = made_up("G", self.team_id, app.bot_user_id, *sorted(user_ids))
        if channel_id not in self.channels:
            handles = "--".join(sorted(self.members[u].handle for u in user_ids))
            members = [app.bot_user_id, *user_ids]
            channel = self.add_channel(channel_id, f"mpdm-{handles}-1", members=members)
            channel.is_mpim = channel.is_private = True
        return self.channels[channel_id]

    def invite_bot(self, channel_id: str, *, by: str) -> None:
        """Put the bot into a channel; the app is told by `member_joined_channel`."""
        self.world.post(self.app, self.seat(self.app.bot_user_id, channel_id, inviter=by))

    def seat(self, user_id: str, channel_id: str, *, inviter: str | None = None) -> Json:
        """Make someone a member of a channel; the event that says so."""
        channel = self.channels[channel_id]
        if user_id not in channel.members:
            channel.members.append(user_id)
        event = membership_event("member_joined_channel", channel, user_id)
        self.world.change.notify()
        return {**event, "inviter": inviter} if inviter else event


def membership_event(kind: str, channel: Channel, user_id: str) -> Json:
    """`member_joined_channel` or `member_left_channel`, as the Events API sends it.

    Since 2021 private channels have ids, and so a `channel_type`, with a C like public ones.
    """
    return {
        "type": kind,
        "user": user_id,
        "channel": channel.channel_id,
        "channel_type": channel.channel_id[0],
        "team": channel.team_id,
    }
