"""The life of a promise: what may happen to it, and how it ends."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.rooms.commitments.diary import Diary
from bot.rooms.commitments.grammar import Grain
from bot.rooms.commitments.grammar.recurrence import next_instance
from bot.rooms.commitments.notice import no_word_at, notice_until

UNDO_WITHIN = timedelta(minutes=15)
CORRECT_WITHIN = timedelta(days=14)


class Ending(StrEnum):
    """How a promise ended; a released one was neither kept nor broken."""

    ON_TIME = "on_time"
    LATE = "late"
    OWNED_UP = "owned_up"
    NO_WORD = "no_word"
    RELEASED = "released"


CORRECTABLE = frozenset({Ending.NO_WORD, Ending.ON_TIME, Ending.LATE})
CORRECTIONS = frozenset({Ending.ON_TIME, Ending.LATE, Ending.OWNED_UP})


class Refusal(StrEnum):
    """Why an event changes nothing."""

    ENDED = "ended"
    OUTDATED = "outdated"
    NOT_DUE = "not_due"
    PAST_DUE = "past_due"
    ALREADY_ASKED = "already_asked"
    NOT_ASKED = "not_asked"
    TOO_SOON = "too_soon"
    TOO_LATE = "too_late"
    PAST = "past"
    OPEN = "is_open"
    NOT_CORRECTABLE = "not_correctable"
    NO_NEXT = "no_next"


@dataclass(frozen=True)
class Series:
    """The cadence a promise belongs to, and which of its instances the promise stands for.

    Instances keep the wall time of *first_at* in *zone*.
    """

    recurrence: str
    first_at: datetime
    zone: str
    instance_at: datetime


@dataclass(frozen=True)
class Promise:
    """Where a promise stands; instants are aware UTC.

    *moved*: the free move is used. *said_early*: owned up before it was due, on this promise.
    *checked_at* and *asked_at*: when the check ahead and the due question went out.
    """

    made_at: datetime
    due_at: datetime
    grain: Grain
    series: Series | None = None
    moved: bool = False
    said_early: bool = False
    checked_at: datetime | None = None
    at_risk: bool | None = None
    asked_at: datetime | None = None
    not_yet_at: datetime | None = None
    ended_at: datetime | None = None
    ending: Ending | None = None


@dataclass(frozen=True)
class Step:
    """What an event made of a promise, unchanged where it had happened before.

    *new* is the promise that follows: the recommitted one, or the next of a cadence.
    """

    promise: Promise
    new: Promise | None = None


@dataclass(frozen=True)
class NewTime:
    """When a promise shall be due instead; *due_at* is aware UTC."""

    due_at: datetime
    grain: Grain


def check_ahead(promise: Promise, now: datetime) -> Step | Refusal:
    """Record that the check ahead went out, once for each due time."""
    if promise.ending:
        return Refusal.ENDED
    if now >= promise.due_at:
        return Refusal.PAST_DUE
    if promise.checked_at:
        return Refusal.ALREADY_ASKED
    return Step(replace(promise, checked_at=now))


def answer_check(
    promise: Promise, about: datetime, now: datetime, *, at_risk: bool
) -> Step | Refusal:
    """Take *On track* or *At risk*; the last answer before it is due counts.

    Here and below *about* is the due time the pressed card spoke of.
    """
    if refusal := _refused(promise, about):
        return refusal
    if now >= promise.due_at:
        return Refusal.PAST_DUE
    return Step(replace(promise, at_risk=at_risk))


def ask(promise: Promise, now: datetime) -> Step | Refusal:
    """Record that the due question went out, once for each due time."""
    if promise.ending:
        return Refusal.ENDED
    if now < promise.due_at:
        return Refusal.NOT_DUE
    if promise.asked_at:
        return Refusal.ALREADY_ASKED
    return Step(replace(promise, asked_at=now))


def keep(promise: Promise, about: datetime, now: datetime, *, by_due: bool) -> Step | Refusal:
    """Take the person's word that it was done, by the due time or later, whenever they say so."""
    ending = Ending.ON_TIME if by_due else Ending.LATE
    if promise.ending is ending and about == promise.due_at:
        return Step(promise)
    if refusal := _refused(promise, about):
        return refusal
    if not by_due and now < promise.due_at:
        return Refusal.NOT_DUE
    return _ended(promise, ending, now)


def say_not_yet(promise: Promise, about: datetime, now: datetime) -> Step | Refusal:
    """Take *Not yet*: the promise stays open, for its owner to own up or to do it late."""
    if refusal := _refused(promise, about):
        return refusal
    if now < promise.due_at:
        return Refusal.NOT_DUE
    return Step(replace(promise, not_yet_at=promise.not_yet_at or now))


def move(
    promise: Promise, to: NewTime, about: datetime, now: datetime, diary: Diary
) -> Step | Refusal:
    """Move a promise: once with notice it goes on, else it ends as owned up and a new one starts.

    Bringing it forward costs nothing.
    """
    if refusal := _refused(promise, about):
        return refusal
    if to.due_at <= now:
        return Refusal.PAST
    if to.due_at <= promise.due_at:
        return Step(_judged_at(promise, to))
    has_notice = now <= notice_until(promise.made_at, promise.due_at, diary)
    if has_notice and not promise.moved:
        return Step(replace(_judged_at(promise, to), moved=True))
    return Step(_closed(promise, Ending.OWNED_UP, now), _anew(promise, to, now))


def own_up(
    promise: Promise, to: NewTime | None, about: datetime, now: datetime, diary: Diary
) -> Step | Refusal:
    """Say it won't be done in time, with a new time or without one; early, it is a credit."""
    if refusal := _refused(promise, about):
        return refusal
    said = replace(promise, said_early=promise.said_early or now < promise.due_at)
    if to is None:
        return _ended(said, Ending.OWNED_UP, now)
    return move(said, to, about, now, diary)


def skip(promise: Promise, about: datetime, now: datetime, diary: Diary) -> Step | Refusal:
    """Skip one instance of a cadence: a move to the next."""
    if refusal := _refused(promise, about):
        return refusal
    following = next_in_series(promise, now)
    if following is None or following.series is None:
        return Refusal.NO_NEXT
    skipped = replace(promise, series=following.series)
    return move(skipped, NewTime(following.due_at, following.grain), about, now, diary)


def release(promise: Promise, now: datetime) -> Step | Refusal:
    """Take "they released me"; a cadence ends with it."""
    if promise.ending is Ending.RELEASED:
        return Step(promise)
    if promise.ending:
        return Refusal.ENDED
    return Step(_closed(promise, Ending.RELEASED, now))


def may_undo(promise: Promise, now: datetime) -> Refusal | None:
    """Say why logging a promise can't be undone any more; None while it can, uncounted."""
    if promise.ending:
        return Refusal.ENDED
    return Refusal.TOO_LATE if now > promise.made_at + UNDO_WITHIN else None


def lapse(promise: Promise, now: datetime, diary: Diary) -> Step | Refusal:
    """End a promise with no word, three working days past due."""
    if promise.ending is Ending.NO_WORD:
        return Step(promise)
    if promise.ending:
        return Refusal.ENDED
    if promise.asked_at is None:
        return Refusal.NOT_ASKED
    if now < no_word_at(promise.due_at, promise.asked_at, diary):
        return Refusal.TOO_SOON
    return _ended(promise, Ending.NO_WORD, now)


def correct(promise: Promise, ending: Ending, now: datetime) -> Step | Refusal:
    """Put right how a promise ended, within 14 days; it still ended when it did."""
    if promise.ended_at is None:
        return Refusal.OPEN
    if promise.ending is ending:
        return Step(promise)
    if promise.ending not in CORRECTABLE or ending not in CORRECTIONS:
        return Refusal.NOT_CORRECTABLE
    if now > promise.ended_at + CORRECT_WITHIN:
        return Refusal.TOO_LATE
    return Step(replace(promise, ending=ending))


def next_in_series(promise: Promise, now: datetime) -> Promise | None:
    """Give the next promise of a cadence, passing over instances already gone by."""
    series = promise.series
    if series is None:
        return None
    after = max(series.instance_at, promise.due_at, now)
    due_at = next_instance(series.recurrence, series.first_at, after, series.zone)
    if due_at is None:
        return None
    return Promise(now, due_at, promise.grain, replace(series, instance_at=due_at))


def _refused(promise: Promise, about: datetime) -> Refusal | None:
    if promise.ending:
        return Refusal.ENDED
    return Refusal.OUTDATED if about != promise.due_at else None


def _closed(promise: Promise, ending: Ending, now: datetime) -> Promise:
    is_early = ending is Ending.OWNED_UP and now < promise.due_at
    return replace(promise, ending=ending, ended_at=now, said_early=promise.said_early or is_early)


def _ended(promise: Promise, ending: Ending, now: datetime) -> Step:
    return Step(_closed(promise, ending, now), next_in_series(promise, now))


def _judged_at(promise: Promise, to: NewTime) -> Promise:
    """Give the promise with its new time, to be checked on and asked about afresh."""
    return replace(
        promise,
        due_at=to.due_at,
        grain=to.grain,
        checked_at=None,
        at_risk=None,
        asked_at=None,
        not_yet_at=None,
    )


def _anew(promise: Promise, to: NewTime, now: datetime) -> Promise:
    return Promise(now, to.due_at, to.grain, promise.series)
