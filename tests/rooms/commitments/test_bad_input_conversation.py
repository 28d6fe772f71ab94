"""Lines and clicks that go wrong are answered kindly, and lose nothing."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.content import Content
from bot.errors import UserError
from bot.members import store as members
from bot.rooms.commitments.usecases import undo_commitment
from bot.slack.ids import MemberId
from tests.conftest import TEST_KEY
from tests.rooms.commitments.logged import ended_ones, open_ones
from tests.talk import MONDAY_NOON, Talk

TUESDAY_3PM = datetime(2026, 11, 24, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("by tomorrow 3pm", "What do you promise?"),
        ("@ben", "What do you promise?"),
        ("send the deck in December 2126", "five years"),
        ("pay the invoice every 31 February", "never comes round"),
        (" ".join(["@ann @ben @chen @deepa @eli @fay thank them all", "tomorrow"]), "many people"),
        ("@Trustcheck send the deck tomorrow", "an app"),
    ],
)
async def test_a_line_that_isnt_enough_opens_the_form_and_says_why(
    talk: Talk, line: str, why: str
) -> None:
    ann = talk.person("ann")
    assert (await ann.types(f"/commit {line}")).ok
    assert why in ann.reads_modal()
    assert await open_ones(talk) == []


async def test_an_app_chosen_in_the_form_is_told_at_its_field(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit send the deck")
    bot_user = talk.sandbox.world.teams["T0001ACME"].app.bot_user_id
    outcome = await ann.submits({"By which day?": "2026-11-25", "To whom?": bot_user})
    assert "an app" in str(outcome.errors)


async def test_whom_it_was_promised_to_left_meanwhile_and_no_chat_is_offered(talk: Talk) -> None:
    ann, ben = talk.person("ann"), talk.person("ben")
    await ann.types("/commit @ben send the deck by tomorrow 3pm")
    await ben.is_deactivated()
    await talk.at(TUESDAY_3PM)
    await ann.clicks("Not yet")
    await ann.submits({"Which day instead?": "2026-11-27"})
    assert "[Open the chat]" not in ann.reads_modal()
    assert "Edit them, and copy them" in ann.reads_modal()


@pytest.mark.timely
async def test_a_stranger_to_us_is_met_before_their_line_is_read(talk: Talk) -> None:
    team = talk.sandbox.world.teams["T0001ACME"]
    team.add_member("U0GUS", "gus", tz="America/New_York", locale="en-US")
    gus = talk.person("gus")
    talk.sandbox.faults.latency_s = 2.5
    outcome = await gus.types("/commit send the deck by Friday 3pm")
    talk.sandbox.faults.latency_s = 0
    assert outcome.ok
    [promise] = await open_ones(talk, "gus")
    assert promise.due_at == datetime(2026, 11, 27, 20, tzinfo=UTC)


async def test_another_s_promise_cannot_be_touched(talk: Talk) -> None:
    ann, ben = talk.person("ann"), talk.person("ben")
    await ann.types("/commit send the deck by tomorrow 3pm")
    await ben.types("/commit call the printer by tomorrow 3pm")
    [anns] = await open_ones(talk)
    who = await talk.bot.deps.people.reader(talk.workspace, MemberId(ben.user_id))
    with pytest.raises(UserError, match="commitments-gone"):
        await undo_commitment(talk.bot.deps, who, anns.promise_id)
    assert len(await open_ones(talk)) == 1


async def test_an_answer_to_a_question_two_states_old_changes_nothing(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit send the deck by tomorrow 3pm")
    await talk.at(TUESDAY_3PM - timedelta(hours=5))
    card = ann.sees()[-1]
    await ann.clicks("At risk", message=card)
    await ann.submits({"Which day instead?": "2026-11-30"})
    await ann.closes()
    await ann.clicks("Done", message=card)
    await talk.settle()
    assert "has ended already" in ann.reads()
    assert [one.due_at for one in await open_ones(talk)] == [datetime(2026, 11, 30, 17, tzinfo=UTC)]


async def test_two_answers_at_the_same_moment_end_it_once_on_both_databases(
    database_url: str, content: Content
) -> None:
    async with Talk.open(database_url, content, key=TEST_KEY) as talk:
        ann = talk.person("ann")
        await ann.types("/commit every Tuesday 3pm post the update")
        await talk.at(TUESDAY_3PM)
        await ann.clicks("Kept")
        await talk.settle()
        card = ann.sees()[-1]
        await asyncio.gather(
            ann.clicks("By today 15:00", message=card), ann.clicks("Later", message=card)
        )
        await talk.settle()
        assert len(await ended_ones(talk)) == 1
        assert len(await open_ones(talk)) == 1


async def test_a_full_notification_says_what_was_promised_and_pings_nobody(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit tell <!channel> the news by tomorrow 3pm")
    async with talk.bot.deps.db.write() as session:
        row = await members.ensure_member(session, talk.workspace, MemberId("U0ANN"))
        row.notification = "full"
    await talk.at(TUESDAY_3PM)
    assert ann.sees()[-1].text == "tell &lt;!channel&gt; the news"


async def test_it_is_the_working_hours_of_the_person_that_end_a_day(talk: Talk) -> None:
    await talk.person("ben").types("/commit send the deck tomorrow")
    [promise] = await open_ones(talk, "ben")
    assert promise.due_at == datetime(2026, 11, 25, 1, tzinfo=UTC)
    assert promise.due_at > MONDAY_NOON
