"""Takes an ask out of the message it rode in: what was dealt with has no buttons left."""

from bot.deps import Deps
from bot.members.reader import Reader
from bot.rooms.asks import views
from bot.slack.ids import ChannelId
from bot.slack.rewrite import rewrite


async def settle(
    deps: Deps, who: Reader, channel: ChannelId, ts: str, ask_id: str, said: str
) -> bool:
    """Put *said* in the ask's place; False where Slack doesn't let us read or change it."""
    return await rewrite(
        deps.messenger,
        who.workspace,
        channel,
        ts,
        lambda blocks: views.settled(blocks, ask_id, said),
    )
