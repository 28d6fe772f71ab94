"""The trust check's conversation with Slack."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps
from bot.members.reader import Reader
from bot.rooms.trustcheck import store, views
from bot.rooms.trustcheck.rules import FACTORS, Scores
from bot.rooms.trustcheck.usecases import submit_check
from bot.slack.blocks import Block, Buildable
from bot.slack.inputs import Command, Press, Reply, Shortcut, Submission


async def on_command_quick(deps: Deps, command: Command) -> Reply:
    return await _open(deps, command.who, command.trigger)


async def on_press_open(deps: Deps, press: Press) -> Reply:
    return await _open(deps, press.who, press.trigger)


async def on_shortcut_quick(deps: Deps, shortcut: Shortcut) -> Reply:
    return await _open(deps, shortcut.who, shortcut.trigger)


async def on_submit_quick(deps: Deps, sent: Submission) -> Reply:
    chosen = {factor: sent.form.choice(views.answer_id(factor)) for factor in FACTORS}
    missing = [factor for factor, value in chosen.items() if value is None]
    words = deps.words(sent.who)
    if missing:
        said = words("trustcheck-answer-missing")
        return Reply.errors({views.answer_id(factor): said for factor in missing})
    catalogue = deps.content.catalogue(sent.who.locale)
    scores = Scores.read(
        {
            factor: catalogue.statements.quick[factor].score(int(value or 0))
            for factor, value in chosen.items()
        }
    )
    subject = sent.form.text(views.SUBJECT)
    result = await submit_check(deps, sent.who, scores, form="quick", subject=subject)
    practice = catalogue.practice(result.practice_id)
    assert practice is not None  # noqa: S101  # chosen from this very catalogue
    return Reply.show(views.result_card(words, result, practice))


async def _open(deps: Deps, who: Reader, trigger: str) -> Reply:
    statements = deps.content.catalogue(who.locale).statements
    view = views.quick_form(deps.words(who), statements)
    await deps.messenger.open_view(who.workspace, trigger, view)
    return Reply()


async def home_card(deps: Deps, session: AsyncSession, who: Reader) -> Sequence[Buildable | Block]:
    check = (await store.latest(session, who.workspace, [who.member])).get(who.member)
    scores = Scores.read(check.answers["scores"]) if check else None
    return views.home_card(deps.words(who), scores)
