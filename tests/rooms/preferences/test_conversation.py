"""Settings, quiet and coming back, as people live them."""

import asyncio
from datetime import UTC, datetime

import pytest

from bot.slack.ids import encode
from tests.rooms.nudges.living import another_device, row_of, set_member
from tests.talk import TEAM, Talk

TUESDAY_LONDON_0930 = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
MONDAY_7_DECEMBER = datetime(2026, 12, 7, 9, 30, tzinfo=UTC)
EVERY_DAY = ["0", "1", "2", "3", "4"]


async def start(talk: Talk, name: str) -> None:
    await talk.person(name).types("/trustcheck start")
    await talk.person(name).clicks("nudges.habit.start.daily")
    await talk.settle()


def nudges(talk: Talk, name: str) -> int:
    return sum(message.metadata is not None for message in talk.person(name).sees())


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2 weeks", "Monday 7 December"),
        ("until Friday", "Friday 27 November"),
        ("3 weeks", "Monday 14 December"),
        ("until 24 December", "Thursday 24 December"),
        ("", "Monday 30 November"),
    ],
)
async def test_pause_says_until_which_day_when_told_in_words(
    talk: Talk, typed: str, day: str
) -> None:
    ann = talk.person("ann")
    await ann.types(f"/trustcheck pause {typed}")
    assert f"Quiet until {day}." in ann.reads()


async def test_pause_says_the_next_slot_after_it(talk: Talk) -> None:
    await start(talk, "ann")
    ann = talk.person("ann")
    await ann.types("/trustcheck pause until Friday")
    assert "Your next slot is Friday 27 November, 09:30" in ann.reads()


async def test_pause_is_read_in_chinese(talk: Talk) -> None:
    chen = talk.person("chen")
    await chen.types("/trustcheck pause 到下周三")
    assert "安静到 12月2日 星期三" in chen.reads()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("until 2026-01-01", "That day is over already"),
        ("until yesterday", "That day is over already"),
        ("for ever", "A year is the longest quiet"),
        ("400 days", "A year is the longest quiet"),
        ("bananas <!channel>", "Until when?"),
    ],
)
async def test_pause_changes_nothing_when_no_such_day_can_be(
    talk: Talk, typed: str, said: str
) -> None:
    ann = talk.person("ann")
    await ann.types(f"/trustcheck pause {typed}")
    assert said in ann.reads()
    assert "channel" not in ann.reads()
    assert (await row_of(talk, "ann")).paused_until is None


async def test_resume_pressed_takes_the_place_of_the_button(talk: Talk) -> None:
    await start(talk, "ann")
    ann = talk.person("ann")
    await ann.types("/trustcheck pause 2 weeks")
    await ann.clicks("Resume now")
    await talk.settle()
    assert "You are back. Your next slot is tomorrow 09:30." in ann.reads()
    assert "[Resume now]" not in ann.reads()
    await talk.at(TUESDAY_LONDON_0930)
    assert nudges(talk, "ann") == 1


async def test_pause_ends_by_itself_when_its_day_has_come(talk: Talk) -> None:
    await start(talk, "ann")
    await talk.person("ann").types("/trustcheck pause 2 weeks")
    await talk.at(TUESDAY_LONDON_0930)
    assert nudges(talk, "ann") == 0
    await talk.at(MONDAY_7_DECEMBER)
    assert nudges(talk, "ann") == 1


async def test_settings_say_each_change_and_the_next_slot(talk: Talk) -> None:
    await start(talk, "ann")
    ann = talk.person("ann")
    await ann.types("/trustcheck settings")
    await ann.submits(
        {
            "preferences.slot.choose": "15:00",
            "preferences.days.choose": ["1", "2"],
            "preferences.rhythm.choose": "weekly",
            "preferences.notification.pick": "full",
            "preferences.extras.choose": ["recap", "suggested"],
            "preferences.never.choose": ["U0BEN"],
            "preferences.work.start": "08:00",
            "preferences.country.write": "germany",
            "preferences.zone.write": "Berlin",
        }
    )
    said = ann.reads_modal()
    for line in (
        "Your daily slot is at 15:00 now.",
        "Your working days: Tuesday and Wednesday.",
        "A practice comes once a week.",
        "Your working day lasts from 08:00 to 17:00.",
        "Notifications show the practice itself.",
        "At the end of your week, usually on Friday, a recap takes the place of the practice.",
        "may be given your name",
        "One person is never suggested to you.",
        "Public holidays: Germany.",
        "Your time zone is Europe/Berlin.",
        "Your next slot is tomorrow 15:00, your time.",
    ):
        assert line in said
    await talk.at(TUESDAY_LONDON_0930)
    assert nudges(talk, "ann") == 0
    await talk.at(datetime(2026, 11, 24, 14, 0, tzinfo=UTC))
    assert nudges(talk, "ann") == 1


async def test_settings_open_filled_in_with_what_was_saved(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck settings")
    await ann.submits({"preferences.slot.choose": "20:15", "preferences.country.write": "FR"})
    assert "outside 08:00 to 19:00. You chose it, so it holds." in ann.reads_modal()
    await ann.closes()
    await ann.types("/trustcheck settings")
    assert "20:15" in ann.reads_modal()
    assert "France" in ann.reads_modal()
    await ann.submits()
    assert "Nothing had to change" in ann.reads_modal()


async def test_a_chosen_slot_outside_the_window_holds(talk: Talk) -> None:
    await start(talk, "ann")
    ann = talk.person("ann")
    await ann.types("/trustcheck settings")
    await ann.submits({"preferences.slot.choose": "21:00"})
    await talk.at(datetime(2026, 11, 23, 21, 0, tzinfo=UTC))
    assert nudges(talk, "ann") == 1


async def test_settings_answer_in_the_language_just_chosen(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck settings")
    await ann.submits({"preferences.locale.choose": "zh-CN"})
    assert "这里用的语言是 中文" in ann.reads_modal()
    assert "小练习还没有开始" in ann.reads_modal()
    await ann.closes()
    await ann.types("/trustcheck settings")
    await ann.submits({"preferences.locale.choose": "slack"})
    assert "Your language follows Slack." in ann.reads_modal()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("preferences.zone.write", "Atlantis", "I don't know this zone"),
        ("preferences.country.write", "Utopia", "I don't know this country"),
        ("preferences.work.end", "08:00", "has to end after it starts"),
    ],
)
async def test_settings_stay_open_when_something_cannot_be(
    talk: Talk, field: str, value: str, said: str
) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck settings")
    outcome = await ann.submits({field: value})
    assert said in outcome.errors[field]


async def test_saving_settings_starts_no_nudges(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck settings")
    await ann.submits({"preferences.rhythm.choose": "three"})
    assert "`/trustcheck start`" in ann.reads_modal()
    await talk.at(TUESDAY_LONDON_0930)
    assert nudges(talk, "ann") == 0


async def test_settings_show_a_quiet_and_end_it(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck pause 2 weeks")
    await ann.types("/trustcheck settings")
    assert "Quiet until Monday 7 December" in ann.reads_modal()
    await ann.clicks("preferences.quiet.end")
    await talk.settle()
    assert "You are back." in ann.reads_modal()
    assert (await row_of(talk, "ann")).paused_until is None


async def test_saving_twice_changes_nothing_more(talk: Talk) -> None:
    await start(talk, "ann")
    ann = talk.person("ann")
    for _ in range(2):
        await ann.types("/trustcheck settings")
        await ann.submits({"preferences.slot.choose": "11:00"})
        await ann.closes()
    assert (await row_of(talk, "ann")).next_slot_at == TUESDAY_LONDON_0930.replace(
        hour=11, minute=0
    )


async def test_a_form_sent_twice_is_saved_once(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck settings")
    await asyncio.gather(
        ann.submits({"preferences.slot.choose": "11:00"}),
        ann.submits({"preferences.slot.choose": "11:00"}),
    )
    assert "Nothing had to change" in ann.reads_modal()
    assert (await row_of(talk, "ann")).slot_minutes == 660


async def test_a_form_left_open_undoes_nothing_that_was_set_elsewhere(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck settings")
    look_there = another_device(talk, "ann")
    await ann.submits({"preferences.slot.choose": "11:00", "preferences.never.choose": ["U0BEN"]})
    await ann.closes()
    look_there()
    await ann.submits({"preferences.country.write": "FR"})
    assert "changed elsewhere while this was open" in ann.reads_modal()
    assert "11:00" in ann.reads_modal()
    row = await row_of(talk, "ann")
    assert (row.slot_minutes, row.country, row.never_suggest) == (660, None, ["U0BEN"])
    await ann.submits({"preferences.country.write": "FR"})
    row = await row_of(talk, "ann")
    assert (row.slot_minutes, row.country, row.never_suggest) == (660, "FR", ["U0BEN"])


async def test_a_form_of_an_older_release_is_saved(talk: Talk) -> None:
    """It says nothing of what it was filled in with."""
    ann = talk.person("ann")
    await ann.types("/trustcheck settings")
    form = talk.sandbox.world.teams[TEAM].members["U0ANN"].modals[-1]
    form.body["private_metadata"] = encode()
    await set_member(talk, "ann", slot_minutes=600)
    await ann.submits({"preferences.slot.choose": "11:00"})
    assert (await row_of(talk, "ann")).slot_minutes == 660


async def test_never_suggest_list_is_unreadable_in_the_database(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck settings")
    await ann.submits({"preferences.never.choose": ["U0BEN", "U0ANN"]})
    assert (await row_of(talk, "ann")).never_suggest == ["U0BEN"]
    async with talk.bot.deps.db.read() as session:
        connection = await session.connection()
        raw = await connection.exec_driver_sql(
            "SELECT never_suggest FROM member WHERE member_id = 'U0ANN'"
        )
        assert b"BEN" not in bytes(raw.scalar_one())


@pytest.mark.timely
async def test_every_answer_is_in_time_when_slack_is_slow(talk: Talk) -> None:
    talk.sandbox.faults.latency_s = 2.5
    ann, ben = talk.person("ann"), talk.person("ben")
    outcomes = [
        await ann.types("/trustcheck settings"),
        await ann.submits({"preferences.slot.choose": "10:00"}),
        await ben.types("/trustcheck pause until Friday"),
        await ben.clicks("Resume now"),
    ]
    assert [one.error_shown for one in outcomes] == [None] * 4
    talk.sandbox.faults.latency_s = 0.0
