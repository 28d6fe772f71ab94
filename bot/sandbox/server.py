"""The sandbox itself: a pretend Slack, listening on one loopback port."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Mount, Route, WebSocketRoute

from bot.sandbox.answers import Answers
from bot.sandbox.background import Background
from bot.sandbox.control import Control
from bot.sandbox.courier import Courier
from bot.sandbox.event_feed import RETRY_DELAYS_S, EventFeed
from bot.sandbox.faults import Faults
from bot.sandbox.limits import Limits
from bot.sandbox.listener import Listener
from bot.sandbox.payloads import TOKEN
from bot.sandbox.people import Person
from bot.sandbox.request_urls import RequestUrls
from bot.sandbox.sockets import Sockets
from bot.sandbox.uploads import Uploads
from bot.sandbox.web_api import Record, WebApi
from bot.sandbox.world import App, World

ACK_WITHIN_S = 3.0  # Slack: events, commands and interactions alike


@dataclass(frozen=True)
class ShownError:
    """An error Slack showed a person because the app didn't answer well or in time."""

    user_id: str
    doing: str
    error: str


class Sandbox:
    """A small, strict, local Slack.

    `world` is what exists, `faults` what goes wrong on purpose, `limits` how fast apps may call,
    `calls` every Web API call so far.
    """

    def __init__(self, *, ack_within_s: float, retry_delays_s: Sequence[float]) -> None:
        self.world = World()
        self.faults = Faults()
        self.limits = Limits(self.world.elapsed)
        self.background = Background()
        self.sockets = Sockets(self.world.change, ack_within_s=ack_within_s)
        self.shown_errors: list[ShownError] = []
        self._request_urls = RequestUrls(ack_within_s=ack_within_s)
        self.courier = Courier(self.sockets, self._request_urls)
        self.events = EventFeed(self.courier, self.faults, self.background, retry_delays_s)
        self.world.post = self.events.post
        self._web_api = WebApi(
            self.world,
            self.faults,
            self.limits,
            more=self.sockets.methods(),
            abort=self._abort,
        )

    @classmethod
    async def start(
        cls,
        *,
        port: int = 0,
        ack_within_s: float = ACK_WITHIN_S,
        retry_delays_s: Sequence[float] = RETRY_DELAYS_S,
    ) -> Sandbox:
        """Listen on 127.0.0.1; returns when listening. Raises: OSError when *port* is taken.

        *ack_within_s*: how long apps have to acknowledge; *retry_delays_s*: before each retry of
        an event. Tests shorten both.
        """
        sandbox = cls(ack_within_s=ack_within_s, retry_delays_s=retry_delays_s)
        await sandbox._listen(port)
        return sandbox

    async def _listen(self, port: int) -> None:
        answers = Answers(self.world, self.faults, self.calls, self._abort)
        app = Starlette(
            routes=[
                Route("/api/{method}", self._web_api.answer, methods=["GET", "POST"]),
                Route("/response/{path:path}", answers.answer, methods=["POST"]),
                Route("/upload/{team}/{file}", Uploads(self.world).take, methods=["POST"]),
                WebSocketRoute("/link/", self.sockets.serve),
                Mount("/control", Control(self).app()),
            ]
        )
        self._listener = await Listener.start(app, port=port)
        self.url = f"http://127.0.0.1:{self._listener.port}"
        self.api_url = f"{self.url}/api/"
        self._web_api.base_url = self.world.response_urls.base = self.url
        self.sockets.base_url = f"ws://127.0.0.1:{self._listener.port}"

    def _abort(self, request: Request) -> None:
        self._listener.abort(request)

    async def close(self) -> None:
        """Stop, leaving neither task nor socket behind."""
        await self.background.close()
        await self._listener.close()
        await self._request_urls.close()

    def reset(self) -> None:
        """Back to an empty world without faults; connected apps stay connected."""
        self.background.cancel()
        self.faults.clear()
        self.limits.reset()
        self.calls.clear()
        self.shown_errors.clear()
        self.sockets.late_acks = 0
        self.world.clear()

    async def verify_request_url(self, app: App) -> bool:
        """Ask the app's request url to echo a challenge, as Slack does before it trusts one."""
        challenge = self.world.new_id("")
        payload = {"token": TOKEN, "challenge": challenge, "type": "url_verification"}
        ack = await self._request_urls.send(app, "events_api", payload)
        return ack.ok and ack.body in (challenge, {"challenge": challenge})

    @property
    def calls(self) -> list[Record]:
        """Every Web API call since the start or the last reset."""
        return self._web_api.records

    def person(self, user_id: str, team_id: str | None = None) -> Person:
        """The hands and eyes of a member. Raises: LookupError when there is none such."""
        team = self.world.team_of(user_id, team_id)
        return Person(self, team, team.members[user_id])

    def show_error(self, user_id: str, doing: str, error: str) -> None:
        """Record an error as shown to a person by Slack."""
        self.shown_errors.append(ShownError(user_id, doing, error))
        self.world.change.notify()

    async def until(self, predicate: Callable[[], object], *, within_s: float = 5.0) -> None:
        """Return once *predicate* holds, looking after every change.

        Raises: AssertionError, saying what was said and called last, when it doesn't.
        """
        try:
            await self.world.change.until(predicate, within_s=within_s)
        except TimeoutError:
            raise AssertionError(self._story(within_s)) from None

    async def settled(self, *, within_s: float = 5.0) -> None:
        """Return once nothing is on its way: no payload to an app, no call being answered."""
        await self.until(lambda: not self.in_flight, within_s=within_s)

    @property
    def in_flight(self) -> int:
        """How many calls and payloads are on their way just now."""
        return self._web_api.in_flight + self.courier.in_flight + self.events.posted

    def _story(self, within_s: float) -> str:
        last = [
            f"  {call.method} {dict(call.args)} -> {call.status} {call.answer}"
            for call in self.calls[-5:]
        ]
        shown = [f"  {error}" for error in self.shown_errors[-5:]]
        lines = [f"It didn't happen within {within_s} s. The last calls:", *last]
        return "\n".join([*lines, "Errors shown:", *shown] if shown else lines)
