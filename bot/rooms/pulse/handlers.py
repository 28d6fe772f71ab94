"""A poll's conversation with Slack: answering it, skipping it, leaving it and coming back."""

from dataclasses import replace

from bot.deps import Deps
from bot.members.reader import Reader
from bot.rooms.pulse import views
from bot.rooms.pulse.rules import Unanswerable
from bot.rooms.pulse.usecases import (
    answer,
    come_back,
    leave_poll,
    look_at_poll,
    names_somebody,
)
from bot.slack.blocks import Block, Message
from bot.slack.ids import ChannelId, reading
from bot.slack.inputs import Later, Press, Reply, Submission


async def on_press_answer(deps: Deps, press: Press) -> Reply:
    """Open the form, or a notice in its place: the same call whatever the case."""
    poll = str(press.value.get("poll"))
    view = await _form_or_notice(deps, press, poll)
    await deps.messenger.open_view(press.who.workspace, press.trigger, view)
    return Reply(later=lambda: _have_names_ready(deps, press.who, poll))


async def _have_names_ready(deps: Deps, who: Reader, poll: str) -> None:
    await names_somebody(deps, who, poll)


async def _form_or_notice(
    deps: Deps, sent: Press | Submission, poll_id: str, *, is_warned: bool = False
) -> Block:
    access = await look_at_poll(deps, sent.who, poll_id)
    poll = access.poll
    if poll is None or access.refusal is not None:
        return refusal_notice(deps, sent, access.refusal or Unanswerable.NOT_ASKED)
    return views.answer_form(
        deps.words(sent.who),
        deps.content.catalogue(sent.who.locale).pulse,
        poll.statements,
        poll=poll.poll_id,
        channel=poll.channel_id,
        channel_name=access.channel_name,
        minimum=poll.minimum,
        has_comments=poll.has_comments,
        is_warned=is_warned,
    )


def refusal_notice(deps: Deps, sent: Press | Submission, refusal: Unanswerable) -> Block:
    words = deps.words(sent.who)
    return views.notice(words, words(f"pulse-unanswerable-{refusal.value.replace('_', '-')}"))


async def on_submit_answer(deps: Deps, sent: Submission) -> Reply:
    """Count the answer, warning once of a name in its comment.

    A second one, a late one and one for another's poll change nothing.
    """
    words, poll = deps.words(sent.who), str(sent.meta.get("poll"))
    chosen = {asked: sent.form.choice(views.answer_id(asked)) for asked in views.ASKED}
    missing = [asked for asked, value in chosen.items() if value is None]
    if missing:
        said = words("pulse-answer-missing")
        return Reply.errors({views.answer_id(asked): said for asked in missing})
    with reading():
        scores = {asked: int(value or 0) for asked, value in chosen.items()}
    comment, was_warned = sent.form.text(views.COMMENT), bool(sent.meta.get("warned"))
    if comment and not was_warned and await names_somebody(deps, sent.who, poll, comment):
        return _quietly(await _form_or_notice(deps, sent, poll, is_warned=True))
    refusal = await answer(deps, sent.who, poll, scores, comment)
    thanks = views.notice(words, words("pulse-thanks"))
    view = thanks if refusal is None else refusal_notice(deps, sent, refusal)
    return _quietly(view, deps.db.settle_log)  # or the log would hold every answer's own step


def _quietly(view: Block, later: Later | None = None) -> Reply:
    """Show *view* and have nothing else follow: after other acts Home changes, here it doesn't."""
    return replace(Reply.show(view, later), is_quiet=True)


async def on_press_skip(deps: Deps, press: Press) -> Reply:
    """Say that all is well. Nothing is noted: a skip would tell who didn't answer."""
    return _beside(deps, press, views.skipped(deps.words(press.who)))


async def on_press_leave(deps: Deps, press: Press) -> Reply:
    channel = ChannelId(str(press.value.get("channel")))
    await leave_poll(deps, press.who, channel)
    return _beside(deps, press, views.left(deps.words(press.who), channel))


async def on_press_come_back(deps: Deps, press: Press) -> Reply:
    channel = ChannelId(str(press.value.get("channel")))
    await come_back(deps, press.who, channel)
    return _beside(deps, press, views.is_back(deps.words(press.who), channel))


def _beside(deps: Deps, press: Press, message: Message) -> Reply:
    """Answer for the presser's eyes alone, where they pressed; what was pressed stays as it is."""
    url = press.response_url
    if url is None:
        return Reply()
    return Reply(later=lambda: deps.messenger.respond(url, message))
