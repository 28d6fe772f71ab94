"""Settings' conversation with Slack."""

from bot.deps import Deps
from bot.members.reader import Reader
from bot.rooms.preferences import usecases, views
from bot.slack.blocks import Message
from bot.slack.inputs import Command, Press, Reply


async def on_command_pause(deps: Deps, command: Command) -> Reply:
    who = await deps.people.meet(command.who)
    until = await usecases.pause(deps, who, command.text)
    return Reply.say(views.paused(deps.words(who), who, until, deps.clock.now()))


async def on_command_resume(deps: Deps, command: Command) -> Reply:
    return Reply.say(await _resume(deps, command.who))


async def on_press_resume(deps: Deps, press: Press) -> Reply:
    message = await _resume(deps, press.who)
    url = press.response_url
    if url is None:
        return Reply()
    return Reply(later=lambda: deps.messenger.respond(url, message, replace=True))


async def _resume(deps: Deps, who: Reader) -> Message:
    next_at = await usecases.resume(deps, who)
    return views.resumed(deps.words(who), who, next_at, deps.clock.now())
