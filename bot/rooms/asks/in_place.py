"""Takes an ask out of the message it rode in: what was dealt with has no buttons left."""

from bot.deps import Deps
from bot.errors import SlackError
from bot.members.reader import Reader
from bot.rooms.asks import views
from bot.slack.blocks import Message
from bot.slack.ids import ChannelId


async def settle(
    deps: Deps, who: Reader, channel: ChannelId, ts: str, ask_id: str, said: str
) -> bool:
    """Put *said* in the ask's place; False where Slack doesn't let us read or change it.

    The message has other rooms' parts in it, as they stand by now, so it is read first.
    """
    try:
        history = await deps.messenger.ask(
            who.workspace,
            "conversations.history",
            channel=channel,
            latest=ts,
            oldest=ts,
            inclusive="true",
            limit="1",
        )
        for message in history["messages"]:
            blocks = views.settled(message.get("blocks", ()), ask_id, said)
            changed = Message(message.get("text", ""), blocks)
            await deps.messenger.edit(who.workspace, channel, ts, changed)
    except SlackError:
        return False
    return True
