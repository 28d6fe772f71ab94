"""Before something is posted in a channel: is it still what it was? Slack is asked, right then."""

import asyncio
from collections.abc import Awaitable, Collection, Mapping, Sequence

from bot.delivery.tables import Delivery
from bot.deps import Deps, Kind
from bot.errors import SlackError, SlackUnavailable
from bot.members import sync
from bot.slack.ids import ChannelId, WorkspaceId
from bot.slack.pauses import Pauses


def channels_in(due: Sequence[Delivery], kinds: Mapping[str, Kind]) -> frozenset[ChannelId]:
    """Return the channels in which *due* would post for many to see."""
    shown = (one for one in due if one.kind in kinds and kinds[one.kind].to_channel)
    return frozenset(ChannelId(one.target) for one in shown)


async def look_at_all(deps: Deps, workspace: WorkspaceId, channels: Collection[ChannelId]) -> bool:
    """Write down what *channels* are now; False where Slack asks for patience: post nothing yet.

    Where Slack doesn't answer, what its events told has to do.
    """
    looks = (sync.look_at(deps, workspace, channel) for channel in channels)
    errors = await asyncio.gather(*(_error_of(one) for one in looks))
    waits = [error.retry_after_s for error in errors if isinstance(error, SlackUnavailable)]
    longest = max((wait for wait in waits if wait is not None), default=None)
    if longest is None:
        return True
    await Pauses(deps.db).note(workspace, longest)
    return False


async def _error_of(look: Awaitable[bool]) -> SlackError | None:
    try:
        await look
    except SlackError as error:
        return error
    return None
