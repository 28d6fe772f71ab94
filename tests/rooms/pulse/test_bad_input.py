"""What may go wrong around a poll: channels that change, outages, empty teams, a changed bank."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from bot.content import Content, Words
from bot.delivery.rules import OFF
from bot.deps import Composed, Due, Skip
from bot.members.reader import Reader
from bot.rooms.pulse import ROOM, ballot_box, store, views
from bot.rooms.pulse.occasions import POLL
from bot.rooms.pulse.usecases import MAX_COMMENT_CHARS, answer
from bot.slack.ids import ChannelId, MemberId
from tests.rooms.pulse.polling import (
    CLOSED,
    COMMENTS,
    EVERYBODY,
    POLL_DAY,
    REMINDED,
    SLOTS,
    TOLD,
    answers,
    has_poll,
    posts,
    returns,
    set_up,
    votes,
)
from tests.talk import PROJ, Talk

ONE_WEEK = timedelta(weeks=1)
SCORES = {"anchor": 4, "C": 4, "R": 4, "I": 4, "S": 4}


async def voted_by_five(talk: Talk) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    for name in EVERYBODY[:5]:
        await votes(talk, name)


async def test_results_wait_for_nobody_when_the_bot_was_removed(talk: Talk) -> None:
    await voted_by_five(talk)
    await talk.person("ann").removes_bot(PROJ)
    await talk.at(TOLD)
    assert not any("The pulse of this team" in post for post in posts(talk))
    assert not talk.sandbox.shown_errors


async def test_no_further_poll_opens_when_the_channel_was_archived(talk: Talk) -> None:
    await set_up(talk)
    await talk.person("ann").archives(PROJ)
    await talk.settle()
    await talk.at(POLL_DAY)
    assert not has_poll(talk.person("fay"))


async def test_next_poll_opens_when_an_outage_outlasted_the_one_before(
    spoken: Talk, words: Words
) -> None:
    """The one before is closed first, however late: nobody is in two polls of a team at once."""
    await set_up(spoken)
    for week in range(2):
        await spoken.at(POLL_DAY + week * ONE_WEEK)
        await votes(spoken, "fay")
        shown = "".join(spoken.person("fay").reads_modal().replace("│", "").split())
        assert "".join(words("pulse-thanks").split()) in shown
    async with spoken.bot.deps.db.read() as session:
        polls = await store.polls_of(session, spoken.workspace, ChannelId(PROJ))
    assert [poll.state for poll in polls] == ["deleted", "open"]


async def test_poll_is_passed_over_when_an_outage_covered_all_of_it(spoken: Talk) -> None:
    """Nothing of it is posted either: neither its reminder nor that its week stays closed."""
    await set_up(spoken)
    before = posts(spoken)
    await returns(spoken, datetime(2026, 12, 7, 12, 0, tzinfo=UTC))
    assert not any(has_poll(spoken.person(name)) for name in EVERYBODY)
    assert posts(spoken) == before
    await spoken.at(POLL_DAY + ONE_WEEK)
    assert all(has_poll(spoken.person(name)) for name in EVERYBODY)
    assert not spoken.sandbox.shown_errors


async def test_poll_waits_for_the_next_working_slot_when_somebody_is_on_vacation(
    spoken: Talk, words: Words
) -> None:
    """And answers then like everybody else; over whose vacation it closes, it passes by."""
    await set_up(spoken)
    fay, ben = spoken.person("fay"), spoken.person("ben")
    for person in (fay, ben):
        await person.sets_status("on vacation", ":palm_tree:")
    await spoken.settle()
    await spoken.at(datetime(2026, 12, 1, 9, 31, tzinfo=UTC))
    assert has_poll(spoken.person("ann"))
    await spoken.at(POLL_DAY)
    assert not has_poll(fay)
    await fay.sets_status("")
    await spoken.settle()
    await spoken.at(datetime(2026, 12, 2, 9, 31, tzinfo=UTC))
    await votes(spoken, "fay")
    shown = "".join(fay.reads_modal().replace("│", "").split())
    assert "".join(words("pulse-thanks").split()) in shown
    await spoken.at(TOLD)
    assert not has_poll(ben)
    assert len(ben.sees()) == 0


async def test_poll_planned_before_a_vacation_began_waits_as_well(spoken: Talk) -> None:
    await set_up(spoken)
    await spoken.at(SLOTS["ann"])
    [compose] = [kind.compose for kind in ROOM.kinds if kind.name == POLL]
    due = Due("d1", spoken.workspace, POLL, "U0BEN", "2026-12-01", "U0BEN", SLOTS["ben"])
    ben = spoken.person("ben")
    decided = []
    for status in ("", "on vacation"):
        await ben.sets_status(status, ":palm_tree:" if status else "")
        await spoken.settle()
        async with spoken.bot.deps.db.read() as session:
            decided.append((await compose(spoken.bot.deps, session, [due], SLOTS["ben"]))["d1"])
    assert isinstance(decided[0], Composed)
    assert decided[1] == Skip(OFF)


async def test_form_asks_what_was_frozen_when_a_statement_has_left_the_bank(
    content: Content,
) -> None:
    gone = {
        "id": "pulse-C-99",
        "text": "A statement that was taken out",
        "low": "no",
        "high": "yes",
        "turned": False,
    }
    pulse = content.catalogue("en").pulse
    frozen = dict.fromkeys(views.ASKED, gone)
    form = views.answer_form(
        content.words("en"),
        pulse,
        frozen,
        poll="p",
        channel="C1",
        channel_name="proj",
        minimum=5,
        has_comments=False,
    )
    assert str(form).count("A statement that was taken out") == len(views.ASKED)


async def test_comment_is_cut_when_it_is_longer_than_the_form_takes(talk: Talk) -> None:
    await set_up(talk, **COMMENTS)
    await talk.at(POLL_DAY)
    async with talk.bot.deps.db.read() as session:
        poll = (await store.polls_of(session, talk.workspace, ChannelId(PROJ)))[-1].poll_id
    ann = Reader(talk.workspace, MemberId("U0ANN"))
    assert await answer(talk.bot.deps, ann, poll, SCORES, "x" * 3001) is None
    async with talk.bot.deps.db.read() as session:
        kept = await ballot_box.comments(session, talk.workspace, poll)
    assert [len(one.words) for one in kept] == [MAX_COMMENT_CHARS]


async def test_a_zone_that_no_longer_exists_counts_as_utc_from_the_opening_to_the_results(
    talk: Talk,
) -> None:
    await set_up(talk)
    async with talk.bot.deps.db.write() as session:
        await session.execute(text("UPDATE pulse SET zone = 'Mars/Olympus_Mons'"))
    await talk.at(POLL_DAY)
    assert has_poll(talk.person("ann"))
    async with talk.bot.deps.db.write() as session:
        await session.execute(text("UPDATE poll SET zone = 'Mars/Olympus_Mons'"))
    before = len(posts(talk))
    for instant in (REMINDED, CLOSED, TOLD):
        await talk.at(instant)
    assert len(posts(talk)) == before + 2


@pytest.mark.timely
async def test_answering_is_in_time_when_slack_takes_two_and_a_half_seconds(talk: Talk) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    ann = talk.person("ann")
    talk.sandbox.faults.latency_s = 2.5
    pressed = await ann.clicks("pulse.poll.answer")
    sent = await ann.submits(answers(4))
    talk.sandbox.faults.latency_s = 0
    assert (pressed.ok, sent.ok) == (True, True)


@pytest.mark.timely
async def test_set_up_is_in_time_when_slack_takes_two_and_a_half_seconds(talk: Talk) -> None:
    ann = talk.person("ann")
    talk.sandbox.faults.latency_s = 2.5
    typed = await ann.types("/pulse", channel=PROJ)
    sent = await ann.submits({})
    talk.sandbox.faults.latency_s = 0
    assert (typed.ok, sent.ok) == (True, True)
