"""Promises to try events on: their times, their diary and the states they can be in."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

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


def ended(ending: Ending, at: datetime = AFTER) -> Promise:
    return replace(ASKED, ending=ending, ended_at=at)


def diary(*stopped: date, worked: tuple[date, ...] = ()) -> Diary:
    return Diary(zone=LONDON, week=OFFICE, stopped=frozenset(stopped), worked=frozenset(worked))


def stepped(result: Step | Refusal) -> Step:
    """Give the step an event made, which must not have been refused."""
    assert isinstance(result, Step), result
    return result


SLOT = time(9, 30)
