"""Reading one line: who, what and when."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.rooms.commitments.grammar.chinese import CHINESE
from bot.rooms.commitments.grammar.english import ENGLISH
from bot.rooms.commitments.grammar.language import Language
from bot.rooms.commitments.grammar.library import offered
from bot.rooms.commitments.grammar.masking import Masked, mask, without
from bot.rooms.commitments.grammar.model import Read, Setting, WorkWeek
from bot.rooms.commitments.grammar.plan import Plan, planned
from bot.rooms.commitments.grammar.scan import phrases

HAN = re.compile(r"[\u4e00-\u9fff]")
MAX_CHARS = 3000
MAX_PEOPLE = 5  # the first is whom the promise is to; the others stay in its text


def read(line: str, *, now: datetime, zone: str, locale: str, week: WorkWeek) -> Read:
    """Read a line as a promise.

    *now* is aware; *zone* an IANA name; *locale* as Slack gives it ("zh-CN"), for the libraries'
    turn: our own grammars go by the line's script. Never raises for a line, however odd.
    """
    if len(line) > MAX_CHARS:
        return Read(text=line, ask=True, problem="too_long")
    masked = mask(line)
    if masked.people > MAX_PEOPLE:
        return Read(text=line.strip(), ask=True, problem="too_many_people")
    setting = Setting(now.astimezone(UTC), zone, week)
    return _written(masked, _planned(masked, locale, setting), ZoneInfo(zone))


def _planned(masked: Masked, locale: str, setting: Setting) -> Plan:
    """Read by the script of the line, which needn't be that of the locale.

    Where a line mixes both, the grammar that understands more of it decides.
    """
    languages = (CHINESE, ENGLISH) if HAN.search(masked.masked) else (ENGLISH,)
    plans = [_in_language(masked.masked, language, setting) for language in languages]
    plan = max(plans, key=lambda one: one.words)
    if (apart := _apart(plans)) is not None:
        return apart
    if plan.problem != "no_time":
        return plan
    return offered(masked.masked, locale, setting) or Plan(problem="no_time")


def _apart(plans: list[Plan]) -> Plan | None:
    """Ask where each language found a time of its own, in other words: 周四 by tomorrow."""
    if len(plans) < 2 or not all(plan.readings for plan in plans):
        return None
    ends = sorted(min(plan.spans) + max(plan.spans) for plan in plans)
    if ends[0][-1] > ends[1][0]:
        return None
    readings = tuple(sorted({instant for plan in plans for instant in plan.readings}))
    return Plan(readings, spans=sum((plan.spans for plan in plans), ()), cuts=False)


def _in_language(line: str, language: Language, setting: Setting) -> Plan:
    return planned(line, phrases(line, language, setting), language, setting)


def _written(masked: Masked, plan: Plan, tz: ZoneInfo) -> Read:
    """Put together what was read; a due time without words is asked about too."""
    person = masked.person_span
    text = without(masked.line, [*(plan.spans if plan.cuts else ()), *([person] if person else [])])
    readings = tuple(instant.astimezone(tz) for instant in plan.readings)
    due = readings[0] if len(readings) == 1 and plan.cuts and not plan.is_offer else None
    problem = plan.problem or (None if text else "no_text")
    if problem == "no_time" and not text:
        problem = "no_text"
    return Read(
        text=text,
        to=masked.mentions[0].who if masked.mentions else None,
        due=due,
        grain=plan.grain if due or plan.or_recurrence else None,
        recurrence=plan.recurrence,
        or_recurrence=plan.or_recurrence,
        ask=due is None or problem is not None,
        readings=readings if due is None else (),
        problem=problem,
    )
