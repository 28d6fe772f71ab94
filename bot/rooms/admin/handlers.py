"""Admins' conversation with Slack."""

from bot.deps import Deps
from bot.errors import UserError
from bot.rooms.admin import usecases, views
from bot.slack.inputs import Command, Press, Reply, Submission


async def on_command_admin(deps: Deps, command: Command) -> Reply:
    """Open the form; for somebody Slack must be asked about, a button that does: one call each."""
    who = command.who
    if not who.known:
        who = await deps.people.meet(who)
        await usecases.look(deps, who)
        return Reply.say(views.met(deps.words(who)))
    view = views.form(deps.words(who), await usecases.look(deps, who))
    await deps.messenger.open_view(who.workspace, command.trigger, view)
    return Reply()


async def on_submit_choices(deps: Deps, sent: Submission) -> Reply:
    now = await usecases.look(deps, sent.who)
    choices = views.chosen_in(sent.form, now)
    changed = await usecases.choose(deps, sent.who, choices)
    return Reply.show(views.saved(deps.words(sent.who), choices, changed))


async def on_press_teams(deps: Deps, press: Press) -> Reply:
    view = views.teams(deps.words(press.who), await usecases.teams(deps, press.who))
    await deps.messenger.push_view(press.who.workspace, press.trigger, view)
    return Reply()


async def on_press_turn(deps: Deps, press: Press) -> Reply:
    if press.view is None:
        raise UserError("house-old-card")
    number = press.value.get("page")
    page = max(0, number) if isinstance(number, int) else 0
    view = views.teams(deps.words(press.who), await usecases.teams(deps, press.who), page)
    await deps.messenger.update_view(press.who.workspace, press.view.id, view)
    return Reply()
