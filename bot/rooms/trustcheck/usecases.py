"""What people do with the trust check, one transaction each."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps
from bot.members import store as members
from bot.members.reader import Reader
from bot.ports import FollowThrough
from bot.rooms.trustcheck import store
from bot.rooms.trustcheck.pattern import Point, Taken, change
from bot.rooms.trustcheck.rules import FOLLOW_THROUGH_FROM, Factor, Scores, weakest
from bot.slack.ids import MemberId, WorkspaceId


@dataclass(frozen=True)
class Result:
    """A check just taken, the practice that follows it, and what earlier ones add.

    compared: the newest point of the pattern and the one before. follow_through: None below
    five ended promises. wording_id: None for the practice's first.
    """

    scores: Scores
    start_with: Factor
    practice_id: str
    compared: tuple[Point, Point] | None = None
    follow_through: FollowThrough | None = None
    wording_id: str | None = None


def new_check_id() -> str:
    return uuid.uuid4().hex


async def submit_check(
    deps: Deps, who: Reader, scores: Scores, *, check_id: str, form: str, subject: str
) -> Result:
    """Keep a check and choose the practice that follows. A second time it changes nothing."""
    async with deps.db.write() as session:
        await members.ensure_member(session, who.workspace, who.member)
        return await keep_check(
            deps, session, who, scores, check_id=check_id, form=form, subject=subject
        )


async def keep_check(
    deps: Deps,
    session: AsyncSession,
    who: Reader,
    scores: Scores,
    *,
    check_id: str,
    form: str,
    subject: str,
) -> Result:
    """Keep a check inside a transaction that holds the member's row; commits nothing."""
    row = {
        "workspace_id": who.workspace,
        "check_id": check_id,
        "member_id": who.member,
        "form": form,
        "taken_at": deps.clock.now(),
        "answers": {"subject": subject or None, "scores": scores.as_dict()},
    }
    await store.add(session, row)
    taken = Taken(check_id, form, deps.clock.now(), scores, subject or None)
    return await result_of(deps, session, who, taken)


async def result_of(deps: Deps, session: AsyncSession, who: Reader, taken: Taken) -> Result:
    """Return what a kept check tells; the practice is the next one of its weakest factor."""
    checks = await store.checks_of(session, who.workspace, who.member)
    factor = weakest(taken.scores)
    practice_id, wording_id = await _practice(deps, session, who, factor, taken.check_id)
    return Result(
        taken.scores,
        factor,
        practice_id,
        change([one for one in checks if one.about == taken.about], taken.form),
        await _follow_through(deps, session, who),
        wording_id,
    )


async def _practice(
    deps: Deps, session: AsyncSession, who: Reader, factor: Factor, check_id: str
) -> tuple[str, str | None]:
    """Return the factor's next practice and its words; the first one where all are hidden."""
    found = (
        await deps.practice_of(deps, session, who, factor, check_id) if deps.practice_of else None
    )
    if found is not None:
        return found
    practices = deps.content.catalogue(who.locale).practices
    fitting = (one for one in practices if one.factor == factor and one.collection == "catalogue")
    return next(fitting).id, None


async def _follow_through(deps: Deps, session: AsyncSession, who: Reader) -> FollowThrough | None:
    if deps.follow_through is None:
        return None
    found = await deps.follow_through(session, who.workspace, who.member, deps.clock.now())
    return found if found is not None and found.ended >= FOLLOW_THROUGH_FROM else None


async def weakest_of(
    session: AsyncSession, workspace: WorkspaceId, asked: Sequence[MemberId]
) -> Mapping[MemberId, str]:
    """Return the factor to start with of each of *asked* who has checked."""
    checks = await store.latest(session, workspace, asked)
    return {
        member: weakest(Scores.read(check.answers["scores"])) for member, check in checks.items()
    }
