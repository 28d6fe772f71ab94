"""A practice shown by another room: it is chosen as a nudge is, and counts as one shown."""

import uuid

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps
from bot.members import store as members
from bot.members.reader import Reader
from bot.ports import NextPractice
from bot.rooms.nudges import store
from bot.rooms.nudges.choosing import Showing, choose_for, wording_of

CHECK = "check"


async def practice_of(
    deps: Deps, session: AsyncSession, who: Reader, factor: str, shown_id: str
) -> NextPractice | None:
    """Return a factor's practice that comes next; None where all are hidden.

    The same *shown_id* gives the same practice again, and counts once.
    """
    nudge: Showing | None = await store.lock(session, who.workspace, who.member, shown_id)
    if nudge is not None and deps.content.catalogue(who.locale).practice(nudge.practice_id) is None:
        nudge, shown_id = None, uuid.uuid4().hex  # it left the catalogue since
    if nudge is None:
        member = await members.ensure_member(session, who.workspace, who.member)
        chosen = await choose_for(
            deps, session, who.workspace, [(member, shown_id)], deps.clock.now(), CHECK, factor
        )
        nudge = chosen.get(who.member)
    wording = wording_of(deps.content, nudge, who.locale) if nudge else None
    if nudge is None or wording is None:
        return None
    return NextPractice(nudge.practice_id, wording.id, nudge.nudge_id, nudge.reaction == "promised")
