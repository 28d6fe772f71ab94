"""English lines as people type them offhand in a chat, read on a Monday."""

import pytest

from tests.rooms.commitments.reading import read_at, said

OFFHAND = [
    ("send Ana the deck tmrw am", "Tue 2026-03-03 12:00 | send Ana the deck"),
    ("can do thurs pm", "Thu 2026-03-05 17:00 | can do"),
    ("ping Raj tmrw morn", "Tue 2026-03-03 12:00 | ping Raj"),
    ("reply by tmrw arvo", "Tue 2026-03-03 17:00 | reply"),
    ("doc review 2nite", "Mon 2026-03-02 21:00 | doc review"),
    ("call Joe sat morning", "Sat 2026-03-07 12:00 | call Joe"),
    ("call Joe sun eve", "Sun 2026-03-08 21:00 | call Joe"),
    ("review the PR b4 noon", "Mon 2026-03-02 12:00 | review the PR"),
    ("call Dana b4 5", "Mon 2026-03-02 17:00 | call Dana"),
    ("finish the spec b4 the weekend", "Fri 2026-03-06 end of work | finish the spec"),
    ("call Joe at three thirty", "Mon 2026-03-02 15:30 | call Joe"),
    ("call Joe by three pm", "Mon 2026-03-02 15:00 | call Joe"),
    ("call Joe 3pm-ish", "Mon 2026-03-02 15:00 | call Joe"),
    ("call Joe half nine tomorrow", "ask: unreadable | call Joe"),
    ("call Joe mid-afternoon tomorrow", "ask: unreadable | call Joe"),
    ("ship it by 1700h", "Mon 2026-03-02 17:00 | ship it"),
    ("deck by 0900 tmrw", "Tue 2026-03-03 09:00 | deck"),
    ("finish the certificate by 2026", "ask: no_time | finish the certificate by 2026"),
    ("finish the certificate by 2030", "ask: no_time | finish the certificate by 2030"),
    ("deploy Friday at 10 AM Pacific", "Fri 2026-03-06 18:00 | deploy"),
    ("deploy Friday at 10 AM Mountain", "ask: unreadable | deploy"),
    ("deploy at 10am Pacific rim sites", "Tue 2026-03-03 10:00 | deploy Pacific rim sites"),
    ("ping Raj at 9am her time tomorrow", "ask: unreadable | ping Raj"),
    ("ping Raj at 9am Denver time tomorrow", "ask: unreadable | ping Raj"),
    ("ping Raj from 3 to 4 tomorrow", "ask: Tue 03-03 15:00 or Tue 03-03 16:00 | ping Raj"),
    ("ping Raj 11/30 at 10", "Mon 2026-11-30 10:00 | ping Raj"),
    ("ping Raj tomorrow or the day after", "ask: unreadable | ping Raj"),
    ("ping Raj early tomorrow", "ask: unreadable | ping Raj"),
    ("ping Raj early in the morning", "ask: unreadable | ping Raj"),
    ("close early Friday", "Fri 2026-03-06 end of work | close early"),
    ("ping Raj next week sometime", "Fri 2026-03-13 end of work | ping Raj"),
    ("ping Raj towards the end of the week", "Fri 2026-03-06 end of work | ping Raj"),
    ("ping Raj in 3 biz days", "Thu 2026-03-05 end of work | ping Raj"),
    ("ping Raj nxt fri", "Fri 2026-03-13 end of work | ping Raj"),
    ("ping Raj the following Tuesday", "Tue 2026-03-03 end of work | ping Raj"),
    ("ping Raj Tues after next", "ask: unreadable | ping Raj"),
    ("ping Raj the day before Friday", "Thu 2026-03-05 end of work | ping Raj"),
    ("ping Raj the day after Friday", "Sat 2026-03-07 end of work | ping Raj"),
    ("ping Raj by 5 Jan '27", "Tue 2027-01-05 end of work | ping Raj"),
    ("ping Raj tues/wed", "ask: Tue 03-03 17:00 or Wed 03-04 17:00 | ping Raj"),
    ("ping Raj sat or sun", "ask: Sat 03-07 17:00 or Sun 03-08 17:00 | ping Raj"),
    ("ping Raj after work tomorrow", "ask: unreadable | ping Raj"),
    ("call Joe before the standup tomorrow", "ask: Tue 03-03 17:00 | call Joe before the standup"),
    ("call Joe tomorrow before the standup", "ask: Tue 03-03 17:00 | call Joe before the standup"),
    ("call Joe before I leave on Friday", "ask: Fri 03-06 17:00 | call Joe before I leave"),
    ("call Joe before noon on Friday", "Fri 2026-03-06 12:00 | call Joe"),
    (
        "finish it before the launch by Friday",
        "Fri 2026-03-06 end of work | finish it before the launch",
    ),
    (
        "every weekday before standup post the update",
        "ask: Mon 03-02 17:00 | before standup post the update | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    ),
    ("dinner with Sam at 8 Friday", "ask: Fri 03-06 08:00 or Fri 03-06 20:00 | dinner with Sam"),
    ("finish dinner plans by 5", "Mon 2026-03-02 17:00 | finish dinner plans"),
    ("flight at 6:45 tomorrow", "ask: Tue 03-03 06:45 or Tue 03-03 18:45 | flight"),
    ("call Joe at 6:30", "Mon 2026-03-02 18:30 | call Joe"),
    ("call Joe at 6:45", "ask: Mon 03-02 18:45 or Tue 03-03 06:45 | call Joe"),
    ("call Joe at 6", "Mon 2026-03-02 18:00 | call Joe"),
    ("split 50/50 by Friday", "Fri 2026-03-06 end of work | split 50/50"),
    ("on the 1st and 15th run payroll", "ask: Sun 03-15 17:00 or Wed 04-01 17:00 | run payroll"),
    ("by Dec 3 and 4", "ask: Thu 12-03 17:00 | by Dec 3 and 4"),
    (
        "1st of every month pay rent",
        "Wed 2026-04-01 end of work | pay rent | FREQ=MONTHLY;BYMONTHDAY=1",
    ),
    (
        "on the first of every month pay rent",
        "Wed 2026-04-01 end of work | pay rent | FREQ=MONTHLY;BYMONTHDAY=1",
    ),
    (
        "the first week of every month post the numbers",
        "ask: no_time | the first week of every month post the numbers",
    ),
    (
        "monthly send invoice",
        "Tue 2026-03-31 end of work | send invoice | FREQ=MONTHLY;BYMONTHDAY=-1",
    ),
    ("weekly send metrics", "Fri 2026-03-06 end of work | send metrics | FREQ=WEEKLY;BYDAY=FR"),
    ("monthly pay review on Friday", "Fri 2026-03-06 end of work | monthly pay review"),
    ("daily post standup notes at 9:30", "Tue 2026-03-03 09:30 | post standup notes | FREQ=DAILY"),
    ("daily post on culture at 9:30", "Tue 2026-03-03 09:30 | daily post on culture"),
    ("daily 9am standup", "Tue 2026-03-03 09:00 | standup | FREQ=DAILY"),
    ("twice monthly send the log", "ask: unreadable | send the log"),
    ("mon-fri 9am standup", "ask: unreadable | standup"),
    ("M-F 9am standup", "ask: unreadable | standup"),
    ("the 30th pay rent", "Mon 2026-03-30 end of work | pay rent"),
    ("the 15th pay run by Friday", "Fri 2026-03-06 end of work | the 15th pay run"),
    ("report due Easter Monday", "ask: no_time | report due Easter Monday"),
    ("send the cards by Christmas", "ask: no_time | send the cards by Christmas"),
    (
        "post the 'Monday Motivation' thread at 9 tomorrow",
        "Tue 2026-03-03 09:00 | post the 'Monday Motivation' thread",
    ),
    ("send notes from yesterday by noon", "Mon 2026-03-02 12:00 | send notes from yesterday"),
    ("for @ana - the deck - by Friday - thanks", "Fri 2026-03-06 end of work | the deck - thanks"),
    ("COP Friday send the invoice", "Fri 2026-03-06 end of work | send the invoice"),
]


@pytest.mark.parametrize(("line", "expected"), OFFHAND)
def test_offhand_line_is_read_as_a_careful_person_would(line: str, expected: str) -> None:
    found = read_at(line)
    rules = " or ".join(rule for rule in (found.recurrence, found.or_recurrence) if rule)
    assert said(line) + (f" | {rules}" if rules else "") == expected
