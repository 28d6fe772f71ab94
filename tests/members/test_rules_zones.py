"""Slots in every time zone there is: one a chosen day, found by an oracle that knows no PEP 495."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.members.rules import Rhythm, local_instant, next_slot, next_working_slot, slot_date

EVERY_DAY = frozenset(range(7))
FIRST_DAY = date(2026, 1, 1)
LAST_DAY = date(2028, 12, 31)  # three years, 29 February 2028 among them
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Stretch:
    """A time during which a zone's clocks keep one distance from UTC."""

    starts: datetime
    ends: datetime
    offset: timedelta


def stretches(zone: str, first: date, last: date) -> tuple[Stretch, ...]:
    """Cut the days between two dates where the zone's offset changes, to the second."""
    tz = ZoneInfo(zone)
    at = start = datetime.combine(first, time(), UTC) - 2 * DAY
    end = datetime.combine(last, time(), UTC) + 3 * DAY
    offset = tz.utcoffset(at.astimezone(tz))
    found = []
    while at < end:
        later = min(at + DAY, end)
        if later.astimezone(tz).utcoffset() != offset:
            low, high = at, later
            while high - low > timedelta(seconds=1):
                middle = (low + (high - low) / 2).replace(microsecond=0)
                if middle.astimezone(tz).utcoffset() == offset:
                    low = middle
                else:
                    high = middle
            assert offset is not None
            found.append(Stretch(start, high, offset))
            start, offset, later = high, high.astimezone(tz).utcoffset(), high
        at = later
    assert offset is not None
    return (*found, Stretch(start, end, offset))


def expected(wall: datetime, pieces: tuple[Stretch, ...]) -> datetime:
    """Read the first instant clocks show *wall*, or else the first at which they show more."""
    for piece in pieces:
        instant = wall - piece.offset
        if instant < piece.starts:
            return piece.starts  # the clocks jumped over it
        if instant < piece.ends:
            return instant
    raise AssertionError(f"{wall} lies outside the stretches")


def zones_that_differ() -> dict[tuple[Stretch, ...], str]:
    """Name one zone for each different course of the clocks over the three years."""
    courses: dict[tuple[Stretch, ...], str] = {}
    for zone in sorted(available_timezones()):
        courses.setdefault(stretches(zone, FIRST_DAY, LAST_DAY), zone)
    return courses


def days_between(first: date, last: date) -> list[date]:
    return [first + n * DAY for n in range((last - first).days + 1)]


def utc_wall(day: date, at: time) -> datetime:
    return datetime.combine(day, at, UTC)  # a wall time, kept as if in UTC for the oracle


@pytest.fixture(scope="module")
def courses() -> dict[tuple[Stretch, ...], str]:
    return zones_that_differ()


@pytest.mark.parametrize("slot", [time(9, 30), time(2, 30)])
def test_every_day_has_one_slot_in_every_zone_over_three_years(
    courses: dict[tuple[Stretch, ...], str], slot: time
) -> None:
    """Every day of three years; zones whose clocks never differ in them are walked once."""
    for pieces, zone in courses.items():
        rhythm = Rhythm(zone=zone, days=EVERY_DAY, slot=slot)
        at = expected(utc_wall(FIRST_DAY - DAY, slot), pieces)
        for day in days_between(FIRST_DAY, LAST_DAY):
            at = next_slot(at, rhythm)
            assert at == expected(utc_wall(day, slot), pieces), (zone, day)


def test_every_quarter_hour_has_one_instant_around_every_change(
    courses: dict[tuple[Stretch, ...], str],
) -> None:
    """Every quarter of an hour from the day before to the day after each change of clocks."""
    quarters = [time(n // 4, n % 4 * 15) for n in range(96)]
    changes = 0
    for pieces, zone in courses.items():
        for piece in pieces[1:]:
            changes += 1
            change_on = slot_date(piece.starts, zone)
            for day in days_between(change_on - DAY, change_on + DAY):
                for slot in quarters:
                    read = local_instant(day, slot, zone)
                    assert read == expected(utc_wall(day, slot), pieces), (zone, day, slot)
    assert changes > 100


def test_a_weekday_rhythm_meets_only_weekdays_in_every_zone() -> None:
    for zone in sorted(available_timezones()):
        at = datetime(2026, 3, 25, tzinfo=UTC)
        rhythm = Rhythm(zone=zone)
        for _ in range(10):
            at = next_slot(at, rhythm)
            local = at.astimezone(ZoneInfo(zone))
            assert local.weekday() < 5
            assert local.time() == time(9, 30)


@given(
    zone=st.sampled_from(sorted(available_timezones())),
    after=st.datetimes(datetime(1975, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 (hypothesis wants naive bounds)
    days=st.frozensets(st.integers(0, 6), min_size=1),
    slot=st.times(),
)
@settings(max_examples=300)
def test_the_next_slot_is_later_and_nothing_lies_between(
    zone: str, after: datetime, days: frozenset[int], slot: time
) -> None:
    rhythm = Rhythm(zone=zone, days=days, slot=slot)
    at = next_slot(after, rhythm)
    assert at > after
    assert next_slot(at - timedelta(microseconds=1), rhythm) == at
    assert next_slot(after + (at - after) / 2, rhythm) == at


@pytest.mark.parametrize(
    ("zone", "day", "slot", "utc"),
    [
        # skipped: the first instant after the gap
        ("Europe/Berlin", date(2026, 3, 29), time(2, 30), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        ("America/New_York", date(2026, 3, 8), time(2), datetime(2026, 3, 8, 7, 0, tzinfo=UTC)),
        ("Africa/Cairo", date(2026, 4, 24), time(0, 15), datetime(2026, 4, 23, 22, tzinfo=UTC)),
        (
            "Australia/Lord_Howe",  # half an hour: 02:00 to 02:30
            date(2026, 10, 4),
            time(2, 15),
            datetime(2026, 10, 3, 15, 30, tzinfo=UTC),
        ),
        # twice: the first time
        (
            "Europe/Berlin",
            date(2026, 10, 25),
            time(2, 30),
            datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        ),
        (
            "America/New_York",
            date(2026, 11, 1),
            time(1, 30),
            datetime(2026, 11, 1, 5, 30, tzinfo=UTC),
        ),
        (
            "Australia/Lord_Howe",  # half an hour: 01:30 to 02:00 comes again
            date(2026, 4, 5),
            time(1, 45),
            datetime(2026, 4, 4, 14, 45, tzinfo=UTC),
        ),
        # the edges of the world, a quarter-hour offset, a leap day
        (
            "Pacific/Kiritimati",
            date(2028, 2, 29),
            time(9, 30),
            datetime(2028, 2, 28, 19, 30, tzinfo=UTC),
        ),
        (
            "Pacific/Pago_Pago",
            date(2028, 2, 29),
            time(9, 30),
            datetime(2028, 2, 29, 20, 30, tzinfo=UTC),
        ),
        ("Asia/Kathmandu", date(2026, 6, 1), time(9, 30), datetime(2026, 6, 1, 3, 45, tzinfo=UTC)),
    ],
)
def test_a_wall_time_is_the_instant_a_careful_person_expects(
    zone: str, day: date, slot: time, utc: datetime
) -> None:
    assert local_instant(day, slot, zone) == utc


def test_the_repeated_hour_has_no_second_slot() -> None:
    rhythm = Rhythm(zone="Europe/Berlin", days=EVERY_DAY, slot=time(2, 30))
    first = next_slot(datetime(2026, 10, 24, 12, tzinfo=UTC), rhythm)
    assert next_slot(first, rhythm) == datetime(2026, 10, 26, 1, 30, tzinfo=UTC)


def test_a_day_the_zone_skipped_has_no_slot() -> None:
    rhythm = Rhythm(zone="Pacific/Apia", days=EVERY_DAY)
    thursday = next_slot(datetime(2011, 12, 29, 12, tzinfo=UTC), rhythm)
    assert slot_date(thursday, "Pacific/Apia") == date(2011, 12, 29)
    assert slot_date(next_slot(thursday, rhythm), "Pacific/Apia") == date(2011, 12, 31)


def test_a_skipped_day_has_no_working_slot_either() -> None:
    rhythm = Rhythm(zone="Pacific/Apia")
    thursday = datetime(2011, 12, 29, 21, tzinfo=UTC)
    monday = next_working_slot(thursday, rhythm, None)
    assert slot_date(monday, "Pacific/Apia") == date(2012, 1, 2)


def test_a_gap_at_the_end_of_a_day_moves_its_slot_to_midnight() -> None:
    rhythm = Rhythm(zone="America/Nuuk", days=EVERY_DAY, slot=time(23, 30))
    saturday = next_slot(datetime(2026, 3, 28, 12, tzinfo=UTC), rhythm)
    assert saturday == datetime(2026, 3, 29, 1, tzinfo=UTC)  # 00:00 on Sunday in Nuuk
    assert next_slot(saturday, rhythm) == datetime(2026, 3, 30, 0, 30, tzinfo=UTC)
