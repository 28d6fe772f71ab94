"""How an app answered a payload: in time, late, not at all."""

from dataclasses import dataclass
from typing import Any, Literal

Status = Literal["acked", "late", "refused", "unreachable", "not_subscribed"]
Channel = Literal["slash_commands", "interactive", "events_api"]
"""The sort of payload, as Socket Mode's envelopes name it."""

SHOWN: dict[Status, str | None] = {
    "acked": None,
    "late": "operation_timeout",
    "refused": "http_service_error",
    "unreachable": "dispatch_failed",
    "not_subscribed": None,
}
"""What Slack shows the person whose command or click met that fate."""


@dataclass(frozen=True)
class Retry:
    """That an event comes again: the how-manieth time (from 1), and why."""

    number: int
    reason: str


@dataclass(frozen=True)
class Ack:
    """An app's answer, after *ms* milliseconds. `body` is a dict, a text or None."""

    status: Status
    ms: float
    body: Any = None
    http_status: int | None = None
    no_retry: bool = False

    @property
    def ok(self) -> bool:
        return self.status == "acked"

    @property
    def error_shown(self) -> str | None:
        return SHOWN[self.status]
