"""Faults on demand: what goes wrong between an app and Slack, and how often it did."""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

Kind = Literal[
    "5xx",
    "reset_before",
    "reset_after",
    "slow_effect_late",
    "internal_error_after",
    "ratelimited",
]
KINDS: tuple[str, ...] = get_args(Kind)
ERROR = "error:"  # a kind may also be `error:<code>`, answered before any effect


@dataclass(eq=False)
class Fault:
    """One planned fault; `reached` counts how often it happened."""

    method: str
    kind: str
    times: int | None
    when: Callable[[Mapping[str, Any]], bool] | None
    delay_s: float
    reached: int = 0
    _released: asyncio.Event = field(default_factory=asyncio.Event)

    def release(self) -> None:
        """Keep answers back no longer, however long *delay_s* is."""
        self._released.set()

    async def delay(self) -> None:
        """Return when an answer is to be kept back no longer."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._released.wait(), self.delay_s)

    def fits(self, method: str, args: Mapping[str, Any]) -> bool:
        if self.times is not None and self.reached >= self.times:
            return False
        if self.method not in ("*", method):
            return False
        return self.when is None or self.when(args)


@dataclass
class Faults:
    """Everything that is to go wrong."""

    latency_s: float = 0.0
    """Every Web API call is answered (and takes effect) this much later."""
    duplicate_events: bool = False
    """Every event is delivered twice, the second time as a retry."""
    reorder_events: bool = False
    """Each two events that come close together swap places."""
    planned: list[Fault] = field(default_factory=list)
    reached: Counter[str] = field(default_factory=Counter)
    """How often each kind happened, over all methods."""

    def add(
        self,
        *,
        method: str,
        kind: str,
        times: int | None = 1,
        when: Callable[[Mapping[str, Any]], bool] | None = None,
        delay_s: float = 0.0,
    ) -> Fault:
        """Plan a fault for *method* (`*`: any; `response_url` too), *times* times (None: always).

        *delay_s*: how long the answer is kept back; for `ratelimited` it is Retry-After.
        Raises: ValueError for a kind that isn't one.
        """
        if kind not in KINDS and not (kind.startswith(ERROR) and len(kind) > len(ERROR)):
            raise ValueError(f"no fault {kind!r}; there is: {', '.join(KINDS)}, error:<code>")
        fault = Fault(method, kind, times, when, delay_s)
        self.planned.append(fault)
        return fault

    def take(self, method: str, args: Mapping[str, Any]) -> Fault | None:
        """The fault this call meets, if any; counts it."""
        for fault in self.planned:
            if fault.fits(method, args):
                fault.reached += 1
                self.reached[fault.kind] += 1
                return fault
        return None

    def clear(self) -> None:
        """Let everything go right again; forget the counts."""
        self.planned.clear()
        self.reached.clear()
        self.latency_s = 0.0
        self.duplicate_events = self.reorder_events = False
