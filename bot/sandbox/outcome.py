"""What a person sees of an act of theirs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.sandbox.ack import Ack
from bot.sandbox.records import Json


@dataclass(frozen=True)
class Outcome:
    """How an act went: `ok` when the app acknowledged it in time and Slack had nothing to say.

    `error_shown` is what Slack would show (`operation_timeout`, `dispatch_failed`, …); `errors`
    are those a form shows at its inputs, by block_id.
    """

    ok: bool
    ack_ms: float
    status: str
    body: Any = None
    error_shown: str | None = None
    errors: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, ack: Ack) -> "Outcome":
        ok = ack.ok or ack.status == "not_subscribed"
        return cls(ok, ack.ms, ack.status, ack.body, ack.error_shown)

    @classmethod
    def by_slack(cls, error: str, errors: Mapping[str, str] | None = None) -> "Outcome":
        """Slack itself said no; nothing was sent to the app."""
        return cls(False, 0.0, "not_sent", None, error, errors or {})


@dataclass(frozen=True)
class SeenMessage:
    """A message as someone sees it in a conversation; `shown_at` is the movable clock's."""

    channel_id: str
    ts: str
    user: str
    text: str
    blocks: list[Json]
    shown_at: datetime
    thread_ts: str | None
    metadata: Json | None
    edited: bool
    ephemeral: bool
    files: list[Json]
