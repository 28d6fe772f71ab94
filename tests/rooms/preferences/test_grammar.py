"""Which day a quiet ends on, read from words."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rooms.preferences.rules import LONGEST, Past, TooLong, Unreadable, pause_ends

MONDAY = datetime(2026, 11, 23, 12, tzinfo=UTC)
LONDON = "Europe/London"


def day(text: str, now: datetime = MONDAY, zone: str = LONDON) -> date:
    return pause_ends(text, now, zone).astimezone(ZoneInfo(zone)).date()


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("", "2026-11-30"),
        ("2 weeks", "2026-12-07"),
        ("for two weeks", "2026-12-07"),
        ("  FOR   3  Days ", "2026-11-26"),
        ("a fortnight", "2026-12-07"),
        ("12 months", "2027-11-18"),
        ("half a year", "2027-05-24"),
        ("until Friday", "2026-11-27"),
        ("friday", "2026-11-27"),
        ("until Monday", "2026-11-30"),
        ("until next Friday", "2026-12-04"),
        ("till tomorrow", "2026-11-24"),
        ("tomorrow", "2026-11-24"),
        ("until next week", "2026-11-30"),
        ("for the rest of the month", "2026-12-01"),
        ("until Dec 24", "2026-12-24"),
        ("until 24th of December", "2026-12-24"),
        ("until December 24th, 2026", "2026-12-24"),
        ("until March 1", "2027-03-01"),
        ("until 2026-12-24", "2026-12-24"),
        ("2周", "2026-12-07"),
        ("两周", "2026-12-07"),
        ("三个星期", "2026-12-14"),
        ("3天", "2026-11-26"),
        ("半个月", "2026-12-08"),
        ("暂停一个月", "2026-12-23"),
        ("到周五", "2026-11-27"),
        ("到周五为止", "2026-11-27"),
        ("到下周三", "2026-12-02"),
        ("直到星期天", "2026-11-29"),
        ("到12月24日", "2026-12-24"),
        ("到2026年12月24号", "2026-12-24"),
        ("到明天", "2026-11-24"),
        ("到月底", "2026-12-01"),
    ],
)
def test_a_day_is_read_when_it_is_named(text: str, on: str) -> None:
    assert day(text) == date.fromisoformat(on)


@pytest.mark.parametrize(
    "text", ["yesterday", "until last Friday", "2026-11-22", "today", "0 days", "到昨天", "-3 days"]
)
def test_a_past_day_is_told_apart(text: str) -> None:
    with pytest.raises(Past):
        day(text)


@pytest.mark.parametrize(
    "text",
    ["for ever", "forever", "for good", "永远", "一直", "400 days", "2 years", "until 2028-01-01",
     "999999999 years"],
)  # fmt: skip
def test_longer_than_a_year_is_told_apart(text: str) -> None:
    with pytest.raises(TooLong):
        day(text)


@pytest.mark.parametrize(
    "text", ["soon", "3", "until", "2026-02-30", "until Feb 30", "a while", "周八", "x" * 10_000]
)
def test_what_names_no_day_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        day(text)


def test_today_is_the_persons_own_day() -> None:
    late = datetime(2026, 11, 23, 12, tzinfo=UTC)  # already Tuesday in Auckland
    assert day("until Tuesday", late, "Pacific/Auckland") == date(2026, 12, 1)


@given(st.text(max_size=40))
def test_whatever_is_typed_gives_a_day_within_a_year_or_a_known_refusal(text: str) -> None:
    try:
        on = day(text)
    except (Past, TooLong, Unreadable):
        return
    assert date(2026, 11, 23) < on <= date(2026, 11, 23) + LONGEST
