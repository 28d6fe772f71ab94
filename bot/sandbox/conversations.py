"""Putting messages into conversations, and finding the conversation a name stands for."""

from __future__ import annotations

from collections.abc import Collection

from bot.sandbox.content import Content
from bot.sandbox.records import Channel, Message
from bot.sandbox.refusal import Refusal
from bot.sandbox.workspace import App


def say(
    app: App,
    channel: Channel,
    content: Content,
    *,
    thread_ts: str | None = None,
    ephemeral_to: str | None = None,
) -> Message:
    """Let the app's bot say something in *channel*; the new message."""
    message = Message(
        ts=app.team.world.next_ts(),
        user=app.bot_user_id,
        text=content.text,
        shown_at=app.team.world.wall(),
        blocks=content.blocks,
        metadata=content.metadata,
        attachments=content.attachments,
        thread_ts=thread_ts,
        bot_id=app.bot_id,
        app_id=app.app_id,
        ephemeral_to=ephemeral_to,
    )
    channel.messages[message.ts] = message
    app.team.world.change.notify()
    return message


def reword(app: App, message: Message, content: Content, *, given: Collection[str]) -> None:
    """Edit a message; attachments and metadata not *given* stay, blocks only without a new text."""
    message.text = content.text
    if "blocks" in given or "text" in given:
        message.blocks = content.blocks
    if "attachments" in given:
        message.attachments = content.attachments
    if "metadata" in given:
        message.metadata = content.metadata
    message.edited_ts = app.team.world.next_ts()
    message.entered = {}
    app.team.world.change.notify()


def find_channel(app: App, name: object) -> Channel:
    """The conversation with that id. Raises: Refusal where the bot couldn't know it exists."""
    channel = app.team.channels.get(str(name))
    if channel is None or (_is_closed(channel) and app.bot_user_id not in channel.members):
        raise Refusal("channel_not_found")
    return channel


def _is_closed(channel: Channel) -> bool:
    return channel.is_private or channel.is_im or channel.is_mpim


def channel_to_post(app: App, name: object) -> Channel:
    """Where a message to *name* (a conversation, a person, or #name) goes. Raises: Refusal."""
    given = str(name or "")
    if given in app.team.members:
        return _dm_to_post(app, given)
    if given.startswith("#"):
        named = [c.channel_id for c in app.team.channels.values() if c.name == given[1:]]
        given = named[0] if named else ""
    return channel_to_share(app, given)


def channel_to_share(app: App, channel_id: object) -> Channel:
    """Where something goes that only takes a conversation's id. Raises: Refusal."""
    channel = find_channel(app, channel_id)
    if channel.im_user is not None:
        return _dm_to_post(app, channel.im_user)
    if channel.is_archived:
        raise Refusal("is_archived")
    if app.bot_user_id not in channel.members and "chat:write.public" not in app.scopes:
        raise Refusal("not_in_channel")
    return channel


def _dm_to_post(app: App, user_id: str) -> Channel:
    member = app.team.members[user_id]
    if member.is_bot or user_id == "USLACKBOT":
        raise Refusal("cannot_dm_bot")
    if member.deleted:
        raise Refusal("channel_not_found")
    if not app.messages_tab_enabled:
        raise Refusal("messages_tab_disabled")
    return app.team.dm(user_id, app=app)
