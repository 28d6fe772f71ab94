"""What people do with the trust check, one transaction each."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps
from bot.members import store as members
from bot.members.reader import Reader
from bot.rooms.trustcheck import store
from bot.rooms.trustcheck.rules import Factor, Scores, weakest
from bot.rooms.trustcheck.tables import Check
from bot.slack.ids import MemberId, WorkspaceId


@dataclass(frozen=True)
class Result:
    """A check just taken, and the practice that follows it."""

    scores: Scores
    start_with: Factor
    practice_id: str


async def submit_check(
    deps: Deps, who: Reader, scores: Scores, *, form: str, subject: str
) -> Result:
    """Keep a check and choose the practice that follows: the next one of its weakest factor."""
    async with deps.db.write() as session:
        await members.ensure_member(session, who.workspace, who.member)
        taken = await store.count(session, who.workspace, who.member)
        session.add(
            Check(
                workspace_id=who.workspace,
                check_id=uuid.uuid4().hex,
                member_id=who.member,
                form=form,
                taken_at=deps.clock.now(),
                answers={"subject": subject or None, "scores": scores.as_dict()},
            )
        )
    factor = weakest(scores)
    fitting = [
        practice.id
        for practice in deps.content.catalogue(who.locale).practices
        if practice.factor == factor and practice.collection == "catalogue"
    ]
    return Result(scores, factor, fitting[taken % len(fitting)])


async def weakest_of(
    session: AsyncSession, workspace: WorkspaceId, asked: Sequence[MemberId]
) -> Mapping[MemberId, str]:
    """Return the factor to start with of each of *asked* who has checked."""
    checks = await store.latest(session, workspace, asked)
    return {
        member: weakest(Scores.read(check.answers["scores"])) for member, check in checks.items()
    }
