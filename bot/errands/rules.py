"""When a nightly errand comes round. Pure."""

import zlib
from datetime import UTC, datetime, time, timedelta

NIGHT = time(1, 0, tzinfo=UTC)
MAX_ATTEMPTS = 8  # of a step that fails, which is ten minutes; the night has the next one
SPREAD_MINUTES = 240  # workspaces take turns, so that a restart of all isn't a rush


def next_night(workspace: str, now: datetime) -> datetime:
    """Return the workspace's next turn after *now* (aware UTC), the same minute every night."""
    offset = timedelta(minutes=zlib.crc32(workspace.encode()) % SPREAD_MINUTES)
    tonight = datetime.combine(now.astimezone(UTC).date(), NIGHT) + offset
    return tonight if tonight > now else tonight + timedelta(days=1)
