"""Each figure of `/metrics` that a send moves, and by how much."""

from datetime import UTC, datetime, timedelta

import pytest
from prometheus_client import REGISTRY

from tests.rooms.nudges.living import start
from tests.talk import Talk

SLOT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
DELIVERIES = "trustcheck_deliveries_"


@pytest.fixture
async def quick(quick: Talk) -> Talk:
    await start(quick, "ann")
    return quick


def counts() -> dict[str, float]:
    """Return what has been counted of deliveries so far: `sent_total nudges.daily` and the like."""
    return {
        " ".join([one.name.removeprefix(DELIVERIES), *one.labels.values()]): one.value
        for family in REGISTRY.collect()
        for one in family.samples
        if one.name.startswith(DELIVERIES) and one.name.endswith("_total")
    }


async def counted_while(talk: Talk, at: datetime) -> dict[str, float]:
    before = counts()
    await talk.at(at)
    after = {what: count - before.get(what, 0) for what, count in counts().items()}
    return {what: count for what, count in after.items() if count}


SENT = {"sent_total nudges.daily": 1}


@pytest.mark.parametrize(
    ("kind", "counted"),
    [
        ("error:service_unavailable", {"retried_total service_unavailable": 1, **SENT}),
        ("ratelimited", {"retried_total ratelimited": 1, **SENT}),
        ("error:restricted_action", {"refused_total restricted_action": 1}),
        ("5xx", {"unknown_total service_unavailable": 1, "reconciled_total lost": 1, **SENT}),
        ("reset_before", {"unknown_total reset": 1, "reconciled_total lost": 1, **SENT}),
        # What is found there was sent by the attempt nobody heard back from.
        ("reset_after", {"unknown_total reset": 1, "reconciled_total found": 1}),
        ("internal_error_after", {"unknown_total internal_error": 1, "reconciled_total found": 1}),
    ],
)
async def test_what_becomes_of_a_send_is_counted_once(
    quick: Talk, kind: str, counted: dict[str, float]
) -> None:
    quick.sandbox.faults.add(method="chat.postMessage", kind=kind, times=1)
    assert await counted_while(quick, SLOT) == counted


async def test_a_lag_is_from_due_to_sent(quick: Talk) -> None:
    before = lag()
    await quick.at(SLOT + timedelta(minutes=20))
    count, total = lag()
    assert count == before[0] + 1
    assert 1200 <= total - before[1] < 1260


def lag() -> tuple[float, float]:
    count, total = (
        REGISTRY.get_sample_value(f"trustcheck_delivery_lag_seconds_{what}")
        for what in ("count", "sum")
    )
    return count or 0, total or 0
