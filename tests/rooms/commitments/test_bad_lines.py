"""Lines no promise can be made of, and lines nobody should ever type."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rooms.commitments.grammar import Problem, WorkWeek, read
from tests.rooms.commitments.reading import LONDON, OFFICE, SHANGHAI, read_at

TWENTY_PEOPLE = " ".join(f"<@U{n}|p{n}>" for n in range(20))
SCRAPS = """
by on at before next this every other last the 3 4 12 30th 31 12/05 3pm 25:00 noon eod mon fri
friday until march may dec 2026 100000 in hours days weeks of month <@U1|a> @b for times 0 -1
每 周 三 下 月 底 号 点 半 前 后 天 两 小时 今 晚 明 年 99 , : / - send 交
每隔两周 单周 开会前 再 之后 多 零点 12.3前
early before meeting half after dinner 1530 and the day weekly EOD '27
"""
WORDS = st.sampled_from(SCRAPS.split())


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("", "no_text"),
        ("   ", "no_text"),
        ("tomorrow", "no_text"),
        ("by Friday 3pm", "no_text"),
        ("<@U123|ana>", "no_text"),
        ("<@U123|ana> tomorrow", "no_text"),
        ("send the deck", "no_time"),
        ("send the deck by yesterday", "past"),
        ("send the deck by March 3 2126", "too_far"),
        ("send the deck in 100 years", "too_far"),
        ("send the deck by February 30", "unreadable"),
        ("every 31 February send the deck", "never"),
        (f"{TWENTY_PEOPLE} send the deck by Friday", "too_many_people"),
        ("x" * 3001, "too_long"),
    ],
)
def test_problem_is_named_when_no_promise_can_be_made(line: str, problem: Problem) -> None:
    found = read_at(line)
    assert (found.problem, found.ask) == (problem, True)


def test_only_a_date_keeps_its_due_time_for_the_form() -> None:
    found = read_at("tomorrow")
    assert found.due == datetime(2026, 3, 3, 17, tzinfo=ZoneInfo(LONDON))


def test_three_thousand_characters_are_still_read() -> None:
    found = read_at("x" * 2990 + " by Friday")
    assert found.problem is None
    assert len(found.text) == 2990


@pytest.mark.parametrize("now", ["2026-10-25T01:40:00+00:00", "2026-10-25T00:40:00+00:00"])
def test_due_is_never_past_in_an_hour_that_comes_twice(now: str) -> None:
    at = datetime.fromisoformat(now)
    found = read("call Bob at 1:50", now=at, zone=LONDON, locale="en", week=OFFICE)
    due = found.due or found.readings[0]
    assert due.timestamp() > at.timestamp()


def test_a_week_without_working_days_is_read_too() -> None:
    nobody = WorkWeek(days=frozenset(), start=time(9), end=time(17))
    for line in ("send it eod", "send it this week", "send it in 3 business days"):
        assert read_at(line, "2026-03-06 19:30", week=nobody).due is not None


def test_working_days_are_counted_without_holidays_and_with_working_weekends() -> None:
    eve = "2026-09-30 20:00"  # of the Chinese national holiday; 10 October, a Saturday, is worked
    holiday = frozenset(date(2026, 10, day) for day in range(1, 8))
    week = replace(OFFICE, off=holiday, worked=frozenset({date(2026, 10, 10)}))
    for line, due in (
        ("三个工作日内给答复", "2026-10-10"),
        ("下班前给答复", "2026-10-08"),
        ("下个月第一个工作日给答复", "2026-10-08"),
        ("answer in 3 working days", "2026-10-10"),
        ("answer by eod", "2026-10-08"),
    ):
        found = read_at(line, eve, SHANGHAI, "zh-CN", week)
        assert found.due is not None
        assert found.due.date().isoformat() == due, line


def test_end_of_week_is_thursday_when_the_week_begins_on_sunday() -> None:
    week = WorkWeek(days=frozenset({6, 0, 1, 2, 3}), start=time(8), end=time(16))
    found = read_at("send the deck by end of week", week=week)
    assert found.due is not None
    assert found.due.isoformat() == "2026-03-05T16:00:00+00:00"


def test_bare_hour_is_in_the_night_when_that_is_when_they_work() -> None:
    night = WorkWeek(days=frozenset(range(5)), start=time(22), end=time(6))
    found = read_at("call Bob tomorrow at 3", week=night)
    assert found.due is not None
    assert found.due.isoformat() == "2026-03-03T03:00:00+00:00"


@given(
    line=st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=9).map(" ".join)),
    now=st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    zone=st.sampled_from([LONDON, "Asia/Shanghai", "America/New_York", "Pacific/Apia", "UTC"]),
    locale=st.sampled_from(["en-US", "zh-CN", "de-DE", "xx"]),
)
def test_any_line_is_read_ahead_of_now_or_asked_about(
    line: str, now: datetime, zone: str, locale: str
) -> None:
    found = read(line, now=now, zone=zone, locale=locale, week=OFFICE)
    instants = [*found.readings, *([found.due] if found.due else [])]
    assert all(now < at <= now + timedelta(days=5 * 366 + 1) for at in instants)
    assert found.ask or found.due
    assert (found.grain is None) == (found.due is None and found.or_recurrence is None)
    assert not found.recurrence or instants
