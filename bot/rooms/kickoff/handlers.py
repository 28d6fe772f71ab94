"""Kickoff's conversation with Slack."""

from bot.content.schema import Kickoff
from bot.deps import Deps
from bot.errors import UserError
from bot.members.reader import Reader
from bot.rooms.kickoff import usecases, views
from bot.slack.blocks import Block
from bot.slack.ids import ChannelId
from bot.slack.inputs import Command, Press, Reply, Submission


async def on_command_kickoff(deps: Deps, command: Command) -> Reply:
    return await _open(deps, command.who, command.channel, command.trigger)


async def on_press_add(deps: Deps, press: Press) -> Reply:
    return await _open(deps, press.who, _channel(press), press.trigger)


async def on_submit_form(deps: Deps, sent: Submission) -> Reply:
    """Show what the channel will read; an empty form stays open."""
    words, kickoff = deps.words(sent.who), _asked(deps, sent.who)
    written = {
        field.id: sent.form.text(views.field_id(field.id))[: views.MAX_FIELD_CHARS]
        for field in kickoff.fields
    }
    answers = {field: text for field, text in written.items() if text}
    if not answers:
        first = views.field_id(kickoff.fields[0].id)
        return Reply.errors({first: words("kickoff-nothing-written")})
    channel = _channel(sent)
    draft = await usecases.keep_draft(deps, sent.who, channel, answers)
    place = {"channel": channel, "draft": draft}
    return Reply.show(views.preview(words, kickoff, sent.who.member, answers, place))


async def on_submit_preview(deps: Deps, sent: Submission) -> Reply:
    channel = _channel(sent)
    await usecases.publish(deps, sent.who, channel, str(sent.meta.get("draft")))
    words = deps.words(sent.who)
    return Reply.show(views.notice(words, words("kickoff-posted", channel=f"<#{channel}>")))


async def on_press_change(deps: Deps, press: Press) -> Reply:
    """Go back from the preview to the form."""
    channel = _channel(press)
    mine = await usecases.look(deps, press.who, channel)
    return await _show(deps, press, _form(deps, press.who, channel, mine))


async def on_press_delete(deps: Deps, press: Press) -> Reply:
    await usecases.take_back(deps, press.who, _channel(press))
    words = deps.words(press.who)
    return await _show(deps, press, views.notice(words, words("kickoff-deleted")))


async def on_press_read(deps: Deps, press: Press) -> Reply:
    view = await _list(deps, press)
    await deps.messenger.open_view(press.who.workspace, press.trigger, view)
    return Reply()


async def on_press_turn(deps: Deps, press: Press) -> Reply:
    return await _show(deps, press, await _list(deps, press))


async def _open(deps: Deps, who: Reader, channel: ChannelId, trigger: str) -> Reply:
    """Open the form; where nothing can be posted any more, one's own entry can be deleted yet."""
    try:
        view = _form(deps, who, channel, await usecases.look(deps, who, channel))
    except UserError:
        answers = await usecases.own(deps, who, channel)
        if not answers:
            raise
        view = views.only_delete(deps.words(who), _asked(deps, who), who.member, answers, channel)
    await deps.messenger.open_view(who.workspace, trigger, view)
    return Reply()


async def _list(deps: Deps, press: Press) -> Block:
    channel, number = _channel(press), press.value.get("page")
    page = max(0, number) if isinstance(number, int) else 0
    entries = await usecases.read_all(deps, press.who, channel)
    return views.list_view(deps.words(press.who), _asked(deps, press.who), entries, channel, page)


async def _show(deps: Deps, press: Press, view: Block) -> Reply:
    if press.view is None:
        raise UserError("house-old-card")
    await deps.messenger.update_view(press.who.workspace, press.view.id, view)
    return Reply()


def _form(deps: Deps, who: Reader, channel: ChannelId, mine: usecases.Mine) -> Block:
    return views.form(
        deps.words(who),
        _asked(deps, who),
        mine.answers,
        channel=channel,
        is_posted=mine.is_posted,
    )


def _asked(deps: Deps, who: Reader) -> Kickoff:
    return deps.content.catalogue(who.locale).kickoff


def _channel(given: Press | Submission) -> ChannelId:
    held = given.value if isinstance(given, Press) else given.meta
    return ChannelId(str(held.get("channel")))
