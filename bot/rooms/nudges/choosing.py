"""Gather what the choice of a practice looks at, and write down what was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.content import Catalogue, Content, Practice, Wording
from bot.content.placeholders import names
from bot.deps import Deps
from bot.members.people import zone_of
from bot.members.rules import slot_date
from bot.members.tables import Member
from bot.rooms.nudges import store
from bot.rooms.nudges.rules import Card, Choice, Tastes, choose, twins_resting
from bot.rooms.nudges.tables import Nudge
from bot.slack.ids import MemberId, WorkspaceId

DROPPED = "dropped"  # the reaction of a nudge put off that can't come back
NOTHING_SHOWN = store.Past()


async def choose_for(
    deps: Deps,
    session: AsyncSession,
    workspace: WorkspaceId,
    asked: Sequence[tuple[Member, str]],
    now: datetime,
    trigger: str,
    factor: str | None = None,
) -> Mapping[MemberId, "Chosen"]:
    """Choose the next practice for each (member, nudge id) and write it down; commits nothing.

    factor: among its own of the catalogue alone. Members whose every practice is hidden are left
    out.
    """
    ids = [MemberId(member.member_id) for member, _ in asked]
    histories = await store.history(session, workspace, ids)
    tastes = await _tastes(deps, session, workspace, ids, now)
    decks = {
        locale: _deck(deps.content.catalogue(locale), factor) for locale in deps.content.locales
    }
    rows: list[dict[str, Any]] = []
    chosen: dict[MemberId, Chosen] = {}
    for member, nudge_id in asked:
        who, on = MemberId(member.member_id), slot_date(now, zone_of(member))
        past = histories.get(who, NOTHING_SHOWN)
        taste = replace(tastes[who], hidden=tastes[who].hidden | twins_resting(past.days, on))
        deck = decks[deps.people.locale_of(member)]
        choice = choose([*deck.values()], past.shown, taste, f"{who} {nudge_id}")
        if choice is not None:
            moment = Moment(now, on.isoformat(), trigger)
            rows.append(_row(member, nudge_id, deck[choice.practice_id], choice, moment))
            chosen[who] = Chosen(nudge_id, choice.practice_id, choice.wording_id)
    await store.put_shown(session, rows)
    return chosen


@dataclass(frozen=True)
class Chosen:
    """A practice just chosen for somebody, written down under its nudge's id."""

    nudge_id: str
    practice_id: str
    wording_id: str
    teammate_id: None = None
    reaction: None = None


Showing = Nudge | Chosen


@dataclass(frozen=True)
class Moment:
    """When a practice is shown, the local date of it, and why just then."""

    at: datetime
    on_date: str
    trigger: str


def _row(
    member: Member, nudge_id: str, card: Card, choice: Choice, moment: Moment
) -> dict[str, Any]:
    return {
        "workspace_id": member.workspace_id,
        "nudge_id": nudge_id,
        "member_id": member.member_id,
        "shown_at": moment.at,
        "on_date": moment.on_date,
        "trigger": moment.trigger,
        "practice_id": card.practice_id,
        "wording_id": choice.wording_id,
        "factor": card.factor,
        "side": card.side,
        "why": choice.why,
    }


def _deck(catalogue: Catalogue, factor: str | None) -> dict[str, Card]:
    """Return the cards by practice; of one *factor*, those of the catalogue alone."""
    return {
        card.practice_id: card
        for card in cards_of(catalogue)
        if factor is None or (card.factor == factor and card.collection == "catalogue")
    }


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


def data_of(deps: Deps, nudge: Showing, member: Member) -> dict[str, Any]:
    """Return what the nudge's card shows its owner, as JSON."""
    locale = deps.people.locale_of(member)
    wording = wording_of(deps.content, nudge, locale)
    return {
        "nudge": nudge.nudge_id,
        "practice": nudge.practice_id,
        "text": text_of(deps.content, nudge, locale) or "",
        "names": wording is not None and "teammate" in names(wording.text),
        "full": member.notification == "full",
    }


def text_of(content: Content, nudge: Showing, locale: str) -> str | None:
    """Return a nudge's words; None where its practice has left the catalogue."""
    wording = wording_of(content, nudge, locale)
    if wording is None:
        return None
    someone = content.words(locale)("common-someone")
    return wording.said(f"<@{nudge.teammate_id}>" if nudge.teammate_id else someone)


def wording_of(content: Content, nudge: Showing, locale: str) -> Wording | None:
    """Find the very wording, in whichever language it was shown; else the first of *locale*."""
    practices = [content.catalogue(each).practice(nudge.practice_id) for each in content.locales]
    for practice in practices:
        if practice is not None and _wording_in(practice, nudge).id == nudge.wording_id:
            return _wording_in(practice, nudge)
    practice = content.catalogue(locale).practice(nudge.practice_id)
    return practice.wordings[0] if practice else None


async def bring_back(
    deps: Deps,
    session: AsyncSession,
    workspace: WorkspaceId,
    people: Sequence[Member],
    now: datetime,
) -> dict[MemberId, Nudge]:
    """Return for each of *people* the nudge they put off, to be shown again; commits nothing.

    It keeps its place among those shown, so it counts once; it is today's now. What has been
    hidden since, or has left the catalogue, doesn't come back.
    """
    members = {MemberId(row.member_id): row for row in people}
    put_off = await store.put_off(session, workspace, [*members])
    hidden = await store.hidden(session, workspace, [*put_off], now) if put_off else {}
    back: dict[MemberId, Nudge] = {}
    for who, nudges in put_off.items():
        catalogue = deps.content.catalogue(deps.people.locale_of(members[who]))
        for nudge in nudges:
            practice = catalogue.practice(nudge.practice_id)
            if practice is None or nudge.practice_id in hidden.get(who, ()):
                nudge.reaction = DROPPED
            elif who not in back:
                nudge.reaction, nudge.wording_id = None, _wording_in(practice, nudge).id
                nudge.on_date = slot_date(now, zone_of(members[who])).isoformat()
                nudge.trigger = "slot"
                back[who] = nudge
    return back


def _wording_in(practice: Practice, nudge: Showing) -> Wording:
    """Return the wording again; another where its language isn't the reader's any more."""
    same = (one for one in practice.wordings if one.id == nudge.wording_id)
    return next(same, practice.wordings[0])
