"""Asks' conversation with Slack."""

from bot.deps import Deps
from bot.errors import UserError
from bot.rooms.asks import usecases, views
from bot.rooms.asks.in_place import settle
from bot.rooms.asks.rules import FACTORS, mentioned
from bot.rooms.asks.usecases import Answer, Overview
from bot.slack.blocks import Message
from bot.slack.ids import ChannelId, MemberId
from bot.slack.inputs import Command, Press, Reply, Submission

SWITCHES = {"on": False, "off": True}  # typed behind the word: whether asks are off


async def on_command_ask(deps: Deps, command: Command) -> Reply:
    """Show whom one is about to ask what; alone, the asks so far; `on` and `off` switch them."""
    who, words = command.who, deps.words(command.who)
    if command.text.lower() in SWITCHES:
        is_off = SWITCHES[command.text.lower()]
        await usecases.switch(deps, who, is_off=is_off)
        return Reply.say(Message(words("asks-are-off" if is_off else "asks-are-on")))
    if not command.text:
        view = views.list_view(words, await usecases.overview(deps, who), who.zone)
    else:
        asked = _the_one(command.text)
        await usecases.may_ask(deps, who, asked)
        view = views.ask_form(words, asked, usecases.new_ask_id())
    await deps.messenger.open_view(who.workspace, command.trigger, view)
    return Reply()


async def on_submit_ask(deps: Deps, sent: Submission) -> Reply:
    """Ask; somebody who is new to us is looked up first: bots and guests aren't asked."""
    asked = MemberId(str(sent.meta.get("asked")))
    await deps.people.look_up(await deps.people.reader(sent.who.workspace, asked))
    await usecases.ask(deps, sent.who, asked, str(sent.meta.get("ask") or usecases.new_ask_id()))
    return Reply.show(views.asked_view(deps.words(sent.who)))


async def on_press_answer(deps: Deps, press: Press) -> Reply:
    ask_id = str(press.value.get("ask"))
    asker = await usecases.asker_of(deps, press.who, ask_id)
    view = views.answer_form(deps.words(press.who), ask_id, asker, press.message)
    await deps.messenger.open_view(press.who.workspace, press.trigger, view)
    return Reply()


async def on_submit_answer(deps: Deps, sent: Submission) -> Reply:
    words, form = deps.words(sent.who), sent.form
    most, more = form.choice(views.MOST), form.choice(views.MORE)
    places = {views.MOST: most, views.MORE: more}
    missing = [place for place, chosen in places.items() if chosen not in FACTORS]
    if missing:
        return Reply.errors({place: words("asks-choose-one") for place in missing})
    given = Answer(str(most), str(more), form.text(views.CHANGE))
    ask_id = str(sent.meta.get("ask"))
    asker = await usecases.answer(deps, sent.who, ask_id, given)
    channel, ts = ChannelId(str(sent.meta.get("channel"))), str(sent.meta.get("ts"))
    said = words(views.SETTLED["answered"])
    return Reply.show(
        views.answered_view(words, asker),
        later=lambda: settle(deps, sent.who, channel, ts, ask_id, said),
    )


async def on_press_decline(deps: Deps, press: Press) -> Reply:
    await usecases.decline(deps, press.who, str(press.value.get("ask")))
    return _settled(deps, press, deps.words(press.who)(views.SETTLED["declined"]))


async def on_press_switch_off(deps: Deps, press: Press) -> Reply:
    await usecases.switch(deps, press.who, is_off=True)
    return _settled(deps, press, deps.words(press.who)(views.SETTLED["off"]))


async def on_press_list(deps: Deps, press: Press) -> Reply:
    overview = await usecases.overview(deps, press.who)
    view = views.list_view(deps.words(press.who), overview, press.who.zone)
    await deps.messenger.open_view(press.who.workspace, press.trigger, view)
    return Reply()


async def on_press_turn(deps: Deps, press: Press) -> Reply:
    return await _show(deps, press, await usecases.overview(deps, press.who))


async def on_press_switch(deps: Deps, press: Press) -> Reply:
    is_off = bool(press.value.get("off"))
    return await _show(deps, press, await usecases.switch(deps, press.who, is_off=is_off))


async def _show(deps: Deps, press: Press, overview: Overview) -> Reply:
    if press.view is None:
        raise UserError("house-old-card")
    number = press.value.get("page")
    page = max(0, number) if isinstance(number, int) else 0
    view = views.list_view(deps.words(press.who), overview, press.who.zone, page)
    await deps.messenger.update_view(press.who.workspace, press.view.id, view)
    return Reply()


def _settled(deps: Deps, press: Press, said: str) -> Reply:
    """Say it in the ask's place; where that can't be, beside the message."""
    message, url = press.message, press.response_url
    if message is None or url is None:
        raise UserError("house-old-card")
    ask_id = str(press.value.get("ask"))

    async def later() -> None:
        if not await settle(deps, press.who, message.channel, message.ts, ask_id, said):
            await deps.messenger.respond(url, Message(said))

    return Reply(later=later)


def _the_one(text: str) -> MemberId:
    people = mentioned(text)
    if not people:
        raise UserError("asks-whom")
    if len(people) > 1:
        raise UserError("asks-one-at-a-time")
    return MemberId(people[0])
