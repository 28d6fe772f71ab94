"""The clock that decides what is due; it can be moved in the demo and in tests."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time. Leases, pauses, signatures and Slack's `ts` never ask it."""

    def now(self) -> datetime:
        """Return the instant, aware UTC."""
        ...


def real_now() -> datetime:
    """Return the machine's own instant, aware UTC: for leases, attempts and Slack's time."""
    return datetime.now(UTC)


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return real_now()


class MovableClock:
    """A clock that runs on from wherever it was last put."""

    def __init__(self, at: datetime | None = None) -> None:
        self._offset = timedelta()
        if at is not None:
            self.move(at)

    def now(self) -> datetime:
        return real_now() + self._offset

    def move(self, to: datetime) -> None:
        """Put the clock at *to* (aware)."""
        self._offset = to.astimezone(UTC) - real_now()


class FrozenClock:
    """A clock that stands still until moved: for tests of decisions."""

    def __init__(self, at: datetime) -> None:
        self._at = at.astimezone(UTC)

    def now(self) -> datetime:
        return self._at

    def move(self, to: datetime) -> None:
        self._at = to.astimezone(UTC)
