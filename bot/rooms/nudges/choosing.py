"""Gather what the choice of a practice looks at, and write down what was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.content import Catalogue
from bot.deps import Deps
from bot.members.people import zone_of
from bot.members.rules import slot_date
from bot.members.tables import Member
from bot.rooms.nudges import store
from bot.rooms.nudges.rules import Card, Choice, Shown, Tastes, choose, twins_resting
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
    tastes = await _tastes(deps, session, workspace, ids, now)
    decks = {locale: cards_of(deps.content.catalogue(locale)) for locale in deps.content.locales}
    chosen: dict[MemberId, Nudge] = {}
    for member, nudge_id in asked:
        who, on = MemberId(member.member_id), slot_date(now, zone_of(member))
        shown = histories.get(who, [])
        taste = replace(tastes[who], hidden=tastes[who].hidden | _twins(shown, on))
        deck = decks[deps.people.reader_of(member).locale]
        choice = choose(deck, [_shown(row) for row in shown], taste, f"{who} {nudge_id}")
        if choice is not None:
            card = next(card for card in deck if card.practice_id == choice.practice_id)
            moment = Moment(now, on.isoformat(), trigger)
            chosen[who] = _row(member, nudge_id, card, choice, moment)
    session.add_all(chosen.values())
    return chosen


@dataclass(frozen=True)
class Moment:
    """When a practice is shown, the local date of it, and why just then."""

    at: datetime
    on_date: str
    trigger: str


def _row(member: Member, nudge_id: str, card: Card, choice: Choice, moment: Moment) -> Nudge:
    return Nudge(
        workspace_id=member.workspace_id,
        nudge_id=nudge_id,
        member_id=member.member_id,
        shown_at=moment.at,
        on_date=moment.on_date,
        trigger=moment.trigger,
        practice_id=card.practice_id,
        wording_id=choice.wording_id,
        factor=card.factor,
        side=card.side,
        why=choice.why,
    )


async def _tastes(
    deps: Deps,
    session: AsyncSession,
    workspace: WorkspaceId,
    ids: Sequence[MemberId],
    now: datetime,
) -> dict[MemberId, Tastes]:
    """Gather what is known of each: their check, what they hid, leading, a rough stretch."""
    hidden = await store.hidden(session, workspace, ids, now)
    weakest = await deps.weakest(session, workspace, ids) if deps.weakest else {}
    pressure = await deps.pressure(session, workspace, ids, now) if deps.pressure else ()
    leaders = await deps.leaders(session, workspace, ids) if deps.leaders else ()
    return {
        who: Tastes(
            weakest=weakest.get(who),
            hidden=frozenset(hidden.get(who, ())),
            leader=who in leaders,
            pressure=who in pressure,
        )
        for who in ids
    }


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
