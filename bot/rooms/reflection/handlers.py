"""Reflection's conversation with Slack."""

import uuid

from bot.content import Reflection
from bot.deps import Deps
from bot.errors import UserError
from bot.members.reader import Reader
from bot.rooms.reflection import usecases, views
from bot.rooms.reflection.rules import FACTOR, RETOLD, is_as_before, missing
from bot.rooms.reflection.usecases import Kept
from bot.slack.inputs import Command, Form, Press, Reply, Submission


async def on_command_reflect(deps: Deps, command: Command) -> Reply:
    who, kept = command.who, await usecases.count_kept(deps, command.who)
    view = views.step_view(
        deps.words(who), _content(deps, who), 0, {}, reflection_id=uuid.uuid4().hex, kept=kept
    )
    await deps.messenger.open_view(who.workspace, command.trigger, view)
    return Reply()


async def on_submit_step(deps: Deps, sent: Submission) -> Reply:
    """Turn to the next step; after the last, keep the reflection or don't, and show its end."""
    words, content = deps.words(sent.who), _content(deps, sent.who)
    step, reflection_id = sent.meta.get("step"), str(sent.meta.get("id"))
    if not isinstance(step, int) or not 0 <= step < len(content.steps):
        raise UserError("house-old-card")
    answers = _answers(sent.form, content, step)
    open_steps = dict.fromkeys(missing(answers, list(answers)), "reflection-missing")
    if is_as_before(answers):
        open_steps.setdefault(RETOLD, "reflection-as-before")
    if open_steps:
        return Reply.errors({views.field_id(one): words(said) for one, said in open_steps.items()})
    if step + 1 < len(content.steps):
        return Reply.show(
            views.step_view(words, content, step + 1, answers, reflection_id=reflection_id)
        )
    is_kept = sent.form.choice(views.KEEP) == views.YES
    if is_kept:
        await usecases.keep(deps, sent.who, reflection_id, answers)
    view = views.end_view(words, content, answers, reflection_id=reflection_id, is_kept=is_kept)
    return Reply.show(view)


async def on_submit_end(deps: Deps, sent: Submission) -> Reply:
    return Reply.clear()


async def on_press_kept(deps: Deps, press: Press) -> Reply:
    kept = await usecases.look_at(deps, press.who, 0)
    view = views.kept_view(deps.words(press.who), kept, press.who.zone)
    await deps.messenger.push_view(press.who.workspace, press.trigger, view)
    return Reply()


async def on_press_turn(deps: Deps, press: Press) -> Reply:
    return await _show(deps, press, await usecases.look_at(deps, press.who, _number(press)))


async def on_press_drop(deps: Deps, press: Press) -> Reply:
    reflection_id = str(press.value.get("id"))
    kept = await usecases.drop(deps, press.who, reflection_id, _number(press))
    return await _show(deps, press, kept)


async def _show(deps: Deps, press: Press, kept: Kept) -> Reply:
    if press.view is None:
        raise UserError("house-old-card")
    view = views.kept_view(deps.words(press.who), kept, press.who.zone)
    await deps.messenger.update_view(press.who.workspace, press.view.id, view)
    return Reply()


def _content(deps: Deps, who: Reader) -> Reflection:
    return deps.content.catalogue(who.locale).reflection


def _answers(form: Form, content: Reflection, step: int) -> dict[str, str]:
    def answer(key: str) -> str:
        field = views.field_id(key)
        return (form.choice(field) or "") if key == FACTOR else form.text(field)

    return {one.id: answer(one.id) for one in content.steps[: step + 1]}


def _number(press: Press) -> int:
    number = press.value.get("number")
    return number if isinstance(number, int) else 0
