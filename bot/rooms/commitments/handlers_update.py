"""Drafting the regular update of a cadence."""

from dataclasses import replace
from datetime import datetime

from bot.content.schema import Update
from bot.deps import Deps
from bot.rooms.commitments import rules, update, usecases
from bot.rooms.commitments.answers import on_top
from bot.rooms.commitments.handlers import still_there, voice
from bot.rooms.commitments.record import Told
from bot.slack.blocks import Block
from bot.slack.ids import decode
from bot.slack.inputs import Press, Reply, Submission


async def on_press_update(deps: Deps, press: Press) -> Reply:
    found = await usecases.find_commitment(deps, press.who, str(press.value.get("promise")))
    view = update.update_form(voice(deps, press.who), _content(deps, press), found.promise)
    await on_top(deps, press, view)
    return Reply()


async def on_press_nothing_new(deps: Deps, press: Press) -> Reply:
    """One tap: the words are there, on top of whatever was open."""
    view = await _nothing_new(deps, press, str(press.value.get("promise")), None)
    await on_top(deps, press, view)
    return Reply()


async def on_press_instead(deps: Deps, press: Press) -> Reply:
    """*Nothing new* in the form: the words come in its place."""
    view = await _nothing_new(deps, press, str(press.value.get("promise")), None)
    return await _in_its_place(deps, press, view)


async def on_press_way(deps: Deps, press: Press) -> Reply:
    """Another way to say that there is nothing new."""
    chosen = decode(press.chosen)
    view = await _nothing_new(deps, press, str(chosen.get("promise")), chosen.get("draft"))
    return await _in_its_place(deps, press, view)


async def on_submit_update(deps: Deps, sent: Submission) -> Reply:
    promise, next_at = await _promise(deps, sent, str(sent.meta.get("promise")))
    said, content = voice(deps, sent.who), _content(deps, sent)
    words = update.written(said, content, sent.form, promise, next_at)
    return Reply.show(update.update_words(said, content, words, promise, sent.who.workspace))


async def _nothing_new(deps: Deps, press: Press, promise_id: str, chosen: str | None) -> Block:
    promise, next_at = await _promise(deps, press, promise_id)
    said, content = voice(deps, press.who), _content(deps, press)
    way = chosen or content.nothing_new[0].id
    words = update.nothing_new(said, content, way, promise, next_at)
    return update.update_words(said, content, words, promise, press.who.workspace, chosen=way)


async def _promise(
    deps: Deps, act: Press | Submission, promise_id: str
) -> tuple[Told, datetime | None]:
    """Return the promise, and when the next of its cadence is due, if one is to come.

    It is to nobody, where they can't be written to any more.
    """
    found = await usecases.find_commitment(deps, act.who, promise_id)
    following = rules.next_in_series(found.standing, deps.clock.now())
    to = await still_there(deps, act.who, found.promise)
    return replace(found.promise, to=to), following.due_at if following else None


async def _in_its_place(deps: Deps, press: Press, view: Block) -> Reply:
    if press.view is not None:
        await deps.messenger.update_view(press.who.workspace, press.view.id, view)
    return Reply()


def _content(deps: Deps, act: Press | Submission) -> Update:
    return deps.content.catalogue(act.who.locale).drafts.update
