"""What published figures say side by side: the change, and the factor to start with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from bot.content.schema import Factor
from bot.rooms.pulse.publication import Bound, Figure, Publication
from bot.rooms.pulse.rotation import ANCHOR
from bot.rooms.pulse.similarity import MIN_DIFFERENCE, difference

MIN_CHANGE = 5  # tenths; less is "about the same"
TIES: tuple[Factor, ...] = ("I", "S", "R", "C")  # as in the trust check


class Direction(StrEnum):
    """Where the anchor went; HIDDEN where so few came or went that it would speak of them."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    HIDDEN = "hidden"


@dataclass(frozen=True)
class Change:
    """How far the anchor went, in *tenths*; *is_at_least* where a closed end hides the rest."""

    direction: Direction
    tenths: int = 0
    is_at_least: bool = False


def last_comparable(current: Publication, earlier: Sequence[Publication]) -> Publication | None:
    """Return the latest of *earlier* (oldest first) of *current*'s kind: pools go with pools."""
    alike = (past for past in reversed(earlier) if past.is_pool == current.is_pool)
    return next(alike, None)


def change(current: Publication, previous: Publication) -> Change:
    """Compare the anchors as published, never what lies behind them.

    Raises:
        ValueError: a pool and a single poll, which aren't comparable.
    """
    if current.is_pool != previous.is_pool:
        raise ValueError("pools are compared with pools")
    moved = difference(current.asked, previous.asked)
    if moved.most > 0 and moved.least < MIN_DIFFERENCE:
        return Change(Direction.HIDDEN)
    return _between(previous.figures[ANCHOR], current.figures[ANCHOR])


def _between(before: Figure, after: Figure) -> Change:
    tenths = after.tenths - before.tenths
    if abs(tenths) < MIN_CHANGE:
        return Change(Direction.SAME)
    is_at_least = {before.bound, after.bound} != {Bound.POINT}
    return Change(Direction.UP if tenths > 0 else Direction.DOWN, abs(tenths), is_at_least)


def standing(bank: Sequence[str], published: Iterable[tuple[str, Figure]]) -> Fraction | None:
    """Average a factor over a full rotation, in tenths; None until its whole *bank* has figures.

    *published* holds the factor's statements with their figures, single polls only, oldest first;
    the latest figure of each statement counts. Gaps only make the rotation longer.
    """
    latest = dict(published)
    if not all(statement in latest for statement in bank):
        return None
    return Fraction(sum(latest[statement].tenths for statement in bank), len(bank))


def factor_to_start_with(standings: Mapping[Factor, Fraction | None], poll: int) -> Factor:
    """Choose the factor for the results' practice: the lowest, ties in the order I, S, R, C.

    Until every factor has a standing they take turns by *poll* (its number, from 1): single
    statements aren't comparable, so a weaker answer to one says nothing about its factor.
    """
    known = {factor: value for factor, value in standings.items() if value is not None}
    if set(known) != set(TIES):
        return TIES[(poll - 1) % len(TIES)]
    return min(TIES, key=lambda factor: known[factor])
