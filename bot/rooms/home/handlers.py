"""Home, help, and what the bot says when it is spoken to."""

from bot.deps import Deps
from bot.members.reader import Reader
from bot.rooms.home import publishing, views
from bot.slack.blocks import Message
from bot.slack.ids import ChannelId
from bot.slack.inputs import Command, Event, Reply
from bot.slack.notices import is_spoken


async def on_command_help(deps: Deps, command: Command) -> Reply:
    return Reply.say(views.help_message(deps.words(command.who)))


async def on_event_home_opened(deps: Deps, event: Event) -> Reply:
    """Publish the Home of whoever opened it, as what they look at may be an older one."""
    if event.body.get("tab") != "home" or not event.who.member:
        return Reply()
    seen = event.fields("view").get("hash") or None
    return Reply(later=lambda: publishing.open_home(deps, event.who, seen))


async def on_event_mention(deps: Deps, event: Event) -> Reply:
    """Answer the asker alone, where they asked."""
    if not is_spoken(event.body) or not event.who.member:
        return Reply()
    channel = ChannelId(event.text("channel"))
    message = _help_for(deps, event.who)
    who, thread = event.who, event.text("thread_ts") or None
    await deps.messenger.whisper(who.workspace, channel, who.member, message, thread_ts=thread)
    return Reply()


async def on_event_message(deps: Deps, event: Event) -> Reply:
    """Answer a person's own words in the message tab; edits and bots pass by.

    A line that is another room's gets what that one offers, anything else the help.
    """
    if not is_spoken(event.body) or not event.who.member:
        return Reply()
    who = event.who
    hears = deps.offer if not who.is_guest else None
    offered = await hears(deps, who, event.text("text")) if hears else None
    message = offered or _help_for(deps, who)
    return Reply(later=lambda: deps.messenger.say(who.workspace, who.member, message))


def _help_for(deps: Deps, who: Reader) -> Message:
    words = deps.words(who)
    return views.guests_message(words) if who.is_guest else views.help_message(words)
