"""Gather what the choice of a practice looks at, and write down what was chosen."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.content import Catalogue
from bot.deps import Deps
from bot.members.people import zone_of
from bot.members.rules import slot_date
from bot.members.tables import Member
from bot.rooms.nudges import store
from bot.rooms.nudges.rules import Card, Shown, Tastes, choose, twins_resting
from bot.rooms.nudges.tables import Nudge
from bot.slack.ids import MemberId, WorkspaceId


async def choose_for(
    deps: Deps,
    session: AsyncSession,
    workspace: WorkspaceId,
    asked: Sequence[tuple[Member, str]],
    now: datetime,
    trigger: str,
) -> Mapping[MemberId, Nudge]:
    """Choose the next practice for each (member, nudge id) and add its row; commits nothing.

    Members whose every practice is hidden are left out.
    """
    ids = [MemberId(member.member_id) for member, _ in asked]
    histories = await store.history(session, workspace, ids)
    hidden = await store.hidden(session, workspace, ids, now)
    weakest = await deps.weakest(session, workspace, ids) if deps.weakest else {}
    chosen: dict[MemberId, Nudge] = {}
    for member, nudge_id in asked:
        who, on = MemberId(member.member_id), slot_date(now, zone_of(member))
        shown = histories.get(who, [])
        tastes = Tastes(
            weakest=weakest.get(who),
            hidden=frozenset(hidden.get(who, ())) | _twins(shown, on),
        )
        catalogue = deps.content.catalogue(deps.people.reader_of(member).locale)
        choice = choose(
            cards_of(catalogue), [_shown(row) for row in shown], tastes, f"{who} {nudge_id}"
        )
        if choice is None:
            continue
        practice = catalogue.practice(choice.practice_id)
        assert practice is not None  # noqa: S101  # chosen from this very catalogue
        chosen[who] = Nudge(
            workspace_id=workspace,
            nudge_id=nudge_id,
            member_id=who,
            shown_at=now,
            on_date=on.isoformat(),
            trigger=trigger,
            practice_id=practice.id,
            wording_id=choice.wording_id,
            factor=practice.factor,
            side=practice.side,
            why=str(choice.why),
        )
    session.add_all(chosen.values())
    return chosen


def cards_of(catalogue: Catalogue) -> list[Card]:
    """Return the catalogue as the choice sees it."""
    return [
        Card(
            practice.id,
            practice.factor,
            practice.side,
            practice.collection,
            practice.for_leaders,
            practice.about_teammate,
            tuple(wording.id for wording in practice.wordings),
        )
        for practice in catalogue.practices
    ]


def text_of(catalogue: Catalogue, nudge: Nudge, teammate: str) -> str | None:
    """Return a nudge's words; None where its practice has left the catalogue."""
    practice = catalogue.practice(nudge.practice_id)
    if practice is None:
        return None
    by_id = {wording.id: wording for wording in practice.wordings}
    return by_id.get(nudge.wording_id, practice.wordings[0]).said(teammate)


def _shown(row: Nudge) -> Shown:
    return Shown(row.practice_id, row.wording_id, row.factor, row.side)


def _twins(shown: Sequence[Nudge], on: date) -> frozenset[str]:
    last = {row.practice_id: date.fromisoformat(row.on_date) for row in shown}
    return twins_resting(last, on)
