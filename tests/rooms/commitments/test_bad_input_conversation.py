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
from tests.rooms.commitments.promising import BAD_LINES, Promising, flat
from tests.talk import MONDAY_NOON, Talk

TUESDAY_3PM = datetime(2026, 11, 24, 15, tzinfo=UTC)
FRIDAY_3PM = datetime(2026, 11, 27, 15, tzinfo=UTC)


TO_ME = {"en": "@ann plan the week by Friday 3pm", "zh-CN": "@ann 周五下午三点前定好计划"}
TO_ME_TOO = {"en": "@me rest tomorrow", "zh-CN": "@我 明天休息"}


@pytest.fixture
def scene(spoken: Talk, locale: str) -> Promising:
    """A conversation in each language."""
    return Promising(spoken, locale)


async def test_a_line_that_isnt_enough_opens_the_form_and_says_why(scene: Promising) -> None:
    ann = scene.talk.person("ann")
    for line, why in BAD_LINES[scene.locale].items():
        assert (await ann.types(f"/commit {line}")).ok
        assert scene.says(f"commitments-why-{why}") in flat(ann.reads_modal()), line
        assert ("END" in ann.reads_modal()) == ("END" in line)
        await scene.closes_all(ann)
    assert await open_ones(scene.talk) == []


async def test_an_app_or_oneself_chosen_in_the_form(scene: Promising) -> None:
    ann = scene.talk.person("ann")
    await ann.types("/commit")
    bot_user = scene.talk.sandbox.world.teams["T0001ACME"].app.bot_user_id
    entered = {
        "commitments.form.text": "方案",
        "commitments.form.day": "2026-11-25",
        "commitments.form.to": bot_user,
    }
    outcome = await ann.submits(entered)
    assert scene.says("commitments-form-to-a-bot") in flat(str(outcome.errors))
    await scene.submits(ann, {"commitments.form.to": "U0ANN"})
    assert scene.says("commitments-logged-to-self") in flat(ann.reads_modal())
    await scene.clicks(ann, "commitments.promise.change")
    await scene.submits(ann, {"commitments.form.to": "U0BEN"})
    assert scene.says("commitments-logged-to-self") not in flat(ann.reads_modal())
    assert [one.to_id for one in await open_ones(scene.talk)] == ["U0BEN"]


async def test_another_app_is_known_as_one_typed_or_chosen(scene: Promising) -> None:
    talk, ann = scene.talk, scene.talk.person("ann")
    team = talk.sandbox.world.teams["T0001ACME"]
    team.add_member("U0POLLS", "polls", is_bot=True)
    team.add_member("U0GUS", "gus", is_restricted=True)
    for _ in range(2):
        await ann.types(f"/commit @polls {scene.lines.tomorrow}")
        assert scene.says("commitments-why-to-a-bot") in flat(ann.sees()[-1].text)
        assert scene.lines.thing in ann.reads()
    await ann.types("/commit")
    day = {"commitments.form.text": "方案", "commitments.form.day": "2026-11-25"}
    outcome = await ann.submits({**day, "commitments.form.to": "U0POLLS"})
    assert scene.says("commitments-form-to-a-bot") in flat(str(outcome.errors))
    await scene.submits(ann, {"commitments.form.to": "U0GUS"})
    await scene.closes_all(ann)
    await scene.logs(ann, f"@gus {scene.lines.friday.removeprefix('@ben ')}")
    assert [one.to_id for one in await open_ones(talk)] == ["U0GUS", "U0GUS"]


@pytest.mark.timely
async def test_a_stranger_s_promise_to_an_app_is_told_in_time(talk: Talk) -> None:
    team = talk.sandbox.world.teams["T0001ACME"]
    team.add_member("U0GUS", "gus", tz="America/New_York", locale="en-US")
    team.add_member("U0POLLS", "polls", is_bot=True)
    gus = talk.person("gus")
    talk.sandbox.faults.latency_s = 2.5
    outcome = await gus.types("/commit @polls send the deck by Friday 3pm")
    talk.sandbox.faults.latency_s = 0
    assert outcome.ok
    assert "That is an app" in gus.reads()
    assert await open_ones(talk, "gus") == []


async def test_a_promise_to_oneself_is_one_and_offers_no_chat(scene: Promising) -> None:
    talk, ann = scene.talk, scene.talk.person("ann")
    promise = await scene.logs(ann, TO_ME[scene.locale])
    assert promise.to_id is None
    assert flat(ann.reads()).count(scene.says("commitments-logged-to-self")) == 1
    assert (await scene.logs(ann, TO_ME_TOO[scene.locale])).to_id is None
    assert flat(ann.reads()).count(scene.says("commitments-logged-to-self")) == 2
    await talk.at(promise.due_at)
    await scene.clicks(ann, "commitments.promise.not_yet")
    await scene.submits(ann, {"commitments.form.day": "2026-11-30"})
    assert scene.says("commitments-words-chat") not in flat(ann.reads_modal())


async def test_whom_it_was_promised_to_left_meanwhile_and_no_chat_is_offered(
    scene: Promising,
) -> None:
    talk, ann = scene.talk, scene.talk.person("ann")
    promise = await scene.logs(ann, scene.lines.friday)
    await talk.person("ben").is_deactivated()
    await talk.at(promise.due_at)
    await scene.clicks(ann, "commitments.promise.not_yet")
    await scene.submits(ann, {"commitments.form.day": "2026-11-30"})
    assert scene.says("commitments-words-chat") not in flat(ann.reads_modal())
    assert scene.says("commitments-words") in flat(ann.reads_modal())


async def test_a_regular_update_offers_no_chat_with_somebody_who_left(scene: Promising) -> None:
    talk, ann = scene.talk, scene.talk.person("ann")
    promise = await scene.logs(ann, f"@ben {scene.lines.weekly}")
    await talk.at(promise.due_at)
    await scene.clicks(ann, "commitments.promise.nothing_new")
    assert scene.says("commitments-words-chat") in flat(ann.reads_modal())
    await talk.person("ben").is_deactivated()
    await scene.closes_all(ann)
    await scene.clicks(ann, "commitments.promise.nothing_new")
    assert scene.says("commitments-words-chat") not in flat(ann.reads_modal())
    await scene.closes_all(ann)
    await scene.clicks(ann, "commitments.promise.update")
    await scene.submits(ann)
    assert scene.says("commitments-words-chat") not in flat(ann.reads_modal())


async def test_of_two_answers_at_the_same_moment_one_counts_and_the_other_is_told(
    scene: Promising,
) -> None:
    talk, ann = scene.talk, scene.talk.person("ann")
    await scene.logs(ann, scene.lines.weekly)
    await talk.at(FRIDAY_3PM)
    await scene.clicks(ann, "commitments.promise.kept")
    card = ann.sees()[-1]
    await asyncio.gather(
        ann.clicks("commitments.promise.by_due", message=card),
        ann.clicks("commitments.promise.later", message=card),
    )
    await talk.settle()
    assert flat(ann.reads()).count(scene.says("commitments-refused-ended")) == 1
    assert (len(await ended_ones(talk)), len(await open_ones(talk))) == (1, 1)


async def test_an_answer_to_a_question_two_states_old_changes_nothing(scene: Promising) -> None:
    talk, ann = scene.talk, scene.talk.person("ann")
    await scene.logs(ann, scene.lines.friday)
    await talk.at(FRIDAY_3PM - timedelta(days=1, hours=5, minutes=30))
    check = ann.sees()[-1]
    await ann.clicks("commitments.promise.at_risk", message=check)
    await scene.submits(ann, {"commitments.form.day": "2026-11-30"})
    await ann.closes()
    for answer in ("done", "at_risk", "move"):
        await ann.clicks(f"commitments.promise.{answer}", message=check)
        await talk.settle()
    assert flat(ann.reads()).count(scene.says("commitments-refused-outdated")) == 3
    monday = datetime(2026, 11, 30, 17, tzinfo=UTC)
    assert [one.due_at for one in await open_ones(talk)] == [monday]


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


async def test_working_days_are_counted_by_the_holidays_of_the_person(talk: Talk) -> None:
    async with talk.bot.deps.db.write() as session:
        row = await members.ensure_member(session, talk.workspace, MemberId("U0BEN"))
        row.country = "US"
    await talk.at(datetime(2026, 11, 25, 18, tzinfo=UTC))  # Thanksgiving is the 26th
    await talk.person("ben").types("/commit send the deck in 2 working days")
    [promise] = await open_ones(talk, "ben")
    assert promise.due_at == datetime(2026, 12, 1, 1, tzinfo=UTC)
