"""How long a rough stretch leans the practices, and which page comes next. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta

FORTNIGHT = timedelta(days=14)


def pressure_until(current: datetime | None, now: datetime) -> datetime:
    """Return when the stretch ends: one that still runs keeps its end, else a fortnight on."""
    if current is not None and current > now:
        return current
    return now + FORTNIGHT


def neighbours(ids: Sequence[str], at: str) -> tuple[str | None, str | None]:
    """Return the ids before and after *at*, None at either end.

    Raises:
        ValueError: *at* isn't one of *ids*.
    """
    place = ids.index(at)
    before = ids[place - 1] if place > 0 else None
    after = ids[place + 1] if place + 1 < len(ids) else None
    return before, after
