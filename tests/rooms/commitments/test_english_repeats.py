"""English lines that recur, with their rule and first time, read on a Monday."""

import pytest

from tests.rooms.commitments.reading import read_at, said

CADENCES = [
    (
        "every other Tuesday post the status in #proj until May",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20260430T225959Z",
        "Tue 2026-03-03 end of work | post the status in #proj",
    ),
    (
        "every Friday post the update in #proj",
        "FREQ=WEEKLY;BYDAY=FR",
        "Fri 2026-03-06 end of work | post the update in #proj",
    ),
    (
        "post the update every Friday at 3pm",
        "FREQ=WEEKLY;BYDAY=FR",
        "Fri 2026-03-06 15:00 | post the update",
    ),
    (
        "each Friday by noon post the update",
        "FREQ=WEEKLY;BYDAY=FR",
        "Fri 2026-03-06 12:00 | post the update",
    ),
    (
        "every Friday post the update by 3pm",
        "FREQ=WEEKLY;BYDAY=FR",
        "Fri 2026-03-06 15:00 | post the update",
    ),
    (
        "post the update every Monday and Thursday at 10",
        "FREQ=WEEKLY;BYDAY=MO,TH",
        "Thu 2026-03-05 10:00 | post the update",
    ),
    (
        "every Mon, Wed & Fri post the update",
        "FREQ=WEEKLY;BYDAY=MO,WE,FR",
        "Mon 2026-03-02 end of work | post the update",
    ),
    (
        "every Monday to Friday at 9 post the update",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "Tue 2026-03-03 09:00 | post the update",
    ),
    (
        "every weekday at 9 post the update",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "Tue 2026-03-03 09:00 | post the update",
    ),
    (
        "on weekdays post the update",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "Mon 2026-03-02 end of work | post the update",
    ),
    ("post the update daily", "FREQ=DAILY", "Mon 2026-03-02 end of work | post the update"),
    ("daily at 9 post the update", "FREQ=DAILY", "Tue 2026-03-03 09:00 | post the update"),
    (
        "every day post the update for 2 weeks",
        "FREQ=DAILY;UNTIL=20260315T235959Z",
        "Mon 2026-03-02 end of work | post the update",
    ),
    (
        "every other day post the update",
        "FREQ=DAILY;INTERVAL=2",
        "Mon 2026-03-02 end of work | post the update",
    ),
    (
        "every 3 days post the update",
        "FREQ=DAILY;INTERVAL=3",
        "Mon 2026-03-02 end of work | post the update",
    ),
    ("every morning post the update", "FREQ=DAILY", "Mon 2026-03-02 12:00 | post the update"),
    (
        "every Monday morning post the update",
        "FREQ=WEEKLY;BYDAY=MO",
        "Mon 2026-03-02 12:00 | post the update",
    ),
    (
        "weekly on Friday post the update",
        "FREQ=WEEKLY;BYDAY=FR",
        "Fri 2026-03-06 end of work | post the update",
    ),
    (
        "post the update weekly",
        "FREQ=WEEKLY;BYDAY=FR",
        "Fri 2026-03-06 end of work | post the update",
    ),
    (
        "every week post the update",
        "FREQ=WEEKLY;BYDAY=FR",
        "Fri 2026-03-06 end of work | post the update",
    ),
    (
        "every two weeks post the update",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
        "Fri 2026-03-06 end of work | post the update",
    ),
    (
        "every 2 weeks on Monday post the update",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
        "Mon 2026-03-02 end of work | post the update",
    ),
    (
        "biweekly on Tuesday post the update",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        "Tue 2026-03-03 end of work | post the update",
    ),
    (
        "every second Friday at 4 post the update",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
        "Fri 2026-03-06 16:00 | post the update",
    ),
    (
        "Mondays and Thursdays post the update",
        "FREQ=WEEKLY;BYDAY=MO,TH",
        "Mon 2026-03-02 end of work | post the update",
    ),
    (
        "post the update on Fridays",
        "FREQ=WEEKLY;BYDAY=FR",
        "Fri 2026-03-06 end of work | post the update",
    ),
    (
        "monthly on the 1st post the update",
        "FREQ=MONTHLY;BYMONTHDAY=1",
        "Wed 2026-04-01 end of work | post the update",
    ),
    (
        "every month on the 15th post the update",
        "FREQ=MONTHLY;BYMONTHDAY=15",
        "Sun 2026-03-15 end of work | post the update",
    ),
    (
        "every 1st and 15th post the update",
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
        "Sun 2026-03-15 end of work | post the update",
    ),
    (
        "the last day of every month post the update",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "Tue 2026-03-31 end of work | post the update",
    ),
    (
        "the first Monday of every month post the update",
        "FREQ=MONTHLY;BYDAY=1MO",
        "Mon 2026-03-02 end of work | post the update",
    ),
    (
        "every last Friday of the month post the update",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "Fri 2026-03-27 end of work | post the update",
    ),
    (
        "every month post the update",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "Tue 2026-03-31 end of work | post the update",
    ),
    (
        "every quarter post the update",
        "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
        "Tue 2026-03-31 end of work | post the update",
    ),
    (
        "every year on Dec 3 post the update",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=3",
        "Thu 2026-12-03 end of work | post the update",
    ),
    (
        "every February 29 post the update",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "Tue 2028-02-29 end of work | post the update",
    ),
    (
        "every Friday post the update for 6 weeks",
        "FREQ=WEEKLY;BYDAY=FR;UNTIL=20260416T225959Z",
        "Fri 2026-03-06 end of work | post the update",
    ),
    (
        "every Friday post the update 6 times",
        "FREQ=WEEKLY;BYDAY=FR;COUNT=6",
        "Fri 2026-03-06 end of work | post the update",
    ),
    (
        "every Friday post the update until Dec 24",
        "FREQ=WEEKLY;BYDAY=FR;UNTIL=20261224T235959Z",
        "Fri 2026-03-06 end of work | post the update",
    ),
    (
        "every Friday post the update through June",
        "FREQ=WEEKLY;BYDAY=FR;UNTIL=20260630T225959Z",
        "Fri 2026-03-06 end of work | post the update",
    ),
    (
        "every Friday post the update until end of June",
        "FREQ=WEEKLY;BYDAY=FR;UNTIL=20260630T225959Z",
        "Fri 2026-03-06 end of work | post the update",
    ),
    (
        "every Friday post the update starting next month",
        "FREQ=WEEKLY;BYDAY=FR",
        "Fri 2026-04-03 end of work | post the update",
    ),
    (
        "every Tuesday from April 1 post the update",
        "FREQ=WEEKLY;BYDAY=TU",
        "Tue 2026-04-07 end of work | post the update",
    ),
    (
        "every Friday at midnight post the update",
        "FREQ=WEEKLY;BYDAY=FR",
        "Fri 2026-03-06 23:59 | post the update",
    ),
    (
        "every Friday send last week's figures",
        "FREQ=WEEKLY;BYDAY=FR",
        "Fri 2026-03-06 end of work | send last week's figures",
    ),
    (
        "every Friday at 7 post the update",
        "FREQ=WEEKLY;BYDAY=FR",
        "ask: Fri 03-06 07:00 or Fri 03-06 19:00 | post the update",
    ),
    (
        "sing on the first working day of every month",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
        "Mon 2026-03-02 end of work | sing",
    ),
    (
        "every first day of the month sing",
        "FREQ=MONTHLY;BYMONTHDAY=1",
        "Wed 2026-04-01 end of work | sing",
    ),
    ("every 3pm sing", "FREQ=DAILY", "Mon 2026-03-02 15:00 | sing"),
    ("every 3rd week sing", "FREQ=WEEKLY;INTERVAL=3;BYDAY=FR", "Fri 2026-03-06 end of work | sing"),
]

REFUSED = [
    (
        "every day for 9999999 years post the update",
        "ask: too_far | every day for 9999999 years post the update",
    ),
    ("every Friday at 3pm ET post the update", "ask: unreadable | post the update"),
    ("every Friday 6 times until May post the update", "ask: unreadable | post the update"),
    ("every 31 February post the update", "ask: never | post the update"),
    ("every February 30th post the update", "ask: never | post the update"),
    ("every 31 April post the update", "ask: never | post the update"),
    ("every 40th post the update", "ask: never | post the update"),
    ("every hour post the update", "ask: unreadable | post the update"),
    ("post the update twice a week", "ask: unreadable | post the update"),
    ("every third Tuesday post the update", "ask: unreadable | post the update"),
    (
        "every Friday post the update until last Monday",
        "ask: unreadable | every Friday post the update until last Monday",
    ),
    (
        "every Friday post the update Monday",
        "ask: unreadable | every Friday post the update Monday",
    ),
    ("every second last Friday sing", "ask: unreadable | sing"),
    ("every 3/5 sing", "ask: no_time | every 3/5 sing"),
    ("every 3 songs sing", "ask: no_time | every 3 songs sing"),
    ("every 0 days sing", "ask: never | sing"),
    ("every April 31 sing", "ask: never | sing"),
]


@pytest.mark.parametrize(("line", "recurrence", "expected"), CADENCES)
def test_cadence_is_read_from_a_monday(line: str, recurrence: str, expected: str) -> None:
    assert (read_at(line).recurrence, said(line)) == (recurrence, expected)


@pytest.mark.parametrize(("line", "expected"), REFUSED)
def test_cadence_is_refused_where_it_never_comes_or_is_unclear(line: str, expected: str) -> None:
    assert said(line) == expected
