"""English lines as people type them, of every sort, read on a Monday."""

import pytest

from tests.rooms.commitments.reading import read_at, said

TYPED = [
    ("send Ana the deck by tomorow 3pm", "Tue 2026-03-03 15:00 | send Ana the deck"),
    ("ping Raj re: budget by COB Thursday", "Thu 2026-03-05 end of work | ping Raj re: budget"),
    ("review PR 482 by thurs noon", "Thu 2026-03-05 12:00 | review PR 482"),
    ("call the vendor 3-ish", "Mon 2026-03-02 15:00 | call the vendor"),
    ("call the vendor around noonish tomorrow", "Tue 2026-03-03 12:00 | call the vendor"),
    ("call mom at half past 3", "Mon 2026-03-02 15:30 | call mom"),
    ("ship it a week from Monday", "Mon 2026-03-16 end of work | ship it"),
    ("ship it Friday week", "Fri 2026-03-13 end of work | ship it"),
    ("send the deck day after tmrw", "Wed 2026-03-04 end of work | send the deck"),
    (
        "send the invoice on the first Monday of the month",
        "Mon 2026-03-02 end of work | send the invoice",
    ),
    (
        "send the invoice the last Monday of this month",
        "Mon 2026-03-30 end of work | send the invoice",
    ),
    ("write the doc over the weekend", "Sun 2026-03-08 end of work | write the doc"),
    ("send the deck by Friday or sooner", "Fri 2026-03-06 end of work | send the deck"),
    ("send the deck @3pm friday", "Fri 2026-03-06 15:00 | send the deck"),
    ("lunch with Sam @noon tomorrow", "Tue 2026-03-03 12:00 | lunch with Sam"),
    ("send the deck fri@3pm", "Fri 2026-03-06 15:00 | send the deck"),
    ("Fri 3p send the deck", "Fri 2026-03-06 15:00 | send the deck"),
    ("follow up w/ <@U0BEN> re contract Thu 4pm", "Thu 2026-03-05 16:00 | follow up re contract"),
    (":rocket: ship v2 by Friday :tada:", "Fri 2026-03-06 end of work | :rocket: ship v2 :tada:"),
    ("ship v2 by Friday 🚀", "Fri 2026-03-06 end of work | ship v2 🚀"),
    ("send the deck (by Friday)", "Fri 2026-03-06 end of work | send the deck"),
    ("send the deck Friday (3pm) to Ana", "Fri 2026-03-06 15:00 | send the deck to Ana"),
    ("Friday 3pm: send the deck", "Fri 2026-03-06 15:00 | send the deck"),
    ("at 3:30: call Bob", "Mon 2026-03-02 15:30 | call Bob"),
    ("may I send it friday?", "Fri 2026-03-06 end of work | may I send it?"),
    ("schick Ömer by Friday Übersicht", "Fri 2026-03-06 end of work | schick Ömer Übersicht"),
    (
        "give Bob the numbers between now and Friday",
        "Fri 2026-03-06 end of work | give Bob the numbers",
    ),
    (
        "every 5th send the invoice",
        "Thu 2026-03-05 end of work | send the invoice | FREQ=MONTHLY;BYMONTHDAY=5",
    ),
    (
        "quarterly send the log",
        "Tue 2026-03-31 end of work | send the log | FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
    ),
    ("every weekend call mum", "Sun 2026-03-08 end of work | call mum | FREQ=WEEKLY;BYDAY=SU"),
    (
        "every day this week write the log",
        "Mon 2026-03-02 end of work | write the log | FREQ=DAILY;UNTIL=20260306T235959Z",
    ),
    (
        "every Friday from April send the timesheet",
        "Fri 2026-04-03 end of work | send the timesheet | FREQ=WEEKLY;BYDAY=FR",
    ),
    (
        "every Friday from now on send the timesheet",
        "Fri 2026-03-06 end of work | send the timesheet | FREQ=WEEKLY;BYDAY=FR",
    ),
    (
        "every Friday 5x send the timesheet",
        "Fri 2026-03-06 end of work | send the timesheet | FREQ=WEEKLY;BYDAY=FR;COUNT=5",
    ),
    ("prep 1:1 with Bob friday", "Fri 2026-03-06 end of work | prep 1:1 with Bob"),
    ("split it 50:50 by friday", "Fri 2026-03-06 end of work | split it 50:50"),
    ("read verse 3:16 by friday", "Fri 2026-03-06 end of work | read verse 3:16"),
    ("score 12:30", "ask: no_time | score 12:30"),
    (
        'read "Monday begins on Saturday" by friday',
        'Fri 2026-03-06 end of work | read "Monday begins on Saturday"',
    ),
    (
        "finish the Black Friday banner by thursday",
        "Thu 2026-03-05 end of work | finish the Black Friday banner",
    ),
    ("may 5 people join?", "ask: no_time | may 5 people join?"),
    ("buy 2 may flowers by noon", "Mon 2026-03-02 12:00 | buy 2 may flowers"),
    ("May 5 send the slides", "Tue 2026-05-05 end of work | send the slides"),
    ("cover Bob's 4pm shift friday", "Fri 2026-03-06 end of work | cover Bob's 4pm shift"),
    ("dinner at Ana's Friday at 7:30pm", "Fri 2026-03-06 19:30 | dinner at Ana's"),
    ("read chapters 3-4", "ask: no_time | read chapters 3-4"),
    ("postpone the launch to friday", "ask: no_time | postpone the launch to friday"),
    (
        "move Tuesday's call to Thursday by tomorrow",
        "Tue 2026-03-03 end of work | move Tuesday's call to Thursday",
    ),
    ("at 25:00 call Bob", "ask: unreadable | call Bob"),
    ("send the deck friday or later", "ask: unreadable | send the deck"),
    (
        "send the deck Thursday or Friday at 3",
        "ask: Thu 03-05 15:00 or Fri 03-06 15:00 | send the deck",
    ),
    ("send the deck Thursday at 3 or 4", "ask: Thu 03-05 15:00 or Thu 03-05 16:00 | send the deck"),
    ("by the 15th or 16th send it", "ask: Sun 03-15 17:00 or Mon 03-16 17:00 | send it"),
    ("between Monday and Wednesday call Bob", "ask: Wed 03-04 17:00 or Mon 03-09 17:00 | call Bob"),
    (
        "from Monday to Wednesday cover support",
        "ask: Wed 03-04 17:00 or Mon 03-09 17:00 | cover support",
    ),
    ("send the deck before next week", "ask: Fri 03-06 17:00 or Fri 03-13 17:00 | send the deck"),
    (
        "every Friday until Easter send the timesheet",
        "ask: unreadable | until Easter send the timesheet",
    ),
    (
        "every Monday except holidays post the update",
        "ask: unreadable | except holidays post the update",
    ),
    ("every Friday till 3/5 send it", "ask: unreadable | send it"),
    ("send the deck tmrw EOD", "Tue 2026-03-03 end of work | send the deck"),
    ("Review the PR by Thurs.", "Thu 2026-03-05 end of work | Review the PR"),
    ("finish the report by midnight Friday", "Sat 2026-03-07 00:00 | finish the report"),
    (
        "<@U0BEN|ben> I'll get you the numbers by Thursday",
        "Thu 2026-03-05 end of work | I'll get you the numbers",
    ),
    ("I owe <@U0BEN> the numbers by EOD Thu", "Thu 2026-03-05 end of work | I owe the numbers"),
    ("send deck — Friday 3pm", "Fri 2026-03-06 15:00 | send deck"),
    ("on Friday at 3 pm, send Ana the deck", "Fri 2026-03-06 15:00 | send Ana the deck"),
    ("send the deck by 3.30pm", "Mon 2026-03-02 15:30 | send the deck"),
    ("send the deck by 1530", "ask: no_time | send the deck by 1530"),
    ("send the deck at 7", "ask: Mon 03-02 19:00 or Tue 03-03 07:00 | send the deck"),
    ("send the deck tomorrow first thing", "Tue 2026-03-03 09:00 | send the deck"),
    ("send the deck by lunch", "Mon 2026-03-02 12:00 | send the deck"),
    (
        "send the deck by close of business on Wednesday",
        "Wed 2026-03-04 end of work | send the deck",
    ),
    ("send the deck EOW", "Fri 2026-03-06 end of work | send the deck"),
    ("send the deck by month end", "Tue 2026-03-31 end of work | send the deck"),
    ("send the deck by end of Q4", "Thu 2026-12-31 end of work | send the deck"),
    ("send the deck by Christmas", "ask: no_time | send the deck by Christmas"),
    ("send the deck by mid-December", "ask: no_time | send the deck by mid-December"),
    ("send the deck by early next week", "ask: unreadable | send the deck"),
    ("send the deck next weekend", "Sun 2026-03-15 end of work | send the deck"),
    ("send the deck 3rd of December", "Thu 2026-12-03 end of work | send the deck"),
    ("send the deck 03.12.2026", "Thu 2026-12-03 end of work | send the deck"),
    ("send the deck 2026-12-03T15:00+01:00", "Thu 2026-12-03 14:00 | send the deck"),
    ("send the deck by 1/2/27", "ask: Sat 01-02 17:00 or Mon 02-01 17:00 | send the deck"),
    ("send the deck in half an hour", "Mon 2026-03-02 10:30 | send the deck"),
    ("send the deck in 30m", "Mon 2026-03-02 10:30 | send the deck"),
    ("send the deck in a couple of days", "Wed 2026-03-04 end of work | send the deck"),
    ("send the deck in 10 business days", "Mon 2026-03-16 end of work | send the deck"),
    ("send the deck in 3 days at 4pm", "Thu 2026-03-05 16:00 | send the deck"),
    ("send the deck today 9am", "ask: past | send the deck"),
    ("send the deck asap", "ask: no_time | send the deck asap"),
    ("send the deck no later than Thursday noon", "Thu 2026-03-05 12:00 | send the deck"),
    ("send the deck 3-4pm Thursday", "ask: Thu 03-05 15:00 or Thu 03-05 16:00 | send the deck"),
    (
        "send the deck at 10am and call Bob at 2pm",
        "ask: Mon 03-02 14:00 or Tue 03-03 10:00 | send the deck at 10am and call Bob at 2pm",
    ),
    (
        "weekdays at 9 post standup",
        "Tue 2026-03-03 09:00 | post standup | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    ),
    (
        "every Mon/Wed/Fri post standup",
        "Mon 2026-03-02 end of work | post standup | FREQ=WEEKLY;BYDAY=MO,WE,FR",
    ),
    ("daily at 6pm log hours", "Mon 2026-03-02 18:00 | log hours | FREQ=DAILY"),
    (
        "every Friday through December ping Sam",
        "Fri 2026-03-06 end of work | ping Sam | FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231T235959Z",
    ),
    (
        "starting Dec 4, every Friday send the timesheet",
        "Fri 2026-12-04 end of work | send the timesheet | FREQ=WEEKLY;BYDAY=FR",
    ),
    (
        "biweekly send the timesheet",
        "Fri 2026-03-06 end of work | send the timesheet | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
    ),
    (
        "weekly update to Ana on Fridays",
        "Fri 2026-03-06 end of work | weekly update to Ana | FREQ=WEEKLY;BYDAY=FR",
    ),
    (
        "the 1st and 15th of each month send the invoice",
        "Sun 2026-03-15 end of work | send the invoice | FREQ=MONTHLY;BYMONTHDAY=1,15",
    ),
    (
        "every February 29 send a card",
        "Tue 2028-02-29 end of work | send a card | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    ),
    ("every third Thursday send the numbers", "ask: unreadable | send the numbers"),
    (
        "every Tue at 9 or 10 call Ana",
        "ask: Tue 03-03 09:00 or Tue 03-03 10:00 | call Ana | FREQ=WEEKLY;BYDAY=TU",
    ),
    (
        "<@U0ANA> every other Thu 3pm 1:1 notes",
        "Thu 2026-03-05 15:00 | 1:1 notes | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
    ),
    (
        "every Tuesday 10:00 and Thursday 14:00 call Ana",
        "ask: unreadable | every Tuesday 10:00 and Thursday 14:00 call Ana",
    ),
    ("fix 16:9 images by friday", "Fri 2026-03-06 end of work | fix 16:9 images"),
    ("call extension 430 by 4", "Mon 2026-03-02 16:00 | call extension 430"),
    ("cut costs by 10 by friday", "Fri 2026-03-06 end of work | cut costs by 10"),
    ("meet Sun at noon", "Mon 2026-03-02 12:00 | meet Sun"),
    ("march with the team friday", "Fri 2026-03-06 end of work | march with the team"),
    ("check every 2nd page by friday", "Fri 2026-03-06 end of work | check every 2nd page"),
    (
        "send notes from yesterday's call by tomorrow",
        "Tue 2026-03-03 end of work | send notes from yesterday's call",
    ),
    ("post in #friday-wins tomorrow", "Tue 2026-03-03 end of work | post in #friday-wins"),
    ("send tomorrow's agenda today", "Mon 2026-03-02 end of work | send tomorrow's agenda"),
    (
        "cover support from 9 to 5 tomorrow",
        "Tue 2026-03-03 end of work | cover support from 9 to 5",
    ),
    (
        "I promise to send the deck by Friday 3pm.",
        "Fri 2026-03-06 15:00 | I promise to send the deck",
    ),
    (
        "send the deck by Friday at 3 so Ana can review",
        "Fri 2026-03-06 15:00 | send the deck so Ana can review",
    ),
]


@pytest.mark.parametrize(("line", "expected"), TYPED)
def test_line_is_read_as_a_careful_person_would(line: str, expected: str) -> None:
    rule = read_at(line).recurrence
    assert said(line) + (f" | {rule}" if rule else "") == expected
