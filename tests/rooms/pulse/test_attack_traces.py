"""Attacks from outside the database: logs, metrics, API traffic, forged ids and replays."""

import asyncio
import sqlite3
from typing import Any

import pytest
import structlog
from structlog.testing import capture_logs

from bot.members.reader import Reader
from bot.rooms.pulse import store
from bot.rooms.pulse.ballots import BallotError
from bot.rooms.pulse.rules import Unanswerable
from bot.rooms.pulse.usecases import answer
from bot.slack.ids import ChannelId, MemberId, WorkspaceId
from tests.rooms.pulse.evidence import metrics, sqlite_path, sqlite_tables
from tests.rooms.pulse.polling import (
    ANSWER,
    CLOSED,
    EVERYBODY,
    POLL_DAY,
    answers,
    poll_of,
    set_up,
    votes,
)
from tests.talk import PROJ, TEAM, Talk

SCORES = {"anchor": 4, "C": 4, "R": 4, "I": 4, "S": 4}


async def test_log_has_no_line_when_somebody_answers_or_tries_again(talk: Talk) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    with capture_logs() as lines:
        await votes(talk, "ann")
        await talk.person("ann").clicks(ANSWER)
        await talk.settle()
    assert lines == []


async def test_no_metric_moves_when_somebody_answers_or_tries_again(talk: Talk) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    before = metrics()
    await votes(talk, "ann")
    await talk.person("ann").clicks(ANSWER)
    await talk.settle()
    assert metrics() == before


async def test_slack_is_told_no_answer_when_one_is_sent(talk: Talk) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    calls = len(talk.sandbox.calls)
    await votes(talk, "ann", 2, C=5)
    await talk.settle()
    made = talk.sandbox.calls[calls:]
    assert [call.method for call in made] == ["views.open"]
    assert "initial_option" not in str(made[0].args)


async def test_slack_is_told_nothing_when_an_answer_is_sent_with_home_open(talk: Talk) -> None:
    """Home follows what somebody does, but not this: it would tell of the moment."""
    await set_up(talk)
    await talk.at(POLL_DAY)
    ann = talk.person("ann")
    await ann.opens_home()
    await ann.clicks(ANSWER)
    await talk.settle()
    calls = len(talk.sandbox.calls)
    with capture_logs() as lines:
        assert (await ann.submits(answers(4))).ok
        await talk.settle()
    assert talk.sandbox.calls[calls:] == []
    assert lines == []


async def test_hidden_values_hold_ids_alone_when_a_poll_is_open(talk: Talk) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    ann = talk.person("ann")
    message = poll_of(ann)
    assert set(message.metadata["event_payload"]) == {"delivery"}  # type: ignore[index]
    await ann.clicks(ANSWER)
    modal: Any = ann.modal
    poll = await poll_id(talk)
    assert modal["private_metadata"] == f'{{"poll":"{poll}","v":1}}'


async def test_messages_stay_as_they_are_when_some_answer_skip_or_leave(talk: Talk) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    before = {name: poll_of(talk.person(name)) for name in EVERYBODY}
    await votes(talk, "ann")
    await talk.person("ben").clicks("Skip this week")
    await talk.person("eli").clicks("Leave this poll")
    await talk.settle()
    after = {name: poll_of(talk.person(name)) for name in EVERYBODY}
    assert after == before


async def test_skip_leaves_no_trace_when_pressed(talk: Talk, sqlite_url: str) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    before = sqlite_tables(sqlite_url)
    await talk.person("ben").clicks("Skip this week")
    await talk.settle()
    assert sqlite_tables(sqlite_url) == before
    assert "Nothing is noted" in talk.person("ben").reads()


async def test_stranger_cannot_vote_when_forging_the_polls_id(talk: Talk) -> None:
    team = talk.sandbox.world.teams[TEAM]
    team.add_member("U0GUS", "gus")
    await set_up(talk)
    await talk.at(POLL_DAY)
    gus = Reader(talk.workspace, MemberId("U0GUS"))
    assert await answer(talk.bot.deps, gus, await poll_id(talk), SCORES, "") is (
        Unanswerable.NOT_ASKED
    )


async def test_vote_is_refused_when_the_workspace_is_anothers(talk: Talk) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    ann = Reader(WorkspaceId("T0OTHER"), MemberId("U0ANN"))
    said = await answer(talk.bot.deps, ann, await poll_id(talk), SCORES, "")
    assert said is Unanswerable.NOT_ASKED


async def test_late_answer_is_refused_when_the_poll_has_closed(talk: Talk) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    ann = talk.person("ann")
    await ann.clicks(ANSWER)
    await talk.at(CLOSED)
    await ann.submits(answers(4))
    assert "This poll has closed" in ann.reads_modal()


async def test_one_answer_counts_when_many_come_at_once(talk: Talk, sqlite_url: str) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    poll = await poll_id(talk)
    ann = Reader(talk.workspace, MemberId("U0ANN"))
    said = await asyncio.gather(*(answer(talk.bot.deps, ann, poll, SCORES, "") for _ in range(9)))
    assert said.count(None) == 1
    assert sum(count for *_, count in sqlite_tables(sqlite_url)["poll_tally"]) == 5


async def test_error_report_holds_no_answer_when_the_database_fails_under_a_vote(
    talk: Talk, sqlite_url: str
) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    with sqlite3.connect(sqlite_path(sqlite_url)) as connection:
        connection.execute(
            "CREATE TRIGGER broken BEFORE INSERT ON poll_tally"
            " BEGIN SELECT RAISE(ABORT, 'broken'); END"
        )
    connection.close()
    with capture_logs(processors=[structlog.processors.format_exc_info]) as lines:
        await votes(talk, "ann", 2, C=5)
    assert "Something broke on our side" in talk.person("ann").reads_modal()
    told = str(lines)
    assert "broken" in told
    assert not any(secret in told for secret in ("U0ANN", "pulse-C-01'", "parameters: ("))


async def test_answer_counts_when_it_is_sent_again_after_a_failure(
    talk: Talk, sqlite_url: str
) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    poll = await poll_id(talk)
    ann = Reader(talk.workspace, MemberId("U0ANN"))
    with pytest.raises(BallotError):
        await answer(talk.bot.deps, ann, poll, {**SCORES, "C": 6}, "")
    assert await answer(talk.bot.deps, ann, poll, SCORES, "") is None


async def poll_id(talk: Talk) -> str:
    async with talk.bot.deps.db.read() as session:
        polls = await store.polls_of(session, talk.workspace, ChannelId(PROJ))
    return polls[-1].poll_id
