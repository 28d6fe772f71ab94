"""The nudges' conversation with Slack."""

from collections.abc import Sequence
from datetime import datetime
from functools import wraps

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps, OnPress
from bot.errors import UserError
from bot.members import store as members
from bot.members.people import zone_of
from bot.members.quiet import quiet_view
from bot.members.reader import Reader
from bot.members.rules import slot_date
from bot.members.schedule import clock_time
from bot.members.tables import Member
from bot.rooms.nudges import store, usecases, views
from bot.rooms.nudges.choosing import text_of
from bot.rooms.nudges.in_place import card_in, exchanged
from bot.rooms.nudges.tables import Nudge
from bot.rooms.nudges.week import next_nudge_at
from bot.slack.blocks import Block, Buildable, Message
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
            said = views.answered_before(deps.words(press.who), already.nudge.reaction)
            return _answered(deps, press, already.nudge, said)

    return press_once


@answered_once
async def on_press_done(deps: Deps, press: Press) -> Reply:
    nudge = await usecases.react(deps, press.who, _nudge_id(press), "done")
    return _answered(deps, press, nudge, views.answer(deps.words(press.who), "done"))


async def on_practice_promised(deps: Deps, press: Press) -> Reply:
    """The form is open: say so in place. A nudge that was answered otherwise stays as it is."""
    blocks = press.message.blocks if press.message else ()
    if blocks and card_in(blocks, views.DONE) is None:
        return Reply()
    try:
        nudge = await usecases.react(deps, press.who, _nudge_id(press), "promised")
    except UserError:
        return Reply()
    return _answered(deps, press, nudge, views.promised(deps.words(press.who), nudge))


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
    blocks = press.message.blocks if press.message else ()
    card = card_in(blocks, views.DONE)
    words = deps.words(press.who)
    if press.message is not None and card is not None:
        left = exchanged(blocks, card, [*blocks[card][:-1], said])
        return _say(deps, press, Message(press.message.text, left), replace=True)
    if blocks:
        return Reply()  # pressed twice: the answer stands there already
    text = text_of(deps.content, nudge, press.who.locale) or words("nudges-why-gone")
    return _say(deps, press, views.answered_card(words, text, said), replace=True)


def _in_place(deps: Deps, press: Press, action_id: str, message: Message) -> Reply:
    """Show *message* where the card with *action_id* stands, whatever else is in its message."""
    blocks = press.message.blocks if press.message else ()
    card = card_in(blocks, action_id)
    if card is not None:
        message = Message(message.text, exchanged(blocks, card, message.blocks))
    return _say(deps, press, message, replace=True)


def _say(deps: Deps, press: Press, message: Message, *, replace: bool) -> Reply:
    """Answer in the place of what was pressed, or beside it; from Home, in their own messages.

    A practice's own buttons in Home need no answer: Home itself is shown anew.
    """
    url, who = press.response_url, press.who
    if replace and press.view is not None and press.view.type == "home":
        return Reply()
    if url is None:
        return Reply(later=lambda: deps.messenger.say(who.workspace, who.member, message))
    return Reply(later=lambda: deps.messenger.respond(url, message, replace=replace))


async def home_card(deps: Deps, session: AsyncSession, who: Reader) -> Sequence[Buildable | Block]:
    words, now = deps.words(who), deps.clock.now()
    member = await members.get_member(session, who.workspace, who.member)
    if member is None or member.started_at is None:
        return views.home_card(words, started=False, text=None, next_said=None)
    nudge = await store.newest(session, who.workspace, who.member)
    text = text_of(deps.content, nudge, who.locale) if nudge else None
    at = next_nudge_at(member, now)
    said = words.moment(at, who.zone, now=now) if at else None
    waits = nudge is not None and text is not None and _waits(nudge, member, now)
    data = {"nudge": nudge.nudge_id, "practice": nudge.practice_id} if nudge and waits else None
    return views.home_card(words, started=True, text=text, next_said=said, pressable=data)


def _waits(nudge: Nudge, member: Member, now: datetime) -> bool:
    """Say whether today's practice has had no word yet."""
    return nudge.reaction is None and nudge.on_date == slot_date(now, zone_of(member)).isoformat()
