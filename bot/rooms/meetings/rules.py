"""How a virtual meeting is put together, minute by minute. Pure."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from bot.content import Interaction, Meetings
from bot.content.schema import Moment

SHORTEST, LONGEST = 5, 240  # minutes
FEWEST, MOST = 2, 500  # people
USUAL_PEOPLE = 6
TALK_MINUTES = 5  # nobody presents for longer
DIGEST_EVERY = 3  # after so many interactions, a pause to digest
BREAK_EVERY = 60  # minutes without a real break
BREAK_MINUTES = 10
BREAK_LEFT = 25  # no break this close to the end

Sort = Literal["open", "talk", "do", "digest", "break", "close"]


@dataclass(frozen=True)
class Order:
    """What a plan follows from; the same order gives the same plan. *version* is any number."""

    minutes: int
    people: int = USUAL_PEOPLE
    version: int = 0

    def __post_init__(self) -> None:
        if not SHORTEST <= self.minutes <= LONGEST or not FEWEST <= self.people <= MOST:
            raise ValueError(f"no meeting of {self.minutes} minutes with {self.people} people")


@dataclass(frozen=True)
class Part:
    """A stretch of the meeting; *start* counts minutes from its beginning, *id* is the content's.

    Talk and breaks have neither id nor text.
    """

    sort: Sort
    start: int
    minutes: int
    id: str = ""
    text: str = ""


def plan_meeting(order: Order, meetings: Meetings) -> list[Part]:
    """Lay out the meeting: its parts follow on each other and fill it exactly.

    No interaction comes twice, each fits the group, and each differs from the one before in tool
    and factor as far as what is left allows. Once none is left, pauses keep the talk short.
    """
    return [*_Planner(order, meetings).parts()]


@dataclass
class _Planner:
    order: Order
    meetings: Meetings
    used: list[Interaction] = field(default_factory=list)

    def __post_init__(self) -> None:
        chance = random.Random(self.order.version)  # noqa: S311  # variety, not a secret
        self._pool = [one for one in self.meetings.interactions if fits(one, self.order.people)]
        self._digests = list(self.meetings.digests)
        for deck in (self._pool, self._digests):
            chance.shuffle(deck)
        self._opener = _choose(self.meetings.openers, max(2, self.order.minutes // 10), chance)
        self._closer = _choose(self.meetings.closers, max(2, self.order.minutes // 8), chance)
        self._pauses = 0

    def parts(self) -> Iterator[Part]:
        opener, closer = self._opener, self._closer
        yield Part("open", 0, opener.minutes, opener.id, opener.text)
        end = self.order.minutes - closer.minutes
        yield from self._body(opener.minutes, end)
        yield Part("close", end, closer.minutes, closer.id, closer.text)

    def _body(self, at: int, end: int) -> Iterator[Part]:
        last_break = 0
        since_pause = 0
        while at < end:
            if at - last_break >= BREAK_EVERY and end - at >= BREAK_LEFT:
                yield Part("break", at, BREAK_MINUTES)
                at = last_break = at + BREAK_MINUTES
            talk = min(TALK_MINUTES, end - at)
            yield Part("talk", at, talk)
            at += talk
            activity = self._activity(at, end - at, pause=since_pause >= DIGEST_EVERY)
            if activity is not None:
                yield activity
                at += activity.minutes
                since_pause = 0 if activity.sort == "digest" else since_pause + 1

    def _activity(self, at: int, left: int, *, pause: bool) -> Part | None:
        """Return what follows a stretch of talk; None when the meeting's body is full."""
        chosen = None if pause else self._interaction(left)
        if chosen is not None:
            self._pool.remove(chosen)
            self.used.append(chosen)
            return Part("do", at, chosen.minutes, chosen.id, chosen.text)
        if left <= 0:
            return None
        digest = self._digests[self._pauses % len(self._digests)]
        self._pauses += 1
        return Part("digest", at, min(digest.minutes, left), digest.id, digest.text)

    def _interaction(self, left: int) -> Interaction | None:
        """Return the fitting one that brings most variety; of equals, the first of the deck."""
        fitting = [one for one in self._pool if one.minutes <= left]
        tools = Counter(one.tool for one in self.used)
        factors = Counter(one.factor for one in self.used)
        last = self.used[-1] if self.used else None

        def sameness(one: Interaction) -> tuple[int, int, int]:
            repeats_tool = last is not None and last.tool == one.tool
            repeats_factor = last is not None and last.factor == one.factor
            return (2 * repeats_tool + repeats_factor, factors[one.factor], tools[one.tool])

        return min(fitting, key=sameness, default=None)


def fits(one: Interaction, people: int) -> bool:
    """Say whether a group of this size can do it."""
    return one.people_min <= people and (one.people_max is None or people <= one.people_max)


def _choose(moments: Sequence[Moment], most: int, chance: random.Random) -> Moment:
    """Return a moment of at most *most* minutes, else the shortest one, cut to them."""
    short = [one for one in moments if one.minutes <= most]
    if short:
        return chance.choice(short)
    shortest = min(moments, key=lambda one: one.minutes)
    return shortest.model_copy(update={"minutes": most})
