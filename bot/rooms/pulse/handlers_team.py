"""`/pulse` in a channel: setting a team's pulse up, and looking at it and what it published."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.deps import Deps
from bot.errors import SlackError, UserError
from bot.members.reader import Reader
from bot.members.sync import learn_channel
from bot.rooms.pulse import handlers_manage as manage
from bot.rooms.pulse import views, views_manage, views_results, views_team
from bot.rooms.pulse.csv_file import csv_text, send_csv
from bot.rooms.pulse.instant import look_at_instant, start_instant
from bot.rooms.pulse.management import (
    Look,
    change_settings,
    look_at_team,
    refusal_id,
    set_up,
)
from bot.rooms.pulse.mentions import channel_link
from bot.rooms.pulse.reading import read_all, read_latest, read_trend
from bot.rooms.pulse.rules import PulseSettings, Refusal, may_change
from bot.rooms.pulse.team import rests
from bot.slack.blocks import Message
from bot.slack.ids import ChannelId
from bot.slack.inputs import Command, Press, Reply, Submission

OnWord = Callable[[Deps, Command], Awaitable[Reply]]


async def on_command_pulse(deps: Deps, command: Command) -> Reply:
    """Do what stands behind `/pulse`; alone it sets a pulse up or shows the one there is."""
    word = " ".join(command.text.lower().split())
    handler = next((WORDS[known] for known in WORDS if _is(word, known)), None)
    if handler is None:
        raise UserError("pulse-unknown-word")
    return await handler(deps, command)


def _is(word: str, known: str) -> bool:
    """Tell whether *word* is *known*, perhaps with more behind it."""
    return word == known or (bool(known) and word.startswith(f"{known} "))


async def on_word_pulse(deps: Deps, command: Command) -> Reply:
    look = await look_at_team(deps, command.who, command.channel)
    if look.unseen is Refusal.BOT_ABSENT:
        return await _absent(deps, command)
    if look.unseen is not None:
        raise UserError(refusal_id(look.unseen))
    if look.team.running is not None:
        return Reply.say(_status(deps, command.who, look))
    if look.refusal is Refusal.TOO_SMALL:
        words = deps.words(command.who)
        return Reply.say(views_team.refused(words, words("pulse-refused-too-small")))
    if look.refusal is not None:
        raise UserError(refusal_id(look.refusal))
    view = views_team.settings_form(
        deps.words(command.who),
        deps.content.locales,
        PulseSettings(locale=command.who.locale),
        command.channel,
        is_new=True,
    )
    await deps.messenger.open_view(command.who.workspace, command.trigger, view)
    return Reply()


async def on_command_team(deps: Deps, command: Command) -> Reply:
    """Show the deal of an instant pulse, or name why there can't be one."""
    refusal = await look_at_instant(deps, command.who, command.channel)
    if refusal is Refusal.BOT_ABSENT:
        return await _absent(deps, command)
    if refusal is not None:
        raise UserError(refusal_id(refusal))
    view = views_team.instant_form(deps.words(command.who), command.channel)
    await deps.messenger.open_view(command.who.workspace, command.trigger, view)
    return Reply()


async def on_submit_instant(deps: Deps, sent: Submission) -> Reply:
    await start_instant(deps, sent.who, ChannelId(str(sent.meta.get("channel"))))
    words = deps.words(sent.who)
    return Reply.show(views.notice(words, words("pulse-instant-started")))


async def on_submit_set_up(deps: Deps, sent: Submission) -> Reply:
    channel = ChannelId(str(sent.meta.get("channel")))
    settings = views_team.read_settings(sent.form, deps.content.locales)
    pulse = await set_up(deps, sent.who, channel, settings)
    words = deps.words(sent.who)
    on, link = words.day(pulse.first_on), channel_link(channel)
    return Reply.show(views.notice(words, words("pulse-is-set-up", channel=link, on=on)))


async def on_submit_settings(deps: Deps, sent: Submission) -> Reply:
    channel = ChannelId(str(sent.meta.get("channel")))
    settings = views_team.read_settings(sent.form, deps.content.locales)
    await change_settings(deps, sent.who, channel, settings)
    words = deps.words(sent.who)
    return Reply.show(views.notice(words, words("pulse-is-changed")))


async def on_word_results(deps: Deps, command: Command) -> Reply:
    return Reply.say(await _results(deps, command.who, command.channel))


async def on_word_history(deps: Deps, command: Command) -> Reply:
    return Reply.say(await _history(deps, command.who, command.channel))


async def on_press_results(deps: Deps, press: Press) -> Reply:
    message = await _results(deps, press.who, manage.channel_in(press))
    return _beside(deps, press, message)


async def on_press_history(deps: Deps, press: Press) -> Reply:
    message = await _history(deps, press.who, manage.channel_in(press))
    return _beside(deps, press, message)


async def _results(deps: Deps, who: Reader, channel: ChannelId) -> Message:
    words = deps.words(who)
    data = await read_latest(deps, who, channel)
    if data is None:
        return views_team.refused(words, words("pulse-no-results"))
    return views_results.figures_post(words, data)


async def _history(deps: Deps, who: Reader, channel: ChannelId) -> Message:
    words = deps.words(who)
    trend = await read_trend(deps, who, channel)
    if not trend:
        return views_team.refused(words, words("pulse-no-results"))
    return views_results.history(words, trend, channel)


async def on_press_csv(deps: Deps, press: Press) -> Reply:
    """Send what was published as a file, into the presser's own conversation with the bot."""
    words = deps.words(press.who)
    text = csv_text(words, await read_all(deps, press.who, manage.channel_in(press)))
    said = words("pulse-csv-comment")
    return Reply(later=lambda: send_csv(deps, press.who, text, said))


def _beside(deps: Deps, press: Press, message: Message) -> Reply:
    url = press.response_url
    if url is None:
        return Reply()
    return Reply(later=lambda: deps.messenger.respond(url, message))


def _status(deps: Deps, who: Reader, look: Look) -> Message:
    pulse = look.team.running
    assert pulse is not None  # noqa: S101  # the caller has looked
    is_theirs = may_change(look.team.asker(who), look.team.owner)
    return views_manage.status(
        deps.words(who),
        pulse,
        look,
        may_change=is_theirs,
        is_resting=rests(pulse, deps.clock.now()),
    )


async def _absent(deps: Deps, command: Command) -> Reply:
    """Ask Slack what this conversation is: where the bot isn't, our rows don't tell."""
    workspace, channel = command.who.workspace, command.channel
    try:
        answer: Any = await deps.messenger.ask(workspace, "conversations.info", channel=channel)
    except SlackError:
        raise UserError(refusal_id(Refusal.BOT_ABSENT)) from None
    if not answer["channel"].get("is_member") or answer["channel"].get("is_im"):
        raise UserError(refusal_id(_kind_of(answer["channel"])))
    words = deps.words(command.who)
    return Reply.say(
        views_team.refused(words, words("pulse-just-arrived")),
        later=lambda: learn_channel(deps, workspace, channel),
    )


def _kind_of(conversation: Any) -> Refusal:
    """Name what a conversation without the bot is refused for."""
    kinds = {
        "is_im": Refusal.DIRECT_MESSAGE,
        "is_mpim": Refusal.GROUP_MESSAGE,
        "is_private": Refusal.PRIVATE,
    }
    named = (refusal for flag, refusal in kinds.items() if conversation.get(flag))
    return next(named, Refusal.BOT_ABSENT)


def _form(show: manage.Show) -> OnWord:
    """Return what opens *show* when its word is typed."""

    async def on_word(deps: Deps, command: Command) -> Reply:
        return await manage.open_form(deps, command.who, command.channel, command.trigger, show)

    return on_word


WORDS: dict[str, OnWord] = {
    "": on_word_pulse,
    "results": on_word_results,
    "history": on_word_history,
    "settings": _form(manage.settings_view),
    "pause": _form(manage.pause_view),
    "resume": manage.on_word_resume,
    "stop": manage.on_word_stop,
    "hand over": _form(manage.hand_over_view),
    "handover": _form(manage.hand_over_view),
}
