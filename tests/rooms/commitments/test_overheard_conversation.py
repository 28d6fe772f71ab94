"""What somebody types to the bot: a line that reads like a promise is offered to be logged."""

import pytest

from bot.rooms.commitments.overheard import reads_like_a_promise
from tests.talk import PROJ, Talk

PROMISES = (
    "I'll send the deck tomorrow",
    "i’ll send it by Friday 3pm",
    "OK, I will call Mia next week.",
    "I'm going to book the room today",
    "I promise to review the draft by Monday",
    "我明天把方案发给小林",
    "我周五前完成",
    "我会在下周一之前回复",
)
OTHERS = (
    "",
    "hello",
    "thanks!",
    "Will you send the deck tomorrow?",
    "Shall I send it? I'll wait, ok?",
    "I will not send it",
    "He'll send it",
    "the pill is bitter",
    "你好",
    "我不会去",
    "我会被问吗？",
)


@pytest.mark.parametrize("line", PROMISES)
def test_what_somebody_will_do_reads_like_a_promise(line: str) -> None:
    assert reads_like_a_promise(line)


@pytest.mark.parametrize("line", OTHERS)
def test_questions_refusals_and_talk_do_not(line: str) -> None:
    assert not reads_like_a_promise(line)


async def test_a_line_is_offered_and_logged_with_the_time_in_it(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("I'll send the deck tomorrow at 3pm")
    await talk.settle()
    assert "reads like a promise" in ann.reads()
    assert "What you can do here" not in ann.reads()
    assert (await ann.clicks("Log it as a promise")).ok
    assert "send the deck" in str(ann.modal)
    assert (await ann.submits()).ok
    await ann.types("/trustcheck promises")
    assert "send the deck" in ann.reads_modal()
    assert "tomorrow" in ann.reads_modal().lower()


async def test_a_chinese_line_is_offered_in_chinese(talk: Talk) -> None:
    chen = talk.person("chen")
    await chen.types("我明天下午3点把方案发给小林")
    await talk.settle()
    assert "像是一个约定" in chen.reads()
    await chen.clicks("记成约定")
    await chen.submits()
    await chen.types("/trustcheck promises")
    assert "方案" in chen.reads_modal()


async def test_a_line_with_markup_pings_nobody(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("I'll tell <!channel> & *everyone* tomorrow")
    await talk.settle()
    quoted = [one for message in ann.sees() for one in message.blocks
              if one.get("block_id") == "commitments.line"]  # fmt: skip
    assert [one["text"]["type"] for one in quoted] == ["plain_text"]


async def test_the_same_line_in_a_channel_is_none_of_ours(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("I'll send the deck tomorrow", channel=PROJ)
    await talk.settle()
    assert "reads like a promise" not in ann.reads(PROJ) + ann.reads()
