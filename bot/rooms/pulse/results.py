"""From what was published to what the results say: data for the posts, nothing finer than that."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.content import Catalogue
from bot.content.schema import FACTORS, Factor
from bot.rooms.pulse import store
from bot.rooms.pulse.comparison import (
    change,
    factor_to_start_with,
    last_comparable,
    standing,
)
from bot.rooms.pulse.publication import Figure, Publication
from bot.rooms.pulse.rotation import ANCHOR
from bot.rooms.pulse.tables import Poll
from bot.rooms.pulse.tables import Publication as PublicationRow
from bot.slack.ids import ChannelId, MemberId, WorkspaceId

TEAM = "team"  # the collection of practices for teams
MAX_TREND = 20  # Slack: points of a chart


@dataclass(frozen=True)
class Shown:
    """A publication with its row, and what came before it of the same team, oldest first."""

    row: PublicationRow
    publication: Publication
    earlier: Sequence[PublicationRow]
    earlier_publications: Sequence[Publication]


async def read_shown(
    session: AsyncSession, workspace: WorkspaceId, publication: str
) -> Shown | None:
    row = await store.publication_of(session, workspace, publication)
    if row is None:
        return None
    channel = ChannelId(row.channel_id)
    rows = await store.publications_of(session, workspace, channel)
    earlier = [one for one in rows if one.number < row.number]
    audiences = await audiences_of(session, workspace, channel)
    return Shown(
        row,
        publication_from(row, audiences),
        earlier,
        [publication_from(one, audiences) for one in earlier],
    )


async def audiences_of(
    session: AsyncSession, workspace: WorkspaceId, channel: ChannelId
) -> dict[str, frozenset[MemberId]]:
    """Return whom each of a team's publications asked: everybody asked in any of its polls."""
    polls = await store.polls_of(session, workspace, channel)
    published = {poll.poll_id: poll.publication_id for poll in polls if poll.publication_id}
    asked = await store.asked_in(session, workspace, list(published))
    audiences: dict[str, frozenset[MemberId]] = {}
    for poll, publication in published.items():
        audiences[publication] = audiences.get(publication, frozenset()) | asked[poll]
    return audiences


def publication_from(row: PublicationRow, audiences: dict[str, frozenset[MemberId]]) -> Publication:
    figures = {asked: Figure(tenths) for asked, tenths in row.figures.items()}
    asked = audiences.get(row.publication_id, frozenset())
    return Publication(row.answers, figures, asked, is_pool=row.is_pool)


def results_data(shown: Shown, catalogue: Catalogue) -> dict[str, Any]:
    """Return what the first post says: how it stands, where it went, and one practice."""
    previous = last_comparable(shown.publication, shown.earlier_publications)
    moved = change(shown.publication, previous) if previous else None
    factor = start_with(shown, catalogue)
    practices = [
        one for one in catalogue.practices if one.collection == TEAM and one.factor == factor
    ]
    return {
        "state": "pool" if shown.publication.is_pool else "published",
        "anchor": shown.publication.figures[ANCHOR].tenths,
        "change": [moved.direction.value, moved.tenths, moved.is_at_least] if moved else None,
        "answers": shown.publication.answers,
        "out_of": shown.publication.out_of,
        "factor": factor,
        "practice": practices[shown.row.number % len(practices)].id if practices else None,
    }


def start_with(shown: Shown, catalogue: Catalogue) -> Factor:
    """Choose the factor the results speak about: the lowest over a full rotation."""
    standings = {factor: standing(*_rotation(factor, shown, catalogue)) for factor in FACTORS}
    return factor_to_start_with(standings, shown.row.number)


def _rotation(
    factor: Factor, shown: Shown, catalogue: Catalogue
) -> tuple[list[str], list[tuple[str, Figure]]]:
    """Return a factor's bank, and its statements' figures in single polls, oldest first."""
    published = [
        (row.statements[factor], Figure(row.figures[factor]))
        for row in (*shown.earlier, shown.row)
        if not row.is_pool
    ]
    return [one.id for one in catalogue.pulse.bank[factor]], published


def figures_data(shown: Shown, polls: Sequence[Poll]) -> dict[str, Any]:
    """Return what the thread says: a figure for each thing asked, and the anchor's trend.

    *polls*: the team's, oldest first, for the weeks that stayed closed.
    """
    latest = [poll for poll in polls if poll.publication_id == shown.row.publication_id][-1]
    texts = {asked: one["text"] for asked, one in latest.statements.items()}
    return {
        "is_pool": shown.publication.is_pool,
        "answers": shown.publication.answers,
        "out_of": shown.publication.out_of,
        "figures": shown.row.figures,
        "texts": {ANCHOR: texts[ANCHOR]} if shown.publication.is_pool else texts,
        "trend": trend([*shown.earlier, shown.row], polls),
    }


def trend(published: Sequence[PublicationRow], polls: Sequence[Poll]) -> list[dict[str, Any]]:
    """Return the anchor week by week, oldest first; a closed week has no figure.

    A pool stands on its latest poll's day, the weeks it was made of stay closed.
    """
    by_number = {row.number: row for row in published}
    last = max(by_number, default=0)
    points = []
    for poll in polls:
        if poll.number > last:
            continue
        row = by_number.get(poll.number)
        points.append(
            {
                "on": poll.opens_on.isoformat(),
                "tenths": row.figures[ANCHOR] if row else None,
                "is_pool": bool(row and row.is_pool),
            }
        )
    return points[-MAX_TREND:]
