"""Capturing promises: from a line, a form, a message or a practice."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bot.deps import Deps
from bot.errors import UserError
from bot.members import store as members
from bot.members.mention import still_here
from bot.members.reader import Reader
from bot.members.tables import Member
from bot.rooms.commitments import form, usecases, views
from bot.rooms.commitments.answers import on_top
from bot.rooms.commitments.capture import (
    MAX_CHARS,
    Draft,
    Problem,
    draft_of,
    wanted_from,
    wanted_in,
)
from bot.rooms.commitments.grammar import Read, read
from bot.rooms.commitments.listing import made_before
from bot.rooms.commitments.record import Told, Wanted, new_id
from bot.rooms.commitments.said import Voice, voice_of
from bot.rooms.commitments.typed import as_typed, guarded, message_link
from bot.rooms.commitments.working_time import diary_of
from bot.slack.ids import MemberId
from bot.slack.inputs import Command, Later, Press, Reply, Shortcut, Submission


async def on_command_promise(deps: Deps, command: Command) -> Reply:
    """Log what a line says at once where it is clear, else open the form with what was read.

    Somebody whose zone isn't known yet is looked up at Slack, and then no form can be opened.
    """
    who, line = command.who, command.text
    said = await read_line(deps, who, line)
    wanted = wanted_in(said, who)
    if wanted is None:
        draft = draft_of(said, who) if line else Draft()
        return await open_form(deps, who, command.trigger, draft)
    if await _is_ours(deps, who, wanted.to):
        draft = replace(draft_of(said, who), to=None, problem="to_a_bot")
        return await open_form(deps, who, command.trigger, draft)
    return await _log(deps, who, line, wanted)


async def _log(deps: Deps, who: Reader, line: str, wanted: Wanted) -> Reply:
    """Log it, once Slack has told of those whom we don't know: then no form can be opened."""
    was_known = who.known
    who, is_to_app = await _met(deps, who, wanted.to)
    if is_to_app:
        return Reply.say(views.to_a_bot(voice(deps, who), as_typed(line)))
    if not was_known:
        read_anew = wanted_in(await read_line(deps, who, line), who)
        if read_anew is None:
            return Reply.say(views.ask_again(voice(deps, who), as_typed(line)))
        wanted = read_anew
    outcome = await usecases.log_commitment(deps, who, wanted, new_id())
    return Reply.say(views.logged(voice(deps, who), *outcome.logged))


async def on_press_form(deps: Deps, press: Press) -> Reply:
    return await open_form(deps, press.who, press.trigger, Draft())


async def on_shortcut_promise(deps: Deps, shortcut: Shortcut) -> Reply:
    return await open_form(deps, shortcut.who, shortcut.trigger, Draft())


async def on_shortcut_message(deps: Deps, shortcut: Shortcut) -> Reply:
    """Track a message: its text, the way back to it, whom it concerns, a time if one is in it."""
    message, who = shortcut.message, shortcut.who
    if message is None:
        raise UserError("house-old-card")
    draft = draft_of(await read_line(deps, who, message.text), who)
    author = message.author if message.author != who.member else None
    link = message_link(await _domain(deps, who), message.channel, message.ts, message.thread_ts)
    kept = replace(draft, to=draft.to or author, link=link)
    return await open_form(deps, who, shortcut.trigger, kept)


async def on_press_practice(deps: Deps, press: Press) -> Reply:
    """Make a practice a promise, due when the next working day ends; what is one is shown."""
    who, carried = press.who, await _carried(deps, press)
    if isinstance(carried, Reply):
        return carried
    made = await usecases.find_made(deps, who, carried.get("nudge"))
    if made is not None:
        said = voice(deps, who)
        await on_top(deps, press, views.said_in_modal(said, made_before(said, made)))
        return Reply(later=await _answers_card(deps, who, carried))
    practice = deps.content.catalogue(who.locale).practice(str(press.value.get("practice")))
    if practice is None:
        raise UserError("house-old-card")
    meta = {"promise": carried.get("nudge") or new_id(), **carried}
    draft = Draft(practice.idea[:MAX_CHARS], day=await _next_workday(deps, who))
    await on_top(deps, press, form.promise_form(voice(deps, who), draft, form.NEW, meta))
    return Reply()


async def _carried(deps: Deps, press: Press) -> Mapping[str, Any] | Reply:
    """Return what the form carries for the room whose card was pressed, or that room's answer."""
    if deps.may_promise is None or "nudge" not in press.value:
        return {}
    return await deps.may_promise(deps, press)


async def _answers_card(deps: Deps, who: Reader, carried: Mapping[str, Any]) -> Later | None:
    if deps.promised is None or "nudge" not in carried:
        return None
    return await deps.promised(deps, who, carried)


async def _next_workday(deps: Deps, who: Reader) -> date:
    now = deps.clock.now()
    diary = diary_of(await member_row(deps, who), now)
    return diary.workday_after(diary.local_date(now))


async def open_form(deps: Deps, who: Reader, trigger: str, draft: Draft) -> Reply:
    view = form.promise_form(voice(deps, who), draft, form.NEW, {"promise": new_id()})
    await deps.messenger.open_view(who.workspace, trigger, view)
    return Reply()


async def on_submit_form(deps: Deps, sent: Submission) -> Reply:
    """Log the promise under the id its form was opened with: a second submit logs nothing new."""
    who, wanted = await wanted_of(deps, sent)
    if isinstance(wanted, Problem):
        return problem_shown(deps, who, wanted)
    promise_id = str(sent.meta.get("promise") or new_id())
    outcome = await usecases.log_commitment(deps, who, wanted, promise_id)
    said = voice(deps, who)
    parts = (
        made_before(said, outcome)
        if outcome.was_there
        else views.logged_parts(said, *outcome.logged)
    )
    later = await _answers_card(deps, who, sent.meta)
    return Reply.show(views.said_in_modal(said, parts), later)


async def wanted_of(deps: Deps, sent: Submission) -> tuple[Reader, Wanted | Problem]:
    """Return who filled a form in, and what it asks for by their own clock and working hours."""
    now, meta = deps.clock.now(), sent.meta
    entered = form.read_form(sent.form)
    who, is_to_app = await _met(deps, sent.who, entered.to)
    diary = diary_of(await member_row(deps, who), now)
    said = {form.AS_READ: meta.get("rrule"), form.OR_READ: meta.get("or_rrule")}
    wanted = wanted_from(entered, said, meta.get("link"), diary, now)
    if isinstance(wanted, Wanted) and is_to_app:
        return who, Problem("to", "commitments-form-to-a-bot")
    return who, wanted


def problem_shown(deps: Deps, who: Reader, problem: Problem) -> Reply:
    """Keep the form open, what was typed in it, and say at the field what is wrong."""
    place = {"text": form.TEXT, "day": form.DAY, "at": form.AT, "to": form.TO}[problem.field]
    return Reply.errors({place: deps.words(who)(problem.message_id)})


async def read_line(deps: Deps, who: Reader, line: str) -> Read:
    now = deps.clock.now()
    week = diary_of(await member_row(deps, who), now).dated_week
    return read(guarded(line), now=now, zone=who.zone, locale=who.locale, week=week)


async def on_press_text(deps: Deps, press: Press) -> Reply:
    """Make what stands in another room's field a promise, once: what is one already is shown."""
    said, text = voice(deps, press.who), press.form.text(views.TEXT_FIELD)
    promise_id = str(press.value.get("promise") or new_id())
    made = await usecases.find_made(deps, press.who, promise_id)
    if made is not None:
        view = views.said_in_modal(said, made_before(said, made))
    else:
        draft = Draft(text[:MAX_CHARS], rest=text[MAX_CHARS:])
        view = form.promise_form(said, draft, form.NEW, {"promise": promise_id})
    await on_top(deps, press, view)
    return Reply()


async def _met(deps: Deps, who: Reader, to: str | None) -> tuple[Reader, bool]:
    """Return whoever acts as `meet` does, and whether *to* is an app: asked at the same time."""
    return await asyncio.gather(deps.people.meet(who), _is_app(deps, who, to))


async def _is_app(deps: Deps, who: Reader, to: str | None) -> bool:
    if to is None or to == who.member:
        return False
    is_ours = await _is_ours(deps, who, to)
    return is_ours or await deps.people.is_app(who.workspace, MemberId(to))


async def _is_ours(deps: Deps, who: Reader, to: str | None) -> bool:
    """Say whether that is this bot, which is known without asking."""
    async with deps.db.read() as session:
        workspace = await members.get_workspace(session, who.workspace)
    return workspace is not None and to == workspace.bot_user_id


async def _domain(deps: Deps, who: Reader) -> str:
    async with deps.db.read() as session:
        workspace = await members.get_workspace(session, who.workspace)
    return workspace.domain if workspace else ""


async def still_there(deps: Deps, who: Reader, promise: Told) -> MemberId | None:
    """Return whom *who* promised it to, where they can still be written to."""
    to = still_here(promise.to)
    if to is None:
        return None
    async with deps.db.read() as session:
        row = await members.get_member(session, who.workspace, to)
    return None if row is not None and row.is_deactivated else to


async def member_row(deps: Deps, who: Reader) -> Member:
    async with deps.db.read() as session:
        return await usecases.member_of(session, who)


def voice(deps: Deps, who: Reader) -> Voice:
    return voice_of(deps.words(who), who, deps.clock.now())
