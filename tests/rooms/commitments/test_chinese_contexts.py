"""The same Chinese lines, said at other moments."""

import pytest

from tests.rooms.commitments.reading import (
    FRIDAY_EVENING,
    LAST_OF_MONTH,
    SHANGHAI,
    THURSDAY,
    WORKING_SATURDAY,
    said,
)

THURSDAYS = [
    ("今天交报告", "Thu 2026-03-05 end of work | 交报告"),
    ("下班前交报告", "Thu 2026-03-05 end of work | 交报告"),
    ("今晚交报告", "Thu 2026-03-05 21:00 | 交报告"),
    ("明天交报告", "Fri 2026-03-06 end of work | 交报告"),
    ("下午三点开会", "Thu 2026-03-05 15:00 | 开会"),
    ("早上九点开会", "Fri 2026-03-06 09:00 | 开会"),
    ("周四交报告", "Thu 2026-03-12 end of work | 交报告"),
    ("周五交报告", "Fri 2026-03-06 end of work | 交报告"),
    ("周一交报告", "Mon 2026-03-09 end of work | 交报告"),
    ("本周五交报告", "Fri 2026-03-06 end of work | 交报告"),
    ("下周三交报告", "Wed 2026-03-11 end of work | 交报告"),
    ("下周五交报告", "ask: Fri 03-06 17:00 or Fri 03-13 17:00 | 交报告"),
    ("下周内交报告", "Fri 2026-03-13 end of work | 交报告"),
    ("月底交报告", "Tue 2026-03-31 end of work | 交报告"),
    ("30号交报告", "Mon 2026-03-30 end of work | 交报告"),
    ("两小时后打给我", "Thu 2026-03-05 12:00 | 打给我"),
]

FRIDAY_EVENINGS = [
    ("今天交报告", "Fri 2026-03-06 end of day | 交报告"),
    ("下班前交报告", "Mon 2026-03-09 end of work | 交报告"),
    ("今晚交报告", "Fri 2026-03-06 21:00 | 交报告"),
    ("明天交报告", "Sat 2026-03-07 end of work | 交报告"),
    ("下午三点开会", "Sat 2026-03-07 15:00 | 开会"),
    ("早上九点开会", "Sat 2026-03-07 09:00 | 开会"),
    ("周四交报告", "Thu 2026-03-12 end of work | 交报告"),
    ("周五交报告", "Fri 2026-03-13 end of work | 交报告"),
    ("周一交报告", "Mon 2026-03-09 end of work | 交报告"),
    ("本周五交报告", "Fri 2026-03-06 end of day | 交报告"),
    ("下周三交报告", "Wed 2026-03-11 end of work | 交报告"),
    ("下周五交报告", "Fri 2026-03-13 end of work | 交报告"),
    ("下周内交报告", "Fri 2026-03-13 end of work | 交报告"),
    ("月底交报告", "Tue 2026-03-31 end of work | 交报告"),
    ("30号交报告", "Mon 2026-03-30 end of work | 交报告"),
    ("两小时后打给我", "Fri 2026-03-06 21:30 | 打给我"),
]

LAST_DAYS = [
    ("今天交报告", "Thu 2026-04-30 end of work | 交报告"),
    ("下班前交报告", "Thu 2026-04-30 end of work | 交报告"),
    ("今晚交报告", "Thu 2026-04-30 21:00 | 交报告"),
    ("明天交报告", "Fri 2026-05-01 end of work | 交报告"),
    ("下午三点开会", "Thu 2026-04-30 15:00 | 开会"),
    ("早上九点开会", "Fri 2026-05-01 09:00 | 开会"),
    ("周四交报告", "Thu 2026-05-07 end of work | 交报告"),
    ("周五交报告", "Fri 2026-05-01 end of work | 交报告"),
    ("周一交报告", "Mon 2026-05-04 end of work | 交报告"),
    ("本周五交报告", "Fri 2026-05-01 end of work | 交报告"),
    ("下周三交报告", "Wed 2026-05-06 end of work | 交报告"),
    ("下周五交报告", "ask: Fri 05-01 17:00 or Fri 05-08 17:00 | 交报告"),
    ("下周内交报告", "Fri 2026-05-08 end of work | 交报告"),
    ("月底交报告", "Thu 2026-04-30 end of work | 交报告"),
    ("30号交报告", "Thu 2026-04-30 end of work | 交报告"),
    ("两小时后打给我", "Thu 2026-04-30 11:30 | 打给我"),
]

WORKING_SATURDAYS = [
    ("今天交报告", "Sat 2026-02-28 end of work | 交报告"),
    ("下班前交报告", "Sat 2026-02-28 end of work | 交报告"),
    ("今晚交报告", "Sat 2026-02-28 21:00 | 交报告"),
    ("明天交报告", "Sun 2026-03-01 end of work | 交报告"),
    ("下午三点开会", "Sat 2026-02-28 15:00 | 开会"),
    ("早上九点开会", "Sun 2026-03-01 09:00 | 开会"),
    ("周四交报告", "Thu 2026-03-05 end of work | 交报告"),
    ("周五交报告", "Fri 2026-03-06 end of work | 交报告"),
    ("周一交报告", "Mon 2026-03-02 end of work | 交报告"),
    ("本周五交报告", "ask: past | 交报告"),
    ("下周三交报告", "Wed 2026-03-04 end of work | 交报告"),
    ("下周五交报告", "Fri 2026-03-06 end of work | 交报告"),
    ("下周内交报告", "Fri 2026-03-06 end of work | 交报告"),
    ("月底交报告", "Sat 2026-02-28 end of work | 交报告"),
    ("30号交报告", "Mon 2026-03-30 end of work | 交报告"),
    ("两小时后打给我", "Sat 2026-02-28 12:00 | 打给我"),
]


@pytest.mark.parametrize(("line", "expected"), THURSDAYS)
def test_line_is_read_from_a_thursday(line: str, expected: str) -> None:
    assert said(line, THURSDAY, zone=SHANGHAI, locale="zh-CN") == expected


@pytest.mark.parametrize(("line", "expected"), FRIDAY_EVENINGS)
def test_line_is_read_from_a_friday_evening(line: str, expected: str) -> None:
    assert said(line, FRIDAY_EVENING, zone=SHANGHAI, locale="zh-CN") == expected


@pytest.mark.parametrize(("line", "expected"), LAST_DAYS)
def test_line_is_read_from_the_last_of_a_month(line: str, expected: str) -> None:
    assert said(line, LAST_OF_MONTH, zone=SHANGHAI, locale="zh-CN") == expected


@pytest.mark.parametrize(("line", "expected"), WORKING_SATURDAYS)
def test_line_is_read_from_a_working_saturday(line: str, expected: str) -> None:
    assert said(line, WORKING_SATURDAY, zone=SHANGHAI, locale="zh-CN") == expected
