"""Whoever may not, can't: every button, form and word, with the ids of somebody else's things.

The handlers are the rooms' own tables', and the fields those the rooms know, so that a new one is
tried as well without anybody thinking of it.
"""

import json
from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import select
from structlog.testing import capture_logs

from bot.content import Content
from bot.members.tables import Workspace
from bot.rooms.asks.tables import Ask
from bot.rooms.commitments.tables import Commitment
from bot.rooms.kickoff.tables import KickoffDraft, KickoffEntry
from bot.rooms.nudges.tables import Nudge
from bot.rooms.pulse.tables import Poll, PollComment, TeamPromise
from bot.rooms.reflection.tables import KeptReflection
from bot.rooms.trustcheck.tables import Check, CheckDraft
from bot.slack.gateway import Gateway
from bot.slack.inputs import Reply
from tests.conftest import TEST_KEY
from tests.contracts.filled import contents
from tests.rooms.pulse.polling import POLL_DAY, set_up
from tests.slack import payloads
from tests.slack.fuzzing import named_ids
from tests.talk import PROJ, TEAM, Talk

NEEDLE = "needle in the haystack"
INTRUDER, ELSEWHERE = "U0ELI", "T0ELSEWHERE"
HOUSEKEEPING = {"workspace", "errand", "seen_event", "tombstone"}
FORGET = "privacy.forget.confirm"  # comes last: it ends what its author may do
# Some of what Ann may do with her own things by these means, a room each.
MAY = {"commitments.promise.kept", "nudges.practice.done", "kickoff.entry.delete",
       "pulse.pulse.stop", "reflection.kept.drop", FORGET}  # fmt: skip
ROUTES = payloads.ROUTES


@pytest.fixture
async def talk(sqlite_url: str, content: Content) -> AsyncIterator[Talk]:
    """Ann's things in every room, and Eli, who is none of her team's."""
    async with Talk.open(sqlite_url, content, key=TEST_KEY) as opened:
        await furnish(opened)
        await opened.bot.ticker.stop()  # what the clock does meanwhile is nobody's act
        yield opened


async def furnish(talk: Talk) -> None:
    ann = talk.person("ann")
    await talk.person("eli").leaves(PROJ)
    await talk.settle()
    await set_up(talk)
    await ann.types(f"/commit send the {NEEDLE} by 18 Dec 3pm")
    await ann.types("/nudge")
    await talk.at(POLL_DAY)
    async with talk.bot.deps.db.write() as session:
        poll = (await session.scalars(select(Poll))).one()
        session.add_all(rows_of_ann(talk, poll.poll_id))


def rows_of_ann(talk: Talk, poll: str) -> list[Any]:
    at = talk.clock.now() - timedelta(hours=1)
    whose: dict[str, Any] = {"workspace_id": TEAM, "member_id": "U0ANN"}
    words: dict[str, Any] = {"answers": {"subject": NEEDLE, "scores": {"C": 4, "R": 4, "I": 2,
                             "S": 2}, "chosen": {}}}  # fmt: skip
    said: dict[str, Any] = {"answers": {"bring": NEEDLE, "line": NEEDLE}}
    return [
        Ask(workspace_id=TEAM, ask_id="ask", asker_id="U0ANN", asked_id="U0BEN", asked_at=at),
        Check(**whose, **words, check_id="check", form="quick", taken_at=at),
        CheckDraft(**whose, **words, draft_id="draft", changed_at=at),
        KeptReflection(**whose, **said, reflection_id="reflection", kept_at=at),
        KickoffEntry(**whose, **said, channel_id=PROJ, written_at=at),
        KickoffDraft(**whose, **said, channel_id=PROJ, draft_id="kickoff", written_at=at),
        PollComment(workspace_id=TEAM, poll_id=poll, comment_id="comment", words=NEEDLE),
        TeamPromise(
            workspace_id=TEAM, promise_id="team", channel_id=PROJ, number=1, words=NEEDLE,
            keeper_id="U0ANN",
        ),
    ]  # fmt: skip


async def guesses(talk: Talk) -> list[str]:
    """Values as our own buttons carry them, with the ids of what is Ann's."""
    async with talk.bot.deps.db.read() as session:
        promise = (await session.scalars(select(Commitment))).one()
        nudge = (await session.scalars(select(Nudge).where(Nudge.member_id == "U0ANN"))).first()
        poll = (await session.scalars(select(Poll))).one()
    assert nudge is not None
    one = {
        "promise": promise.promise_id, "at": int(promise.due_at.timestamp()), "ask": "ask",
        "nudge": nudge.nudge_id, "practice": nudge.practice_id, "poll": poll.poll_id,
        "p": poll.poll_id, "c": "comment", "channel": PROJ, "id": "reflection", "check": "check",
        "draft": "draft", "asked": "U0BEN", "page": 0, "step": 1,
    }  # fmt: skip
    return [
        json.dumps({"v": 1, **one, **more})
        for more in (
            {"do": "release", "ending": "on_time", "went": "kept", "decision": "let_go"},
            {"do": "skip", "promise": "team", "went": "kept", "decision": "let_go", "id": "check"},
            {"do": "remove", "promise": "team", "went": "open", "decision": "keep",
             "draft": "kickoff", "number": 0},
            {"do": "hide", "ending": "owned_up"},
        )
    ]  # fmt: skip


def filled() -> dict[str, Any]:
    """A form in which every field there is was filled in, with something it takes."""
    number = {"minimum": "5", "every": "1", "weekday": "2"}
    inputs = {
        name: {
            "value": "changed by somebody else",
            "selected_option": {"value": number.get(name.split(".")[1], "3")},
            "selected_options": [{"value": "on"}],
        }
        for name in set(named_ids()) - set(ROUTES.actions) - set(ROUTES.views)
    }
    dates = {name: {"selected_date": "2026-12-21", "value": "x"} for name in inputs
             if any(word in name for word in ("until", "day", "date"))}  # fmt: skip
    people = {name: {"selected_user": INTRUDER} for name in inputs if "owner" in name}
    scores = {f"{kind}.answer.{one}": {"selected_option": {"value": "5"}}
              for kind in ("pulse", "trustcheck")
              for one in ("anchor", "C", "R", "I", "S")}  # fmt: skip
    return {"values": {"b": {**inputs, **dates, **people, **scores}}}


def attempts(who: str, values: list[str]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Everything somebody could send: (the id, the gateway's method, the payload)."""
    form = filled()
    for value in values:
        for one in ROUTES.actions:
            yield one, "on_press", payloads.press(who, one, value, in_view=True)
        for one in sorted(set(ROUTES.views) - {FORGET}):
            yield one, "on_submission", payloads.submission(who, one, value, form)
        for one in ROUTES.closings:
            yield one, "on_closing", payloads.closing(who, one, value)
    for word in ROUTES.words:
        yield word, "on_command", payloads.command(who, "/trustcheck", word, PROJ)
    for one in ROUTES.shortcuts:
        for on_message in (False, True):
            yield one, "on_shortcut", payloads.shortcut(who, one, on_message=on_message)
    yield FORGET, "on_submission", payloads.submission(who, FORGET, values[0], form)


def told() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Everything Slack could tell about Ann and her channel."""
    for kind in ROUTES.events:
        body = payloads.event("U0ANN", kind, PROJ)
        body["event"]["tokens"] = {"bot": ["B1"]}
        yield kind, "on_event", body


async def others_rows(talk: Talk) -> dict[str, list[str]]:
    """Every row that doesn't name the intruder: nothing in them is theirs to change."""
    tables = await contents(talk.bot.deps.db)
    return {
        name: [str(row) for row in rows if INTRUDER not in str(row) and ELSEWHERE not in str(row)]
        for name, rows in tables.items()
        if name not in HOUSEKEEPING
    }


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[str]]:
    return {
        name: sorted(set(before[name]) ^ set(after[name]))
        for name in before
        if before[name] != after[name]
    }


async def send(talk: Talk, team: str, method: str, body: Mapping[str, Any]) -> Reply:
    gateway = Gateway(talk.bot.deps, talk.bot.routes)
    with capture_logs():  # drawing a traceback takes longer than all the rest
        reply: Reply = await getattr(gateway, method)(team, body)
        if reply.later is not None:
            talk.bot.background.start(reply.later())
            await talk.bot.background.drain()
    return reply


class Witness:
    """Tells what an act changed in others' rows; it looks only where something was written."""

    def __init__(self, talk: Talk, before: dict[str, list[str]]) -> None:
        self._talk, self._before, self._wrote = talk, before, False
        event.listen(talk.bot.deps.db.engine.sync_engine, "before_cursor_execute", self._note)

    @classmethod
    async def of(cls, talk: Talk) -> "Witness":
        return cls(talk, await others_rows(talk))

    def _note(self, _connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        self._wrote = self._wrote or statement.split()[0] in ("INSERT", "UPDATE", "DELETE")

    async def changes(self) -> dict[str, list[str]]:
        """Return the rows changed since it was asked last, by table."""
        if not self._wrote:
            return {}
        after = await others_rows(self._talk)
        found = changed(self._before, after)
        self._before, self._wrote = after, False
        return found


async def test_who_may_not_changes_nothing_and_learns_nothing(talk: Talk) -> None:
    calls, witness = len(talk.sandbox.calls), await Witness.of(talk)
    learned: list[str] = []
    for name, method, body in attempts(INTRUDER, await guesses(talk)):
        learned.append(str((await send(talk, TEAM, method, body)).body))
        assert await witness.changes() == {}, name
    learned += [str(call.args) for call in talk.sandbox.calls[calls:]]
    assert [one for one in learned if NEEDLE in one] == []


async def test_the_same_ids_in_another_workspace_mean_nothing(talk: Talk) -> None:
    """Ann's own id, even: a workspace is the first thing every row is looked for by."""
    calls, before = len(talk.sandbox.calls), await others_rows(talk)
    stands, learned = await workspace_of(talk), list[str]()
    for _, method, body in [*attempts("U0ANN", await guesses(talk)), *told()]:
        learned.append(str((await send(talk, ELSEWHERE, method, body)).body))
    assert changed(before, await others_rows(talk)) == {}
    assert await workspace_of(talk) == stands
    learned += [str(call.args) for call in talk.sandbox.calls[calls:]]
    assert [one for one in learned if NEEDLE in one] == []


async def workspace_of(talk: Talk) -> Any:
    async with talk.bot.deps.db.read() as session:
        row = await session.get(Workspace, TEAM)
    assert row is not None
    return row.stopped_at, row.token


async def test_who_may_does_change_things_by_the_same_means(talk: Talk) -> None:
    """Or the tests above would prove nothing."""
    witness, did = await Witness.of(talk), set[str]()
    for name, method, body in attempts("U0ANN", await guesses(talk)):
        await send(talk, TEAM, method, body)
        if await witness.changes():
            did.add(name)
    assert did >= MAY, MAY - did
