"""What several checks show together: one check is a mood, several are a pattern. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from bot.rooms.trustcheck.rules import FACTORS, Scores, shown, trust

QUICK, FULL = "quick", "full"
IN_A_POINT = {QUICK: 3, FULL: 1}  # checks that make one point of the pattern
TRUST = "T"


@dataclass(frozen=True)
class Taken:
    """A check of long ago or just now; *subject* None is work in general."""

    check_id: str
    form: str
    taken_at: datetime
    scores: Scores
    subject: str | None

    @property
    def about(self) -> str | None:
        """The subject by which checks belong together, however it was spelled."""
        return self.subject.strip().casefold() if self.subject else None


@dataclass(frozen=True)
class Point:
    """The middle values of a few checks (or the values of one), between two instants.

    *figures* has T and the four factors as people see them, up being good.
    """

    form: str
    first_at: datetime
    last_at: datetime
    figures: dict[str, float]


def figures(scores: Scores) -> dict[str, float]:
    return {TRUST: trust(scores), **{factor: shown(scores, factor) for factor in FACTORS}}


def points(checks: Sequence[Taken], form: str) -> list[Point]:
    """Return the pattern's points, newest first, from checks that are newest first.

    Quick checks count by threes, back from the newest: only their middle values are ever
    compared. What is left over at the far end waits for no company and is left out.
    """
    size = IN_A_POINT[form]
    same = [check for check in checks if check.form == form]
    return [_point(same[at : at + size]) for at in range(0, len(same) - size + 1, size)]


def change(checks: Sequence[Taken], form: str) -> tuple[Point, Point] | None:
    """Return the newest point and the one before it; None where there aren't two."""
    found = points(checks, form)
    return (found[0], found[1]) if len(found) > 1 else None


def until_pattern(checks: Sequence[Taken]) -> int:
    """Return how many more quick checks it takes to compare three with the three before."""
    return max(0, 2 * IN_A_POINT[QUICK] - sum(check.form == QUICK for check in checks))


def _point(checks: Sequence[Taken]) -> Point:
    all_figures = [figures(check.scores) for check in checks]
    middle = {key: median(one[key] for one in all_figures) for key in all_figures[0]}
    return Point(checks[0].form, checks[-1].taken_at, checks[0].taken_at, middle)
