"""Publishing Home: when it is opened and after the person's own acts, to nobody else.

Several processes may publish for the same person. Slack takes a Home that names the one it is to
take the place of only while that one stands; whoever can't name it looks, once theirs is there,
whether it still says what holds, so that the last one published is the newest.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.deps import Deps, Errand, Next
from bot.errands import store as errands
from bot.errors import SlackRefused, SlackUnavailable
from bot.members import store as members
from bot.members.reader import Reader
from bot.rooms.home import views
from bot.slack.blocks import Block
from bot.slack.ids import MemberId, WorkspaceId
from bot.slack.inputs import Later, ViewRef

AGAIN = "home.publish"
CHANGED_SINCE = "hash_conflict"  # Slack: another Home was published meanwhile
MAY_LOOK_FOR = timedelta(days=30)  # after it was opened; whoever opens it later gets it anew
TRIES = 5  # somebody acts faster than their Home is published


def after_act(deps: Deps, who: Reader, view: ViewRef | None) -> Later | None:
    """Have Home say what has just changed, where somebody may be looking at it."""
    in_home = view is not None and view.type == "home"
    opened_on, today = who.home_opened_on, deps.clock.now().date()
    if not in_home and (opened_on is None or today - opened_on > MAY_LOOK_FOR):
        return None
    seen = view.hash if view is not None and in_home else None
    return lambda: _publish_again(deps, who, seen)


async def _publish_again(deps: Deps, who: Reader, seen: str | None) -> None:
    """Publish for whom the act left somebody: what they chose, or that they are forgotten."""
    async with deps.db.read() as session:
        row = await members.get_member(session, who.workspace, who.member)
    if row is None:
        deps.messenger.homes.drop(who.workspace, who.member)
        return
    await publish(deps, deps.people.reader_of(row), seen)


async def open_home(deps: Deps, who: Reader, seen: str | None) -> None:
    """Publish for whoever opened it, and note the day on which they did."""
    who, today = await deps.people.look_up(who), deps.clock.now().date()
    if who.known and who.home_opened_on != today:
        async with deps.db.write() as session:
            row = await members.lock_member(session, who.workspace, who.member)
            if row is not None:
                row.home_opened_on = today
    try:
        await publish(deps, who, seen)
    except SlackUnavailable:  # as when many open theirs at once: it comes by itself
        async with deps.db.write() as session:
            await errands.plan_for(session, who.workspace, who.member, AGAIN, deps.clock.now())
        deps.wake()


async def again_step(deps: Deps, workspace: WorkspaceId, data: Mapping[str, Any]) -> Next | None:
    """Publish for whom Slack had been too busy."""
    await publish(deps, await deps.people.reader(workspace, MemberId(str(data["member"]))), None)
    return None


async def publish(deps: Deps, who: Reader, seen: str | None) -> None:
    """Publish every room's card over the newest Home we know of, else the one with hash *seen*."""
    messenger = deps.messenger
    newest = messenger.homes.hash_of(who.workspace, who.member) or seen
    if newest and await _took_its_place(deps, who, newest):
        return
    view = await _view(deps, who)
    for _ in range(TRIES):
        await messenger.publish_home(who.workspace, who.member, view)
        shown, view = view, await _view(deps, who)
        if view == shown:
            return


async def _took_its_place(deps: Deps, who: Reader, newest: str) -> bool:
    view = await _view(deps, who)
    try:
        await deps.messenger.publish_home(who.workspace, who.member, view, expected_hash=newest)
    except SlackRefused as error:
        if error.code != CHANGED_SINCE:
            raise
        return False
    return True


async def _view(deps: Deps, who: Reader) -> Block:
    words = deps.words(who)
    async with deps.db.read() as session:
        row = await members.get_member(session, who.workspace, who.member)
        if row is not None and row.is_gone:
            return views.guests_home(words)
        cards = [await card.blocks(deps, session, who) for card in deps.cards]
    return views.home(words, cards)


ERRANDS = (Errand(AGAIN, again_step),)
