"""Publishing Home: when it is opened and after the person's own acts, to nobody else."""

from bot.deps import Deps
from bot.errors import SlackRefused
from bot.members import store as members
from bot.members import tombstones
from bot.members.reader import Reader
from bot.rooms.home import views
from bot.slack.blocks import Block
from bot.slack.inputs import Later, ViewRef

CHANGED_SINCE = "hash_conflict"  # Slack: another Home was published meanwhile


def after_act(deps: Deps, who: Reader, view: ViewRef | None) -> Later | None:
    """Have Home say what has just changed, where somebody may be looking at it."""
    in_home = view is not None and view.type == "home"
    seen = view.hash if view is not None and in_home else None
    newest = deps.messenger.homes.hash_of(who.workspace, who.member)
    if not in_home and newest is None:
        return None
    return lambda: _publish_again(deps, who, newest or seen)


async def _publish_again(deps: Deps, who: Reader, seen: str | None) -> None:
    """Publish for whom the act left somebody: what they chose, or that they are forgotten."""
    async with deps.db.read() as session:
        is_gone = await tombstones.standing(session, who.workspace, [who.member])
    if is_gone:
        deps.messenger.homes.drop(who.workspace, who.member)
        return
    await publish(deps, await deps.people.reader(who.workspace, who.member), seen)


async def publish(deps: Deps, who: Reader, seen: str | None) -> None:
    """Publish every room's card over the Home with the hash *seen*; over any where it is None."""
    who = await deps.people.look_up(who)
    view = await _view(deps, who)
    messenger = deps.messenger
    try:
        await messenger.publish_home(who.workspace, who.member, view, expected_hash=seen or None)
    except SlackRefused as error:
        if error.code != CHANGED_SINCE:
            raise
        # Ours may be the older of the two: what holds now is read once more.
        await messenger.publish_home(who.workspace, who.member, await _view(deps, who))


async def _view(deps: Deps, who: Reader) -> Block:
    words = deps.words(who)
    async with deps.db.read() as session:
        row = await members.get_member(session, who.workspace, who.member)
        if row is not None and row.is_gone:
            return views.guests_home(words)
        cards = [await card.blocks(deps, session, who) for card in deps.cards]
    return views.home(words, cards)
