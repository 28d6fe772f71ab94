"""The same English lines, said at other moments."""

import pytest

from tests.rooms.commitments.reading import FRIDAY_EVENING, LAST_OF_MONTH, THURSDAY, said

THURSDAYS = [
    ("send the deck today", "Thu 2026-03-05 end of work | send the deck"),
    ("send the deck by eod", "Thu 2026-03-05 end of work | send the deck"),
    ("send the deck tonight", "Thu 2026-03-05 21:00 | send the deck"),
    ("send the deck tomorrow", "Fri 2026-03-06 end of work | send the deck"),
    ("send the deck at 5", "Thu 2026-03-05 17:00 | send the deck"),
    ("send the deck by 9am", "Fri 2026-03-06 09:00 | send the deck"),
    ("send the deck by 8pm", "Thu 2026-03-05 20:00 | send the deck"),
    ("send the deck at 10", "Fri 2026-03-06 10:00 | send the deck"),
    ("send the deck Thursday", "Thu 2026-03-12 end of work | send the deck"),
    ("send the deck Friday", "Fri 2026-03-06 end of work | send the deck"),
    ("send the deck Monday", "Mon 2026-03-09 end of work | send the deck"),
    ("send the deck next Friday", "Fri 2026-03-13 end of work | send the deck"),
    ("send the deck next Monday", "Mon 2026-03-09 end of work | send the deck"),
    ("send the deck this Friday", "Fri 2026-03-06 end of work | send the deck"),
    ("send the deck by end of week", "Fri 2026-03-06 end of work | send the deck"),
    ("send the deck next week", "Fri 2026-03-13 end of work | send the deck"),
    ("send the deck by end of month", "Tue 2026-03-31 end of work | send the deck"),
    ("send the deck by the 30th", "Mon 2026-03-30 end of work | send the deck"),
    ("send the deck by the 31st", "Tue 2026-03-31 end of work | send the deck"),
    ("send the deck by April 30", "Thu 2026-04-30 end of work | send the deck"),
    ("send the deck by May 1", "Fri 2026-05-01 end of work | send the deck"),
    ("send the deck this weekend", "Sun 2026-03-08 end of work | send the deck"),
    ("send the deck in 2 hours", "Thu 2026-03-05 12:00 | send the deck"),
    ("send the deck first thing", "Fri 2026-03-06 09:00 | send the deck"),
    ("send the deck in a month", "Sun 2026-04-05 end of work | send the deck"),
]

FRIDAY_EVENINGS = [
    ("send the deck today", "Fri 2026-03-06 end of day | send the deck"),
    ("send the deck by eod", "Mon 2026-03-09 end of work | send the deck"),
    ("send the deck tonight", "Fri 2026-03-06 21:00 | send the deck"),
    ("send the deck tomorrow", "Sat 2026-03-07 end of work | send the deck"),
    ("send the deck at 5", "Sat 2026-03-07 17:00 | send the deck"),
    ("send the deck by 9am", "Sat 2026-03-07 09:00 | send the deck"),
    ("send the deck by 8pm", "Fri 2026-03-06 20:00 | send the deck"),
    ("send the deck at 10", "ask: Fri 03-06 22:00 or Sat 03-07 10:00 | send the deck"),
    ("send the deck at 8", "ask: Fri 03-06 20:00 or Sat 03-07 08:00 | send the deck"),
    ("send the deck at 8 tomorrow", "Sat 2026-03-07 08:00 | send the deck"),
    ("send the deck at 4", "Sat 2026-03-07 16:00 | send the deck"),
    ("send the deck Thursday", "Thu 2026-03-12 end of work | send the deck"),
    ("send the deck Friday", "Fri 2026-03-13 end of work | send the deck"),
    ("send the deck Monday", "Mon 2026-03-09 end of work | send the deck"),
    ("send the deck next Friday", "Fri 2026-03-13 end of work | send the deck"),
    ("send the deck next Monday", "Mon 2026-03-09 end of work | send the deck"),
    ("send the deck this Friday", "Fri 2026-03-06 end of day | send the deck"),
    ("send the deck by end of week", "Fri 2026-03-13 end of work | send the deck"),
    ("send the deck next week", "Fri 2026-03-13 end of work | send the deck"),
    ("send the deck by end of month", "Tue 2026-03-31 end of work | send the deck"),
    ("send the deck by the 30th", "Mon 2026-03-30 end of work | send the deck"),
    ("send the deck by the 31st", "Tue 2026-03-31 end of work | send the deck"),
    ("send the deck by April 30", "Thu 2026-04-30 end of work | send the deck"),
    ("send the deck by May 1", "Fri 2026-05-01 end of work | send the deck"),
    ("send the deck this weekend", "Sun 2026-03-08 end of work | send the deck"),
    ("send the deck in 2 hours", "Fri 2026-03-06 21:30 | send the deck"),
    ("send the deck first thing", "Mon 2026-03-09 09:00 | send the deck"),
    ("send the deck in a month", "Mon 2026-04-06 end of work | send the deck"),
]

LAST_DAYS = [
    ("send the deck today", "Thu 2026-04-30 end of work | send the deck"),
    ("send the deck by eod", "Thu 2026-04-30 end of work | send the deck"),
    ("send the deck tonight", "Thu 2026-04-30 21:00 | send the deck"),
    ("send the deck tomorrow", "Fri 2026-05-01 end of work | send the deck"),
    ("send the deck at 5", "Thu 2026-04-30 17:00 | send the deck"),
    ("send the deck by 9am", "Fri 2026-05-01 09:00 | send the deck"),
    ("send the deck by 8pm", "Thu 2026-04-30 20:00 | send the deck"),
    ("send the deck at 10", "Thu 2026-04-30 10:00 | send the deck"),
    ("send the deck Thursday", "Thu 2026-05-07 end of work | send the deck"),
    ("send the deck Friday", "Fri 2026-05-01 end of work | send the deck"),
    ("send the deck Monday", "Mon 2026-05-04 end of work | send the deck"),
    ("send the deck next Friday", "Fri 2026-05-08 end of work | send the deck"),
    ("send the deck next Monday", "Mon 2026-05-04 end of work | send the deck"),
    ("send the deck this Friday", "Fri 2026-05-01 end of work | send the deck"),
    ("send the deck by end of week", "Fri 2026-05-01 end of work | send the deck"),
    ("send the deck next week", "Fri 2026-05-08 end of work | send the deck"),
    ("send the deck by end of month", "Thu 2026-04-30 end of work | send the deck"),
    ("send the deck by the 30th", "Thu 2026-04-30 end of work | send the deck"),
    ("send the deck by the 31st", "Sun 2026-05-31 end of work | send the deck"),
    ("send the deck by April 30", "Thu 2026-04-30 end of work | send the deck"),
    ("send the deck by May 1", "Fri 2026-05-01 end of work | send the deck"),
    ("send the deck this weekend", "Sun 2026-05-03 end of work | send the deck"),
    ("send the deck in 2 hours", "Thu 2026-04-30 11:30 | send the deck"),
    ("send the deck first thing", "Fri 2026-05-01 09:00 | send the deck"),
    ("send the deck in a month", "Sat 2026-05-30 end of work | send the deck"),
]


@pytest.mark.parametrize(("line", "expected"), THURSDAYS)
def test_line_is_read_from_a_thursday(line: str, expected: str) -> None:
    assert said(line, THURSDAY) == expected


@pytest.mark.parametrize(("line", "expected"), FRIDAY_EVENINGS)
def test_line_is_read_from_a_friday_evening(line: str, expected: str) -> None:
    assert said(line, FRIDAY_EVENING) == expected


@pytest.mark.parametrize(("line", "expected"), LAST_DAYS)
def test_line_is_read_from_the_last_of_a_month(line: str, expected: str) -> None:
    assert said(line, LAST_OF_MONTH) == expected
