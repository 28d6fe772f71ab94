"""The Events API: what happened, told to the app, again if it doesn't acknowledge."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot.sandbox.ack import Ack, Retry
from bot.sandbox.background import Background
from bot.sandbox.courier import Courier
from bot.sandbox.faults import Faults
from bot.sandbox.payloads import TOKEN
from bot.sandbox.records import Json
from bot.sandbox.world import App

RETRY_DELAYS_S = (0.5, 60.0, 300.0)  # Slack: Events API, nearly at once, 1 min, 5 min
REORDER_WINDOW_S = 0.2
SCOPES = {
    "app_mention": "app_mentions:read",
    "message.im": "im:history",
    "message.channel": "channels:history",
    "message.group": "groups:history",
    "message.mpim": "mpim:history",
    "team_join": "users:read",
    "user_change": "users:read",
    "member_joined_channel.public": "channels:read",
    "member_joined_channel.private": "groups:read",
    "member_left_channel.public": "channels:read",
    "member_left_channel.private": "groups:read",
    "channel_rename": "channels:read",
    "channel_archive": "channels:read",
    "channel_unarchive": "channels:read",
    "channel_left": "channels:read",
    "channel_shared": "channels:read",
    "group_rename": "groups:read",
    "group_archive": "groups:read",
    "group_unarchive": "groups:read",
    "group_left": "groups:read",
}
"""The scope an app needs to be told, by event and sort of channel; others need none."""


class EventFeed:
    """Delivers events, three retries included; duplicates and reorders on demand."""

    def __init__(
        self,
        courier: Courier,
        faults: Faults,
        background: Background,
        retry_delays_s: Sequence[float] = RETRY_DELAYS_S,
    ) -> None:
        self._courier, self._faults, self._background = courier, faults, background
        self._retry_delays_s = retry_delays_s
        self._held: asyncio.Event | None = None
        self.posted = 0
        """Events posted and not delivered once yet."""

    def post(self, app: App, event: Json) -> None:
        """Send an event without waiting for it."""
        self.posted += 1
        sending = self._background.start(self.send(app, event))
        sending.add_done_callback(lambda _: self._arrived(app))

    def _arrived(self, app: App) -> None:
        self.posted -= 1
        app.team.world.change.notify()

    async def send(self, app: App, event: Json) -> Ack:
        """Send an event; the ack of its first delivery. Retries go on behind."""
        if not _may_know(app, event):
            return Ack("not_subscribed", 0.0)
        payload = event_callback(app, event)
        if self._faults.reorder_events:
            await self._let_the_next_pass()
        ack = await self._courier.deliver(app, "events_api", payload)
        if self._held is not None:
            self._held.set()
        if self._faults.duplicate_events:
            self._faults.reached["duplicate_events"] += 1
            await self._courier.deliver(app, "events_api", payload, Retry(1, "http_timeout"))
        if not ack.ok and not ack.no_retry:
            self._background.start(self._retry(app, payload, ack))
        return ack

    async def _let_the_next_pass(self) -> None:
        """Hold every other event until the one after it was delivered, or a moment passed."""
        if self._held is not None:
            return
        self._held = asyncio.Event()
        try:
            async with asyncio.timeout(REORDER_WINDOW_S):
                await self._held.wait()
            self._faults.reached["reorder_events"] += 1
        except TimeoutError:
            pass  # no second event came: there is nothing to swap with
        finally:
            self._held = None

    async def _retry(self, app: App, payload: Json, ack: Ack) -> None:
        for number, delay_s in enumerate(self._retry_delays_s, start=1):
            await asyncio.sleep(delay_s)
            reason = "http_error" if ack.status == "refused" else "http_timeout"
            if ack.status == "unreachable":
                reason = "connection_failed"
            ack = await self._courier.deliver(app, "events_api", payload, Retry(number, reason))
            if ack.ok or ack.no_retry:
                return


def _may_know(app: App, event: Json) -> bool:
    kind = event["type"]
    if app.revoked and kind not in {"app_uninstalled", "tokens_revoked"}:
        return False
    sort = event.get("channel_type")
    if kind.startswith("member_"):
        sort = "private" if app.team.channels[event["channel"]].is_private else "public"
    scope = SCOPES.get(f"{kind}.{sort}" if sort else kind)
    return scope is None or scope in app.scopes


def _is_shared(app: App, where: str | Json | None) -> bool:
    channel_id = where["id"] if isinstance(where, dict) else where or ""
    channel = app.team.channels.get(channel_id)
    return channel is not None and channel.is_ext_shared


def event_callback(app: App, event: Json) -> Json:
    """The envelope Slack puts around an event, with ids and time of its own."""
    world = app.team.world
    team_id = app.team.team_id
    authorization = {
        "enterprise_id": None,
        "team_id": team_id,
        "user_id": app.bot_user_id,
        "is_bot": True,
        "is_enterprise_install": False,
    }
    return {
        "token": TOKEN,
        "team_id": team_id,
        "context_team_id": team_id,
        "context_enterprise_id": None,
        "api_app_id": app.app_id,
        "event": {**event, "event_ts": event.get("ts") or world.next_ts()},
        "type": "event_callback",
        "event_id": world.new_id("Ev"),
        "event_time": world.unix_now(),
        "authorizations": [authorization],
        "is_ext_shared_channel": _is_shared(app, event.get("channel")),
        "event_context": f"4-{world.new_id('')}",
    }
