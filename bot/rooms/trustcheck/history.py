"""Looking back at one's checks, and asking for them as a chart."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.delivery import store as deliveries
from bot.deps import Deps
from bot.errors import UserError
from bot.members.reader import Reader
from bot.rooms.trustcheck import store
from bot.rooms.trustcheck.pattern import FULL, QUICK, Point, Taken, change, points

CHART = "trustcheck.chart"
CHART_IN_WORDS = "trustcheck.chart_in_words"  # for a Slack that takes no chart


@dataclass(frozen=True)
class History:
    """One's checks about one subject, newest first; *subjects* has one check about each."""

    checks: Sequence[Taken]
    subjects: Sequence[Taken]

    @property
    def points(self) -> list[Point]:
        """The whole pattern, newest first."""
        found = [*points(self.checks, QUICK), *points(self.checks, FULL)]
        return sorted(found, key=lambda point: point.last_at, reverse=True)

    @property
    def changes(self) -> list[tuple[Point, Point]]:
        """What may be compared: of quick checks, and of full ones."""
        found = [change(self.checks, form) for form in (QUICK, FULL)]
        return [pair for pair in found if pair is not None]


async def look_back(deps: Deps, who: Reader, like: str | None = None) -> History:
    """Return the checks about the same as check *like* is, or as the newest one is.

    Raises:
        UserError: *like* isn't one of theirs.
    """
    async with deps.db.read() as session:
        checks = await store.checks_of(session, who.workspace, who.member)
    return history_like(checks, like)


def history_like(checks: Sequence[Taken], like: str | None) -> History:
    """Return those of *checks* that are about the same as *like*, the newest if None.

    Raises:
        UserError: *like* isn't among them.
    """
    chosen = next((one for one in checks if like in (None, one.check_id)), None)
    if chosen is None:
        if like is not None:
            raise UserError("house-old-card")
        return History((), ())
    subjects: dict[str | None, Taken] = {}
    for one in checks:
        subjects.setdefault(one.about, one)
    same = [one for one in checks if one.about == chosen.about]
    return History(same, list(subjects.values()))


async def request_chart(deps: Deps, who: Reader, like: str, window: str) -> History:
    """Plan the chart as a message to oneself, once for each *window* (a view's id).

    Raises:
        UserError: *like* isn't one of their checks.
    """
    now = deps.clock.now()
    async with deps.db.write() as session:
        found = history_like(await store.checks_of(session, who.workspace, who.member), like)
        await store.request_chart(
            session,
            {
                "workspace_id": who.workspace,
                "chart_id": window,
                "member_id": who.member,
                "asked_at": now,
                "subject": found.checks[0].subject,
            },
        )
        row = deliveries.new_row(
            who.workspace, CHART, who.member, window, target=who.member, due_at=now
        )
        await deliveries.plan(session, [row])
    deps.wake()
    return found
