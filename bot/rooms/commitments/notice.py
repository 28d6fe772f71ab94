"""When a promise is checked on, asked about and given up on, and what counts as notice."""

from datetime import datetime, time, timedelta

from bot.members.rules import local_instant
from bot.rooms.commitments.diary import Diary
from bot.rooms.commitments.grammar import Grain

NOTICE = timedelta(hours=1)  # for promises of the same day
NO_WORD_DAYS = 3  # working days past due


def notice_until(made_at: datetime, due_at: datetime, diary: Diary) -> datetime:
    """Give the last instant at which moving still is notice.

    The end of the working day before the due date; an hour ahead for a promise made after that.
    """
    eve = diary.end_of(diary.workday_before(diary.local_date(due_at)))
    return eve if made_at < eve else due_at - NOTICE


def ask_at(due_at: datetime, grain: Grain, slot: time, diary: Diary) -> datetime:
    """Give when the due question is asked: at its hour, or in the next morning's slot.

    *slot* is the person's daily wall time. A promise due at the end of a day waits for their
    next working day, one due at an hour doesn't.
    """
    if grain == "time":
        return due_at
    return local_instant(diary.workday_after(diary.local_date(due_at)), slot, diary.zone)


def check_ahead_at(
    made_at: datetime, due_at: datetime, slot: time, diary: Diary
) -> datetime | None:
    """Give the slot in which to ask whether a promise is on track; None for a short one.

    The working day before, while moving still is notice; else the day itself, if that slot
    leaves an hour.
    """
    due_on = diary.local_date(due_at)
    eve = local_instant(diary.workday_before(due_on), slot, diary.zone)
    if made_at < eve:
        return eve
    same_day = local_instant(due_on, slot, diary.zone)
    is_useful = made_at < same_day <= due_at - NOTICE
    return same_day if is_useful and diary.is_workday(due_on) else None


def no_word_at(due_at: datetime, asked_at: datetime, diary: Diary) -> datetime:
    """Give when silence ends a promise: the end of the third working day past due.

    Never before the end of the first working day after the question, which an outage may delay.
    """
    third = diary.workday_after(diary.local_date(due_at), NO_WORD_DAYS)
    return diary.end_of(max(third, diary.workday_after(diary.local_date(asked_at))))
