"""What people press on a promise: kept, not yet, moved, undone."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot.deps import Deps
from bot.rooms.commitments import form, rules, usecases, views
from bot.rooms.commitments.answers import in_place, on_top
from bot.rooms.commitments.capture import Problem, draft_again
from bot.rooms.commitments.diary import Diary
from bot.rooms.commitments.handlers import problem_shown, voice, wanted_of
from bot.rooms.commitments.rules import Promise, Refusal, Step
from bot.rooms.commitments.usecases import Event, Outcome
from bot.slack.ids import reading
from bot.slack.inputs import Press, Reply, Submission


async def on_press_undo(deps: Deps, press: Press) -> Reply:
    promise = await usecases.undo_commitment(deps, press.who, str(press.value.get("promise")))
    said = voice(deps, press.who)
    parts = views.noted_parts(said, promise, "commitments-undone")
    return await in_place(deps, press, said, promise.id, parts)


async def on_press_change(deps: Deps, press: Press) -> Reply:
    found = await usecases.find_commitment(deps, press.who, str(press.value.get("promise")))
    promise = found.promise
    meta = {"promise": promise.id, "at": promise.due}
    is_for_them_alone = press.message is not None and not press.message.blocks
    url = {"url": press.response_url} if press.response_url and is_for_them_alone else {}
    draft = draft_again(promise, press.who.zone)
    view = form.promise_form(voice(deps, press.who), draft, form.CHANGE, {**meta, **url})
    await on_top(deps, press, view)
    return Reply()


async def on_submit_change(deps: Deps, sent: Submission) -> Reply:
    who, wanted = await wanted_of(deps, sent)
    if isinstance(wanted, Problem):
        return problem_shown(deps, who, wanted)
    outcome = await usecases.change_commitment(
        deps, who, str(sent.meta.get("promise")), instant(sent.meta), wanted
    )
    said = voice(deps, who)
    shown = views.said_in_modal(said, views.logged_parts(said, *outcome.logged))
    url = sent.meta.get("url")
    if not url:
        return Reply.show(shown)
    message = views.logged(said, *outcome.logged)
    return Reply.show(shown, lambda: deps.messenger.respond(str(url), message, replace=True))


async def on_press_kept(deps: Deps, press: Press) -> Reply:
    """Before the due time it was on time; after it they are asked, whenever they press."""
    said, about = voice(deps, press.who), instant(press.value)
    if said.now < about:
        return await _keep(deps, press, by_due=True)
    found = await usecases.find_open(deps, press.who, str(press.value.get("promise")), about)
    promise = found.promise
    return await in_place(deps, press, said, promise.id, views.which_parts(said, promise))


async def on_press_on_track(deps: Deps, press: Press) -> Reply:
    about = instant(press.value)
    outcome = await happen(
        deps,
        press,
        lambda promise, now, _diary: rules.answer_check(promise, about, now, at_risk=False),
    )
    said = voice(deps, press.who)
    parts = views.noted_parts(said, outcome.promise, "commitments-noted-on-track")
    return await in_place(deps, press, said, outcome.promise.id, parts)


async def on_press_by_due(deps: Deps, press: Press) -> Reply:
    return await _keep(deps, press, by_due=True)


async def on_press_later(deps: Deps, press: Press) -> Reply:
    return await _keep(deps, press, by_due=False)


async def _keep(deps: Deps, press: Press, *, by_due: bool) -> Reply:
    about = instant(press.value)

    def event(promise: Promise, now: datetime, _diary: Diary) -> Step | Refusal:
        return rules.keep(promise, about, now, by_due=by_due)

    note = "commitments-kept-on-time" if by_due else "commitments-kept-late"
    return await pressed(deps, press, event, note)


async def pressed(deps: Deps, press: Press, event: Event, note_id: str) -> Reply:
    outcome = await happen(deps, press, event)
    said = voice(deps, press.who)
    parts = views.noted_parts(said, outcome.promise, note_id)
    if outcome.following is not None:
        parts += views.following_parts(said, outcome.following)
    return await in_place(deps, press, said, outcome.promise.id, parts)


async def happen(deps: Deps, press: Press, event: Event) -> Outcome:
    return await usecases.happen(deps, press.who, str(press.value.get("promise")), event)


def instant(value: Mapping[str, Any]) -> datetime:
    """Return the due time a card or form spoke of (aware UTC)."""
    with reading():
        return datetime.fromtimestamp(int(value.get("at") or 0), UTC)
