"""What people set, one transaction each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.deps import Deps
from bot.errors import UserError
from bot.members import store as members
from bot.members.reader import Reader
from bot.members.schedule import reschedule, slot_after
from bot.members.tables import Member
from bot.rooms.preferences.choices import Choices, changed, choices_of, mark_of, write_choices
from bot.rooms.preferences.grammar import Unreadable
from bot.rooms.preferences.rules import Past, TooLong, pause_ends

AN_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True)
class Standing:
    """Where somebody stands; instants are aware UTC, *next_at* the first slot they hear from us.

    slowed: what nudges did by themselves, weekly or pause; empty for nothing.
    """

    choices: Choices
    next_at: datetime | None
    paused_until: datetime | None
    slowed: str


@dataclass(frozen=True)
class Saved:
    """What a change of settings came to; *who* reads it, in the locale and zone they have now."""

    who: Reader
    changed: Sequence[str]
    now: Standing


async def pause(deps: Deps, who: Reader, text: str) -> tuple[datetime, datetime | None]:
    """Send nothing unprompted until the day *text* names; return its midnight, and the next slot.

    Raises:
        UserError: the words name no day, or one that is past or more than a year away.
    """
    now = deps.clock.now()
    try:
        until = pause_ends(text, now, who.zone)
    except Past as error:
        raise UserError("preferences-pause-past") from error
    except TooLong as error:
        raise UserError("preferences-pause-too-long") from error
    except Unreadable as error:
        raise UserError("preferences-pause-unreadable") from error
    async with deps.db.write() as session:
        member = await members.ensure_member(session, who.workspace, who.member)
        member.paused_at, member.paused_until = now, until
        return until, _next_heard(member, now)


async def resume(deps: Deps, who: Reader) -> datetime | None:
    """End the quiet, and what nudges slowed down to; return the next slot (aware UTC), if any.

    Harmless to repeat.
    """
    async with deps.db.write() as session:
        member = await members.ensure_member(session, who.workspace, who.member)
        member.paused_at = member.paused_until = None
        _speed_up(member)
        return member.next_slot_at


async def look(deps: Deps, who: Reader) -> Standing:
    """Return the reader's settings as they stand."""
    async with deps.db.read() as session:
        found = await members.get_member(session, who.workspace, who.member)
    row = found or Member(workspace_id=who.workspace, member_id=who.member)
    return _standing(row, deps.clock.now())


async def save(deps: Deps, who: Reader, choices: Choices, seen: str | None) -> Saved | Standing:
    """Keep *choices* and find the next slot anew. Harmless to repeat.

    *seen* marks the settings that the form was filled in with. Where others hold by now, nothing
    is kept, for it would undo them: how things stand is returned.
    """
    async with deps.db.write() as session:
        row = await members.ensure_member(session, who.workspace, who.member)
        before = choices_of(row)
        if seen not in (None, mark_of(before)) and choices != before:
            return _standing(row, deps.clock.now())
        return _kept(deps, row, choices)


async def choose_notification(deps: Deps, who: Reader, notification: str) -> Saved:
    """Choose what notifications say: `discreet` or `full`. Harmless to repeat."""
    async with deps.db.write() as session:
        row = await members.ensure_member(session, who.workspace, who.member)
        row.notification = notification
        return Saved(deps.people.reader_of(row), ["notification"], _standing(row, deps.clock.now()))


async def choose_language(deps: Deps, who: Reader, locale: str) -> Saved:
    """Choose one of the languages the bot speaks, above Slack's. Harmless to repeat."""
    async with deps.db.write() as session:
        row = await members.ensure_member(session, who.workspace, who.member)
        row.locale = locale
        return Saved(deps.people.reader_of(row), ["locale"], _standing(row, deps.clock.now()))


def _kept(deps: Deps, row: Member, choices: Choices) -> Saved:
    now, before, was_slowed = deps.clock.now(), choices_of(row), bool(row.slowed)
    write_choices(row, choices)
    _speed_up(row)
    reschedule(row, now)
    differ = changed(before, choices, even={"rhythm"} if was_slowed else frozenset())
    return Saved(deps.people.reader_of(row), differ, _standing(row, now))


def _standing(row: Member, now: datetime) -> Standing:
    return Standing(choices_of(row), _next_heard(row, now), quiet_until(row, now), row.slowed or "")


def quiet_until(row: Member | None, now: datetime) -> datetime | None:
    """Return when the quiet they asked for ends (aware UTC), if it hasn't."""
    until = row.paused_until if row is not None else None
    return until if until is not None and until > now else None


def _next_heard(row: Member, now: datetime) -> datetime | None:
    """Return the next slot that isn't in the quiet; None for somebody whose slot never comes."""
    at = row.next_slot_at
    until = quiet_until(row, now)
    if at is None or until is None:
        return at
    return max(at, slot_after(row, until - AN_INSTANT))


def _speed_up(row: Member) -> None:
    """Somebody is there: nudges come as they chose, and what went unanswered counts no more."""
    row.unanswered, row.slowed, row.slowed_told = 0, "", False
