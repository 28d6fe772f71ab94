"""chat.postMessage, chat.update, chat.delete and chat.postEphemeral."""

from bot.sandbox.content import read_content
from bot.sandbox.conversations import channel_to_post, find_channel, reword, say
from bot.sandbox.methods.method import Call, Method
from bot.sandbox.objects import message_object
from bot.sandbox.records import Channel, Json, Message
from bot.sandbox.refusal import Refusal

MAX_UPDATED_CHARS = 4000  # Slack: chat.update, which unlike chat.postMessage cuts nothing


def post_message(call: Call) -> Json:
    """Post to a conversation, or to a person's direct message with the bot."""
    channel = channel_to_post(call.app, call.required("channel"))
    content = read_content(call.args, call.world.new_id)
    message = say(call.app, channel, content, thread_ts=_thread(call, channel))
    return {
        "channel": channel.channel_id,
        "ts": message.ts,
        "message": message_object(message, channel.team_id),
    }


def _thread(call: Call, channel: Channel) -> str | None:
    thread_ts = call.args.get("thread_ts")
    if thread_ts and str(thread_ts) not in channel.messages:
        raise Refusal("thread_not_found")
    return str(thread_ts) if thread_ts else None


def post_ephemeral(call: Call) -> Json:
    """Show something to one member of a conversation."""
    channel = channel_to_post(call.app, call.required("channel"))
    user_id = str(call.required("user"))
    member = call.app.team.members.get(user_id)
    if member is None or member.deleted or user_id not in channel.members:
        raise Refusal("user_not_in_channel")
    content = read_content(call.args, call.world.new_id)
    thread_ts = _thread(call, channel)
    message = say(call.app, channel, content, thread_ts=thread_ts, ephemeral_to=user_id)
    return {"message_ts": message.ts}


def update(call: Call) -> Json:
    """Edit one of the bot's own messages."""
    channel, message = _own_message(call, "cant_update_message")
    if len(str(call.args.get("text") or "")) > MAX_UPDATED_CHARS:
        raise Refusal("msg_too_long")
    content = read_content(call.args, call.world.new_id)
    reword(call.app, message, content, given=call.args)
    return {
        "channel": channel.channel_id,
        "ts": message.ts,
        "text": message.text,
        "message": message_object(message, channel.team_id),
    }


def delete(call: Call) -> Json:
    """Delete one of the bot's own messages."""
    channel, message = _own_message(call, "cant_delete_message")
    del channel.messages[message.ts]
    call.world.change.notify()
    return {"channel": channel.channel_id, "ts": message.ts}


def _own_message(call: Call, not_own: str) -> tuple[Channel, Message]:
    channel = find_channel(call.app, call.required("channel"))
    message = channel.messages.get(str(call.required("ts")))
    if message is None or message.ephemeral_to is not None:
        raise Refusal("message_not_found")
    if message.bot_id != call.app.bot_id:
        raise Refusal(not_own)
    if channel.is_archived:
        raise Refusal("is_inactive")
    return channel, message


METHODS = {
    "chat.postMessage": Method(post_message, "posting", ("chat:write",)),
    "chat.postEphemeral": Method(post_ephemeral, "T4", ("chat:write",)),
    "chat.update": Method(update, "T3", ("chat:write",)),
    "chat.delete": Method(delete, "T3", ("chat:write",)),
}
