"""Brings payloads to an app: over its socket if one is connected, else to its request url."""

from bot.sandbox.ack import Ack, Channel, Retry
from bot.sandbox.records import Json
from bot.sandbox.request_urls import RequestUrls
from bot.sandbox.sockets import Sockets
from bot.sandbox.world import App


class Courier:
    """Delivers one payload once; counts what is on its way."""

    def __init__(self, sockets: Sockets, request_urls: RequestUrls) -> None:
        self.in_flight = 0
        self._sockets, self._request_urls = sockets, request_urls

    async def deliver(
        self, app: App, channel: Channel, payload: Json, retry: Retry | None = None
    ) -> Ack:
        """Deliver and wait for the ack, or for the time it had."""
        self.in_flight += 1
        try:
            if self._sockets.count(app.app_token):
                return await self._sockets.send(app, channel, payload, retry)
            if app.request_url:
                return await self._request_urls.send(app, channel, payload, retry)
            return Ack("unreachable", 0.0)
        finally:
            self.in_flight -= 1
            app.team.world.change.notify()
