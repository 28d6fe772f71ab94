"""What happens in Slack that a pulse must know of: its owner leaves, its channel is shared."""

from bot.deps import Deps
from bot.members import store as members
from bot.rooms.pulse.opening import tell_if_orphaned
from bot.rooms.pulse.team import find_team
from bot.slack.ids import ChannelId
from bot.slack.inputs import Event, Reply


async def on_event_member_left(deps: Deps, event: Event) -> Reply:
    """Tell the channel when whoever left looked after its pulse; the members room ran before."""
    channel = ChannelId(event.text("channel"))
    async with deps.db.write() as session:
        team = await find_team(session, event.who.workspace, channel, lock=True)
        await tell_if_orphaned(session, team, deps.clock.now())
    deps.wake()
    return Reply()


async def on_event_shared(deps: Deps, event: Event) -> Reply:
    return await _shared(deps, event, is_shared=True)


async def on_event_unshared(deps: Deps, event: Event) -> Reply:
    return await _shared(deps, event, is_shared=bool(event.body.get("is_ext_shared")))


async def _shared(deps: Deps, event: Event, *, is_shared: bool) -> Reply:
    """Note whether another company is in the channel: no poll opens there, none is answered."""
    async with deps.db.write() as session:
        row = await members.get_channel(
            session, event.who.workspace, ChannelId(event.text("channel"))
        )
        if row is not None:
            row.is_shared = is_shared
    return Reply()
