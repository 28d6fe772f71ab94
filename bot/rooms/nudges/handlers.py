"""The nudges' conversation with Slack."""

from collections.abc import Mapping
from functools import wraps
from typing import Any

from bot.deps import Deps, OnPress
from bot.errors import UserError
from bot.members import store as members
from bot.members.quiet import quiet_view
from bot.members.schedule import clock_time
from bot.members.tables import Member
from bot.rooms.nudges import usecases, views
from bot.rooms.nudges.choosing import text_of
from bot.rooms.nudges.in_place import answer_message, answered, card_in, exchanged
from bot.rooms.nudges.promising import may_promise
from bot.rooms.nudges.tables import Nudge
from bot.slack.blocks import Block, Message
from bot.slack.inputs import Command, Press, Reply


async def on_command_nudge(deps: Deps, command: Command) -> Reply:
    """A practice, now."""
    picked = await usecases.show_now(deps, command.who)
    return Reply.say(views.nudge_card(deps.words(command.who), picked.data))


async def on_command_start(deps: Deps, command: Command) -> Reply:
    """How the habit begins: a button a rhythm."""
    who, words = command.who, deps.words(command.who)
    async with deps.db.read() as session:
        found = await members.get_member(session, who.workspace, who.member)
    row = found or Member(workspace_id=who.workspace, member_id=who.member)
    return Reply.say(views.offer(words, words.time(clock_time(row.slot_minutes))))


async def on_press_start(deps: Deps, press: Press) -> Reply:
    rhythm = press.value.get("rhythm")
    if rhythm not in usecases.RHYTHMS:
        raise UserError("house-old-card")
    who = await deps.people.meet(press.who)
    habit = await usecases.start_nudges(deps, who, rhythm)
    now, words = deps.clock.now(), deps.words(who)
    message = views.started(words, who, habit.next_at, now, is_new=habit.is_new)
    return _say(deps, press, message, replace=bool(press.value.get("here")))


async def on_press_back(deps: Deps, press: Press) -> Reply:
    """Nudges come as chosen again; the news that they slowed down gives way to that."""
    habit = await usecases.go_back(deps, press.who)
    words, now = deps.words(press.who), deps.clock.now()
    return _in_place(deps, press, views.BACK, views.back(words, press.who, habit.next_at, now))


def answered_once(handler: OnPress) -> OnPress:
    """Let buttons that still stand on a nudge answered elsewhere give way to that answer."""

    @wraps(handler)
    async def press_once(deps: Deps, press: Press) -> Reply:
        try:
            return await handler(deps, press)
        except usecases.Answered as already:
            return await _given_way(deps, press, already.nudge)

    return press_once


async def _given_way(deps: Deps, press: Press, nudge: Nudge) -> Reply:
    """Show what was answered, or the practice that has taken the place of this one."""
    following = await usecases.in_its_place(deps, press.who, nudge)
    shown, data = following or (nudge, None)
    if data is not None and shown.reaction is None:
        return _in_place(deps, press, views.DONE, views.nudge_card(deps.words(press.who), data))
    said = views.answered_before(deps.words(press.who), shown.reaction)
    return _answered(deps, press, shown, said)


@answered_once
async def on_press_done(deps: Deps, press: Press) -> Reply:
    nudge = await usecases.react(deps, press.who, _nudge_id(press), "done")
    return _answered(deps, press, nudge, views.answer(deps.words(press.who), "done"))


async def on_practice_wanted(deps: Deps, press: Press) -> Mapping[str, Any] | Reply:
    """Return what the form of a promise carries; the answer where it was answered otherwise."""
    try:
        return await may_promise(deps, press)
    except usecases.Answered as already:
        return await _given_way(deps, press, already.nudge)


@answered_once
async def on_press_another(deps: Deps, press: Press) -> Reply:
    picked = await usecases.show_another(deps, press.who, _nudge_id(press))
    card = views.nudge_card(deps.words(press.who), picked.data)
    return _in_place(deps, press, views.DONE, card)


@answered_once
async def on_press_hide(deps: Deps, press: Press) -> Reply:
    nudge = await usecases.react(deps, press.who, _nudge_id(press), "hidden")
    return _answered(deps, press, nudge, views.answer(deps.words(press.who), "hidden"))


@answered_once
async def on_press_later(deps: Deps, press: Press) -> Reply:
    who, words = press.who, deps.words(press.who)
    nudge, next_at = await usecases.put_off(deps, who, _nudge_id(press))
    moment = words.moment(next_at, who.zone, now=deps.clock.now())
    return _answered(deps, press, nudge, views.answer(words, "later", moment=moment))


@answered_once
async def on_press_suggest(deps: Deps, press: Press) -> Reply:
    picked = await usecases.suggest_someone(deps, press.who, _nudge_id(press))
    card = views.nudge_card(deps.words(press.who), picked.data)
    return _in_place(deps, press, views.DONE, card)


async def on_press_pause(deps: Deps, press: Press) -> Reply:
    await usecases.look_at(deps, press.who, _nudge_id(press))
    view = quiet_view(deps.words(press.who))
    await deps.messenger.open_view(press.who.workspace, press.trigger, view)
    return Reply()


async def on_press_why(deps: Deps, press: Press) -> Reply:
    nudge = await usecases.look_at(deps, press.who, _nudge_id(press))
    practice = deps.content.catalogue(press.who.locale).practice(nudge.practice_id)
    view = views.why_view(deps.words(press.who), practice, nudge.why)
    await deps.messenger.open_view(press.who.workspace, press.trigger, view)
    return Reply()


MENU = {
    "hide": on_press_hide,
    "later": on_press_later,
    "suggest": on_press_suggest,
    "pause": on_press_pause,
    "why": on_press_why,
}


async def on_press_menu(deps: Deps, press: Press) -> Reply:
    chosen = MENU.get(str(press.value.get("do")))
    if chosen is None:
        raise UserError("house-old-card")
    return await chosen(deps, press)


def _nudge_id(press: Press) -> str:
    return str(press.value.get("nudge"))


def _answered(deps: Deps, press: Press, nudge: Nudge, said: Block) -> Reply:
    """Show what was pressed in the place of the buttons; the practice stays as it was shown."""
    who, words = press.who, deps.words(press.who)
    if _in_home(press):
        return Reply(
            later=lambda: answer_message(deps, who, nudge.nudge_id, [said], keep_text=True)
        )
    blocks = press.message.blocks if press.message else ()
    card = card_in(blocks, views.DONE)
    if press.message is not None and card is not None:
        left = answered(blocks, card, said)
        return _say(deps, press, Message(press.message.text, left), replace=True)
    if blocks:
        return Reply()  # pressed twice: the answer stands there already
    text = text_of(deps.content, nudge, who.locale) or words("nudges-why-gone")
    return _say(deps, press, views.answered_card(words, text, said), replace=True)


def _in_place(deps: Deps, press: Press, action_id: str, message: Message) -> Reply:
    """Show *message* where the card with *action_id* stands, whatever else is in its message.

    What the message is about, which phones show, is what it begins with.
    """
    if _in_home(press):
        who, old, by = press.who, _nudge_id(press), message.blocks
        return Reply(later=lambda: answer_message(deps, who, old, by, keep_text=False))
    blocks = press.message.blocks if press.message else ()
    card = card_in(blocks, action_id)
    if press.message is not None and card is not None:
        text = press.message.text if card.start else message.text
        message = Message(text, exchanged(blocks, card, message.blocks))
    return _say(deps, press, message, replace=True)


def _in_home(press: Press) -> bool:
    """Home needs no answer of its own, for it is shown anew; the message behind it does."""
    return press.view is not None and press.view.type == "home"


def _say(deps: Deps, press: Press, message: Message, *, replace: bool) -> Reply:
    """Answer in the place of what was pressed, or beside it; from Home, in their own messages."""
    url, who = press.response_url, press.who
    if url is None:
        return Reply(later=lambda: deps.messenger.say(who.workspace, who.member, message))
    return Reply(later=lambda: deps.messenger.respond(url, message, replace=replace))
