"""When the quiet somebody asked for ends. Pure."""

from datetime import datetime, time, timedelta

from bot.members.rules import local_instant, slot_date
from bot.rooms.preferences.grammar import Unreadable, day_named

DEFAULT_DAYS = 7
LONGEST = timedelta(days=366)


class Past(ValueError):
    """A day that is over."""


class TooLong(ValueError):
    """More than a year away, or never."""


def pause_ends(text: str, now: datetime, zone: str) -> datetime:
    """Return the local midnight (aware UTC) at which the quiet ends; a week where *text* is empty.

    That is the beginning of the day that was named: "until Friday" is back on Friday.

    Raises:
        Unreadable: no day is named. Past, TooLong: one that can't be.
    """
    today = slot_date(now, zone)
    try:
        on = day_named(text, today) if text.strip() else today + timedelta(days=DEFAULT_DAYS)
    except OverflowError as error:
        raise TooLong(text) from error
    if on is None or on > today + LONGEST:
        raise TooLong(text)
    if on <= today:
        raise Past(text)
    return local_instant(on, time(0), zone)


__all__ = ["Past", "TooLong", "Unreadable", "pause_ends"]
