"""Looking ahead: which factors can still come in time, whatever is shown now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.rooms.nudges.recent import NEVER, Recent

PRINCIPLE = "principle"
VIRTUAL = "virtual"
SIDE_WINDOW = 5  # four principle and one virtual
FACTOR_WINDOW = 10  # every factor at least once
OUTLOOKS_KEPT = 10_000  # people stand alike more often than not

Missed = Mapping[str, tuple[int, int]]


def missed_after(recent: Recent, rested_in: Mapping[tuple[str, str], int], side: str) -> Missed:
    """Give for each factor that may be shown now how many others are lacking, or in danger.

    Lacking: not among the ten that end now. In danger: can't all come before their ten are
    over, for each needs a nudge of its own, of a side it then has a rested practice for.

    *rested_in* gives, for each factor and side on offer, in how many nudges (0 is the one
    being chosen) a practice of theirs will have rested; *side* is that of the one being chosen.
    """
    left = {factor: FACTOR_WINDOW - recent.factor_age(factor) for factor, _ in rested_in}
    virtual_due = SIDE_WINDOW if side == VIRTUAL else SIDE_WINDOW - recent.side_age(VIRTUAL)
    return _missed(
        tuple((factor, max(0, nudges)) for factor, nudges in sorted(left.items())),
        tuple(sorted(rested_in.items())),
        virtual_due % SIDE_WINDOW,
    )


@lru_cache(OUTLOOKS_KEPT)
def _missed(
    nudges_left: tuple[tuple[str, int], ...],
    rested_in: tuple[tuple[tuple[str, str], int], ...],
    virtual_due: int,
) -> Missed:
    outlook = _Outlook(dict(nudges_left), dict(rested_in), virtual_due)
    return {factor: outlook.missed_with(factor) for factor, _ in nudges_left}


@dataclass(frozen=True)
class _Outlook:
    """The nudges to come, of which one in five, number *virtual_due* first, is virtual.

    *nudges_left* says for each factor on offer in how many of them it must come.
    """

    nudges_left: Mapping[str, int]
    rested_in: Mapping[tuple[str, str], int]
    virtual_due: int

    def missed_with(self, factor: str) -> tuple[int, int]:
        lacking = sum(left == 0 for other, left in self.nudges_left.items() if other != factor)
        scarce = [chances for other, chances in self._scarce.items() if other != factor]
        return lacking, len(scarce) - _most_served(scarce)

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
            for factor, left in self.nudges_left.items()
            if left > 0
        }
        return {factor: those for factor, those in chances.items() if len(those) < len(chances)}

    @cached_property
    def _sides_ahead(self) -> list[str]:
        sides = {side for _, side in self.rested_in}
        if len(sides) == 1:
            return [*sides] * FACTOR_WINDOW
        return [
            VIRTUAL if (ahead - self.virtual_due) % SIDE_WINDOW == 0 else PRINCIPLE
            for ahead in range(FACTOR_WINDOW)
        ]


def _most_served(chances: Sequence[frozenset[int]]) -> int:
    """Count how many can have a chance of their own, each chance serving one."""
    if not chances:
        return 0
    first, *rest = chances
    served = [1 + _most_served([those - {chance} for those in rest]) for chance in first]
    return max(served, default=_most_served(rest))
