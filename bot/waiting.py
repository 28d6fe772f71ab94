"""Wait for something or for a while, whichever comes first."""

import asyncio

RETRY_S = (1, 2, 5, 10, 30)  # between attempts to reach Slack at boot; the last one repeats


async def unless(stop: asyncio.Event, seconds: float) -> None:
    """Wait *seconds*, or less if *stop* is set."""
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return


def retry_pause(attempt: int) -> float:
    """Return how many seconds to wait after failed attempt *attempt* (0, 1, …)."""
    return RETRY_S[min(attempt, len(RETRY_S) - 1)]
