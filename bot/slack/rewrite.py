"""Changes a part of a message of the bot's own, and leaves what other rooms have in it."""

from collections.abc import Callable, Sequence

from bot.errors import SlackError
from bot.slack.blocks import Block, Message
from bot.slack.ids import ChannelId, WorkspaceId
from bot.slack.messenger import Messenger

Change = Callable[[Sequence[Block]], Sequence[Block]]


async def rewrite(
    messenger: Messenger, workspace: WorkspaceId, channel: ChannelId, ts: str, change: Change
) -> bool:
    """Have *change* make the blocks anew; False where Slack doesn't let us read or change them.

    The message is read first: its other parts are as they stand by now.
    """
    try:
        history = await messenger.ask(
            workspace,
            "conversations.history",
            channel=channel,
            latest=ts,
            oldest=ts,
            inclusive="true",
            limit="1",
        )
        for message in history["messages"]:
            blocks = message.get("blocks", ())
            changed = list(change(blocks))
            if changed != list(blocks):
                text = message.get("text", "")
                await messenger.edit(workspace, channel, ts, Message(text, changed))
    except SlackError:
        return False
    return True
