"""Weeks that go otherwise: all leave, the owner goes, polls meet, a bank shrinks."""

from datetime import UTC, datetime, timedelta

from sqlmodel import col, update

from bot.rooms.pulse import store
from bot.rooms.pulse.tables import PollTally
from bot.slack.ids import ChannelId
from tests.rooms.pulse.evidence import sqlite_tables
from tests.rooms.pulse.polling import (
    ANSWER,
    COMMENTS,
    EVERYBODY,
    POLL_DAY,
    TOLD,
    answers,
    comments,
    grow,
    has_poll,
    posts,
    set_up,
    votes,
)
from tests.talk import PROJ, Talk

ONE_WEEK = timedelta(weeks=1)
DAY_AFTER = datetime(2026, 12, 2, 11, 0, tzinfo=UTC)


async def test_channel_is_told_once_and_nobody_asked_when_all_left_the_poll(talk: Talk) -> None:
    await set_up(talk)
    for name in EVERYBODY:
        await talk.person(name).clicks("pulse.poll.leave")
    await talk.at(POLL_DAY)
    await talk.at(DAY_AFTER)
    assert "fewer than four people" in posts(talk)[-1]
    assert not any(has_poll(talk.person(name)) for name in EVERYBODY)
    assert not talk.sandbox.shown_errors


async def test_poll_runs_out_and_counts_nobody_when_all_leave_it_while_it_is_open(
    talk: Talk, sqlite_url: str
) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    for name in EVERYBODY:
        await talk.person(name).clicks("Leave this poll")
    await talk.at(TOLD)
    assert "This week stays closed" in talk.person("fay").reads(PROJ)
    assert sqlite_tables(sqlite_url)["poll_tally"] == []


async def test_results_come_and_nobody_reads_the_owners_line_when_the_owner_left_meanwhile(
    talk: Talk,
) -> None:
    await set_up(talk, "fay")
    await talk.at(POLL_DAY)
    for name in EVERYBODY[:5]:
        await votes(talk, name)
    fay = talk.person("fay")
    seen = len(fay.sees())
    await fay.leaves(PROJ)
    await fay.is_deactivated()
    await talk.settle()
    await talk.at(TOLD)
    assert "Counting on each other: 4.0" in talk.person("ben").reads(PROJ)
    assert any("Nobody looks after this channel's pulse" in post for post in posts(talk))
    assert len(fay.sees()) == seen
    assert not talk.sandbox.shown_errors


async def test_weekly_poll_stays_shut_when_an_instant_one_is_still_open(talk: Talk) -> None:
    await set_up(talk)
    await talk.at(datetime(2026, 11, 30, 12, 0, tzinfo=UTC))
    await talk.person("ann").types("/trustcheck team", channel=PROJ)
    await talk.person("ann").submits({})
    await talk.settle()
    await talk.at(POLL_DAY)
    assert not has_poll(talk.person("fay"))
    async with talk.bot.deps.db.read() as session:
        polls = await store.polls_of(session, talk.workspace, ChannelId(PROJ))
    assert [poll.is_instant for poll in polls] == [True]
    await talk.at(POLL_DAY + ONE_WEEK)
    assert has_poll(talk.person("fay"))


async def test_poll_is_answered_and_told_when_a_statement_left_the_bank_meanwhile(
    talk: Talk,
) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    await take_out_of_the_bank(talk, "C")
    for name in EVERYBODY[:5]:
        assert (await votes(talk, name, 3)).ok
    await talk.at(TOLD)
    shown = talk.person("fay").reads(PROJ)
    assert "We did what we no longer ask about" in shown
    assert "Credibility: 3.0" in shown
    await talk.at(POLL_DAY + ONE_WEEK)
    assert has_poll(talk.person("fay"))
    assert not talk.sandbox.shown_errors


async def take_out_of_the_bank(talk: Talk, factor: str) -> None:
    """Have the open poll ask what no bank holds: as a release without the statement finds it."""
    async with talk.bot.deps.db.write() as session:
        poll = (await store.polls_of(session, talk.workspace, ChannelId(PROJ)))[-1]
        asked = poll.statements[factor]
        gone = {**asked, "id": "pulse-C-99", "text": "We did what we no longer ask about"}
        poll.statements = {**poll.statements, factor: gone}
        await session.execute(
            update(PollTally)
            .where(col(PollTally.statement) == asked["id"])
            .values(statement=gone["id"])
        )


async def test_nothing_unfolds_and_nobody_is_pinged_when_a_comment_is_full_of_links(
    talk: Talk,
) -> None:
    more = await grow(talk, 2)
    await set_up(talk, **COMMENTS)
    await talk.at(POLL_DAY)
    hostile = "<!here> <@U0ANN> <https://x.example|pay> https://y.example #proj *b* `c` & <!date>"
    for name in [*EVERYBODY, *more]:
        await comments(talk, name, hostile)
    before = len(talk.sandbox.calls)
    await talk.at(TOLD)
    texts = [str(call.args.get("text")) for call in talk.sandbox.calls[before:]]
    assert not any(hostile in text for text in texts)  # the notification holds no comment
    [thread] = [post for post in talk.person("fay").sees(PROJ) if hostile in str(post.blocks)]
    shown = [block["text"] for block in thread.blocks if hostile in str(block)]
    assert {text["type"] for text in shown} == {"plain_text"}
    assert talk.person("fay").reads(PROJ).replace("\n", "").count("<!here>") == len(shown) == 8


async def test_longest_comment_is_taken_and_a_longer_one_refused_by_the_form(talk: Talk) -> None:
    await set_up(talk, **COMMENTS)
    await talk.at(POLL_DAY)
    ann = talk.person("ann")
    await ann.clicks(ANSWER)
    refused = await ann.submits({**answers(4), "pulse.comment.write": "x" * 3001})
    assert "pulse.comment.write" in refused.errors
    assert (await ann.submits({**answers(4), "pulse.comment.write": "x" * 1000})).ok
    assert "Your answer is counted" in ann.reads_modal()
