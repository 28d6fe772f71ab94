"""From the phrases found in a line to when the promise is due, once or again and again."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.rooms.commitments.grammar.alternatives import alternatives
from bot.rooms.commitments.grammar.facts import Day, Facts
from bot.rooms.commitments.grammar.hours import LAST_MINUTE, MIDNIGHT
from bot.rooms.commitments.grammar.language import Language, leading
from bot.rooms.commitments.grammar.model import Grain, Problem, Setting
from bot.rooms.commitments.grammar.recurrence import (
    end_of_date,
    first_instance,
    never_comes,
    rrule_text,
)
from bot.rooms.commitments.grammar.resolve import (
    FURTHEST,
    day_of,
    grain_of,
    minutes_of,
    resolve,
)
from bot.rooms.commitments.grammar.scan import Phrase

Span = tuple[int, int]
CLAUSE_ENDS = re.compile(r"[,，;；。]")
# Dec 3 or 4: which?
OR_FIGURE = re.compile(r"\s*(?:(?:or|或者?|还是)\s*\d|and\s+\d\d?\s*$)", re.IGNORECASE)


@dataclass(frozen=True)
class Plan:
    """When a promise is due: one reading where the line is clear; *spans* are its words.

    An offer is a reading to be asked about. *cuts* is false where the text keeps those words.
    """

    readings: tuple[datetime, ...] = ()
    grain: Grain | None = None
    recurrence: str | None = None
    or_recurrence: str | None = None
    spans: tuple[Span, ...] = ()
    problem: Problem | None = None
    is_offer: bool = False
    cuts: bool = True

    @property
    def words(self) -> int:
        """How much of the line was understood, in characters."""
        return sum(end - start for start, end in self.spans)


def planned(line: str, found: list[Phrase], language: Language, setting: Setting) -> Plan:
    """Weigh the phrases of a line against each other."""
    plan = _weighed(line, found, language, setting)
    is_doubtful = any(phrase.is_doubtful for phrase in found)
    return replace(plan, is_offer=True) if is_doubtful else plan


def _weighed(line: str, found: list[Phrase], language: Language, setting: Setting) -> Plan:
    if any(phrase.facts.rule for phrase in found):
        return _recurring(line, found, language, setting)
    if said := alternatives(line, found, language):
        return _one_of(line, found, said, language, setting)
    times = [phrase for phrase in found if not _is_limit(line, phrase, language)]
    to_come = [phrase for phrase in times if not phrase.facts.past] or times[:1]
    plan = _once(_day_and_hour(line, to_come) or to_come, setting)
    is_one_of_two = any(OR_FIGURE.match(line, phrase.words_end) for phrase in to_come)
    return replace(plan, cuts=False) if is_one_of_two else plan


def _is_limit(line: str, phrase: Phrase, language: Language) -> bool:
    """Say whether a time is none to be done by: "from Monday", "move the call to Friday"."""
    is_target = leading(language.towards, line, phrase.words_start) is not None
    is_start = _starting(line, phrase, language) is not None
    return phrase.facts.only_limits or is_target or is_start


def _one_of(
    line: str, found: list[Phrase], said: list[Facts], language: Language, setting: Setting
) -> Plan:
    """Ask which of several times is meant."""
    moments = [resolve(facts, setting) for facts in said]
    readings = tuple(sorted({instant for one in moments for instant in one.readings}))
    start = (_starting(line, found[0], language) or found[0].span)[0]
    spans = ((start, found[-1].end),)
    problem = None if readings else moments[0].problem
    return Plan(readings, moments[0].grain, spans=spans, problem=problem, is_offer=True)


def _day_and_hour(line: str, found: list[Phrase]) -> list[Phrase] | None:
    """Join a day and an hour said apart: "tomorrow send the deck by 3pm".

    An hour of today's is none of a day in the next clause: 下午开会，明天交纪要.
    """
    if len(found) != 2:
        return None
    first, second = (phrase.facts for phrase in found)
    if first.only_hour and CLAUSE_ENDS.search(line, found[0].end, found[1].start):
        return None
    is_split = (first.only_day and second.only_hour) or (first.only_hour and second.only_day)
    facts = first.merged(second) if is_split else None
    return [replace(phrase, facts=facts) for phrase in found] if facts else None


def _once(found: list[Phrase], setting: Setting) -> Plan:
    """Resolve phrases that all say when; more than one time is asked about."""
    if not found:
        return Plan(problem="no_time")
    spans = tuple(phrase.span for phrase in found)
    moments = [resolve(facts, setting) for facts in {phrase.facts for phrase in found}]
    readings = tuple(sorted({instant for one in moments for instant in one.readings}))
    if len(moments) == 1:
        return Plan(readings, moments[0].grain, spans=spans, problem=moments[0].problem)
    if len(readings) == 1 and all(one.problem is None for one in moments):
        return Plan(readings, moments[0].grain, spans=spans)  # the same time, said twice
    # Which of the times the words belong to isn't known: the text keeps them all.
    return Plan(readings, problem=None if readings else moments[0].problem, spans=spans, cuts=False)


def _recurring(line: str, found: list[Phrase], language: Language, setting: Setting) -> Plan:
    """Bring together a recurrence, its hour and its limits, wherever they stand."""
    facts = Facts()
    spans: list[Span] = []
    for phrase in found:
        if phrase.facts.past and not leading(language.until, line, phrase.words_start):
            continue  # "every Friday send last week's figures"
        said, span = _within_recurrence(line, phrase, language, setting)
        both = facts.merged(said)
        if both is None:
            return Plan(problem="unreadable")
        facts = both
        spans.append(span)
    if _is_limited_unread(line, spans, language):
        return Plan(problem="unreadable", spans=tuple(spans))
    try:
        return replace(_expanded(facts, setting), spans=tuple(spans))
    except (OverflowError, ValueError):  # past the calendar's end
        return Plan(problem="too_far")


def _is_limited_unread(line: str, spans: list[Span], language: Language) -> bool:
    """Say whether a recurrence has a limit that wasn't understood: "until Easter"."""
    limits = (limit.start() for limit in language.loose_limit.finditer(line))
    return any(not any(start <= at < end for start, end in spans) for at in limits)


def _within_recurrence(
    line: str, phrase: Phrase, language: Language, setting: Setting
) -> tuple[Facts, Span]:
    """Read a date led to by "until" or "starting" as a limit of the recurrence."""
    facts = phrase.facts
    if not facts.has_day:
        return facts, phrase.span
    day = day_of(facts, setting)
    start = _starting(line, phrase, language)
    lead = leading(language.until, line, phrase.words_start)
    if (start or lead) and len(day.dates) > 1 and day.begins is None:
        return Facts(problem="unreadable"), phrase.span  # until 3/5: which?
    if start is not None:
        return Facts(starting=day.begins or day.dates[0]), start
    if lead is not None:
        is_included = language.through.match(lead[0]) is not None
        until = _last_date(day, setting.today, is_included=is_included)
        return Facts(until=until), (lead.start(), phrase.end)
    if facts.only_day and day.begins is not None and day.begins <= setting.today:
        return Facts(until=max(day.dates)), phrase.span  # every day this week
    return facts, phrase.span


def _last_date(day: Day, today: date, *, is_included: bool) -> date:
    """Give the day before a month or week begins for "until March", its end for "through"."""
    if is_included or day.begins is None or day.begins <= today:
        return max(day.dates)
    return day.begins - timedelta(days=1)


def _starting(line: str, phrase: Phrase, language: Language) -> Span | None:
    """Give the whole of "from Monday" or "Monday onwards", where a phrase is part of one."""
    lead = leading(language.starting, line, phrase.words_start)
    after = language.starting_after.match(line, phrase.words_end)
    if lead is None and after is None:
        return None
    return (lead.start() if lead else phrase.start, after.end() if after else phrase.end)


def _expanded(facts: Facts, setting: Setting) -> Plan:
    """Expand the rule: none to come within five years is refused."""
    is_limited_twice = facts.times and (facts.until or facts.lasting)
    if facts.rule is None or facts.problem or is_limited_twice or facts.zone:
        return Plan(problem=facts.problem or "unreadable")
    if never_comes(facts.rule):
        return Plan(problem="never")
    due = []
    recurrence = rrule_text(facts.rule, times=facts.times)
    starting = facts.starting or setting.today
    for minutes in minutes_of(facts, setting):
        at = _wall_time(minutes)
        first = first_instance(recurrence, at, starting, setting.now, setting.zone)
        if first is None or first > setting.now + FURTHEST:
            return Plan(problem="never")
        due.append(first)
    until = _until(facts, due[0], setting)
    if until is not None:
        limit = end_of_date(until, setting.zone)
        recurrence = rrule_text(facts.rule, times=facts.times, until=limit)
        if due[0] > limit:
            return Plan(problem="never")
    plan = Plan(tuple(sorted(due)), grain_of(facts), recurrence)
    if facts.or_rule is None:
        return plan
    other = _expanded(replace(facts, rule=facts.or_rule, or_rule=None), setting)
    return replace(plan, or_recurrence=other.recurrence, is_offer=True)


def _wall_time(minutes: int) -> time:
    """Give a wall time that lies on the day itself, as a rule's instances must."""
    last = LAST_MINUTE if minutes == MIDNIGHT else minutes % MIDNIGHT
    return time(*divmod(last, 60))


def _until(facts: Facts, first: datetime, setting: Setting) -> date | None:
    if facts.lasting is not None:
        return first.astimezone(setting.tz).date() + timedelta(days=facts.lasting - 1)
    return facts.until
