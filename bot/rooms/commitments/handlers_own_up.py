"""Not in time: said early or late, with a new time or without one, and the words for it."""

from datetime import datetime

from bot.deps import Deps
from bot.rooms.commitments import form, notice, own_up, rules, usecases, views
from bot.rooms.commitments.answers import later_in_place, on_top
from bot.rooms.commitments.capture import Problem, time_from
from bot.rooms.commitments.diary import Diary
from bot.rooms.commitments.handlers import member_row, problem_shown, still_there, voice
from bot.rooms.commitments.handlers_life import happen, instant
from bot.rooms.commitments.rules import NewTime, Promise, Refusal, Step
from bot.rooms.commitments.said import Voice
from bot.rooms.commitments.usecases import Event, Outcome
from bot.rooms.commitments.working_time import diary_of
from bot.slack.inputs import Press, Reply, Submission


async def on_press_not_yet(deps: Deps, press: Press) -> Reply:
    about = instant(press.value)
    return await _own_up(
        deps,
        press,
        lambda promise, now, _diary: rules.say_not_yet(promise, about, now),
        "commitments-noted-not-yet",
    )


async def on_press_at_risk(deps: Deps, press: Press) -> Reply:
    about = instant(press.value)
    return await _own_up(
        deps,
        press,
        lambda promise, now, _diary: rules.answer_check(promise, about, now, at_risk=True),
        "commitments-noted-at-risk",
    )


async def _own_up(deps: Deps, press: Press, event: Event, note_id: str) -> Reply:
    """Note what they said, and open the way to own up; the message shows it meanwhile."""
    outcome = await happen(deps, press, event)
    said, promise = voice(deps, press.who), outcome.promise
    wordings = deps.content.catalogue(press.who.locale).drafts.own_up
    await on_top(deps, press, own_up.own_up_form(said, wordings, promise))
    parts = views.open_parts(said, promise, note=said(note_id))
    return Reply(later=later_in_place(deps, press, said, promise.id, parts))


async def on_submit_own_up(deps: Deps, sent: Submission) -> Reply:
    """The new time becomes the promise; the words to say so are drafted."""
    to = await _new_time(deps, sent, optional=True)
    if isinstance(to, Problem):
        return problem_shown(deps, sent.who, to)
    about = instant(sent.meta)

    def event(promise: Promise, now: datetime, diary: Diary) -> Step | Refusal:
        return rules.own_up(promise, to, about, now, diary)

    outcome = await usecases.happen(deps, sent.who, str(sent.meta.get("promise")), event)
    said, promise = voice(deps, sent.who), outcome.promise
    wordings = deps.content.catalogue(sent.who.locale).drafts.own_up
    words = own_up.own_up_words(
        said, wordings, sent.form.choice(own_up.WORDING), promise.text, to.due_at if to else None
    )
    to_whom = await still_there(deps, sent.who, promise)
    view = own_up.words_view(said, _became(said, outcome), words, sent.who.workspace, to_whom)
    return Reply.show(view)


async def on_press_move(deps: Deps, press: Press) -> Reply:
    """Ask for the new time; say first whether this move is free."""
    about = instant(press.value)
    found = await usecases.find_open(deps, press.who, str(press.value.get("promise")), about)
    diary, promise = diary_of(await member_row(deps, press.who), about), found.standing
    until = notice.notice_until(promise.made_at, promise.due_at, diary)
    is_free = not promise.moved and deps.clock.now() <= until
    said = voice(deps, press.who)
    await on_top(deps, press, own_up.move_form(said, found.promise, is_free=is_free))
    return Reply()


async def on_submit_move(deps: Deps, sent: Submission) -> Reply:
    to = await _new_time(deps, sent, optional=False)
    if isinstance(to, Problem):
        return problem_shown(deps, sent.who, to)
    assert to is not None  # noqa: S101  # not optional here
    about, target = instant(sent.meta), to

    def event(promise: Promise, now: datetime, diary: Diary) -> Step | Refusal:
        return rules.move(promise, target, about, now, diary)

    outcome = await usecases.happen(deps, sent.who, str(sent.meta.get("promise")), event)
    said = voice(deps, sent.who)
    parts = views.promise_parts(
        said, outcome.following or outcome.promise, note=_became(said, outcome)
    )
    return Reply.show(views.said_in_modal(said, parts))


def _became(said: Voice, outcome: Outcome) -> str:
    return views.became(said, outcome.promise, outcome.standing, outcome.following)


async def on_submit_words(deps: Deps, sent: Submission) -> Reply:
    """What was written is theirs to send; nothing of it is kept."""
    return Reply.clear()


async def on_press_chat(deps: Deps, press: Press) -> Reply:
    """Slack opens the link by itself; it only wants to hear that we know."""
    return Reply()


async def _new_time(deps: Deps, sent: Submission, *, optional: bool) -> NewTime | Problem | None:
    """Return the new time chosen in a form; None where none is, and none is needed."""
    chosen = form.read_when(sent.form)
    if optional and chosen["day"] is None:
        return None
    now = deps.clock.now()
    diary = diary_of(await member_row(deps, sent.who), now)
    found = time_from(chosen["day"], chosen["at"], diary, now)
    if isinstance(found, Problem):
        return found
    due_at, has_hour = found
    return NewTime(due_at, "time" if has_hour else "day")
