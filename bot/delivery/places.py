"""How many letters of one worker may be on their way at once, shared among its workspaces."""

from collections.abc import Iterator
from contextlib import contextmanager


class Share:
    """What one workspace holds of the places; a letter needs one until its answer has come."""

    def __init__(self, places: "Places", count: int) -> None:
        self._places = places
        self.count = count

    def keep(self, count: int) -> None:
        """Give back all but *count*."""
        self._places.free += self.count - count
        self.count = count


class Places:
    """*free* places, as many as there are connections."""

    def __init__(self, free: int) -> None:
        self.free = free

    @contextmanager
    def share(self, most: int) -> Iterator[Share]:
        """Lend up to *most* places, at most half of what is free: so there are always some left."""
        count = min(most, max(1, self.free // 2))
        self.free -= count
        share = Share(self, count)
        try:
            yield share
        finally:
            share.keep(0)
