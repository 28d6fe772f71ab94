"""What a Web API method is, and what it is called with."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from bot.sandbox.limits import Limits, Tier
from bot.sandbox.records import Json
from bot.sandbox.refusal import Refusal
from bot.sandbox.world import App, World

Token = Literal["bot", "app"]
T = TypeVar("T")


@dataclass(frozen=True)
class Call:
    """One call: who calls (`app`), with what (`args`, tokens taken out)."""

    world: World
    app: App
    args: Mapping[str, Any]
    limits: Limits
    base_url: str

    def required(self, name: str) -> Any:
        """An argument that must be there. Raises: Refusal."""
        value = self.args.get(name)
        if value in (None, ""):
            raise Refusal("invalid_arguments", messages=[f"[ERROR] missing required field: {name}"])
        return value

    def flag(self, name: str, default: bool = False) -> bool:
        """A boolean, in any of the spellings a form or query may use."""
        value = self.args.get(name)
        if value in (None, ""):
            return default
        return value is True or str(value).lower() in {"1", "true"}

    def number(self, name: str, default: int, most: int) -> int:
        """A positive whole number up to *most*. Raises: Refusal."""
        value = self.args.get(name)
        if value in (None, "", 0, "0"):
            return default
        if not str(value).isdecimal() or int(value) > most:
            raise Refusal("invalid_limit")
        return int(value)

    def need(self, *scopes: str) -> None:
        """Insist on every scope. Raises: Refusal naming the first missing one."""
        for scope in scopes:
            if scope not in self.app.scopes:
                provided = ",".join(sorted(self.app.scopes))
                raise Refusal("missing_scope", needed=scope, provided=provided)

    def page(self, items: Sequence[T], limit: int) -> tuple[Sequence[T], Json]:
        """One page from the call's cursor on, and its `response_metadata`. Raises: Refusal."""
        if self.world.short_pages:
            limit = (limit + 1) // 2
        start = _offset(self.args.get("cursor"))
        end = start + limit
        following = _cursor(end) if end < len(items) else ""
        return items[start:end], {"next_cursor": following}


def _cursor(offset: int) -> str:
    return base64.b64encode(f"next:{offset}".encode()).decode()


def _offset(cursor: object) -> int:
    if cursor in (None, ""):
        return 0
    try:
        kind, _, offset = base64.b64decode(str(cursor)).decode().partition(":")
    except (binascii.Error, ValueError):
        raise Refusal("invalid_cursor") from None
    if kind != "next" or not offset.isdecimal():
        raise Refusal("invalid_cursor")
    return int(offset)


@dataclass(frozen=True)
class Method:
    """A method's behaviour, the scopes it needs, its rate limit tier and its token.

    Reading methods don't take JSON: they answer as if nothing had been given. Slack's pages say
    otherwise of some by now, its servers were seen doing so in 2026: the sandbox is the stricter.
    """

    run: Callable[[Call], Json]
    tier: Tier
    scopes: tuple[str, ...] = ()
    token: Token = "bot"
    takes_json: bool = True
