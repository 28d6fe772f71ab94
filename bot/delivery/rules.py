"""Delivery's decisions, pure: when to try again, how fast, and when to look for a lost send."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

# Skip reasons are counted in the metrics, so their names are released: they may only grow.
BUDGET = "budget"  # another message had the slot
STALE = "stale"
PAUSED = "paused"
OFF = "off"  # public holiday or vacation
GONE = "gone"  # the person or what it was about no longer exists
UNKNOWN_KIND = "unknown_kind"  # planned by a newer release
EXHAUSTED = "exhausted"  # every attempt failed
BROKEN = "broken"  # it couldn't be composed: a bug, or content this release doesn't understand

MAX_ATTEMPTS = 130  # about a day of them, most a quarter of an hour apart
FIRST_BACKOFF = timedelta(seconds=5)
LONGEST_BACKOFF = timedelta(minutes=15)


@dataclass(frozen=True)
class Timing:
    """Delivery's durations; tests shorten them, hosts don't."""

    lease: timedelta = timedelta(seconds=60)
    request: timedelta = timedelta(seconds=30)  # how long an answer is waited for
    send_margin: timedelta = timedelta(seconds=35)  # no send begins with less lease left
    first_read: timedelta = timedelta(minutes=2)  # after the attempt, before looking for it
    second_read: timedelta = timedelta(seconds=60)  # after the first one found nothing
    read_from: timedelta = timedelta(minutes=5)  # before the attempt: Slack's clock isn't ours
    first_backoff: timedelta = FIRST_BACKOFF  # after an attempt that failed; then doubled
    rest: timedelta = timedelta(seconds=2)  # of a workspace that waits for its pace or had trouble
    beat: timedelta = timedelta(seconds=1)  # between two looks at what is due


def backoff(
    attempts: int, first: timedelta = FIRST_BACKOFF, *, spread: float | None = None
) -> timedelta:
    """Return how long to wait after failed attempt number *attempts* (1, 2, …), with jitter.

    *first*: how long at most after the first one. *spread* in [0, 1) stands for the random part,
    for tests.
    """
    jitter = random.random() if spread is None else spread  # noqa: S311  # not a secret
    doubled: timedelta = first * int(2 ** min(attempts - 1, 16))
    return min(doubled, LONGEST_BACKOFF) * (0.5 + jitter / 2)


@dataclass(frozen=True)
class Bucket:
    """A token bucket: what a workspace may still send now."""

    tokens: float
    at: datetime


def refill(
    bucket: Bucket | None, now: datetime, per_minute: int, held_over: float = 10.0
) -> Bucket:
    """Return *bucket* at *now*; it holds at most *held_over* seconds' worth of posts."""
    capacity = max(1.0, per_minute * held_over / 60)
    if bucket is None:
        return Bucket(capacity, now)
    grown = bucket.tokens + max(0.0, (now - bucket.at).total_seconds()) * per_minute / 60
    return Bucket(min(capacity, grown), now)
