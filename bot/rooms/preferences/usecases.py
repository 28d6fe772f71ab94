"""What people set, one transaction each."""

from datetime import datetime

from bot.deps import Deps
from bot.errors import UserError
from bot.members import store as members
from bot.members.reader import Reader
from bot.rooms.preferences.rules import Unreadable, pause_ends


async def pause(deps: Deps, who: Reader, text: str) -> datetime:
    """Send nothing unprompted until the day *text* names; return its midnight (aware UTC).

    Raises:
        UserError: the words name no day ahead.
    """
    now = deps.clock.now()
    try:
        until = pause_ends(text, now, who.zone)
    except Unreadable as error:
        raise UserError("preferences-pause-unreadable") from error
    async with deps.db.write() as session:
        member = await members.ensure_member(session, who.workspace, who.member)
        member.paused_at, member.paused_until = now, until
    return until


async def resume(deps: Deps, who: Reader) -> datetime | None:
    """End the quiet; return the next slot (aware UTC), if there is one. Harmless to repeat."""
    async with deps.db.write() as session:
        member = await members.ensure_member(session, who.workspace, who.member)
        member.paused_at = member.paused_until = None
        return member.next_slot_at
