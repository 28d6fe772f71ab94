"""Response urls: five uses within thirty minutes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.sandbox.ids import secret
from bot.sandbox.refusal import Refusal

if TYPE_CHECKING:
    from bot.sandbox.records import Channel, Message
    from bot.sandbox.workspace import App
    from bot.sandbox.world import World

USES = 5  # Slack: interactivity, response_url
LIFETIME_S = 30 * 60.0  # Slack: interactivity, response_url


@dataclass
class ResponseUrl:
    """Where an app may answer what a person did; *message* is the one they acted on."""

    app: App
    user_id: str
    channel: Channel
    given_at_s: float
    message: Message | None
    uses: int = 0


class ResponseUrls:
    """Every response url handed out; the server sets `base` to where they are served."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._urls: dict[str, ResponseUrl] = {}
        self.base = ""

    def clear(self) -> None:
        self._urls.clear()

    def give(
        self, app: App, user_id: str, channel: Channel, *, message: Message | None = None
    ) -> str:
        """A new url for answering *user_id* in *channel*."""
        serial = str(len(self._urls) + 1)
        path = f"{app.team.team_id}/{serial}/{secret('response', serial, user_id)}"
        self._urls[path] = ResponseUrl(app, user_id, channel, self._world.elapsed(), message)
        return f"{self.base}/response/{path}"

    def use(self, path: str) -> ResponseUrl:
        """Count one use. Raises: Refusal when unknown, used up or older than thirty minutes."""
        found = self._urls.get(path)
        if found is None:
            raise Refusal("no_such_response_url", status=404)
        if self._world.elapsed() - found.given_at_s > LIFETIME_S:
            raise Refusal("expired_url", status=404)
        if found.uses >= USES:
            raise Refusal("used_url", status=404)
        found.uses += 1
        return found
