"""Privacy's conversation with Slack."""

from bot.deps import Deps
from bot.rooms.privacy import usecases, views
from bot.slack.inputs import Command, Press, Reply, Submission


async def on_command_privacy(deps: Deps, command: Command) -> Reply:
    view = views.deal(deps.words(command.who))
    await deps.messenger.open_view(command.who.workspace, command.trigger, view)
    return Reply()


async def on_command_export(deps: Deps, command: Command) -> Reply:
    await usecases.ask_for_export(deps, command.who)
    return Reply.say(views.export_comes(deps.words(command.who)))


async def on_press_export(deps: Deps, press: Press) -> Reply:
    await usecases.ask_for_export(deps, press.who)
    view = views.export_asked(deps.words(press.who))
    await deps.messenger.push_view(press.who.workspace, press.trigger, view)
    return Reply()


async def on_command_forget(deps: Deps, command: Command) -> Reply:
    view = views.confirm_forget(deps.words(command.who))
    await deps.messenger.open_view(command.who.workspace, command.trigger, view)
    return Reply()


async def on_press_forget(deps: Deps, press: Press) -> Reply:
    view = views.confirm_forget(deps.words(press.who))
    await deps.messenger.push_view(press.who.workspace, press.trigger, view)
    return Reply()


async def on_submit_forget(deps: Deps, sent: Submission) -> Reply:
    await usecases.forget(deps, sent.who)
    return Reply.show(views.forgotten(deps.words(sent.who)))
