"""Time zones by name, of which some go: IANA renames them, and a release knows those of its day."""

from functools import cache
from zoneinfo import available_timezones

DEFAULT_ZONE = "UTC"


def known_zone(name: str | None) -> str | None:
    """Give *name* back if it is an IANA zone we have data for, else None."""
    return name if name in _zones() else None


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())
