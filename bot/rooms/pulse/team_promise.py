"""One promise of the whole team at a time: looked after, reported on, kept, changed or let go."""

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.slack.ids import MemberId


class Report(StrEnum):
    """How the team says it went, when the next results open with it."""

    KEPT = "kept"
    PARTLY = "partly"
    OPEN = "open"


class Decision(StrEnum):
    """What the team does with it then."""

    KEEP = "keep"
    CHANGE = "change"
    LET_GO = "let_go"


class PromiseRefusal(StrEnum):
    """Why a press changes nothing."""

    EMPTY = "empty"
    ONE_AT_A_TIME = "one_at_a_time"
    ALREADY_LOOKED_AFTER = "already_looked_after"
    NOBODY_LOOKS_AFTER_IT = "nobody_looks_after_it"
    NOT_REPORTED = "not_reported"
    ENDED = "ended"


@dataclass(frozen=True)
class TeamPromise:
    """A promise of the team. *keeper* pressed "I'll look after this"; no view may name them."""

    text: str
    keeper: MemberId | None = None
    report: Report | None = None
    has_ended: bool = False

    @property
    def is_running(self) -> bool:
        """Somebody looks after it, so the next results open with it."""
        return self.keeper is not None and not self.has_ended


def propose(current: TeamPromise | None, text: str) -> TeamPromise | PromiseRefusal:
    """Propose *text*; it takes the place of a proposal nobody looks after yet."""
    if current is not None and current.is_running:
        return PromiseRefusal.ONE_AT_A_TIME
    return TeamPromise(text.strip()) if text.strip() else PromiseRefusal.EMPTY


def look_after(promise: TeamPromise, presser: MemberId) -> TeamPromise | PromiseRefusal:
    """Give the promise to whoever pressed first: nobody can be assigned. Pressing twice is fine."""
    if promise.has_ended:
        return PromiseRefusal.ENDED
    if promise.keeper not in (None, presser):
        return PromiseRefusal.ALREADY_LOOKED_AFTER
    return replace(promise, keeper=presser)


def report(promise: TeamPromise, went: Report) -> TeamPromise | PromiseRefusal:
    """Say how it went; until a decision falls, a later report replaces an earlier one."""
    return _not_running(promise) or replace(promise, report=went)


def decide(
    promise: TeamPromise, decision: Decision, text: str = ""
) -> TeamPromise | PromiseRefusal:
    """Keep it for another round, change it to *text*, or let it go; whatever the report was.

    A changed promise is a new one: whoever looked after the old one hasn't agreed to it, so it
    waits for somebody to press again.
    """
    if refusal := _not_running(promise):
        return refusal
    if promise.report is None:
        return PromiseRefusal.NOT_REPORTED
    if decision is Decision.KEEP:
        return replace(promise, report=None)
    if decision is Decision.LET_GO:
        return replace(promise, has_ended=True)
    return TeamPromise(text.strip()) if text.strip() else PromiseRefusal.EMPTY


def _not_running(promise: TeamPromise) -> PromiseRefusal | None:
    if promise.has_ended:
        return PromiseRefusal.ENDED
    return None if promise.is_running else PromiseRefusal.NOBODY_LOOKS_AFTER_IT
