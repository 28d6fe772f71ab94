"""From tallies to what everybody may read: coarse figures that can't be turned back."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.rooms.pulse.ballots import Tally, answers_in
from bot.slack.ids import MemberId

MIN_ANSWERS = 5  # a team may ask for more, never for fewer
MIN_WAITING = 3  # fewer are deleted: a pool of pairs would be a dialogue
MIN_COMMENTED = 8
MIN_DENOMINATOR = 10  # people asked; "6 of 7" would point at the one who didn't

LOW_END = 15  # tenths: published as "1.5 or less"
HIGH_END = 45  # tenths: published as "4.5 or more"
STEPS = ((12, 1), (MIN_ANSWERS, 5))  # from so many answers on, figures go in so many tenths


class Bound(StrEnum):
    """Whether a figure is a point or a closed end, behind which all extremes look alike."""

    POINT = "point"
    OR_LESS = "or_less"
    OR_MORE = "or_more"


@dataclass(frozen=True, order=True)
class Figure:
    """A published mean in *tenths*, from 15 to 45; the only form a mean leaves this room in."""

    tenths: int

    def __post_init__(self) -> None:
        if not LOW_END <= self.tenths <= HIGH_END:
            raise ValueError(f"{self.tenths} tenths lie beyond the closed ends")

    @property
    def bound(self) -> Bound:
        return {LOW_END: Bound.OR_LESS, HIGH_END: Bound.OR_MORE}.get(self.tenths, Bound.POINT)


def figure(answers: int, total: int) -> Figure:
    """Round the mean of *answers* scores that sum to *total*: half up, then closed at both ends.

    Integers only, so that no platform rounds otherwise.

    Raises:
        ValueError: fewer than five answers (nothing is published), or an impossible total.
    """
    if answers < MIN_ANSWERS:
        raise ValueError(f"nothing is published from {answers} answers")
    if not answers <= total <= 5 * answers:
        raise ValueError("no such scores")
    step = next(tenths for least, tenths in STEPS if answers >= least)
    rounded = step * ((20 * total + step * answers) // (2 * step * answers))
    return Figure(max(LOW_END, min(HIGH_END, rounded)))


class Fate(StrEnum):
    """What becomes of a poll's answers when it closes."""

    PUBLISH = "publish"
    WAIT = "wait"
    DELETE = "delete"


def checked_minimum(minimum: int) -> int:
    """Return *minimum* if a team may ask for it. Raises: ValueError below five."""
    if minimum < MIN_ANSWERS:
        raise ValueError(f"the minimum count can be raised, never below {MIN_ANSWERS}")
    return minimum


def fate(answers: int, minimum: int) -> Fate:
    """Decide at closing: from *minimum* on published, from three on into the pool, else deleted."""
    if answers >= checked_minimum(minimum):
        return Fate.PUBLISH
    return Fate.WAIT if answers >= MIN_WAITING else Fate.DELETE


def has_enough(answers: int, minimum: int) -> bool:
    """Say all that may be said of an open poll, at reminder time: enough, or not enough yet."""
    return fate(answers, minimum) is Fate.PUBLISH


@dataclass(frozen=True)
class Publication:
    """All that is ever shown of a poll or a pool: message, thread, chart, its words and the file.

    *figures* by what was asked (the anchor, a factor). *asked* is the audience frozen at opening,
    for a pool everybody asked in any of its polls; it is compared, never shown.
    """

    answers: int
    figures: Mapping[str, Figure]
    asked: frozenset[MemberId]
    is_pool: bool = False

    @property
    def out_of(self) -> int | None:
        """How many were asked; None under ten people, and for a pool (people count twice)."""
        return None if self.is_pool or len(self.asked) < MIN_DENOMINATOR else len(self.asked)


def publish(
    tallies: Mapping[str, Tally], asked: frozenset[MemberId], minimum: int
) -> Publication | None:
    """Publish one poll's *tallies*; None unless *minimum* answers came.

    Raises:
        ValueError: tallies that disagree on the number of answers, or a minimum below five.
    """
    answers = answers_in(tallies)
    if fate(answers, minimum) is not Fate.PUBLISH:
        return None
    return Publication(answers, figures_of(tallies), asked)


def figures_of(tallies: Mapping[str, Tally]) -> dict[str, Figure]:
    """Round each tally. Raises: ValueError for one with fewer than five answers."""
    return {asked: figure(tally.answers, tally.total) for asked, tally in tallies.items()}


def may_show_comments(publication: Publication, *, has_comments: bool) -> bool:
    """Tell whether comments may follow: a single poll that had them on, and eight answers."""
    return has_comments and not publication.is_pool and publication.answers >= MIN_COMMENTED
