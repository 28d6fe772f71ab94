"""The trust check's conversation with Slack."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps
from bot.members.reader import Reader
from bot.rooms.trustcheck import store, views
from bot.rooms.trustcheck.history import history_like
from bot.rooms.trustcheck.pattern import QUICK
from bot.rooms.trustcheck.rules import FACTORS, Scores
from bot.rooms.trustcheck.usecases import Result, look_again, new_check_id, submit_check
from bot.slack.blocks import Block, Buildable
from bot.slack.ids import reading
from bot.slack.inputs import Command, Press, Reply, Shortcut, Submission


async def on_command_quick(deps: Deps, command: Command) -> Reply:
    return await _open(deps, command.who, command.trigger)


async def on_press_open(deps: Deps, press: Press) -> Reply:
    return await _open(deps, press.who, press.trigger)


async def on_shortcut_quick(deps: Deps, shortcut: Shortcut) -> Reply:
    return await _open(deps, shortcut.who, shortcut.trigger)


async def on_submit_quick(deps: Deps, sent: Submission) -> Reply:
    """Keep the check under the id its form was opened with, so that a second submit adds none."""
    chosen = {factor: sent.form.choice(views.answer_id(factor)) for factor in FACTORS}
    missing = [factor for factor, value in chosen.items() if value is None]
    if missing:
        said = deps.words(sent.who)("trustcheck-answer-missing")
        return Reply.errors({views.answer_id(factor): said for factor in missing})
    statements = deps.content.catalogue(sent.who.locale).statements.quick
    with reading():
        scores = Scores.read(
            {factor: statements[factor].score(int(value or 0)) for factor, value in chosen.items()}
        )
    subject = sent.form.text(views.SUBJECT)
    check_id = str(sent.meta.get("check") or new_check_id())
    result = await submit_check(
        deps, sent.who, scores, check_id=check_id, form=QUICK, subject=subject
    )
    return show_result(deps, sent.who, result)


def show_result(deps: Deps, who: Reader, result: Result) -> Reply:
    return Reply.show(_result_window(deps, who, result))


async def shown_in(deps: Deps, who: Reader, check_id: str) -> Block | None:
    """Return the window of a check's result as it stands by now, for what was pressed in it."""
    result = await look_again(deps, who, check_id)
    return _result_window(deps, who, result) if result is not None else None


def _result_window(deps: Deps, who: Reader, result: Result) -> Block:
    shown = result.practice
    practice = deps.content.catalogue(who.locale).practice(shown.practice_id) if shown else None
    return views.result_card(deps.words(who), result, practice)


async def _open(deps: Deps, who: Reader, trigger: str) -> Reply:
    statements = deps.content.catalogue(who.locale).statements
    view = views.quick_form(deps.words(who), statements, new_check_id())
    await deps.messenger.open_view(who.workspace, trigger, view)
    return Reply()


async def home_card(deps: Deps, session: AsyncSession, who: Reader) -> Sequence[Buildable | Block]:
    """Return the newest check, and how those about the same thing developed."""
    found = history_like(await store.checks_of(session, who.workspace, who.member), None)
    scores = found.checks[0].scores if found.checks else None
    return views.home_card(deps.words(who), scores, found.changes)
