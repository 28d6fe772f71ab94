"""Promises as a Chinese reader lives them; every press of theirs: test_every_promise.py."""

from datetime import UTC, datetime

from tests.rooms.commitments.logged import ended_ones, open_ones
from tests.talk import Talk

FRIDAY_3PM = datetime(2026, 11, 27, 7, tzinfo=UTC)  # in Shanghai


async def test_a_chinese_line_is_logged_and_said_back_in_chinese(talk: Talk) -> None:
    chen = talk.person("chen")
    await chen.types("/commit 周五下午三点前把方案发给小安")
    [promise] = await open_ones(talk, "chen")
    assert promise.due_at == FRIDAY_3PM
    assert "11月27日 星期五 15:00 到期（上海时间）" in chen.reads()
    assert "把方案发给小安" in chen.reads()


async def test_an_unclear_weekday_is_asked_about_with_both_readings(talk: Talk) -> None:
    chen = talk.person("chen")
    await chen.types("/commit 下周三下午三点前交报告")
    shown = chen.reads_modal()
    assert "你说的是哪个时间？" in shown
    assert "11月25日" in shown
    assert "12月2日" in shown


async def test_a_rhythm_read_in_two_ways_is_asked_about_with_both(talk: Talk) -> None:
    chen = talk.person("chen")
    for chosen, step in (("每隔一周的星期五", 2), ("每 3 周的星期五", 3)):
        await chen.types("/commit 每隔两周发进度")
        assert "这种说法有两种理解" in chen.reads_modal()
        assert (await chen.submits({"会重复吗？": chosen})).ok
        await chen.closes()
        [promise] = [
            one for one in await open_ones(talk, "chen") if f"={step};" in str(one.recurrence)
        ]
        assert (promise.recurrence, promise.text) == (
            f"FREQ=WEEKLY;INTERVAL={step};BYDAY=FR",
            "发进度",
        )


async def test_no_english_is_left_on_the_way(talk: Talk) -> None:
    chen = talk.person("chen")
    await chen.types("/commit 每周五下午三点发进展")
    await talk.at(FRIDAY_3PM)
    await chen.clicks("没有新进展")
    shown = chen.reads_modal() + chen.reads()
    for word in ("promise", "Kept", "due", "update", "every"):
        assert word not in shown


async def test_three_working_days_of_silence_are_no_word_in_chinese(talk: Talk) -> None:
    chen = talk.person("chen")
    await chen.types("/commit 明天下午三点前交报告")
    await talk.at(datetime(2026, 11, 24, 7, tzinfo=UTC))
    await talk.at(datetime(2026, 11, 27, 8, 59, tzinfo=UTC))
    assert await ended_ones(talk, "chen") == []
    await talk.at(datetime(2026, 11, 27, 9, tzinfo=UTC))
    assert [one.ending for one in await ended_ones(talk, "chen")] == ["no_word"]
