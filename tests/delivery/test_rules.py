"""Delivery's figures, held against each other and against the design."""

from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.dispatch import BATCH, WORKSPACES
from bot.delivery.places import Places
from bot.delivery.rules import LONGEST_BACKOFF, MAX_ATTEMPTS, Bucket, Timing, backoff, refill
from bot.slack.messenger import CONNECTIONS, TIMEOUT_S
from tests.e2e.quick import QUICK

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def test_a_worker_claims_no_more_than_it_can_send_at_once() -> None:
    places = Places(CONNECTIONS)
    with ExitStack() as turns:
        shares = [turns.enter_context(places.share(BATCH)) for _ in range(WORKSPACES)]
        assert sum(share.count for share in shares) <= CONNECTIONS
        assert all(share.count > 0 for share in shares)  # none waits for another's slow answers
        shares[0].keep(1)
        assert places.free == CONNECTIONS - 1 - sum(share.count for share in shares[1:])
    assert places.free == CONNECTIONS


@pytest.mark.parametrize("timing", [Timing(), QUICK])
def test_a_send_that_begins_last_is_answered_or_given_up_within_its_lease(timing: Timing) -> None:
    assert timing.request < timing.send_margin < timing.lease


def test_the_durations_are_the_designs() -> None:
    timing = Timing()
    assert timing.first_read == timedelta(minutes=2)
    assert timing.second_read == timedelta(seconds=60)
    assert timing.read_from == timedelta(minutes=5)
    assert timing.request == timedelta(seconds=TIMEOUT_S)


@given(st.integers(1, 100), st.floats(0, 1, exclude_max=True))
def test_backing_off_takes_longer_each_time_and_never_more_than_the_longest(
    attempts: int, spread: float
) -> None:
    wait = backoff(attempts, spread=spread)
    assert timedelta() < wait <= LONGEST_BACKOFF
    assert wait <= backoff(attempts + 1, spread=spread)


def test_what_fails_is_tried_for_about_a_day() -> None:
    tried_for = sum((backoff(n, spread=0.5) for n in range(1, MAX_ATTEMPTS)), timedelta())
    assert timedelta(hours=20) < tried_for < timedelta(hours=28)


@given(
    st.floats(0, 50),
    st.integers(1, 600),
    st.lists(st.floats(0, 30), min_size=1, max_size=50),
)
def test_a_bucket_gives_no_more_than_the_pace_and_what_it_holds(
    tokens: float, per_minute: int, pauses: list[float]
) -> None:
    bucket, taken, now = Bucket(tokens, NOW), 0, NOW
    for pause in pauses:
        now += timedelta(seconds=pause)
        bucket = refill(bucket, now, per_minute)
        posts = int(bucket.tokens)
        taken += posts
        bucket = Bucket(bucket.tokens - posts, bucket.at)
    assert taken <= tokens + per_minute * (now - NOW).total_seconds() / 60 + 0.001


def last_leaves_after(members: int, per_minute: int) -> timedelta:
    """Send to *members* of one workspace, due at once, as its worker does: at every beat."""
    bucket, now = refill(None, NOW, per_minute), NOW
    while members > 0:
        posts = min(BATCH, int(bucket.tokens), members)
        members -= posts
        bucket = Bucket(bucket.tokens - posts, now)
        if members and bucket.tokens < 1:
            now += Timing().rest + Timing().beat
        bucket = refill(bucket, now, per_minute)
    return now - NOW


@pytest.mark.parametrize("members", [1, 50, 51, 300])
def test_up_to_three_hundred_are_sent_to_within_two_minutes(members: int) -> None:
    assert last_leaves_after(members, 300) <= timedelta(minutes=2)


@given(st.integers(301, 20_000), st.integers(60, 1000))
def test_more_are_spread_over_members_over_pace_and_no_longer(
    members: int, per_minute: int
) -> None:
    beat = Timing().rest + Timing().beat
    assert last_leaves_after(members, per_minute) <= timedelta(minutes=members / per_minute) + beat


def test_a_bucket_fills_on_when_the_clock_was_set_back() -> None:
    ahead = Bucket(0.0, NOW + timedelta(hours=1))
    back = refill(ahead, NOW, 60)
    assert refill(back, NOW + timedelta(seconds=5), 60).tokens == 5
