"""Slack's rate limits: tiers a method and workspace, a message a second and channel, a ceiling."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

Tier = Literal["T1", "T2", "T3", "T4", "special", "posting", "history"]
PER_MINUTE: dict[Tier, int] = {"T1": 1, "T2": 20, "T3": 50, "T4": 100, "special": 600}
BURST: dict[Tier, int] = {"T1": 30, "T2": 20, "T3": 50, "T4": 100, "special": 600}
# Slack publishes no bursts; a minute's worth at once, and enough connections for a restart or two.
RESTRICTED_HISTORY_PAGE = 15  # Slack: conversations.history outside the Marketplace
RESTRICTED_HISTORY_PER_MINUTE = 1  # Slack: conversations.history outside the Marketplace


@dataclass
class Bucket:
    """Tokens that come back steadily: at most *capacity*, *per_s* a second."""

    capacity: float
    per_s: float
    level: float
    at_s: float

    def wait_s(self, now_s: float) -> float:
        """Seconds until one may be taken; 0 when one may be taken now."""
        self.level = min(self.capacity, self.level + (now_s - self.at_s) * self.per_s)
        self.at_s = now_s
        missing = 1 - self.level
        return missing / self.per_s if missing > 1e-9 else 0.0


@dataclass
class Limits:
    """What an app may do; change the figures or switch all off. Buckets fill in *now* seconds."""

    now: Callable[[], float]
    enabled: bool = True
    message_per_channel_per_s: float = 1.0
    channel_burst: int = 10
    posts_per_workspace_per_min: float = 300.0
    workspace_burst: int = 60
    restricted_history: bool = False
    """History as for apps sold outside the Marketplace: once a minute, 15 messages."""
    per_minute: dict[str, int] = field(default_factory=dict)
    """Overrides by method name; such a method has that many at once as well."""
    refused: int = 0
    _buckets: dict[tuple[str, str, str], Bucket] = field(default_factory=dict)

    def off(self) -> None:
        """Let everything through."""
        self.enabled = False

    def on(self) -> None:
        """Hold apps to the limits, starting afresh."""
        self.enabled = True
        self._buckets.clear()

    def reset(self) -> None:
        """Back to the figures it began with, and full buckets."""
        vars(self).update(vars(Limits(self.now)))

    def retry_after(self, method: str, tier: Tier, team_id: str, channel: str) -> int:
        """Count one call; 0 when it may go on, else whole seconds to wait (`Retry-After`)."""
        if not self.enabled:
            return 0
        buckets = self._of(method, tier, team_id, channel)
        now_s = self.now()
        wait_s = max(bucket.wait_s(now_s) for bucket in buckets)
        if wait_s > 0:
            self.refused += 1
            return max(1, math.ceil(wait_s))
        for bucket in buckets:
            bucket.level -= 1
        return 0

    def _of(self, method: str, tier: Tier, team_id: str, channel: str) -> list[Bucket]:
        if method in self.per_minute:
            figure = self.per_minute[method]
            return [self._bucket((team_id, method, "own"), figure, figure / 60)]
        if tier == "posting":
            per_s, ceiling = self.message_per_channel_per_s, self.posts_per_workspace_per_min / 60
            return [
                self._bucket((team_id, method, channel), self.channel_burst, per_s),
                self._bucket((team_id, method, ""), self.workspace_burst, ceiling),
            ]
        if tier == "history":
            restricted = RESTRICTED_HISTORY_PER_MINUTE
            figure = restricted if self.restricted_history else PER_MINUTE["T3"]
            return [self._bucket((team_id, method, ""), figure, figure / 60)]
        return [self._bucket((team_id, method, ""), BURST[tier], PER_MINUTE[tier] / 60)]

    def _bucket(self, key: tuple[str, str, str], capacity: float, per_s: float) -> Bucket:
        bucket = self._buckets.get(key)
        if bucket is None:
            bucket = self._buckets[key] = Bucket(capacity, per_s, capacity, self.now())
        return bucket
