"""What people do with the trust check, one transaction each."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps
from bot.members import store as members
from bot.members.reader import Reader
from bot.ports import FollowThrough, NextPractice
from bot.rooms.trustcheck import store
from bot.rooms.trustcheck.pattern import Point, Taken, change
from bot.rooms.trustcheck.rules import FOLLOW_THROUGH_FROM, Factor, Scores, weakest, weakest_first
from bot.slack.ids import MemberId, WorkspaceId


@dataclass(frozen=True)
class Result:
    """A check just taken, the practice that follows it, and what earlier ones add.

    practice: None where every one is set aside. compared: the newest point of the pattern and the
    one before. follow_through: None below five ended promises.
    """

    scores: Scores
    start_with: Factor
    practice: NextPractice | None
    compared: tuple[Point, Point] | None = None
    follow_through: FollowThrough | None = None


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


async def look_again(deps: Deps, who: Reader, check_id: str) -> Result | None:
    """Return what somebody's own check tells by now; None where there is none of that id."""
    async with deps.db.write() as session:
        await members.ensure_member(session, who.workspace, who.member)
        kept = await store.find(session, who.workspace, who.member, check_id)
        return await result_of(deps, session, who, kept) if kept is not None else None


async def result_of(deps: Deps, session: AsyncSession, who: Reader, taken: Taken) -> Result:
    """Return what a kept check tells, with the practice to start with."""
    checks = await store.checks_of(session, who.workspace, who.member)
    return Result(
        taken.scores,
        weakest(taken.scores),
        await _practice(deps, session, who, taken),
        change([one for one in checks if one.about == taken.about], taken.form),
        await _follow_through(deps, session, who),
    )


async def _practice(
    deps: Deps, session: AsyncSession, who: Reader, taken: Taken
) -> NextPractice | None:
    """Return the weakest factor's next practice; the next weakest's where all of it are hidden."""
    for factor in weakest_first(taken.scores):
        if deps.practice_of is not None:
            found = await deps.practice_of(deps, session, who, factor, taken.check_id)
            if found is not None:
                return found
    return None


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
