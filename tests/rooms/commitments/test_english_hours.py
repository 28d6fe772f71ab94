"""English lines with an hour, read on a Monday morning and the day before a clock change."""

import pytest

from tests.rooms.commitments.reading import BEFORE_AUTUMN_CHANGE, BEFORE_SPRING_CHANGE, said

HOURS = [
    ("thursday at 4 call Bob", "Thu 2026-03-05 16:00 | call Bob"),
    ("call Bob at 4", "Mon 2026-03-02 16:00 | call Bob"),
    ("call Bob at 4pm", "Mon 2026-03-02 16:00 | call Bob"),
    ("call Bob at 4 p.m.", "Mon 2026-03-02 16:00 | call Bob"),
    ("call Bob 4:30 pm tomorrow", "Tue 2026-03-03 16:30 | call Bob"),
    ("call Bob at 16:00", "Mon 2026-03-02 16:00 | call Bob"),
    ("call Bob tomorrow at 9", "Tue 2026-03-03 09:00 | call Bob"),
    ("call Bob tomorrow @ 9:30", "Tue 2026-03-03 09:30 | call Bob"),
    ("call Bob at 9", "Tue 2026-03-03 09:00 | call Bob"),
    ("call Bob by 9am", "Tue 2026-03-03 09:00 | call Bob"),
    ("call Bob by 8", "Tue 2026-03-03 08:00 | call Bob"),
    ("call Bob at 6 tomorrow", "Tue 2026-03-03 18:00 | call Bob"),
    ("call Bob at 12", "Mon 2026-03-02 12:00 | call Bob"),
    ("call Bob at 12:30", "Mon 2026-03-02 12:30 | call Bob"),
    ("call Bob by noon", "Mon 2026-03-02 12:00 | call Bob"),
    ("call Bob tomorrow noon", "Tue 2026-03-03 12:00 | call Bob"),
    ("call Bob by midnight", "Tue 2026-03-03 00:00 | call Bob"),
    ("call Bob Friday midnight", "Sat 2026-03-07 00:00 | call Bob"),
    ("call Bob at 12am", "Tue 2026-03-03 00:00 | call Bob"),
    ("call Bob tonight", "Mon 2026-03-02 21:00 | call Bob"),
    ("tonight at 8 call Bob", "Mon 2026-03-02 20:00 | call Bob"),
    ("call Bob by 11 tonight", "Mon 2026-03-02 23:00 | call Bob"),
    ("call Bob tomorrow evening at 7", "Tue 2026-03-03 19:00 | call Bob"),
    ("call Bob tomorrow morning", "Tue 2026-03-03 12:00 | call Bob"),
    ("call Bob tomorrow morning at 8", "Tue 2026-03-03 08:00 | call Bob"),
    ("call Bob this afternoon", "Mon 2026-03-02 17:00 | call Bob"),
    ("call Bob Friday afternoon", "Fri 2026-03-06 17:00 | call Bob"),
    ("call Bob in the morning", "Tue 2026-03-03 12:00 | call Bob"),
    ("call Bob first thing tomorrow", "Tue 2026-03-03 09:00 | call Bob"),
    ("call Bob today at 10", "Mon 2026-03-02 22:00 | call Bob"),
    ("call Bob in 2 hours", "Mon 2026-03-02 12:00 | call Bob"),
    ("call Bob in an hour", "Mon 2026-03-02 11:00 | call Bob"),
    ("call Bob in half an hour", "Mon 2026-03-02 10:30 | call Bob"),
    ("call Bob in an hour and a half", "Mon 2026-03-02 11:30 | call Bob"),
    ("call Bob in 1.5 hours", "Mon 2026-03-02 11:30 | call Bob"),
    ("call Bob in 90 minutes", "Mon 2026-03-02 11:30 | call Bob"),
    ("call Bob in 10 min", "Mon 2026-03-02 10:10 | call Bob"),
    ("call Bob in ten minutes", "Mon 2026-03-02 10:10 | call Bob"),
    ("call Bob 2 hours from now", "Mon 2026-03-02 12:00 | call Bob"),
    ("call Bob within the hour", "Mon 2026-03-02 11:00 | call Bob"),
    ("call Bob half past 3", "Mon 2026-03-02 15:30 | call Bob"),
    ("call Bob at quarter to five", "Mon 2026-03-02 16:45 | call Bob"),
    ("call Bob at 5 o'clock", "Mon 2026-03-02 17:00 | call Bob"),
    ("call Bob at 15h30", "Mon 2026-03-02 15:30 | call Bob"),
    ("call Bob at 1530", "Mon 2026-03-02 15:30 | call Bob"),
    ("call Bob at 5.30", "Mon 2026-03-02 17:30 | call Bob"),
    ("call Bob by 5ish", "Mon 2026-03-02 17:00 | call Bob"),
    ("call Bob at 2pm ET", "Mon 2026-03-02 19:00 | call Bob"),
    ("call Bob at 15:00 UTC", "Mon 2026-03-02 15:00 | call Bob"),
    ("call Bob at noon on the 3rd", "Tue 2026-03-03 12:00 | call Bob"),
    ("on Friday, March 6 at 3:00 PM call Bob", "Fri 2026-03-06 15:00 | call Bob"),
    ("tomorrow call Bob by 3pm", "Tue 2026-03-03 15:00 | call Bob"),
    ("at 3pm call Bob tomorrow", "Tue 2026-03-03 15:00 | call Bob"),
    ("call Bob by Friday noon at the latest", "Fri 2026-03-06 12:00 | call Bob"),
    ("call Bob no later than 5pm", "Mon 2026-03-02 17:00 | call Bob"),
    ("pay by 2026-12-05T15:00", "Sat 2026-12-05 15:00 | pay"),
    ("pay by 2026-12-05 15:00", "Sat 2026-12-05 15:00 | pay"),
    ("pay by 2026-07-01T15:00Z", "Wed 2026-07-01 16:00 | pay"),
    ("at 10 call 10 people", "Tue 2026-03-03 10:00 | call 10 people"),
    ("meet at 5 for lunch", "Mon 2026-03-02 17:00 | meet for lunch"),
]

SPRING = [
    ("call Bob tomorrow at 00:30", "Sun 2026-03-29 00:30 | call Bob"),
    ("call Bob tomorrow at 1:30am", "Sun 2026-03-29 02:00 | call Bob"),
    ("call Bob tomorrow at 2:30am", "Sun 2026-03-29 02:30 | call Bob"),
    ("call Bob in 24 hours", "Sun 2026-03-29 13:00 | call Bob"),
    ("call Bob in 1 day", "Sun 2026-03-29 end of work | call Bob"),
    ("call Bob on Sunday at noon", "Sun 2026-03-29 12:00 | call Bob"),
    ("call Bob on Monday at 9", "Mon 2026-03-30 09:00 | call Bob"),
    ("call Bob tomorrow", "Sun 2026-03-29 end of work | call Bob"),
    ("call Bob by midnight", "Sun 2026-03-29 00:00 | call Bob"),
]

AUTUMN = [
    ("call Bob tomorrow at 00:30", "Sun 2026-10-25 00:30 | call Bob"),
    ("call Bob tomorrow at 1:30am", "Sun 2026-10-25 01:30 | call Bob"),
    ("call Bob tomorrow at 2:30am", "Sun 2026-10-25 02:30 | call Bob"),
    ("call Bob in 24 hours", "Sun 2026-10-25 11:00 | call Bob"),
    ("call Bob in 1 day", "Sun 2026-10-25 end of work | call Bob"),
    ("call Bob on Sunday at noon", "Sun 2026-10-25 12:00 | call Bob"),
    ("call Bob on Monday at 9", "Mon 2026-10-26 09:00 | call Bob"),
    ("call Bob tomorrow", "Sun 2026-10-25 end of work | call Bob"),
    ("call Bob by midnight", "Sun 2026-10-25 00:00 | call Bob"),
]


@pytest.mark.parametrize(("line", "expected"), HOURS)
def test_hour_is_read_from_a_monday(line: str, expected: str) -> None:
    assert said(line) == expected


@pytest.mark.parametrize(("line", "expected"), SPRING)
def test_skipped_hour_moves_forward_before_the_clocks_go_forward(line: str, expected: str) -> None:
    assert said(line, BEFORE_SPRING_CHANGE) == expected


@pytest.mark.parametrize(("line", "expected"), AUTUMN)
def test_hour_is_read_before_the_clocks_go_back(line: str, expected: str) -> None:
    assert said(line, BEFORE_AUTUMN_CHANGE) == expected
