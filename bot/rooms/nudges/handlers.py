"""The nudges' conversation with Slack."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps
from bot.members import store as members
from bot.members.reader import Reader
from bot.rooms.nudges import store, usecases, views
from bot.rooms.nudges.choosing import text_of
from bot.rooms.nudges.clock import data_of
from bot.rooms.nudges.tables import Nudge
from bot.slack.blocks import Block, Buildable, Message
from bot.slack.inputs import Command, Press, Reply


async def on_command_nudge(deps: Deps, command: Command) -> Reply:
    """A practice, now."""
    words = deps.words(command.who)
    nudge = await usecases.show_now(deps, command.who)
    return Reply.say(views.nudge_card(words, data_of(deps, nudge, command.who.locale)))


async def on_command_start(deps: Deps, command: Command) -> Reply:
    """How the habit begins: a button a rhythm."""
    return Reply.say(views.offer(deps.words(command.who)))


async def on_press_start(deps: Deps, press: Press) -> Reply:
    rhythm = press.value.get("rhythm", "daily")
    who = await deps.people.meet(press.who)
    habit = await usecases.start_nudges(deps, who, rhythm)
    message = views.started(deps.words(who), who, habit.next_at, deps.clock.now())
    return _beside(deps, press, message)


async def on_press_done(deps: Deps, press: Press) -> Reply:
    nudge = await usecases.react(deps, press.who, press.value["nudge"], "done")
    return _instead(deps, press, nudge, "done")


async def on_press_another(deps: Deps, press: Press) -> Reply:
    nudge = await usecases.show_another(deps, press.who, press.value["nudge"])
    card = views.nudge_card(deps.words(press.who), data_of(deps, nudge, press.who.locale))
    return _replace(deps, press, card)


async def on_press_menu(deps: Deps, press: Press) -> Reply:
    if press.value.get("do") == "hide":
        nudge = await usecases.react(deps, press.who, press.value["nudge"], "hidden")
        return _instead(deps, press, nudge, "hidden")
    nudge = await usecases.find_nudge(deps, press.who, press.value["nudge"])
    practice = deps.content.catalogue(press.who.locale).practice(nudge.practice_id)
    view = views.why_view(deps.words(press.who), practice, nudge.why)
    await deps.messenger.open_view(press.who.workspace, press.trigger, view)
    return Reply()


def _instead(deps: Deps, press: Press, nudge: Nudge, reaction: str) -> Reply:
    """Show what was pressed in the place of the buttons."""
    words = deps.words(press.who)
    catalogue = deps.content.catalogue(press.who.locale)
    text = text_of(catalogue, nudge, words("common-someone")) or words("nudges-why-gone")
    return _replace(deps, press, views.answered_card(words, text, reaction))


def _replace(deps: Deps, press: Press, message: Message) -> Reply:
    url = press.response_url
    if url is None:
        return Reply()
    return Reply(later=lambda: deps.messenger.respond(url, message, replace=True))


def _beside(deps: Deps, press: Press, message: Message) -> Reply:
    url = press.response_url
    if url is None:  # pressed on Home: the answer goes to their own message tab
        return Reply(
            later=lambda: deps.messenger.post(press.who.workspace, press.who.member, message)
        )
    return Reply(later=lambda: deps.messenger.respond(url, message))


async def home_card(deps: Deps, session: AsyncSession, who: Reader) -> Sequence[Buildable | Block]:
    words = deps.words(who)
    member = await members.get_member(session, who.workspace, who.member)
    if member is None or member.started_at is None:
        return views.home_card(words, started=False, text=None, next_said=None)
    nudge = await store.newest(session, who.workspace, who.member)
    catalogue = deps.content.catalogue(who.locale)
    text = text_of(catalogue, nudge, words("common-someone")) if nudge else None
    at = member.next_slot_at
    said = words.moment(at, who.zone, now=deps.clock.now()) if at else None
    return views.home_card(words, started=True, text=text, next_said=said)
