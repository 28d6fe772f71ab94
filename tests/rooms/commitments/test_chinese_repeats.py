"""Chinese lines that recur, with their rule and first time, read on a Monday."""

import pytest

from tests.rooms.commitments.reading import MONDAY, SHANGHAI, read_at, said

CADENCES = [
    (
        "每周五在 #proj 发周报",
        "FREQ=WEEKLY;BYDAY=FR",
        "Fri 2026-03-06 end of work | 在 #proj 发周报",
    ),
    ("每周五下午三点发周报", "FREQ=WEEKLY;BYDAY=FR", "Fri 2026-03-06 15:00 | 发周报"),
    ("每个星期五发周报", "FREQ=WEEKLY;BYDAY=FR", "Fri 2026-03-06 end of work | 发周报"),
    ("每周一三五更新进度", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "Mon 2026-03-02 end of work | 更新进度"),
    ("每周二、四下午3点同步", "FREQ=WEEKLY;BYDAY=TU,TH", "Tue 2026-03-03 15:00 | 同步"),
    (
        "每周一到周五更新进度",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "Mon 2026-03-02 end of work | 更新进度",
    ),
    ("隔周周二发状态", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "Tue 2026-03-03 end of work | 发状态"),
    (
        "每两周的周五做回顾",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
        "Fri 2026-03-06 end of work | 做回顾",
    ),
    ("每隔一周的周二同步", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "Tue 2026-03-03 end of work | 同步"),
    ("每天下午五点写日报", "FREQ=DAILY", "Mon 2026-03-02 17:00 | 写日报"),
    ("每天早上写日报", "FREQ=DAILY", "Mon 2026-03-02 12:00 | 写日报"),
    ("每个工作日早上9点站会", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Tue 2026-03-03 09:00 | 站会"),
    ("每三天更新进度", "FREQ=DAILY;INTERVAL=3", "Mon 2026-03-02 end of work | 更新进度"),
    ("每周更新进度", "FREQ=WEEKLY;BYDAY=FR", "Fri 2026-03-06 end of work | 更新进度"),
    ("每月1号交报表", "FREQ=MONTHLY;BYMONTHDAY=1", "Wed 2026-04-01 end of work | 交报表"),
    ("每月底对账", "FREQ=MONTHLY;BYMONTHDAY=-1", "Tue 2026-03-31 end of work | 对账"),
    ("每个月最后一天对账", "FREQ=MONTHLY;BYMONTHDAY=-1", "Tue 2026-03-31 end of work | 对账"),
    ("每月第一个周一开会", "FREQ=MONTHLY;BYDAY=1MO", "Mon 2026-03-02 end of work | 开会"),
    ("每月最后一个周五总结", "FREQ=MONTHLY;BYDAY=-1FR", "Fri 2026-03-27 end of work | 总结"),
    (
        "每季度复盘",
        "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
        "Tue 2026-03-31 end of work | 复盘",
    ),
    ("每年3月8日送花", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8", "Sun 2026-03-08 end of work | 送花"),
    ("每周五发周报，共6次", "FREQ=WEEKLY;BYDAY=FR;COUNT=6", "Fri 2026-03-06 end of work | 发周报"),
    (
        "每天写日报持续两周",
        "FREQ=DAILY;UNTIL=20260315T155959Z",
        "Mon 2026-03-02 end of work | 写日报",
    ),
    (
        "每周五交周报到6月底",
        "FREQ=WEEKLY;BYDAY=FR;UNTIL=20260630T155959Z",
        "Fri 2026-03-06 end of work | 交周报",
    ),
    (
        "每周二发状态直到五月",
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=20260430T155959Z",
        "Tue 2026-03-03 end of work | 发状态",
    ),
    ("从下周一开始每天写日报", "FREQ=DAILY", "Mon 2026-03-09 end of work | 写日报"),
    ("从4月1日起每周一汇报", "FREQ=WEEKLY;BYDAY=MO", "Mon 2026-04-06 end of work | 汇报"),
]

REFUSED = [
    ("每年2月31日交报告", "ask: never | 交报告"),
    ("每小时汇报", "ask: unreadable | 汇报"),
    ("一天三次汇报", "ask: unreadable | 汇报"),
]


@pytest.mark.parametrize(("line", "recurrence", "expected"), CADENCES)
def test_cadence_is_read_from_a_monday(line: str, recurrence: str, expected: str) -> None:
    assert (
        read_at(line, MONDAY, SHANGHAI, "zh-CN").recurrence,
        said(line, MONDAY, SHANGHAI, "zh-CN"),
    ) == (recurrence, expected)


@pytest.mark.parametrize(("line", "expected"), REFUSED)
def test_cadence_is_refused_where_it_never_comes_or_is_unclear(line: str, expected: str) -> None:
    assert said(line, MONDAY, zone=SHANGHAI, locale="zh-CN") == expected
