"""From what a line says about time to the instants it may mean."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.rooms.commitments.grammar import days, hours
from bot.rooms.commitments.grammar.facts import Day, Facts, Part
from bot.rooms.commitments.grammar.model import Grain, Problem, Setting

DAYBREAK = time(5)
# What may still be meant when its hour is past: "today" said after work, "tonight" said late.
LAST_TODAY = (None, Part.WORK_END, Part.DUSK, Part.EVENING, Part.NIGHT)
FURTHEST = timedelta(days=5 * 366)


@dataclass(frozen=True)
class Moments:
    """The UTC instants some words may mean, earliest first; one where they are clear."""

    readings: tuple[datetime, ...] = ()
    grain: Grain = "day"
    problem: Problem | None = None


def resolve(facts: Facts, setting: Setting) -> Moments:
    """Give the instants after now that the facts may mean, or what is wrong with them."""
    if facts.problem or facts.past:
        return Moments(problem=facts.problem or "past")
    try:
        return _checked(_instants(facts, setting), grain_of(facts), setting)
    except (OverflowError, ValueError):  # past the calendar's end
        return Moments(problem="too_far")


def grain_of(facts: Facts) -> Grain:
    """Say whether an hour was said, or only a date: "end of day" says no more than a date."""
    is_hour = facts.clock or facts.after or facts.part not in (None, Part.WORK_END)
    return "time" if is_hour else "day"


def _checked(instants: set[datetime], grain: Grain, setting: Setting) -> Moments:
    if not any(instant > setting.now for instant in instants):
        return Moments(problem="past")
    furthest = setting.now + FURTHEST
    near = sorted(instant for instant in instants if setting.now < instant <= furthest)
    return Moments(tuple(near), grain) if near else Moments(problem="too_far")


def _instants(facts: Facts, setting: Setting) -> set[datetime]:
    if facts.after is not None:
        # Elapsed time isn't wall time: across a clock change two hours stay two hours.
        then = setting.now.replace(second=0, microsecond=0) + facts.after
        return {then} if then > setting.now else set()
    found: set[datetime] = set()
    day = day_of(facts, setting)
    for said in day.dates:
        for minutes in minutes_of(facts, setting):
            instant = _ahead(said, minutes, day.later, facts, setting)
            if instant is not None:
                found.add(instant)
    week, wall = setting.week, setting.wall.time()
    is_after_work = not facts.has_day and week.start <= week.end <= wall
    # In the evening "at 8" may well be tonight: then it is asked about.
    return found if found and not is_after_work else found | _other_half_ahead(facts, day, setting)


def _ahead(
    said: date, minutes: int, later: date | None, facts: Facts, setting: Setting
) -> datetime | None:
    """Give the instant if it is still to come, else its later substitute, if there is one."""
    instant = _at(said, minutes, facts, setting)
    if instant > setting.now:
        return instant
    if later is not None:
        return _at(later, minutes, facts, setting)
    if said == setting.today and facts.clock is None and facts.part in LAST_TODAY:
        return _at(said, hours.LAST_MINUTE, facts, setting)
    return None


def _other_half_ahead(facts: Facts, day: Day, setting: Setting) -> set[datetime]:
    """Read "today at 10", said in the afternoon, as ten in the evening."""
    if facts.clock is None or facts.part is not None:
        return set()
    halves = (hours.other_half(facts.clock, m) for m in minutes_of(facts, setting))
    instants = (
        _at(said, half, facts, setting) for said in day.dates for half in halves if half is not None
    )
    return {instant for instant in instants if instant > setting.now}


def _at(said: date, minutes: int, facts: Facts, setting: Setting) -> datetime:
    return hours.at_minutes(said, minutes, facts.zone or setting.zone)


def minutes_of(facts: Facts, setting: Setting) -> tuple[int, ...]:
    """Give the minutes from midnight that may be meant; without an hour, the end of work."""
    clocks = [clock for clock in (facts.clock, facts.or_clock) if clock is not None]
    if clocks:
        choices = (hours.choices(clock, facts.part, setting.week) for clock in clocks)
        return tuple(minutes for choice in choices for minutes in choice)
    return (hours.end_of_part(facts.part or Part.WORK_END, setting.week),)


def day_of(facts: Facts, setting: Setting) -> Day:
    """Give the dates that may be meant; with no date said, today, or tomorrow once past."""
    today = setting.today
    if facts.day is not None:
        return _agreeing(facts.day, facts.weekday, today)
    if facts.weeks is not None:
        weekday = facts.weekday
        weekday = days.last_workday(setting.week) if weekday is None else weekday
        begins = days.in_week(today, facts.weeks, 0) if facts.weekday is None else None
        return Day((days.in_week(today, facts.weeks, weekday),), begins=begins)
    if facts.weekday is not None:
        return Day((days.next_weekday(today, facts.weekday),))
    tomorrow = today + days.ONE_DAY
    if facts.part is Part.MORNING and facts.clock is None and setting.wall.time() >= DAYBREAK:
        return Day((tomorrow,))  # "in the morning", said in the morning, is the next one
    if facts.part in (Part.WORK_START, Part.WORK_END):
        tomorrow = days.workdays_after(today, 1, setting.week)  # where there is work to end
    return Day((today,), later=tomorrow)


def _agreeing(day: Day, weekday: int | None, today: date) -> Day:
    """Hold a date against a weekday named with it; where they differ, both are readings."""
    if weekday is None:
        return day
    agreed = tuple(d for d in (*day.dates, day.later) if d and d.weekday() == weekday)
    return Day(agreed) if agreed else Day((*day.dates, days.next_weekday(today, weekday)))
