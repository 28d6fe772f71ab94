"""Quiet and settings from wherever one stands, and what older cards and forms come to."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlmodel import col, update

from bot.content import Content, Words
from bot.members.tables import Member
from bot.rooms.preferences import form
from bot.slack.gateway import Gateway
from tests.conftest import TEST_KEY
from tests.rooms.nudges.living import row_of
from tests.slack import payloads
from tests.talk import TEAM, Talk

FRIDAY_0930 = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
TUESDAY_0930 = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
LONDON = "Europe/London"


@pytest.fixture(params=["en", "zh-CN"])
async def talk(
    sqlite_url: str, content: Content, request: pytest.FixtureRequest
) -> AsyncIterator[Talk]:
    """Ann has started, and looks at her Home, in either language."""
    async with Talk.open(sqlite_url, content, key=TEST_KEY, locale=request.param) as opened:
        ann = opened.person("ann")
        await ann.types("/trustcheck start")
        await ann.clicks("nudges.habit.start.daily")
        await ann.opens_home()
        await opened.settle()
        yield opened


def words_of(talk: Talk) -> Words:
    locale = talk.sandbox.world.teams[TEAM].members["U0ANN"].locale
    return talk.bot.deps.content.words(str(locale))


def next_slot(talk: Talk, at: datetime) -> str:
    words = words_of(talk)
    return words("preferences-next-slot", moment=words.moment(at, LONDON, now=talk.clock.now()))


async def sent(talk: Talk, values: Mapping[str, Any], who: str = "U0ANN") -> Mapping[str, Any]:
    """Send the settings as Slack sends a form that has these fields and no others."""
    state = {"values": {field: {field: value} for field, value in values.items()}}
    body = payloads.submission(who, form.SEND, '{"v":1}', state)
    reply = await Gateway(talk.bot.deps, talk.bot.routes).on_submission(TEAM, body)
    assert reply.body is not None
    return reply.body


async def test_quiet_is_begun_and_ended_wherever_one_is(talk: Talk) -> None:
    ann, words = talk.person("ann"), words_of(talk)
    back = words("preferences-resumed-next", moment=words.moment(TUESDAY_0930, LONDON,
                                                                 now=talk.clock.now()))  # fmt: skip
    quiet = words("preferences-paused", day=words.day(FRIDAY_0930.date()))
    await ann.clicks("preferences.quiet.open")  # in Home
    await ann.chooses("preferences.quiet.until", "2026-11-27")
    await talk.settle()
    assert next_slot(talk, FRIDAY_0930) in str(ann.modal)
    await ann.closes()
    assert quiet in str(ann.home)
    await ann.clicks("preferences.quiet.end")  # in Home
    await talk.settle()
    assert back in [one.text for one in ann.sees()]
    assert quiet not in str(ann.home)
    await ann.clicks("preferences.settings.open")
    await ann.clicks("preferences.quiet.open")  # in the settings
    await ann.clicks("preferences.quiet.begin.week")
    await talk.settle()
    await ann.closes()
    await ann.closes()
    await ann.clicks("preferences.settings.open")
    await ann.clicks("preferences.quiet.end")
    await talk.settle()
    assert back in str(ann.modal)
    assert (await row_of(talk, "ann")).paused_until is None


async def test_saving_while_quiet_names_the_first_slot_after_it(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck pause until 2026-11-27")
    await ann.types("/trustcheck settings")
    await ann.submits({form.SLOT: "10:15"})
    assert next_slot(talk, FRIDAY_0930.replace(hour=10, minute=15)) in str(ann.modal)


async def test_who_comes_back_before_they_began_reads_that_nothing_comes(talk: Talk) -> None:
    ben, words = talk.person("ben"), words_of(talk)
    await ben.types("/trustcheck resume")
    assert words("preferences-no-slot") in ben.sees()[-1].text


async def test_saving_says_that_the_rhythm_is_back(talk: Talk) -> None:
    ann, words = talk.person("ann"), words_of(talk)
    async with talk.bot.deps.db.write() as session:
        slowed = update(Member).where(col(Member.member_id) == "U0ANN").values(slowed="weekly")
        await session.execute(slowed)
    await ann.types("/trustcheck settings")
    assert words("preferences-slowed-weekly") in str(ann.modal)
    await ann.submits()
    assert words("preferences-now-rhythm-daily") in str(ann.modal)
    assert (await row_of(talk, "ann")).slowed == ""


async def test_a_form_of_another_version_changes_only_what_it_asks(talk: Talk) -> None:
    await sent(talk, {
        form.RHYTHM: {"selected_option": {"value": "weekly"}},
        form.ZONE: {"value": "Tokyo"},
        form.EXTRAS: {"selected_options": [{"value": "recap"}]},
        form.NEVER: {"selected_users": ["U0BEN"]},
    })  # fmt: skip
    reply = await sent(talk, {form.SLOT: {"selected_time": "11:00"}, "preferences.new.field": {}})
    assert words_of(talk)("preferences-now-slot", time=words_of(talk).time(
        FRIDAY_0930.time().replace(hour=11, minute=0))) in str(reply)  # fmt: skip
    row = await row_of(talk, "ann")
    assert (row.slot_minutes, row.rhythm, row.zone, row.recap) == (
        660,
        "weekly",
        "Asia/Tokyo",
        True,
    )
    assert row.never_suggest == ["U0BEN"]


async def test_choices_no_release_knows_leave_everything_as_it_is(talk: Talk) -> None:
    before = vars(await row_of(talk, "ann"))
    other = {"selected_option": {"value": "hourly"}}
    fields = (form.RHYTHM, form.NOTIFICATION)
    await sent(talk, dict.fromkeys(fields, other))
    after = vars(await row_of(talk, "ann"))
    assert {key for key in before if key[0] != "_" and before[key] != after[key]} == set()


NOTHING_CHOSEN: tuple[tuple[str, Mapping[str, Any]], ...] = (
    (form.SLOT, {"selected_time": None}),
    (form.SLOT, {"selected_time": "25:99"}),
    (form.WORK_START, {"selected_time": ""}),
    (form.DAYS, {"selected_options": []}),
    (form.DAYS, {"selected_options": [{"value": "9"}]}),
)


async def test_what_must_be_chosen_is_asked_for_again(talk: Talk) -> None:
    why = words_of(talk)("preferences-choose-one")
    for field, value in NOTHING_CHOSEN:
        reply = await sent(talk, {field: value})
        assert reply == {"response_action": "errors", "errors": {field: why}}


async def test_two_forms_sent_at_once_each_say_what_holds(talk: Talk) -> None:
    """On a phone and on a laptop: the later one wins, and both say the slot they made."""
    replies = await asyncio.gather(
        *(sent(talk, {form.SLOT: {"selected_time": at}}) for at in ("11:00", "11:00", "11:00"))
    )
    unchanged = words_of(talk)("preferences-unchanged")
    assert sorted(unchanged in str(reply) for reply in replies) == [False, True, True]
    at = next_slot(talk, TUESDAY_0930.replace(hour=11, minute=0))
    assert all(at in str(reply) for reply in replies)


async def test_an_older_card_that_says_no_span_changes_nothing(talk: Talk) -> None:
    gateway = Gateway(talk.bot.deps, talk.bot.routes)
    for value in ('{"v":1}', '{"v":1,"days":-3}', '{"v":1,"days":"x"}', '{"v":1,"days":999999999}'):
        press = payloads.press("U0ANN", "preferences.quiet.begin.week", value, in_view=False)
        press["actions"][0].pop("selected_option")
        reply = await gateway.on_press(TEAM, press)
        assert reply.later is not None
    assert (await row_of(talk, "ann")).paused_until is None
