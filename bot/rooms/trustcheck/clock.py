"""What the clock does for the trust check: sends charts, and clears away what is left over."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery import store as deliveries
from bot.delivery.rules import GONE
from bot.deps import Composed, Decision, Deps, Due, Kind, Skip, Sweep
from bot.members import store as members
from bot.members.tables import Member
from bot.rooms.trustcheck import history, history_views, store
from bot.rooms.trustcheck.full_check import KEPT_FOR
from bot.rooms.trustcheck.history import history_like
from bot.rooms.trustcheck.pattern import Taken
from bot.slack.ids import MemberId
from bot.storage.moments import NOW

NO_CHARTS = "invalid_blocks"  # Slack's answer where charts haven't arrived yet


async def compose(
    deps: Deps, session: AsyncSession, dues: Sequence[Due], now: datetime
) -> Mapping[str, Decision]:
    """Choose what each chart shows: the pattern as it is when it goes out."""
    workspace = dues[0].workspace
    wanted = await store.chart_requests(session, workspace, [due.slot for due in dues])
    requests = {row.chart_id: row for row in wanted}
    people = await members.members_of(session, workspace, [MemberId(due.target) for due in dues])
    rows = {row.member_id: row for row in people}
    decisions: dict[str, Decision] = {}
    for due in dues:
        row, request = rows.get(due.target), requests.get(due.slot)
        if row is None or request is None:
            decisions[due.id] = Skip(GONE)
        else:
            checks = await store.checks_of(session, workspace, MemberId(row.member_id))
            decisions[due.id] = _composed(deps, row, checks, request.subject)
    return decisions


def _composed(deps: Deps, row: Member, checks: Sequence[Taken], subject: str | None) -> Decision:
    like = next((one.check_id for one in checks if one.subject == subject), None)
    if like is None:
        return Skip(GONE)
    found, reader = history_like(checks, like), deps.people.reader_of(row)
    charts = history_views.chart_data(deps.words(reader), found, reader.zone)
    return Composed(reader.locale, {"charts": charts, "full": row.notification == "full"})


async def sent(session: AsyncSession, done: Sequence[tuple[Due, str, str]]) -> None:
    """Forget that the charts were wanted."""
    slots = [due.slot for due, _, _ in done]
    await store.drop_charts(session, done[0][0].workspace, slots)


async def say_refused_charts(deps: Deps, session: AsyncSession, now: datetime, limit: int) -> int:
    """Plan those charts that this workspace's Slack doesn't know again, in words."""
    rows = await store.refused_charts(session, history.CHART, NO_CHARTS, limit)
    return await deliveries.plan(
        session,
        [
            deliveries.new_row(
                row.workspace_id,
                history.CHART_IN_WORDS,
                row.member_id,
                row.chart_id,
                target=row.member_id,
                due_at=now,
            )
            for row in rows
        ],
    )


async def drop_drafts(deps: Deps, session: AsyncSession, now: datetime, limit: int) -> int:
    """Delete the drafts that nobody came back for within a day."""
    await store.drop_drafts(session, now - KEPT_FOR)
    return 0


async def drop_requests(deps: Deps, session: AsyncSession, now: datetime, limit: int) -> int:
    """Delete the charts asked for a day ago that never went out."""
    await store.drop_requests(session, now - KEPT_FOR)
    return 0


CHART = Kind(history.CHART, compose, history_views.chart_message, sent)
CHART_IN_WORDS = Kind(history.CHART_IN_WORDS, compose, history_views.chart_in_words, sent)
SWEEPS = (
    Sweep(
        "trustcheck.charts",
        store.is_refused(history.CHART, NO_CHARTS),
        say_refused_charts,
    ),
    Sweep("trustcheck.drafts", store.is_old_draft(NOW - KEPT_FOR), drop_drafts),
    Sweep("trustcheck.requests", store.is_old_request(NOW - KEPT_FOR), drop_requests),
)
