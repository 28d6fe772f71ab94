"""From a line, or a filled-in form, to a promise somebody wants to make. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.members.mention import still_here
from bot.members.reader import Reader
from bot.members.rules import local_instant
from bot.rooms.commitments.diary import Diary
from bot.rooms.commitments.grammar import Read
from bot.rooms.commitments.grammar.recurrence import (
    MONTH_END,
    monthly_on_day,
    on_workdays,
    rrule_text,
    weekly,
)
from bot.rooms.commitments.record import Told, Wanted
from bot.rooms.commitments.typed import as_typed

Repeats = Literal["never", "workdays", "weekly", "biweekly", "monthly"]
REPEATS: tuple[Repeats, ...] = ("never", "workdays", "weekly", "biweekly", "monthly")
FURTHEST = timedelta(days=5 * 366)
ONESELF = ("@me", "@myself", "@我", "@自己")
MAX_CHARS = 3000  # Slack: plain_text_input


@dataclass(frozen=True)
class Draft:
    """What a form is filled in with; *problem* says why it opened, *readings* what may be meant.

    Where two rhythms may be meant, *or_recurrence* is the other one.

    *day* and *at* are wall times of the person's zone; *rest* is what doesn't fit into the field.
    """

    text: str = ""
    to: str | None = None
    day: date | None = None
    at: time | None = None
    recurrence: str | None = None
    or_recurrence: str | None = None
    link: str | None = None
    readings: tuple[datetime, ...] = ()
    problem: str | None = None
    rest: str = ""


@dataclass(frozen=True)
class Entered:
    """What came back from a form."""

    text: str
    to: str | None
    day: date | None
    at: time | None
    repeats: str
    reading: datetime | None = None


@dataclass(frozen=True)
class Problem:
    """What is wrong with a form: which field, and the message that says so."""

    field: Literal["text", "day", "at", "to"]
    message_id: str


def wanted_in(read: Read, who: Reader) -> Wanted | None:
    """Return the promise a line of *who* holds; None where it must be asked about."""
    if read.ask or read.due is None or read.grain is None:
        return None
    to, text = addressed(read, who)
    return Wanted(text, read.due, read.grain, to, read.recurrence)


def draft_of(read: Read, who: Reader) -> Draft:
    """Return a form filled in with what was understood of a line of *who*."""
    to, text = addressed(read, who)
    first = read.readings[0] if read.or_recurrence else read.due  # alike in both rhythms
    local = first.astimezone(ZoneInfo(who.zone)) if first else None
    readings = () if read.or_recurrence else read.readings
    doubt = "two_rhythms" if read.or_recurrence else "two_readings" if readings else None
    return Draft(
        text[:MAX_CHARS],
        to,
        day=local.date() if local else None,
        at=local.time() if local and read.grain == "time" else None,
        recurrence=read.recurrence,
        or_recurrence=read.or_recurrence,
        readings=readings,
        problem=read.problem or doubt,
        rest=text[MAX_CHARS:],
    )


def addressed(read: Read, who: Reader) -> tuple[str | None, str]:
    """Return whom a line of *who* addresses, by id, and its text; a mere name stays in the text."""
    text = as_typed(read.text)
    if read.to is not None and read.to.lower() in ONESELF:
        return who.member, text
    if read.to is None or not read.to.startswith("@"):
        return read.to, text
    return None, f"{read.to} {text}".strip()


def draft_again(promise: Told, zone: str) -> Draft:
    """Return a form filled in with a promise as it stands."""
    local = promise.due_at.astimezone(ZoneInfo(zone))
    at = local.time() if promise.grain == "time" else None
    return Draft(
        promise.text,
        still_here(promise.to),
        local.date(),
        at,
        promise.repeats,
        link=promise.link,
    )


def wanted_from(
    entered: Entered,
    read: Mapping[str, str | None],
    link: str | None,
    diary: Diary,
    now: datetime,
) -> Wanted | Problem:
    """Return the promise a form holds, or what is wrong with it.

    *read* holds the recurrences that the line's own choices stand for.
    """
    if not entered.text:
        return Problem("text", "commitments-form-no-text")
    if len(entered.text) > MAX_CHARS:
        return Problem("text", "commitments-form-too-long")
    chosen = time_from(entered.day, entered.at, diary, now, entered.reading)
    if isinstance(chosen, Problem):
        return chosen
    due_at, has_hour = chosen
    on = diary.local_date(due_at)
    recurrence = read.get(entered.repeats) or rule_for(entered.repeats, on, diary)
    return Wanted(entered.text, due_at, "time" if has_hour else "day", entered.to, recurrence, link)


def time_from(
    day: date | None, at: time | None, diary: Diary, now: datetime, reading: datetime | None = None
) -> tuple[datetime, bool] | Problem:
    """Return the instant chosen (UTC) and whether an hour was; else it is the end of that day."""
    if reading is not None:
        due_at = reading.astimezone(UTC)
        has_hour = due_at != diary.end_of(diary.local_date(due_at))
    elif day is None:
        return Problem("day", "commitments-form-no-day")
    else:
        has_hour = at is not None
        due_at = local_instant(day, at, diary.zone) if at is not None else diary.end_of(day)
    if due_at <= now:
        return Problem(
            "at" if has_hour and day == diary.local_date(now) else "day", "commitments-form-past"
        )
    if due_at > now + FURTHEST:
        return Problem("day", "commitments-form-too-far")
    return due_at, has_hour


def rule_for(repeats: str, on: date, diary: Diary) -> str | None:
    """Return the RRULE of a choice in the form, for a first instance on a local date."""
    match repeats:
        case "workdays":
            return rrule_text(on_workdays(sorted(diary.week.days)))
        case "weekly":
            return rrule_text(weekly([on.weekday()]))
        case "biweekly":
            return rrule_text(weekly([on.weekday()], 2))
        case "monthly":
            is_last = (on + timedelta(days=1)).month != on.month
            return rrule_text(monthly_on_day(MONTH_END if is_last else on.day))
    return None
