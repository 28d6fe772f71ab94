"""Promises to try events on: their times, their diary, their states and the events themselves."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from bot.rooms.commitments import rules
from bot.rooms.commitments.diary import Diary
from bot.rooms.commitments.rules import Ending, NewTime, Promise, Refusal, Series, Step
from tests.rooms.commitments.reading import LONDON, OFFICE

MADE = datetime(2026, 3, 2, 10, tzinfo=UTC)  # a Monday
DUE = datetime(2026, 3, 6, 17, tzinfo=UTC)  # the Friday of that week
BEFORE, AFTER = datetime(2026, 3, 4, 12, tzinfo=UTC), datetime(2026, 3, 9, 9, 30, tzinfo=UTC)
NO_WORD = datetime(2026, 3, 11, 17, tzinfo=UTC)  # three working days past due
NEW = NewTime(datetime(2026, 3, 16, 17, tzinfo=UTC), "day")
OPEN = Promise(made_at=MADE, due_at=DUE, grain="day")
ASKED = replace(OPEN, asked_at=AFTER)
WEEKLY = replace(OPEN, series=Series("FREQ=WEEKLY;BYDAY=FR", DUE, LONDON, DUE))
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SLOT = time(9, 30)


def ended(ending: Ending, at: datetime = AFTER) -> Promise:
    return replace(ASKED, ending=ending, ended_at=at)


def diary(*stopped: date, worked: tuple[date, ...] = ()) -> Diary:
    return Diary(zone=LONDON, week=OFFICE, stopped=frozenset(stopped), worked=frozenset(worked))


def stepped(result: Step | Refusal) -> Step:
    """Give the step an event made, which must not have been refused."""
    assert isinstance(result, Step), result
    return result


Press = Callable[[Promise, datetime, datetime], Step | Refusal]
DIARY = diary()
# What may happen to a promise, by itself or on a card about a due time, at some moment.
EVENTS: dict[str, Press] = {
    "check": lambda p, _, now: rules.check_ahead(p, now),
    "on track": lambda p, about, now: rules.answer_check(p, about, now, at_risk=False),
    "at risk": lambda p, about, now: rules.answer_check(p, about, now, at_risk=True),
    "ask": lambda p, _, now: rules.ask(p, now),
    "kept": lambda p, about, now: rules.keep(p, about, now, by_due=True),
    "kept late": lambda p, about, now: rules.keep(p, about, now, by_due=False),
    "not yet": lambda p, about, now: rules.say_not_yet(p, about, now),
    "move": lambda p, about, now: rules.move(p, NEW, about, now, DIARY),
    "own up": lambda p, about, now: rules.own_up(p, NEW, about, now, DIARY),
    "give up": lambda p, about, now: rules.own_up(p, None, about, now, DIARY),
    "skip": lambda p, about, now: rules.skip(p, about, now, DIARY),
    "release": lambda p, _, now: rules.release(p, now),
    "lapse": lambda p, _, now: rules.lapse(p, now, DIARY),
    "put right": lambda p, _, now: rules.correct(p, Ending.LATE, now),
}
STATES = {
    "open": (OPEN, BEFORE),
    "due": (OPEN, AFTER),
    "asked": (ASKED, AFTER),
    "not yet": (replace(ASKED, not_yet_at=AFTER), AFTER),
    "silent": (ASKED, NO_WORD),
    "on time": (ended(Ending.ON_TIME), AFTER + DAY),
    "late": (ended(Ending.LATE), AFTER + DAY),
    "owned up": (ended(Ending.OWNED_UP), AFTER + DAY),
    "no word": (ended(Ending.NO_WORD), AFTER + DAY),
    "released": (ended(Ending.RELEASED), AFTER + DAY),
}


def outcome_of(result: Step | Refusal) -> str:
    if isinstance(result, Refusal):
        return result.value
    return result.promise.ending or "open"
