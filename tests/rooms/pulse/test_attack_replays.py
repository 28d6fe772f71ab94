"""Attacks with what Slack once sent: replayed, forged for others, after `forget`, and the logs."""

import logging
from collections.abc import Iterator
from contextlib import redirect_stderr
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
import structlog
from structlog.testing import capture_logs

from bot.content import Content, Words
from bot.errors import UserError
from bot.logs import QUIET, set_up_logs
from bot.members.reader import Reader
from bot.rooms.pulse import store
from bot.rooms.pulse.handlers_team import on_command_pulse
from bot.rooms.pulse.rules import Unanswerable
from bot.rooms.pulse.usecases import answer
from bot.sandbox.payloads import view_submission
from bot.slack.ids import ChannelId, MemberId
from bot.slack.inputs import Command
from tests.conftest import TEST_KEY
from tests.rooms.pulse.evidence import metrics, sqlite_tables
from tests.rooms.pulse.polling import (
    ANSWER,
    CLOSED,
    EVERYBODY,
    POLL_DAY,
    TOLD,
    answers,
    set_up,
    votes,
)
from tests.talk import PROJ, TEAM, Talk

SCORES = {"anchor": 4, "C": 4, "R": 4, "I": 4, "S": 4}
ONE_WEEK = timedelta(weeks=1)


async def sent_form(talk: Talk, who: str) -> dict[str, Any]:
    """Return the payload of a filled-in form, as Slack signs and sends it."""
    person, team = talk.person(who), talk.sandbox.world.teams[TEAM]
    await person.clicks(ANSWER)
    await person.fills(answers(4))
    member = team.members[person.user_id]
    return view_submission(team.app, member, member.modals[-1])


async def acked(talk: Talk, payload: dict[str, Any]) -> Any:
    team = talk.sandbox.world.teams[TEAM]
    return (await talk.sandbox.courier.deliver(team.app, "interactive", payload)).body


async def deliver(talk: Talk, payload: dict[str, Any]) -> str:
    return str(await acked(talk, payload))


def total(url: str) -> int:
    return sum(count for *_, count in sqlite_tables(url)["poll_tally"])


async def test_one_answer_counts_when_its_payload_is_replayed(talk: Talk, sqlite_url: str) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    payload = await sent_form(talk, "ann")
    assert "Your answer is counted" in await deliver(talk, payload)
    await talk.settle()
    before, figures, calls = sqlite_tables(sqlite_url), metrics(), len(talk.sandbox.calls)
    with capture_logs() as lines:
        for _ in range(3):
            assert "already answered" in await deliver(talk, payload)
        await talk.settle()
    assert (lines, sqlite_tables(sqlite_url), metrics()) == ([], before, figures)
    assert talk.sandbox.calls[calls:] == []
    assert total(sqlite_url) == 5


async def test_form_says_what_is_missing_and_counts_nothing_when_slack_lets_it_through(
    spoken: Talk, words: Words, sqlite_url: str
) -> None:
    """Slack's own form asks for every statement: a payload without one is made by hand."""
    await set_up(spoken)
    await spoken.at(POLL_DAY)
    payload = await sent_form(spoken, "ann")
    values = payload["view"]["state"]["values"]
    kept = {block: values.pop(block) for block in ("pulse.answer.C", "pulse.answer.S")}
    said = words("pulse-answer-missing")
    wanted = {"response_action": "errors", "errors": dict.fromkeys(kept, said)}
    assert await acked(spoken, payload) == wanted
    assert total(sqlite_url) == 0
    values.update(kept)
    assert words("pulse-thanks") in str(await acked(spoken, payload))


async def test_replayed_payload_counts_for_no_other_poll_when_the_next_is_open(
    talk: Talk, sqlite_url: str
) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    payload = await sent_form(talk, "ann")
    await talk.at(CLOSED)
    await talk.at(POLL_DAY + ONE_WEEK)
    assert "This poll has closed" in await deliver(talk, payload)
    assert total(sqlite_url) == 0


async def test_stranger_reads_and_votes_nothing_when_a_members_payload_is_forged(
    talk: Talk, sqlite_url: str
) -> None:
    talk.sandbox.world.teams[TEAM].add_member("U0GUS", "gus")
    await set_up(talk)
    await talk.at(POLL_DAY)
    payload = await sent_form(talk, "ann")
    payload["user"] = {**payload["user"], "id": "U0GUS"}
    said = await deliver(talk, payload)
    assert "Your answer is counted" not in said
    assert total(sqlite_url) == 0


@pytest.mark.parametrize("word", ["", "results", "history", "settings", "stop"])
async def test_stranger_reads_nothing_when_typing_for_a_channel_they_are_not_in(
    talk: Talk, word: str
) -> None:
    talk.sandbox.world.teams[TEAM].add_member("U0GUS", "gus")
    await set_up(talk)
    await talk.at(POLL_DAY)
    for name in EVERYBODY[:5]:
        await votes(talk, name)
    await talk.at(TOLD)
    gus = Reader(talk.workspace, MemberId("U0GUS"))
    with pytest.raises(UserError, match=r"not-full-member|owner-or-admin"):
        await on_command_pulse(talk.bot.deps, Command(gus, word, ChannelId(PROJ), "trigger", "url"))


async def test_forgetting_is_no_second_vote_when_somebody_comes_back_to_an_open_poll(
    talk: Talk, sqlite_url: str
) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    payload = await sent_form(talk, "fay")
    await deliver(talk, payload)
    fay = talk.person("fay")
    await fay.closes()
    await fay.types("/trustcheck forget")
    await fay.submits()
    await talk.settle()
    assert "Your answer is counted" not in await deliver(talk, payload)
    await fay.types("/trustcheck start")  # back of their own accord, and in the channel again
    await fay.leaves(PROJ)
    await fay.joins(PROJ)
    await talk.settle()
    assert "Your answer is counted" not in await deliver(talk, payload)
    async with talk.bot.deps.db.read() as session:
        poll = (await store.polls_of(session, talk.workspace, ChannelId(PROJ)))[-1].poll_id
    said = await answer(talk.bot.deps, Reader(talk.workspace, MemberId("U0FAY")), poll, SCORES, "")
    assert said in {Unanswerable.NOT_ASKED, Unanswerable.ALREADY_ANSWERED}
    assert total(sqlite_url) == 5


@pytest.fixture
def debug_log() -> Iterator[StringIO]:
    """What the process logs as a host gets it with LOG_LEVEL=DEBUG."""
    before = structlog.get_config()
    levels = {name: logging.getLogger(name).level for name in QUIET}
    stream = StringIO()
    with redirect_stderr(stream):
        set_up_logs("DEBUG")
    yield stream
    structlog.configure(**before)
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


@pytest.mark.parametrize("over", ["socket", "http"])
async def test_debug_log_has_no_line_when_somebody_answers(
    sqlite_url: str,
    content: Content,
    over: str,
    debug_log: StringIO,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with Talk.open(sqlite_url, content, key=TEST_KEY, over=over) as talk:
        await set_up(talk)
        await talk.at(POLL_DAY)
        before = debug_log.getvalue()
        assert "workspace_ready" in before
        caplog.clear()
        outcome = await votes(talk, "ann", 2, C=5)
        await talk.person("ann").clicks(ANSWER)
        await talk.settle()
        assert outcome.ok
        assert debug_log.getvalue() == before
        assert not caplog.records
