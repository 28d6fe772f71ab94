"""Looking ahead: which factors can still come in time, whatever is shown now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.rooms.nudges.recent import NEVER, Recent

PRINCIPLE = "principle"
VIRTUAL = "virtual"
SIDE_WINDOW = 5  # four principle and one virtual
FACTOR_WINDOW = 10  # every factor at least once


@dataclass(frozen=True)
class Outlook:
    """The nudges to come when the one being chosen is of a given *side*.

    *rested_in* gives, for each factor and side on offer, in how many nudges (0 is the one
    being chosen) a practice of theirs will have rested.
    """

    recent: Recent
    rested_in: Mapping[tuple[str, str], int]
    side: str

    @cached_property
    def missed(self) -> dict[str, tuple[int, int]]:
        """Give for each factor that may be shown now how many others are lacking, or in danger.

        Lacking: not among the ten that end now. In danger: can't all come before their ten are
        over, for each needs a nudge of its own, of a side it then has a rested practice for.
        """
        return {factor: self._missed_with(factor) for factor in self._nudges_left}

    def _missed_with(self, factor: str) -> tuple[int, int]:
        lacking = sum(left <= 0 for other, left in self._nudges_left.items() if other != factor)
        scarce = [chances for other, chances in self._scarce.items() if other != factor]
        return lacking, len(scarce) - _most_served(scarce)

    @cached_property
    def _nudges_left(self) -> dict[str, int]:
        factors = {factor for factor, _ in self.rested_in}
        return {factor: FACTOR_WINDOW - self.recent.factor_age(factor) for factor in factors}

    @cached_property
    def _scarce(self) -> dict[str, frozenset[int]]:
        """List the nudges in which a factor can come in time, where others could take them all."""
        sides, rested_in = self._sides_ahead, self.rested_in
        chances = {
            factor: frozenset(
                ahead
                for ahead in range(1, left + 1)
                if rested_in.get((factor, sides[ahead]), NEVER) <= ahead
            )
            for factor, left in self._nudges_left.items()
            if left > 0
        }
        return {factor: those for factor, those in chances.items() if len(those) < len(chances)}

    @cached_property
    def _sides_ahead(self) -> list[str]:
        sides = {side for _, side in self.rested_in}
        if len(sides) == 1:
            return [*sides] * FACTOR_WINDOW
        due = SIDE_WINDOW if self.side == VIRTUAL else SIDE_WINDOW - self.recent.side_age(VIRTUAL)
        return [
            VIRTUAL if (ahead - due) % SIDE_WINDOW == 0 else PRINCIPLE
            for ahead in range(FACTOR_WINDOW)
        ]


def _most_served(chances: Sequence[frozenset[int]]) -> int:
    """Count how many can have a chance of their own, each chance serving one."""
    if not chances:
        return 0
    first, *rest = chances
    served = [1 + _most_served([those - {chance} for those in rest]) for chance in first]
    return max(served, default=_most_served(rest))
