"""Drafts' conversation with Slack."""

from bot.deps import Deps
from bot.errors import UserError
from bot.rooms.drafts import views
from bot.rooms.drafts.rules import as_typed, first_name, name_in, people_in
from bot.slack.ids import MemberId, decode
from bot.slack.inputs import Command, Press, Reply, Submission


async def on_command_draft(deps: Deps, command: Command) -> Reply:
    """Ask for the message, or show the one that stood behind the word."""
    who, words = command.who, deps.words(command.who)
    drafts, text = deps.content.catalogue(who.locale).drafts, as_typed(command.text)
    view = views.mirror(words, drafts, text) if text else views.mirror_form(words)
    await deps.messenger.open_view(who.workspace, command.trigger, view)
    return Reply()


async def on_submit_mirror(deps: Deps, sent: Submission) -> Reply:
    words, text = deps.words(sent.who), sent.form.text(views.TEXT)
    if not text:
        return Reply.errors({views.TEXT: words("drafts-mirror-missing")})
    return Reply.show(views.mirror(words, deps.content.catalogue(sent.who.locale).drafts, text))


async def on_command_thank(deps: Deps, command: Command) -> Reply:
    """Begin a thank-you for whoever was mentioned or named, or for nobody in particular yet."""
    who, words = command.who, deps.words(command.who)
    people = people_in(command.text)
    drafts = deps.content.catalogue(who.locale).drafts
    handles = [first_name(handle) for _, handle in people if handle]
    name = words.listing(handles) if people else name_in(as_typed(command.text))
    to = MemberId(people[0][0]) if len(people) == 1 else None
    view = views.thanks_form(words, drafts, drafts.thanks[0], name=name, to=to)
    await deps.messenger.open_view(who.workspace, command.trigger, view)
    return Reply()


async def on_press_occasion(deps: Deps, press: Press) -> Reply:
    """Put another occasion's words in the place of the draft."""
    drafts, chosen = deps.content.catalogue(press.who.locale).drafts, decode(press.chosen)
    draft = next((one for one in drafts.thanks if one.id == chosen.get("draft")), None)
    if draft is None or press.view is None:
        raise UserError("house-old-card")
    words, name = deps.words(press.who), press.form.text(views.NAME)
    view = views.thanks_form(words, drafts, draft, name=name, to=chosen.get("to"))
    await deps.messenger.update_view(press.who.workspace, press.view.id, view)
    return Reply()


async def on_submit_thanks(deps: Deps, sent: Submission) -> Reply:
    words, to = deps.words(sent.who), sent.meta.get("to")
    text = sent.form.text(views.WORDING)
    if not text:
        place = sent.form.block_ids.get(views.WORDING, views.WORDING)
        return Reply.errors({place: words("drafts-thanks-missing")})
    member = MemberId(str(to)) if to else None
    return Reply.show(views.thanks_ready(words, text, sent.who.workspace, member))


async def on_press_chat(deps: Deps, press: Press) -> Reply:
    """Slack opens the link by itself; it only wants to hear that we know."""
    return Reply()
