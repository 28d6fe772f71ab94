"""The full check under way: kept encrypted from page to page, for a day at most."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps
from bot.errors import UserError
from bot.members import store as members
from bot.members.reader import Reader
from bot.rooms.trustcheck import store
from bot.rooms.trustcheck.pattern import FULL
from bot.rooms.trustcheck.rules import full_scores
from bot.rooms.trustcheck.tables import CheckDraft
from bot.rooms.trustcheck.usecases import Result, keep_check, new_check_id, result_of

KEPT_FOR = timedelta(days=1)


@dataclass(frozen=True)
class Draft:
    """What was answered so far: *chosen* is 1 to 5 by statement id."""

    id: str
    chosen: Mapping[str, int]
    subject: str


async def begin(deps: Deps, who: Reader) -> Draft:
    """Return the draft of less than a day ago, so that a closed window loses nothing, or a new
    one."""
    now = deps.clock.now()
    async with deps.db.write() as session:
        await members.ensure_member(session, who.workspace, who.member)
        row = await store.draft_of(session, who.workspace, who.member)
        if row is not None and row.changed_at > now - KEPT_FOR:
            return _draft(row)
        if row is not None:
            await session.delete(row)
            await session.flush()
        row = CheckDraft(
            workspace_id=who.workspace,
            member_id=who.member,
            draft_id=new_check_id(),
            changed_at=now,
            answers={"subject": "", "chosen": {}},
        )
        session.add(row)
        return _draft(row)


async def keep_page(
    deps: Deps, who: Reader, draft_id: str, chosen: Mapping[str, int], subject: str | None
) -> Draft:
    """Keep what was chosen so far on a page; *subject* None leaves it as it is.

    Raises:
        UserError: that draft is gone.
    """
    async with deps.db.write() as session:
        row = await _row(session, who, draft_id)
        if row is None:
            raise UserError("trustcheck-draft-gone")
        return _keep(deps, row, chosen, subject)


async def answer_page(
    deps: Deps,
    who: Reader,
    draft_id: str,
    chosen: Mapping[str, int],
    subject: str | None,
    *,
    is_last: bool,
) -> Draft | Result:
    """Keep a page; with the last one and every answer there, finish the check.

    Sent a second time after the end, it returns the same result.

    Raises:
        UserError: that draft is gone.
    """
    async with deps.db.write() as session:
        row = await _row(session, who, draft_id)
        if row is None:
            kept = await store.find(session, who.workspace, who.member, draft_id)
            if kept is None:
                raise UserError("trustcheck-draft-gone")
            return await result_of(deps, session, who, kept)
        draft = _keep(deps, row, chosen, subject)
        statements = deps.content.catalogue(who.locale).statements.full
        if not is_last or any(one.id not in draft.chosen for one in statements):
            return draft
        await session.delete(row)
        scores = full_scores(draft.chosen, statements)
        return await keep_check(
            deps, session, who, scores, check_id=draft.id, form=FULL, subject=draft.subject
        )


async def _row(session: AsyncSession, who: Reader, draft_id: str) -> CheckDraft | None:
    await members.ensure_member(session, who.workspace, who.member)
    row = await store.draft_of(session, who.workspace, who.member)
    return row if row is not None and row.draft_id == draft_id else None


def _keep(deps: Deps, row: CheckDraft, chosen: Mapping[str, int], subject: str | None) -> Draft:
    before = row.answers
    row.answers = {
        "subject": before["subject"] if subject is None else subject,
        "chosen": {**before["chosen"], **chosen},
    }
    row.changed_at = deps.clock.now()
    return _draft(row)


def _draft(row: CheckDraft) -> Draft:
    return Draft(row.draft_id, row.answers["chosen"], row.answers["subject"])
