"""Weeks that go otherwise: all leave, the owner goes, polls meet, a bank shrinks."""

from datetime import UTC, datetime, timedelta

from sqlmodel import col, update

from bot.content import Words
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


async def test_channel_is_told_once_and_nobody_asked_when_all_left_the_poll(
    spoken: Talk, words: Words
) -> None:
    await set_up(spoken)
    for name in EVERYBODY:
        await spoken.person(name).clicks("pulse.poll.leave")
    await spoken.at(POLL_DAY)
    await spoken.at(DAY_AFTER)
    said = words("pulse-shut-too-few-people").partition("\n")[0]
    assert sum(said in post for post in posts(spoken)) == 1
    assert not any(has_poll(spoken.person(name)) for name in EVERYBODY)
    assert not spoken.sandbox.shown_errors


async def test_poll_runs_out_and_counts_nobody_when_all_leave_it_while_it_is_open(
    spoken: Talk, words: Words, sqlite_url: str
) -> None:
    await set_up(spoken)
    await spoken.at(POLL_DAY)
    for name in EVERYBODY:
        await spoken.person(name).clicks(words("pulse-leave"))
    await spoken.at(TOLD)
    assert words("pulse-stays-closed").split("*")[1] in posts(spoken)[-1]
    assert sqlite_tables(sqlite_url)["poll_tally"] == []


async def test_results_come_and_nobody_reads_the_owners_line_when_the_owner_left_meanwhile(
    spoken: Talk, words: Words
) -> None:
    await set_up(spoken, "fay")
    await spoken.at(POLL_DAY)
    for name in EVERYBODY[:5]:
        await votes(spoken, name)
    fay = spoken.person("fay")
    seen = len(fay.sees())
    await fay.leaves(PROJ)
    await fay.is_deactivated()
    await spoken.settle()
    await spoken.at(TOLD)
    figure = words("pulse-figure-pooled", name=words("pulse-asked-anchor"), value="4.0")
    assert any(figure in post for post in posts(spoken))
    assert any(words("pulse-news-orphaned") in post for post in posts(spoken))
    assert len(fay.sees()) == seen
    assert not spoken.sandbox.shown_errors


async def test_weekly_poll_stays_shut_when_an_instant_one_is_still_open(spoken: Talk) -> None:
    await set_up(spoken)
    await spoken.at(datetime(2026, 11, 30, 12, 0, tzinfo=UTC))
    await spoken.person("ann").types("/trustcheck team", channel=PROJ)
    await spoken.person("ann").submits({})
    await spoken.settle()
    await spoken.at(POLL_DAY)
    assert not has_poll(spoken.person("fay"))
    async with spoken.bot.deps.db.read() as session:
        polls = await store.polls_of(session, spoken.workspace, ChannelId(PROJ))
    assert [poll.is_instant for poll in polls] == [True]
    await spoken.at(POLL_DAY + ONE_WEEK)
    assert has_poll(spoken.person("fay"))


async def test_poll_is_answered_and_told_when_its_channel_and_its_bank_changed_meanwhile(
    spoken: Talk, words: Words
) -> None:
    """The channel got another name, and a release no longer has what the open poll asks."""
    await set_up(spoken)
    await spoken.person("ann").renames(PROJ, "project-two")
    await spoken.at(POLL_DAY)
    assert "#project-two" in spoken.person("fay").reads()
    await take_out_of_the_bank(spoken, "C")
    for name in EVERYBODY[:5]:
        assert (await votes(spoken, name, 3)).ok
    await spoken.at(TOLD)
    shown = str([post.blocks for post in spoken.person("fay").sees(PROJ)])
    assert "We did what we no longer ask about" in shown
    assert f"*{words('pulse-asked-c')}" in shown
    assert "3.0" in shown
    await spoken.at(POLL_DAY + ONE_WEEK)
    assert has_poll(spoken.person("fay"))
    assert not spoken.sandbox.shown_errors


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


async def test_comments_stand_as_typed_when_they_are_long_or_full_of_mentions_and_links(
    spoken: Talk, words: Words
) -> None:
    more = await grow(spoken, 2)
    await set_up(spoken, **COMMENTS)
    await spoken.at(POLL_DAY)
    hostile = "<!here> <@U0ANN> <https://x.example|pay> https://y.example #proj *b* `c` & <!date>"
    await spoken.person("ann").clicks(ANSWER)
    for length, is_taken in ((3001, False), (1001, False), (1000, True)):
        longest = {**answers(4), "pulse.comment.write": "x" * length}
        outcome = await spoken.person("ann").submits(longest)
        assert ("pulse.comment.write" in outcome.errors) is not is_taken
    for name in [*EVERYBODY[1:], *more]:
        await comments(spoken, name, hostile)
    before = len(spoken.sandbox.calls)
    await spoken.at(TOLD)
    texts = [str(call.args.get("text")) for call in spoken.sandbox.calls[before:]]
    assert not any(hostile in text for text in texts)  # the notification holds no comment
    [thread] = [post for post in spoken.person("fay").sees(PROJ) if hostile in str(post.blocks)]
    assert words("pulse-comments-title").split("*")[1] in str(thread.blocks)
    shown = [block["text"] for block in thread.blocks if hostile in str(block)]
    assert {text["type"] for text in shown} == {"plain_text"}
    assert spoken.person("fay").reads(PROJ).replace("\n", "").count("<!here>") == len(shown) == 7
    assert "x" * 1000 in str(thread.blocks)
