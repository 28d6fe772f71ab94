"""Who we may talk to and when: working days, vacations, windows."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.members.rules import (
    WEEKDAYS,
    Rhythm,
    end_of_working_day,
    is_workday,
    next_slot,
    next_workday,
    next_working_slot,
    on_vacation,
    slot_date,
    within_window,
)
from bot.zones import known_zone

SLOT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
LONDON = Rhythm(zone="Europe/London")


def test_a_rhythm_is_weekdays_at_half_past_nine_by_default() -> None:
    assert (LONDON.days, LONDON.slot) == (WEEKDAYS, time(9, 30))


@pytest.mark.parametrize("days", [frozenset(), frozenset({7}), frozenset({-1, 2})])
def test_a_rhythm_is_refused_when_no_week_has_its_days(days: frozenset[int]) -> None:
    with pytest.raises(ValueError, match="days from 0 to 6"):
        Rhythm(zone="UTC", days=days)


def test_the_next_slot_skips_days_that_are_not_chosen() -> None:
    friday = datetime(2026, 3, 6, 9, 30, tzinfo=UTC)
    assert next_slot(friday, LONDON) == datetime(2026, 3, 9, 9, 30, tzinfo=UTC)


def test_the_next_slot_is_today_when_its_hour_is_still_to_come() -> None:
    assert next_slot(SLOT - timedelta(seconds=1), LONDON) == SLOT


def test_one_slot_follows_when_the_clock_jumps_a_day_ahead() -> None:
    jumped = SLOT + timedelta(days=1, hours=2)
    assert next_slot(jumped, LONDON) == SLOT + timedelta(days=2)


def test_the_same_slot_is_named_again_when_the_clock_goes_back() -> None:
    at = next_slot(SLOT, LONDON)
    assert next_slot(at - timedelta(hours=1), LONDON) == at


@pytest.mark.parametrize(
    ("zone", "on"),
    [("Pacific/Kiritimati", date(2026, 3, 3)), ("Pacific/Pago_Pago", date(2026, 3, 2))],
)
def test_the_slot_date_is_the_local_one(zone: str, on: date) -> None:
    assert slot_date(datetime(2026, 3, 2, 12, tzinfo=UTC), zone) == on


@pytest.mark.parametrize("name", ["Europe/Berlin", "Asia/Kolkata", "Asia/Calcutta", "UTC"])
def test_a_zone_is_known_when_iana_has_it(name: str) -> None:
    assert known_zone(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "x" * 1_000_000,
        "../../etc/passwd",
        "/usr/share/zoneinfo/UTC",
        "America",
        "Europe/Berlin\0",
        "europe/berlin",
        "Mars/Olympus",
        "\ud800",
    ],
    ids=lambda name: ascii(name[:20]),
)
def test_junk_is_no_zone(name: str) -> None:
    assert known_zone(name) is None


@given(st.text())
def test_any_text_is_a_zone_or_none(name: str) -> None:
    assert known_zone(name) in (None, name)


def test_no_name_is_no_zone() -> None:
    assert known_zone(None) is None


@pytest.mark.parametrize(
    ("on", "country", "works"),
    [
        (date(2026, 12, 25), "GB", False),
        (date(2026, 12, 25), "CN", True),
        (date(2026, 12, 25), None, True),
        (date(2026, 12, 25), "", True),
        (date(2026, 12, 25), "Atlantis", True),
        (date(2026, 3, 7), "GB", False),  # a Saturday
        (date(2026, 2, 17), "CN", False),  # Spring Festival
        (date(2026, 2, 14), "CN", True),  # the Saturday worked for it
        (date(2026, 2, 14), "HK", False),
        (date(2026, 10, 10), "CN", True),  # a Saturday worked for National Day
        (date(2025, 2, 8), "TW", True),
        (date(2024, 2, 29), "US", True),
    ],
)
def test_a_workday_follows_the_country(on: date, country: str | None, works: bool) -> None:
    assert is_workday(on, WEEKDAYS, country) is works


def test_a_working_weekend_is_free_when_one_works_part_of_the_week() -> None:
    assert not is_workday(date(2026, 2, 14), frozenset({0, 1, 2}), "CN")


def test_a_chosen_sunday_is_a_workday() -> None:
    assert is_workday(date(2026, 3, 8), frozenset({6, 0, 1, 2, 3}), "IL")


def test_the_next_workday_jumps_over_a_long_holiday() -> None:
    assert next_workday(date(2026, 2, 14), WEEKDAYS, "CN") == date(2026, 2, 24)


def test_the_next_workday_is_refused_when_no_day_is_worked() -> None:
    with pytest.raises(ValueError, match="no working day"):
        next_workday(date(2026, 2, 14), frozenset(), None)


def test_the_working_day_ends_at_local_time() -> None:
    ends_at = end_of_working_day(date(2026, 7, 1), time(17, 30), "America/Los_Angeles")
    assert ends_at == datetime(2026, 7, 2, 0, 30, tzinfo=UTC)


def test_the_working_slot_skips_holidays_and_days_off() -> None:
    christmas_eve = datetime(2026, 12, 24, 9, 30, tzinfo=UTC)
    off = {date(2026, 12, 29)}  # the 28th stands in for Boxing Day, a Saturday
    at = next_working_slot(christmas_eve, LONDON, "GB", off)
    assert at == datetime(2026, 12, 30, 9, 30, tzinfo=UTC)


def test_the_working_slot_comes_on_a_working_weekend() -> None:
    friday = datetime(2026, 2, 13, 12, tzinfo=UTC)
    at = next_working_slot(friday, Rhythm(zone="Asia/Shanghai"), "CN")
    assert at == datetime(2026, 2, 14, 1, 30, tzinfo=UTC)


def test_the_working_slot_is_refused_when_every_day_is_off() -> None:
    class Always(frozenset[date]):
        def __contains__(self, day: object) -> bool:
            return True

    with pytest.raises(ValueError, match="no slot"):
        next_working_slot(SLOT, LONDON, None, Always())


@pytest.mark.parametrize(
    ("text", "emoji"),
    [
        ("Vacationing", ":palm_tree:"),
        ("", ":palm_tree:"),
        ("anything", ":desert_island:"),
        ("On vacation until 12 May", ""),
        ("VACATION", ":tada:"),
        ("On holiday, back on Monday", ""),
        ("holiday", ""),
        ("Parental leave", ""),
        ("ooo", ""),
        ("PTO", ""),
        ("Out of office", ""),
        ("休假中", ""),
        ("我在度假，周一回来", ""),
        ("国庆放假", ":cn:"),
        ("年假", ""),
        ("請假", ""),
    ],
)
def test_a_status_tells_of_a_vacation(text: str, emoji: str) -> None:
    assert on_vacation(text, emoji)


@pytest.mark.parametrize(
    ("text", "emoji"),
    [
        ("", ""),
        ("In a meeting", ":spiral_calendar_pad:"),
        ("Working remotely", ":house_with_garden:"),
        ("Out sick", ":face_with_thermometer:"),
        ("Back from vacation", ":palm_tree:"),
        ("Happy holidays", ":christmas_tree:"),
        ("I leave at five", ""),
        ("Cryptography", ""),  # holds "pto"
        ("休假归来", ""),
        ("假期结束", ":palm_tree:"),
        ("没放假", ""),
        ("开会", ""),
    ],
)
def test_a_status_tells_of_no_vacation(text: str, emoji: str) -> None:
    assert not on_vacation(text, emoji)


@given(st.text(), st.text())
def test_any_status_can_be_read(text: str, emoji: str) -> None:
    assert on_vacation(text, emoji) in (True, False)


@pytest.mark.parametrize(
    ("at", "inside"),
    [
        (time(7, 59, 59), False),
        (time(8), True),
        (time(13), True),
        (time(19), True),
        (time(19, 0, 1), False),
        (time(0), False),
    ],
)
def test_the_window_is_eight_to_seven(at: time, inside: bool) -> None:
    assert within_window(at) is inside
