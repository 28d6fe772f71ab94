"""Chinese lines as people type them offhand in a chat, read on a Monday."""

import pytest

from tests.rooms.commitments.reading import SHANGHAI, read_at, said

OFFHAND = [
    (
        "每隔两周发进度",
        "ask: Fri 03-06 17:00 | 发进度 | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"
        " or FREQ=WEEKLY;INTERVAL=3;BYDAY=FR",
    ),
    ("每隔一周发进度", "Fri 2026-03-06 end of work | 发进度 | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
    (
        "每隔两天浇水",
        "ask: Mon 03-02 17:00 | 浇水 | FREQ=DAILY;INTERVAL=2 or FREQ=DAILY;INTERVAL=3",
    ),
    ("隔周发一次进度", "Fri 2026-03-06 end of work | 发一次进度 | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
    ("单周五发进度", "ask: unreadable | 发进度"),
    ("订单周五前发货", "Fri 2026-03-06 end of work | 订单发货"),
    ("每月初对账", "ask: unreadable | 对账"),
    ("每周1发进度", "ask: unreadable | 发进度"),
    ("周3下午交报告", "Wed 2026-03-04 17:00 | 交报告"),
    ("本周5个任务明天交", "Tue 2026-03-03 end of work | 本周5个任务交"),
    ("下个月第一周交报告", "ask: unreadable | 交报告"),
    ("每周最后一个工作日交报告", "Fri 2026-03-06 end of work | 交报告 | FREQ=WEEKLY;BYDAY=FR"),
    (
        "每月最后一个工作日交报告",
        "Tue 2026-03-31 end of work | 交报告 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    ),
    ("周末大扫除", "Sun 2026-03-08 end of work | 大扫除"),
    ("每周末大扫除", "Sun 2026-03-08 end of work | 大扫除 | FREQ=WEEKLY;BYDAY=SU"),
    ("每天打卡，除周末外", "ask: unreadable | 每天打卡，除周末外"),
    ("24日交报销", "Tue 2026-03-24 end of work | 交报销"),
    ("24日下午3点交报销", "Tue 2026-03-24 15:00 | 交报销"),
    ("把报告24日交给小李", "ask: no_time | 把报告24日交给小李"),
    ("12.3交标书", "Thu 2026-12-03 end of work | 交标书"),
    ("12.25前把礼物寄出", "Fri 2026-12-25 end of work | 把礼物寄出"),
    ("v2.1前修复", "ask: no_time | v2.1前修复"),
    ("2.1上线", "ask: no_time | 2.1上线"),
    ("今晚零点前提交代码", "Tue 2026-03-03 00:00 | 提交代码"),
    ("今晚0:30上线", "Tue 2026-03-03 00:30 | 上线"),
    ("傍晚给妈妈打电话", "Mon 2026-03-02 19:00 | 给妈妈打电话"),
    ("5点多给老王打电话", "ask: unreadable | 给老王打电话"),
    ("5点左右给老王打电话", "Mon 2026-03-02 17:00 | 给老王打电话"),
    ("五点十分开会", "Mon 2026-03-02 17:10 | 开会"),
    ("三点十分重要的意见明天写", "Tue 2026-03-03 end of work | 三点十分重要的意见写"),
    ("涨3点，明天报", "Tue 2026-03-03 end of work | 涨3点，报"),
    ("周五之后交报告", "ask: no_time | 周五之后交报告"),
    ("5点以后给老王打电话", "ask: no_time | 5点以后给老王打电话"),
    ("周五下班后给老王打电话", "ask: unreadable | 给老王打电话"),
    ("周三后端联调", "Wed 2026-03-04 end of work | 后端联调"),
    ("周五开会前把材料发群里", "ask: Fri 03-06 17:00 | 开会前把材料发群里"),
    ("周五发版前修好", "ask: Fri 03-06 17:00 | 发版前修好"),
    ("明天例会前发", "ask: Tue 03-03 17:00 | 例会前发"),
    (
        "工作日每天站会前更新看板",
        "ask: Mon 03-02 17:00 | 站会前更新看板 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    ),
    ("明早九点半开会前发材料", "Tue 2026-03-03 09:30 | 开会前发材料"),
    ("周四 EOD 前给你", "Thu 2026-03-05 end of work | 给你"),
    ("周五3pm前给", "Fri 2026-03-06 15:00 | 给"),
    ("周四 by tomorrow", "ask: Tue 03-03 17:00 or Thu 03-05 17:00 | 周四 by tomorrow"),
    ("再下周二交报告", "Tue 2026-03-17 end of work | 交报告"),
    ("8点吃晚饭", "ask: Mon 03-02 20:00 or Tue 03-03 08:00 | 吃晚饭"),
    ("8点前订好晚饭", "Tue 2026-03-03 08:00 | 订好晚饭"),
    ("明天六点半开会", "Tue 2026-03-03 18:30 | 开会"),
    ("明天七点一刻开会", "ask: Tue 03-03 07:15 or Tue 03-03 19:15 | 开会"),
    (
        "下午开会，明天交纪要",
        "ask: Mon 03-02 17:00 or Tue 03-03 17:00 | 下午开会，明天交纪要",
    ),
    ("给@小李和@小王发周报，周五前", "Fri 2026-03-06 end of work | @小王发周报"),
    ("@小李发周报", "ask: no_text | "),
    ("国庆前交初稿", "ask: no_time | 国庆前交初稿"),
    ("张三周五前交", "ask: no_time | 张三周五前交"),
]


@pytest.mark.parametrize(("line", "expected"), OFFHAND)
def test_offhand_line_is_read_as_a_careful_person_would(line: str, expected: str) -> None:
    found = read_at(line, zone=SHANGHAI, locale="zh-CN")
    rules = " or ".join(rule for rule in (found.recurrence, found.or_recurrence) if rule)
    assert said(line, zone=SHANGHAI, locale="zh-CN") + (f" | {rules}" if rules else "") == expected
