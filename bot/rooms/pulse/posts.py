"""What the clock posts in the channel about a pulse: news, the reminder, and the results."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery import rules as skipped
from bot.delivery import store as ledger
from bot.deps import Composed, Decision, Deps, Due, Kind, Skip
from bot.rooms.pulse import ballot_box, store, views_results, views_team
from bot.rooms.pulse.ballots import answers_in
from bot.rooms.pulse.barring import barred
from bot.rooms.pulse.barring import compose as compose_barred
from bot.rooms.pulse.closing import read_tallies
from bot.rooms.pulse.lateness import compose as compose_late
from bot.rooms.pulse.lateness import held_back
from bot.rooms.pulse.occasions import (
    BARRED,
    COMMENTS,
    FIGURES,
    GUIDE,
    LATE,
    NEWS,
    OWNER,
    REMINDER,
    RESULTS,
    SET_UP,
    SHUT,
    to_channel,
)
from bot.rooms.pulse.owner import to_member, to_owner
from bot.rooms.pulse.planning import give_notice
from bot.rooms.pulse.promise_store import running as running_promise
from bot.rooms.pulse.publication import has_enough
from bot.rooms.pulse.results import Shown, figures_data, read_shown, results_data, start_with
from bot.rooms.pulse.tables import Poll, Pulse
from bot.rooms.pulse.team import find_team, owners_of, rests, week_of
from bot.slack.ids import ChannelId, WorkspaceId

COMMENTS_A_POST = 10  # Slack: some 11,000 characters a message, and a comment may have 1,000
ONE_TICK = timedelta(microseconds=1)  # between posts of one thread: the ledger's order

One = Callable[[Deps, AsyncSession, Due, datetime], Awaitable[Decision]]


def each(decide: One) -> Callable[..., Awaitable[Mapping[str, Decision]]]:
    """Return a `Compose` that asks *decide* about one delivery after the other: posts are few."""

    async def compose(
        deps: Deps, session: AsyncSession, dues: Sequence[Due], now: datetime
    ) -> Mapping[str, Decision]:
        return {due.id: await decide(deps, session, due, now) for due in dues}

    return compose


async def poll_behind(session: AsyncSession, due: Due) -> Poll | None:
    """Return the poll a post is about: its slot."""
    return await store.poll_of(session, due.workspace, due.slot)


async def _news(deps: Deps, session: AsyncSession, due: Due, now: datetime) -> Decision:
    pulse = await store.pulse_of(session, due.workspace, ChannelId(due.subject))
    what = due.slot.partition(".")[0]
    if pulse is None or not is_still_so(pulse, what, now):
        return Skip(skipped.GONE)
    if what == SET_UP:  # what it says is never old: nobody is asked before it was told
        due = replace(due, due_at=max(due.due_at, now - ONE_TICK))
    if held := await held_back(session, due, now, week_of(pulse)):
        return held
    if what == SET_UP:
        team = await find_team(session, due.workspace, ChannelId(due.subject), lock=True)
        await give_notice(session, pulse, team, now)
    return Composed(pulse.locale, _news_data(pulse, what))


def is_still_so(pulse: Pulse, what: str, now: datetime) -> bool:
    """Tell whether news of *what* is still true: it may have waited for Monday's hours."""
    if (what == "stopped") != (pulse.stopped_at is not None):
        return False
    so = {
        "paused": rests(pulse, now),
        "resumed": not rests(pulse, now),
        "handed_over": pulse.owner_id is not None,
        "orphaned": pulse.owner_id is None,
    }
    return so.get(what, True)


def _news_data(pulse: Pulse, what: str) -> dict[str, object]:
    return {
        "what": what,
        "channel": pulse.channel_id,
        "owner": pulse.owner_id,
        "on": pulse.next_on.isoformat() if pulse.next_on else None,
        "weekday": pulse.weekday,
        "weeks": pulse.weeks,
        "minimum": pulse.minimum,
        "comments": pulse.has_comments,
        "until": pulse.paused_until.isoformat() if pulse.paused_until else None,
    }


async def _shut(deps: Deps, session: AsyncSession, due: Due, now: datetime) -> Decision:
    pulse = await store.pulse_of(session, due.workspace, ChannelId(due.subject))
    if pulse is None:
        return Skip(skipped.GONE)
    if held := await held_back(session, due, now, week_of(pulse)):
        return held
    return Composed(pulse.locale, {"why": due.slot.partition(".")[2]})


async def _reminder(deps: Deps, session: AsyncSession, due: Due, now: datetime) -> Decision:
    poll = await poll_behind(session, due)
    if poll is None:
        return Skip(skipped.GONE)
    if held := await held_back(session, due, now, week_of(poll)):
        return held
    if poll.state != "open" or now >= poll.closes_at:
        return Skip(skipped.STALE)
    answers = answers_in(await read_tallies(session, poll))
    data = {
        "enough": has_enough(answers, poll.minimum),
        "closes": poll.closes_at.isoformat(),
        "zone": poll.zone,
        "now": now.isoformat(),
    }
    return Composed(poll.locale, data)


async def _results(deps: Deps, session: AsyncSession, due: Due, now: datetime) -> Decision:
    poll = await poll_behind(session, due)
    if poll is None or poll.state == "open":
        return Skip(skipped.GONE)
    shown = await _shown(session, poll)
    if held := await held_back(session, due, now, week_of(poll)):
        if shown is not None and held == Skip(skipped.STALE):
            shown.row.posted_at = due.due_at  # no longer news, but anybody may look it up
        return held
    catalogue = deps.content.catalogue(poll.locale)
    promise = await running_promise(session, due.workspace, ChannelId(poll.channel_id))
    if shown is None:
        return Composed(poll.locale, {"state": "closed", "promise": promise})
    data = results_data(shown, catalogue)
    data |= {"promise": promise, "channel": poll.channel_id}
    practice = catalogue.practice(data["practice"]) if data["practice"] else None
    words = deps.content.words(poll.locale)
    data["practice"] = views_results.practice_data(words, practice, shown.row.number)
    return Composed(poll.locale, data)


async def _results_sent(session: AsyncSession, sent: Sequence[tuple[Due, str, str]]) -> None:
    """Let follow what goes into the thread, in this order, and the owner's line."""
    for due, _, ts in sent:
        poll = await poll_behind(session, due)
        shown = await _shown(session, poll) if poll else None
        if poll is None or shown is None:
            continue
        shown.row.ts, shown.row.posted_at = ts or None, due.due_at
        kept = await ballot_box.comments(session, due.workspace, poll.poll_id)
        pages = [f"{poll.poll_id}.{n}" for n in range(-(-len(kept) // COMMENTS_A_POST))]
        follow = [(FIGURES, due.slot), *((COMMENTS, page) for page in pages), (GUIDE, due.slot)]
        rows = [
            to_channel(due.workspace, kind, due.subject, slot, due.due_at + turn * ONE_TICK)
            for turn, (kind, slot) in enumerate(follow)
        ]
        pulse = await store.pulse_of(session, due.workspace, ChannelId(due.subject))
        if pulse is not None and pulse.owner_id is not None:
            rows.append(to_member(pulse.owner_id, due, OWNER))
        await ledger.plan(session, rows)


async def _figures(deps: Deps, session: AsyncSession, due: Due, now: datetime) -> Decision:
    poll = await poll_behind(session, due)
    shown = await _shown(session, poll) if poll else None
    if poll is None or shown is None:
        return Skip(skipped.GONE)
    if held := await barred(session, due):
        return held
    polls = await store.polls_of(session, due.workspace, ChannelId(due.subject))
    return Composed(poll.locale, figures_data(shown, polls), thread_ts=shown.row.ts)


async def _shown(session: AsyncSession, poll: Poll) -> Shown | None:
    """Return what is told with *poll*; None where its week stays closed.

    A pool is told once, with the latest of its polls, also where an earlier one's post comes late.
    """
    if poll.publication_id is None:
        return None
    shown = await read_shown(session, WorkspaceId(poll.workspace_id), poll.publication_id)
    return shown if shown and shown.row.number == poll.number else None


async def _guide(deps: Deps, session: AsyncSession, due: Due, now: datetime) -> Decision:
    poll = await poll_behind(session, due)
    shown = await _shown(session, poll) if poll else None
    if poll is None or shown is None:
        return Skip(skipped.GONE)
    if held := await barred(session, due):
        return held
    catalogue = deps.content.catalogue(poll.locale)
    guide = catalogue.guides[start_with(shown, catalogue)]
    return Composed(poll.locale, guide.model_dump(), thread_ts=shown.row.ts)


async def _owner(deps: Deps, session: AsyncSession, due: Due, now: datetime) -> Decision:
    return await to_owner(deps, session, due, now, {"channel": due.subject})


KINDS = (
    Kind(NEWS, each(_news), views_team.set_up_news, to_channel=True, owners=owners_of),
    Kind(SHUT, each(_shut), views_team.shut_post, to_channel=True, owners=owners_of),
    Kind(REMINDER, each(_reminder), views_team.reminder, to_channel=True, owners=owners_of),
    Kind(
        RESULTS,
        each(_results),
        views_results.results_post,
        _results_sent,
        to_channel=True,
        owners=owners_of,
    ),
    Kind(FIGURES, each(_figures), views_results.figures_post, to_channel=True, owners=owners_of),
    Kind(GUIDE, each(_guide), views_results.guide_post, to_channel=True, owners=owners_of),
    Kind(OWNER, each(_owner), views_results.owner_line),
    Kind(BARRED, each(compose_barred), views_results.barred_line),
    Kind(LATE, each(compose_late), views_results.late_line),
)
