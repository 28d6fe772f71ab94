"""Settings' conversation with Slack."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps
from bot.errors import UserError
from bot.members import store as members
from bot.members.quiet import quiet_view
from bot.members.reader import Reader
from bot.rooms.preferences import form, usecases, views
from bot.rooms.preferences.choices import NOTIFICATIONS
from bot.rooms.preferences.usecases import Standing
from bot.slack.blocks import Block, Buildable, Message
from bot.slack.inputs import Command, Press, Reply, Submission


async def on_command_pause(deps: Deps, command: Command) -> Reply:
    return Reply.say(await _pause(deps, command.who, command.text))


async def on_press_begin(deps: Deps, press: Press) -> Reply:
    """A quiet of so many days, or until the day that was picked."""
    text = press.chosen or f"{press.value.get('days')} days"
    return _answer(deps, press, await _pause(deps, press.who, text))


async def on_command_resume(deps: Deps, command: Command) -> Reply:
    return Reply.say(await _resume(deps, command.who))


async def on_press_resume(deps: Deps, press: Press) -> Reply:
    return _answer(deps, press, await _resume(deps, press.who))


async def on_command_settings(deps: Deps, command: Command) -> Reply:
    view = await _form(deps, command.who)
    await deps.messenger.open_view(command.who.workspace, command.trigger, view)
    return Reply()


async def on_press_settings(deps: Deps, press: Press) -> Reply:
    """Open the settings; on top, where they are opened from a modal."""
    return await _open(deps, press, await _form(deps, press.who))


async def on_press_quiet(deps: Deps, press: Press) -> Reply:
    return await _open(deps, press, quiet_view(deps.words(press.who)))


async def on_submit_settings(deps: Deps, sent: Submission) -> Reply:
    words = deps.words(sent.who)
    now = await usecases.look(deps, sent.who)
    try:
        choices = form.read_form(sent.form, sent.who, now.choices, deps.content.locales)
    except form.Problems as problems:
        return Reply.errors({field: words(why) for field, why in problems.by_field.items()})
    saved = await usecases.save(deps, sent.who, choices, sent.meta.get("seen"))
    if isinstance(saved, Standing):
        locales = deps.content.locales
        return Reply.show(form.settings_form(words, sent.who, saved, locales, is_afresh=True))
    words = deps.words(saved.who)
    return Reply.show(views.in_modal(words, views.saved(words, saved, deps.clock.now())))


async def on_press_notification(deps: Deps, press: Press) -> Reply:
    chosen = press.value.get("text")
    if chosen not in NOTIFICATIONS:
        raise UserError("house-old-card")
    saved = await usecases.choose_notification(deps, press.who, str(chosen))
    return _answer(deps, press, views.saved(deps.words(saved.who), saved, deps.clock.now()))


async def on_press_language(deps: Deps, press: Press) -> Reply:
    """Answer below the question: what else stands in its message may still be wanted."""
    chosen = str(press.value.get("locale"))
    if chosen not in deps.content.locales:
        raise UserError("house-old-card")
    saved = await usecases.choose_language(deps, press.who, chosen)
    message, who = views.saved(deps.words(saved.who), saved, deps.clock.now()), saved.who
    return Reply(later=lambda: deps.messenger.post(who.workspace, who.member, message))


async def home_card(deps: Deps, session: AsyncSession, who: Reader) -> Sequence[Buildable | Block]:
    row = await members.get_member(session, who.workspace, who.member)
    return views.quiet(deps.words(who), who, usecases.quiet_until(row, deps.clock.now()))


async def _open(deps: Deps, press: Press, view: Block) -> Reply:
    in_modal = press.view is not None and press.view.type == "modal"
    show = deps.messenger.push_view if in_modal else deps.messenger.open_view
    await show(press.who.workspace, press.trigger, view)
    return Reply()


async def _form(deps: Deps, who: Reader) -> Block:
    standing = await usecases.look(deps, who)
    return form.settings_form(deps.words(who), who, standing, deps.content.locales)


async def _pause(deps: Deps, somebody: Reader, text: str) -> Message:
    who = await deps.people.meet(somebody, even_guests=True)
    until, next_at = await usecases.pause(deps, who, text)
    return views.paused(deps.words(who), who, until, next_at, deps.clock.now())


async def _resume(deps: Deps, who: Reader) -> Message:
    next_at = await usecases.resume(deps, who)
    return views.resumed(deps.words(who), who, next_at, deps.clock.now())


def _answer(deps: Deps, press: Press, message: Message) -> Reply:
    """Show *message* in the place of what was pressed; from Home it goes to their own messages."""
    who, url, view, say = press.who, press.response_url, press.view, deps.messenger
    if view is not None and view.type == "modal":
        view_id, shown = view.id, views.in_modal(deps.words(who), message)
        return Reply(later=lambda: say.update_view(who.workspace, view_id, shown))
    if url is not None:
        return Reply(later=lambda: say.respond(url, message, replace=True))
    return Reply(later=lambda: say.post(who.workspace, who.member, message))
