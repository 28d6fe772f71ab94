"""What somebody was shown before, as the choice of the next practice looks at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

NEVER = 10**9  # the age of what was never shown
LATELY = 20  # nudges: no rule on factors and sides looks further back


@dataclass(frozen=True)
class Shown:
    """One practice somebody was shown, in which words; it may have left the catalogue since."""

    practice_id: str
    wording_id: str
    factor: str
    side: str


@dataclass(frozen=True)
class Recent:
    """A history, oldest first, read as ages: 1 is the last nudge, 2 the one before it.

    A factor or side that didn't come lately is as old as if it came just before the first.
    """

    history: Sequence[Shown]

    def last(self, count: int) -> Sequence[Shown]:
        return self.history[-count:]

    def practice_age(self, practice_id: str) -> int:
        return self._practices.get(practice_id, NEVER)

    def wording_age(self, wording_id: str) -> int:
        return self._wordings.get(wording_id, NEVER)

    def factor_age(self, factor: str) -> int:
        return self._factors.get(factor, len(self.history) + 1)

    def side_age(self, side: str) -> int:
        return self._sides.get(side, len(self.history) + 1)

    @cached_property
    def _practices(self) -> dict[str, int]:
        return _ages([shown.practice_id for shown in self.history])

    @cached_property
    def _wordings(self) -> dict[str, int]:
        return _ages([shown.wording_id for shown in self.history])

    @cached_property
    def _factors(self) -> dict[str, int]:
        return _ages([shown.factor for shown in self.last(LATELY)])

    @cached_property
    def _sides(self) -> dict[str, int]:
        return _ages([shown.side for shown in self.last(LATELY)])


def _ages(keys: Sequence[str]) -> dict[str, int]:
    return dict(zip(keys, range(len(keys), 0, -1), strict=True))
