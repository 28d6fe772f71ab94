"""When a pulse opens, reminds, closes and tells."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.members.rules import Rhythm, is_workday, local_instant
from bot.rooms.pulse.calendar import (
    TeamWeek,
    first_opening_on,
    instant_timetable,
    next_opening_on,
    next_posting,
    posting_at,
    timetable,
    weekday_from,
    working_days_after,
)

LONDON = TeamWeek("Europe/London", country="GB")
ZONES = st.sampled_from(sorted(available_timezones() - {"localtime", "posixrules"}))
MOMENTS = st.integers(0, 15 * 365 * 24 * 60).map(
    lambda minutes: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
TUESDAY = 1


def at(text: str, zone: str = "Europe/London") -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def slots(*zones: str) -> list[Rhythm]:
    return [Rhythm(zone=zone, slot=time(9, 30)) for zone in zones]


FIVE_ZONES = slots(
    "America/Los_Angeles", "Europe/London", "Asia/Kolkata", "Pacific/Auckland", "Asia/Shanghai"
)


@pytest.mark.parametrize(
    ("moment", "days", "later"),
    [
        ("2025-06-02 15:00", 2, "2025-06-04 15:00"),  # Monday
        ("2025-06-06 15:00", 2, "2025-06-10 15:00"),  # over a weekend
        ("2025-06-07 12:00", 2, "2025-06-10 12:00"),  # from a Saturday
        ("2025-12-24 09:30", 2, "2025-12-30 09:30"),  # Christmas, Boxing Day, a weekend
        ("2025-03-28 01:30", 1, "2025-03-31 01:30"),  # over a clock change
    ],
)
def test_working_days_are_the_teams_own_when_counted(moment: str, days: int, later: str) -> None:
    assert working_days_after(at(moment), days, LONDON) == at(later)


@pytest.mark.parametrize(
    ("now", "opens_on"),
    [
        ("2025-06-06 09:30", "2025-06-10"),  # Friday to Tuesday, to the minute
        ("2025-06-06 09:31", "2025-06-17"),
        ("2025-06-09 08:00", "2025-06-17"),  # Monday: tomorrow is too soon
        ("2025-06-10 09:00", "2025-06-17"),  # on the day itself
        ("2025-12-19 09:00", "2025-12-23"),
        ("2025-12-24 09:00", "2025-12-30"),  # the days between are holidays
    ],
)
def test_first_poll_gives_notice_when_a_pulse_is_set_up(now: str, opens_on: str) -> None:
    first = first_opening_on(at(now), TUESDAY, slots("Europe/London"), LONDON)
    assert first == date.fromisoformat(opens_on)


def test_first_poll_waits_a_week_when_the_first_zone_would_be_asked_too_soon() -> None:
    team = slots("Europe/London", "Pacific/Auckland")
    assert first_opening_on(at("2025-06-06 09:30"), TUESDAY, team, LONDON) == date(2025, 6, 17)


@given(MOMENTS, st.integers(0, 6), st.lists(ZONES, min_size=1, max_size=5), ZONES)
def test_every_member_has_notice_when_zones_are_anywhere(
    now: datetime, weekday: int, zones: list[str], team_zone: str
) -> None:
    team = TeamWeek(team_zone)
    opens_on = first_opening_on(now, weekday, slots(*zones), team)
    assert opens_on.weekday() == weekday
    notice_ends_at = working_days_after(now, 2, team)
    assert all(local_instant(opens_on, time(9, 30), zone) >= notice_ends_at for zone in zones)
    assert opens_on - now.date() <= timedelta(days=16)


@pytest.mark.parametrize(
    ("weeks", "not_before", "last_on", "opens_on"),
    [
        (1, "2025-06-03", None, "2025-06-03"),
        (1, "2025-06-04", "2025-06-03", "2025-06-10"),
        (2, "2025-06-04", "2025-06-03", "2025-06-17"),
        (1, "2025-06-12", "2025-06-11", "2025-06-24"),  # instead of that week's: an instant poll
        (2, "2025-06-11", "2025-06-10", "2025-06-17"),  # an instant poll in the week between
        (2, "2025-06-14", "2025-06-13", "2025-07-01"),  # an instant poll shortly before
        (1, "2025-08-01", "2025-06-03", "2025-08-05"),  # after a pause or an outage
        (2, "2025-08-01", "2025-06-03", "2025-08-12"),  # and still in step
        (1, "2025-05-01", None, "2025-06-03"),  # never before the first
    ],
)
def test_next_poll_keeps_the_rhythm_when_planned(
    weeks: int, not_before: str, last_on: str | None, opens_on: str
) -> None:
    planned = next_opening_on(
        date(2025, 6, 3),
        weeks,
        not_before=date.fromisoformat(not_before),
        last_on=date.fromisoformat(last_on) if last_on else None,
    )
    assert planned == date.fromisoformat(opens_on)


@pytest.mark.parametrize(("on", "weekday", "found"), [(2, 1, 3), (3, 1, 3), (4, 1, 10), (1, 6, 1)])
def test_weekday_is_the_first_from_a_day_when_looked_for(on: int, weekday: int, found: int) -> None:
    assert weekday_from(date(2025, 6, on), weekday) == date(2025, 6, found)


def test_poll_runs_from_first_zone_to_two_working_days_after_the_last_when_zones_differ() -> None:
    plan = timetable(date(2025, 6, 3), FIVE_ZONES, LONDON)
    assert plan.opens_at == at("2025-06-03 09:30", "Pacific/Auckland")
    assert plan.last_opens_at == at("2025-06-03 09:30", "America/Los_Angeles")
    assert plan.closes_at == at("2025-06-05 17:30")
    assert plan.reminds_at == at("2025-06-04 10:00")
    assert plan.results_at == at("2025-06-06 10:00")


def test_reminder_comes_on_friday_when_the_poll_closes_on_monday() -> None:
    plan = timetable(date(2025, 6, 5), slots("Europe/London"), LONDON)
    assert plan.reminds_at == at("2025-06-06 10:00")
    assert plan.closes_at == at("2025-06-09 09:30")


def test_instant_poll_stays_open_two_working_days_when_started() -> None:
    plan = instant_timetable(at("2025-06-05 16:00"), LONDON)
    assert plan.opens_at == plan.last_opens_at == at("2025-06-05 16:00")
    assert plan.closes_at == at("2025-06-09 16:00")
    assert plan.results_at == at("2025-06-10 10:00")


@given(MOMENTS, st.lists(ZONES, min_size=1, max_size=4), ZONES)
def test_instants_come_in_order_when_zones_are_anywhere(
    now: datetime, zones: list[str], team_zone: str
) -> None:
    plan = timetable(now.date(), slots(*zones), TeamWeek(team_zone, country="CN"))
    assert plan.opens_at <= plan.last_opens_at < plan.reminds_at
    assert plan.reminds_at < plan.closes_at < plan.results_at


@pytest.mark.parametrize(
    ("after", "posted"),
    [
        ("2025-06-03 09:59", "2025-06-03 10:00"),
        ("2025-06-03 10:00", "2025-06-04 10:00"),
        ("2025-06-06 12:30", "2025-06-09 10:00"),  # Friday afternoon
        ("2025-12-24 17:00", "2025-12-29 10:00"),
    ],
)
def test_posts_come_at_ten_on_a_working_day_when_next_possible(after: str, posted: str) -> None:
    assert next_posting(at(after), LONDON) == at(posted)


@pytest.mark.parametrize(
    ("due", "now", "posted"),
    [
        ("2025-06-05 10:00", "2025-06-04 12:00", "2025-06-05 10:00"),
        ("2025-06-05 10:00", "2025-06-05 10:00", "2025-06-05 10:00"),
        ("2025-06-05 10:00", "2025-06-05 15:00", "2025-06-05 15:00"),
        ("2025-06-05 10:00", "2025-06-05 19:00", "2025-06-06 10:00"),
        ("2025-06-05 10:00", "2025-06-06 08:00", "2025-06-06 10:00"),
        ("2025-06-05 10:00", "2025-06-06 11:59", "2025-06-06 11:59"),
        ("2025-06-05 10:00", "2025-06-06 12:00", "2025-06-09 10:00"),  # Friday afternoon
        ("2025-06-05 10:00", "2025-06-07 11:00", "2025-06-09 10:00"),
        ("2025-06-05 10:00", "2025-06-12 10:00", "2025-06-12 10:00"),
        ("2025-06-05 10:00", "2025-06-12 10:01", None),  # stale
    ],
)
def test_late_post_waits_or_goes_when_the_bot_was_away(
    due: str, now: str, posted: str | None
) -> None:
    assert posting_at(at(due), at(now), LONDON) == (at(posted) if posted else None)


@given(MOMENTS, st.timedeltas(timedelta(), timedelta(days=7)), ZONES)
def test_late_post_never_comes_on_a_friday_afternoon_when_times_are_anywhere(
    due: datetime, late: timedelta, zone: str
) -> None:
    team = TeamWeek(zone)
    planned = next_posting(due, team)
    posted = posting_at(planned, planned + late, team)
    assert posted is not None
    local = posted.astimezone(ZoneInfo(zone))
    assert is_workday(local.date(), team.days, None)
    assert not (local.weekday() == 4 and local.time() >= time(12))
