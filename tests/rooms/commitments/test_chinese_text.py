"""Chinese lines whose figures stay text, and lines that must ask."""

import pytest

from tests.rooms.commitments.reading import MONDAY, SHANGHAI, said

FIGURES = [
    ("拨打10086，中午前", "Mon 2026-03-02 12:00 | 拨打10086"),
    ("提三点建议，周五前", "Fri 2026-03-06 end of work | 提三点建议"),
    ("读第三章，周四前", "Thu 2026-03-05 end of work | 读第三章"),
    ("准备三个方案，周五前", "Fri 2026-03-06 end of work | 准备三个方案"),
    ("写3页总结 周三前", "Wed 2026-03-04 end of work | 写3页总结"),
    ("3号楼检查 周五前", "Fri 2026-03-06 end of work | 3号楼检查"),
    ("Q3计划 周五前", "Fri 2026-03-06 end of work | Q3计划"),
    ("周报周五前发", "Fri 2026-03-06 end of work | 周报发"),
    ("写下周计划，周五前", "Fri 2026-03-06 end of work | 写下周计划"),
    ("准备明天的会议材料，周五前", "Fri 2026-03-06 end of work | 准备明天的会议材料"),
    ("昨天的会议纪要，今天发", "Mon 2026-03-02 end of work | 昨天的会议纪要，发"),
    ("上周的总结，明天交", "Tue 2026-03-03 end of work | 上周的总结，交"),
    ("一点都不难，周四前完成", "Thu 2026-03-05 end of work | 一点都不难，完成"),
    ("下午茶，明天订", "Tue 2026-03-03 end of work | 下午茶，订"),
    ("以前的问题，周五前修", "Fri 2026-03-06 end of work | 以前的问题，修"),
    ("一点想法周五发", "Fri 2026-03-06 end of work | 一点想法发"),
    ("周五五点看法", "Fri 2026-03-06 end of work | 五点看法"),
    ("周二三个方案给老板", "Tue 2026-03-03 end of work | 三个方案给老板"),
    ("打555电话中午前", "Mon 2026-03-02 12:00 | 打555电话"),
    ("给小王100块周五前", "Fri 2026-03-06 end of work | 给小王100块"),
    ("第12章今晚读完", "Mon 2026-03-02 21:00 | 第12章读完"),
    ("三点意见明天发给小王", "Tue 2026-03-03 end of work | 三点意见发给小王"),
    ("每个人周五前收到纪要", "Fri 2026-03-06 end of work | 每个人收到纪要"),
    ("早会纪要今天发", "Mon 2026-03-02 end of work | 早会纪要发"),
    ("晚餐订在周五", "Fri 2026-03-06 end of work | 晚餐订"),
    ("住三晚，周五", "Fri 2026-03-06 end of work | 住三晚"),
    ("周五晚交方案", "Fri 2026-03-06 21:00 | 交方案"),
    ("把周三的会改到周五，今天", "Mon 2026-03-02 end of work | 把周三的会改到周五"),
    ("25号下班前把报告发过去", "Wed 2026-03-25 end of work | 把报告发过去"),
]

ASKS = [
    ("下周三下午三点前把报告发给王总", "ask: Wed 03-04 15:00 or Wed 03-11 15:00 | 把报告发给王总"),
    ("下周五交报告", "ask: Fri 03-06 17:00 or Fri 03-13 17:00 | 交报告"),
    ("12/05前交报告", "ask: Tue 05-12 17:00 or Sat 12-05 17:00 | 交报告"),
    ("周三或周四给你", "ask: Wed 03-04 17:00 or Thu 03-05 17:00 | 给你"),
    ("周三交初稿，周五交终稿", "ask: Wed 03-04 17:00 or Fri 03-06 17:00 | 周三交初稿，周五交终稿"),
    ("提三点建议", "ask: no_time | 提三点建议"),
    ("补充两点", "ask: no_time | 补充两点"),
    ("准备明天的会议", "ask: no_time | 准备明天的会议"),
    ("尽快回复", "ask: no_time | 尽快回复"),
    ("写下周计划", "ask: no_time | 写下周计划"),
    ("昨天交报告", "ask: past | 交报告"),
    ("上周三交报告", "ask: past | 交报告"),
    ("2月30日交报告", "ask: unreadable | 交报告"),
    ("25点开会", "ask: unreadable | 开会"),
    ("月初交报告", "ask: unreadable | 交报告"),
    ("100年后交报告", "ask: too_far | 交报告"),
    ("2126年3月1日交报告", "ask: too_far | 交报告"),
    ("每周三次锻炼", "ask: unreadable | 锻炼"),
    ("每年2月31日交报告", "ask: never | 交报告"),
    ("一点小改动", "ask: no_time | 一点小改动"),
    ("有一点问题要问小李", "ask: no_time | 有一点问题要问小李"),
    ("周五下午三点或四点发", "ask: Fri 03-06 15:00 or Fri 03-06 16:00 | 发"),
    ("第3版改完", "ask: no_time | 第3版改完"),
    ("5个人的面试安排", "ask: no_time | 5个人的面试安排"),
    ("订12号会议室", "ask: no_time | 订12号会议室"),
    ("发布v2.5", "ask: no_time | 发布v2.5"),
    ("两点建议发给小王", "ask: no_time | 两点建议发给小王"),
    ("一周的数据整理好", "ask: no_time | 一周的数据整理好"),
    ("每次合并都告诉小李", "ask: no_time | 每次合并都告诉小李"),
]


@pytest.mark.parametrize(("line", "expected"), FIGURES)
def test_figures_stay_text_where_they_are_no_time(line: str, expected: str) -> None:
    assert said(line, MONDAY, zone=SHANGHAI, locale="zh-CN") == expected


@pytest.mark.parametrize(("line", "expected"), ASKS)
def test_line_asks_where_it_is_not_enough(line: str, expected: str) -> None:
    assert said(line, MONDAY, zone=SHANGHAI, locale="zh-CN") == expected
