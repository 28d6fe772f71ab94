"""An owner's conversation about a pulse: changing, pausing, stopping, handing it over."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta

from bot.deps import Deps
from bot.errors import UserError
from bot.members.reader import Reader
from bot.members.rules import slot_date
from bot.rooms.pulse import views, views_manage, views_team
from bot.rooms.pulse.management import (
    Look,
    hand_over,
    look_at_team,
    pause,
    refusal_id,
    resume,
    stop,
    take_over,
)
from bot.rooms.pulse.opening import settings_of
from bot.rooms.pulse.rules import Refusal, may_change
from bot.rooms.pulse.tables import Pulse
from bot.slack.blocks import Block, Message
from bot.slack.ids import ChannelId, MemberId, reading
from bot.slack.inputs import Command, Press, Reply, Submission

PAUSE_PROPOSED = timedelta(weeks=2)
Show = Callable[[Deps, Reader, Look, Pulse], Block]


def settings_view(deps: Deps, who: Reader, look: Look, pulse: Pulse) -> Block:
    return views_team.settings_form(
        deps.words(who),
        deps.content.locales,
        settings_of(pulse),
        pulse.channel_id,
        is_new=False,
    )


def pause_view(deps: Deps, who: Reader, look: Look, pulse: Pulse) -> Block:
    today = slot_date(deps.clock.now(), pulse.zone)
    return views_manage.pause_form(deps.words(who), pulse.channel_id, today + PAUSE_PROPOSED)


def hand_over_view(deps: Deps, who: Reader, look: Look, pulse: Pulse) -> Block:
    return views_manage.hand_over_form(deps.words(who), pulse.channel_id)


async def open_form(deps: Deps, who: Reader, channel: ChannelId, trigger: str, show: Show) -> Reply:
    """Open one of the owner's forms; to others it is refused by name."""
    look = await look_at_team(deps, who, channel)
    pulse = owned(look, who)
    await deps.messenger.open_view(who.workspace, trigger, show(deps, who, look, pulse))
    return Reply()


def owned(look: Look, who: Reader) -> Pulse:
    """Return the pulse. Raises: UserError where there is none, or it isn't *who*'s to change."""
    if look.unseen is not None:
        raise UserError(refusal_id(look.unseen))
    if look.team.running is None:
        raise UserError("pulse-gone")
    if not may_change(look.team.asker(who), look.team.owner):
        raise UserError(refusal_id(Refusal.OWNER_OR_ADMIN_ONLY))
    return look.team.running


def opens(show: Show) -> Callable[[Deps, Press], Awaitable[Reply]]:
    """Return the handler of a button that opens *show*."""

    async def on_press(deps: Deps, press: Press) -> Reply:
        return await open_form(deps, press.who, channel_in(press), press.trigger, show)

    return on_press


async def on_submit_pause(deps: Deps, sent: Submission) -> Reply:
    with reading():
        until = date.fromisoformat(sent.form.choice(views_manage.UNTIL) or "")
    await pause(deps, sent.who, ChannelId(str(sent.meta.get("channel"))), until)
    words = deps.words(sent.who)
    return Reply.show(views.notice(words, words("pulse-is-paused", until=words.day(until))))


async def on_submit_hand_over(deps: Deps, sent: Submission) -> Reply:
    to = MemberId(sent.form.choice(views_manage.OWNER) or "")
    await hand_over(deps, sent.who, ChannelId(str(sent.meta.get("channel"))), to)
    words = deps.words(sent.who)
    return Reply.show(views.notice(words, words("pulse-is-handed-over")))


async def on_press_resume(deps: Deps, press: Press) -> Reply:
    await resume(deps, press.who, channel_in(press))
    return beside(deps, press, "pulse-is-resumed")


async def on_press_stop(deps: Deps, press: Press) -> Reply:
    await stop(deps, press.who, channel_in(press))
    return beside(deps, press, "pulse-is-stopped")


async def on_press_take_over(deps: Deps, press: Press) -> Reply:
    await take_over(deps, press.who, channel_in(press))
    return beside(deps, press, "pulse-is-yours")


async def on_word_stop(deps: Deps, command: Command) -> Reply:
    """Ask once more before stopping."""
    owned(await look_at_team(deps, command.who, command.channel), command.who)
    return Reply.say(views_manage.stop_card(deps.words(command.who), command.channel))


async def on_word_resume(deps: Deps, command: Command) -> Reply:
    await resume(deps, command.who, command.channel)
    words = deps.words(command.who)
    return Reply.say(views_team.refused(words, words("pulse-is-resumed")))


def channel_in(press: Press) -> ChannelId:
    return ChannelId(str(press.value.get("channel")))


def beside(deps: Deps, press: Press, message_id: str) -> Reply:
    """Say *message_id* to the presser alone, where they pressed."""
    text, url = deps.words(press.who)(message_id), press.response_url
    if url is None:
        return Reply()
    message: Message = views_team.refused(deps.words(press.who), text)
    return Reply(later=lambda: deps.messenger.respond(url, message))
