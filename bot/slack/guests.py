"""Guests, and people of other companies: nothing here is for them but their own data."""

from collections.abc import Awaitable, Callable

from bot.errors import UserError
from bot.members.reader import Reader
from bot.slack.inputs import Reply

WORDS = frozenset({"pause", "resume", "export", "forget", "privacy"})  # what always works
IDS = ("privacy.", "preferences.quiet.")


def unless_guest(
    who: Reader, name: str, run: Callable[[], Awaitable[Reply]]
) -> Callable[[], Awaitable[Reply]]:
    """Return *run*, or what turns a guest away from the word or id *name*."""

    async def turn_away() -> Reply:
        raise UserError("house-guest")

    is_open = not who.is_guest or name.lower() in WORDS or name.startswith(IDS)
    return run if is_open else turn_away
