"""What was published of a team, for whoever is in it: nothing finer than the posts said."""

from typing import Any

from bot.deps import Deps
from bot.errors import UserError
from bot.members.reader import Reader
from bot.rooms.pulse import store
from bot.rooms.pulse.management import look_at_team, refusal_id
from bot.rooms.pulse.results import (
    Shown,
    audiences_of,
    figures_data,
    publication_from,
    read_shown,
    trend,
)
from bot.rooms.pulse.tables import Publication
from bot.slack.ids import ChannelId


async def read_latest(deps: Deps, who: Reader, channel: ChannelId) -> dict[str, Any] | None:
    """Return the newest posted figures, or None.

    Raises:
        UserError: *who* isn't in the channel, or nothing of it may be shown.
    """
    await _must_see(deps, who, channel)
    async with deps.db.read() as session:
        posted = _posted(await store.publications_of(session, who.workspace, channel))
        if not posted:
            return None
        shown = await read_shown(session, who.workspace, posted[-1].publication_id)
        polls = await store.polls_of(session, who.workspace, channel)
    return figures_data(shown, polls) if shown else None


async def read_trend(deps: Deps, who: Reader, channel: ChannelId) -> list[dict[str, Any]]:
    """Return the anchor week by week as posted; empty before the first results.

    Raises:
        UserError: as `read_latest`.
    """
    await _must_see(deps, who, channel)
    async with deps.db.read() as session:
        posted = _posted(await store.publications_of(session, who.workspace, channel))
        polls = await store.polls_of(session, who.workspace, channel)
    return trend(posted, polls)


async def read_all(deps: Deps, who: Reader, channel: ChannelId) -> list[Shown]:
    """Return all that was posted, oldest first.

    Raises:
        UserError: as `read_latest`.
    """
    await _must_see(deps, who, channel)
    async with deps.db.read() as session:
        posted = _posted(await store.publications_of(session, who.workspace, channel))
        audiences = await audiences_of(session, who.workspace, channel)
    return [Shown(row, publication_from(row, audiences), (), ()) for row in posted]


def _posted(rows: list[Publication]) -> list[Publication]:
    """Leave out what is decided but waits for its hour: nobody reads results before the team."""
    return [row for row in rows if row.posted_at is not None]


async def _must_see(deps: Deps, who: Reader, channel: ChannelId) -> None:
    look = await look_at_team(deps, who, channel)
    if look.unseen is not None:
        raise UserError(refusal_id(look.unseen))
