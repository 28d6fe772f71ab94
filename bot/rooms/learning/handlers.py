"""Learning's conversation with Slack."""

from typing import TypeVar

from bot.content import Explainer, Leader
from bot.deps import Deps
from bot.errors import UserError
from bot.members.reader import Reader
from bot.rooms.learning import usecases, views
from bot.slack.blocks import Block
from bot.slack.inputs import Command, Press, Reply

Page = TypeVar("Page", Explainer, Leader)


async def on_command_why(deps: Deps, command: Command) -> Reply:
    """Open *why* at the page that was named, else at the first."""
    pages = deps.content.catalogue(command.who.locale).explainers
    wanted = command.text.casefold()
    named = (one for one in pages if wanted in (one.id, one.title.casefold()))
    view = views.why_page(deps.words(command.who), pages, next(named, pages[0]))
    await deps.messenger.open_view(command.who.workspace, command.trigger, view)
    return Reply()


async def on_press_why(deps: Deps, press: Press) -> Reply:
    pages = deps.content.catalogue(press.who.locale).explainers
    page = _named(pages, press.chosen or press.value.get("page"))
    await _turn(deps, press, views.why_page(deps.words(press.who), pages, page))
    return Reply()


async def on_command_leader(deps: Deps, command: Command) -> Reply:
    pages = deps.content.catalogue(command.who.locale).leaders
    view = await _leader_view(deps, command.who, pages[0])
    await deps.messenger.open_view(command.who.workspace, command.trigger, view)
    return Reply()


async def on_press_leader(deps: Deps, press: Press) -> Reply:
    pages = deps.content.catalogue(press.who.locale).leaders
    page = _named(pages, press.value.get("page"))
    await _turn(deps, press, await _leader_view(deps, press.who, page))
    return Reply()


async def on_press_track(deps: Deps, press: Press) -> Reply:
    pages = deps.content.catalogue(press.who.locale).leaders
    page, on = _named(pages, press.value.get("page")), bool(press.value.get("on"))
    track = await usecases.choose_track(deps, press.who, on)
    await _turn(deps, press, views.leader_page(deps.words(press.who), pages, page, track))
    return Reply()


async def on_command_pressure(deps: Deps, command: Command) -> Reply:
    stretch = await usecases.begin_stretch(deps, command.who)
    words, now = deps.words(command.who), deps.clock.now()
    return Reply.say(views.pressure_begun(words, command.who.zone, stretch, now))


async def on_press_stop(deps: Deps, press: Press) -> Reply:
    await usecases.end_stretch(deps, press.who)
    message, url = views.pressure_ended(deps.words(press.who)), press.response_url
    if url is None:
        return Reply()
    return Reply(later=lambda: deps.messenger.respond(url, message, replace=True))


async def _leader_view(deps: Deps, who: Reader, page: Leader) -> Block:
    pages = deps.content.catalogue(who.locale).leaders
    return views.leader_page(deps.words(who), pages, page, await usecases.track_of(deps, who))


def _named(pages: tuple[Page, ...], page_id: object) -> Page:
    for page in pages:
        if page.id == page_id:
            return page
    raise UserError("house-old-card")


async def _turn(deps: Deps, press: Press, view: Block) -> None:
    if press.view is None:
        raise UserError("house-old-card")
    await deps.messenger.update_view(press.who.workspace, press.view.id, view)
