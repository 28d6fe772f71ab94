"""Chinese lines with a date, read on a Monday morning."""

import pytest

from tests.rooms.commitments.reading import MONDAY, SHANGHAI, said

DAYS = [
    ("周三前把PPT发给客户", "Wed 2026-03-04 end of work | 把PPT发给客户"),
    ("周五把方案发给客户", "Fri 2026-03-06 end of work | 把方案发给客户"),
    ("礼拜五交报告", "Fri 2026-03-06 end of work | 交报告"),
    ("星期天交报告", "Sun 2026-03-08 end of work | 交报告"),
    ("周一交报告", "Mon 2026-03-09 end of work | 交报告"),
    ("这周五交报告", "Fri 2026-03-06 end of work | 交报告"),
    ("本周五前交报告", "Fri 2026-03-06 end of work | 交报告"),
    ("下周一交报告", "Mon 2026-03-09 end of work | 交报告"),
    ("下周的周三交报告", "Wed 2026-03-11 end of work | 交报告"),
    ("下下周三交报告", "Wed 2026-03-18 end of work | 交报告"),
    ("本周内给答复", "Fri 2026-03-06 end of work | 给答复"),
    ("下周写完", "Fri 2026-03-13 end of work | 写完"),
    ("这个周末写完", "Sun 2026-03-08 end of work | 写完"),
    ("周末前写完", "Fri 2026-03-06 end of work | 写完"),
    ("今天交报告", "Mon 2026-03-02 end of work | 交报告"),
    ("今天之内完成", "Mon 2026-03-02 end of work | 完成"),
    ("下班前给你", "Mon 2026-03-02 end of work | 给你"),
    ("今天下班前交周报", "Mon 2026-03-02 end of work | 交周报"),
    ("周五下班前交周报", "Fri 2026-03-06 end of work | 交周报"),
    ("明天交报告", "Tue 2026-03-03 end of work | 交报告"),
    ("后天交报告", "Wed 2026-03-04 end of work | 交报告"),
    ("大后天交报告", "Thu 2026-03-05 end of work | 交报告"),
    ("月底交报告", "Tue 2026-03-31 end of work | 交报告"),
    ("这个月底前交报告", "Tue 2026-03-31 end of work | 交报告"),
    ("下个月底交报告", "Thu 2026-04-30 end of work | 交报告"),
    ("3月底交报告", "Tue 2026-03-31 end of work | 交报告"),
    ("季度末复盘", "Tue 2026-03-31 end of work | 复盘"),
    ("年底前上线", "Thu 2026-12-31 end of work | 上线"),
    ("下个月交报告", "Thu 2026-04-30 end of work | 交报告"),
    ("12月3日提交方案", "Thu 2026-12-03 end of work | 提交方案"),
    ("12月3号提交方案", "Thu 2026-12-03 end of work | 提交方案"),
    ("十二月二十五日提交方案", "Fri 2026-12-25 end of work | 提交方案"),
    ("3月1日提交方案", "Mon 2027-03-01 end of work | 提交方案"),
    ("明年1月5日上线", "Tue 2027-01-05 end of work | 上线"),
    ("2027年1月5日上线", "Tue 2027-01-05 end of work | 上线"),
    ("2026-12-03提交方案", "Thu 2026-12-03 end of work | 提交方案"),
    ("2026/12/3 提交方案", "Thu 2026-12-03 end of work | 提交方案"),
    ("12/25前提交方案", "Fri 2026-12-25 end of work | 提交方案"),
    ("15号之前付款", "Sun 2026-03-15 end of work | 付款"),
    ("15日前付款", "Sun 2026-03-15 end of work | 付款"),
    ("本月20号付款", "Fri 2026-03-20 end of work | 付款"),
    ("下个月5号交房租", "Sun 2026-04-05 end of work | 交房租"),
    ("三天后回复", "Thu 2026-03-05 end of work | 回复"),
    ("3天内回复", "Thu 2026-03-05 end of work | 回复"),
    ("一周后复盘", "Mon 2026-03-09 end of work | 复盘"),
    ("两周内完成", "Mon 2026-03-16 end of work | 完成"),
    ("一个月后回访", "Thu 2026-04-02 end of work | 回访"),
    ("半个月后回访", "Tue 2026-03-17 end of work | 回访"),
    ("五个工作日内付款", "Mon 2026-03-09 end of work | 付款"),
    ("这个月最后一天发", "Tue 2026-03-31 end of work | 发"),
    ("今年最后一天交报告", "Thu 2026-12-31 end of work | 交报告"),
]


@pytest.mark.parametrize(("line", "expected"), DAYS)
def test_date_is_read_from_a_monday(line: str, expected: str) -> None:
    assert said(line, MONDAY, zone=SHANGHAI, locale="zh-CN") == expected
