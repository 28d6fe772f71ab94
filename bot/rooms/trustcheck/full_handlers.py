"""The full check's conversation with Slack."""

from collections.abc import Mapping
from typing import Any

from bot.content import Statements
from bot.deps import Deps
from bot.errors import UserError
from bot.members.reader import Reader
from bot.rooms.trustcheck import full_check, full_views, views
from bot.rooms.trustcheck.full_check import Draft
from bot.rooms.trustcheck.handlers import show_result
from bot.rooms.trustcheck.rules import pages
from bot.slack.ids import reading
from bot.slack.inputs import Command, Form, Press, Reply, Submission


async def on_command_full(deps: Deps, command: Command) -> Reply:
    who = command.who
    draft = await full_check.begin(deps, who)
    view = full_views.full_page(deps.words(who), _statements(deps, who), draft, 0)
    await deps.messenger.open_view(who.workspace, command.trigger, view)
    return Reply()


async def on_submit_page(deps: Deps, sent: Submission) -> Reply:
    """Keep a page and show the next; after the last, the first unanswered one or the result."""
    words, statements = deps.words(sent.who), _statements(deps, sent.who)
    draft_id, page = _place(sent.meta, statements)
    chosen = _chosen(sent.form, statements, page)
    missing = [one.id for one in pages(statements.full)[page] if one.id not in chosen]
    if missing:
        said = words("trustcheck-answer-missing")
        return Reply.errors({views.answer_id(key): said for key in missing})
    is_last = page == len(pages(statements.full)) - 1
    subject = sent.form.text(views.SUBJECT) if page == 0 else None
    answered = await full_check.answer_page(
        deps, sent.who, draft_id, chosen, subject, is_last=is_last
    )
    if not isinstance(answered, Draft):
        return show_result(deps, sent.who, answered)
    following = _first_open(statements, answered) if is_last else page + 1
    return Reply.show(full_views.full_page(words, statements, answered, following))


async def on_press_back(deps: Deps, press: Press) -> Reply:
    """Keep what was chosen so far, and turn to the page before."""
    statements = _statements(deps, press.who)
    draft_id, page = _place(press.value, statements)
    if press.view is None or page == 0:
        raise UserError("house-old-card")
    chosen = _chosen(press.form, statements, page)
    draft = await full_check.keep_page(deps, press.who, draft_id, chosen, None)
    view = full_views.full_page(deps.words(press.who), statements, draft, page - 1)
    await deps.messenger.update_view(press.who.workspace, press.view.id, view)
    return Reply()


def _statements(deps: Deps, who: Reader) -> Statements:
    return deps.content.catalogue(who.locale).statements


def _place(value: Mapping[str, Any], statements: Statements) -> tuple[str, int]:
    draft_id, page = value.get("draft"), value.get("page")
    known = isinstance(page, int) and 0 <= page < len(pages(statements.full))
    if not isinstance(draft_id, str) or not known:
        raise UserError("house-old-card")
    return draft_id, int(page or 0)


def _chosen(form: Form, statements: Statements, page: int) -> dict[str, int]:
    picked = {one.id: form.choice(views.answer_id(one.id)) for one in pages(statements.full)[page]}
    with reading():
        return {
            key: views.SCALE[views.SCALE.index(int(value))]
            for key, value in picked.items()
            if value is not None
        }


def _first_open(statements: Statements, draft: Draft) -> int:
    return next(
        number
        for number, page in enumerate(pages(statements.full))
        if any(one.id not in draft.chosen for one in page)
    )
