"""Whom a line is to, and what is left of it as the promise's text."""

import pytest

from tests.rooms.commitments.reading import SHANGHAI, read_at

PEOPLE = [
    ("<@U123|ana> review the spec tomorrow", "U123", "review the spec"),
    ("<@U123> review the spec tomorrow", "U123", "review the spec"),
    ("<@W123|ana>: review the spec tomorrow", "W123", "review the spec"),
    ("@ana review the spec tomorrow", "@ana", "review the spec"),
    ("tomorrow @ana.b review the spec", "@ana.b", "review the spec"),
    ("@josé review the spec tomorrow", "@josé", "review the spec"),
    ("send <@U123|ana> the deck by Friday", "U123", "send the deck"),
    ("send the deck to <@U123|ana> by Friday", "U123", "send the deck"),
    ("send the deck, by Friday, to <@U123|ana>", "U123", "send the deck"),
    ("by Friday, <@U123|ana> gets the deck", "U123", "gets the deck"),
    ("<@U1|ana> review what <@U2|bob> sent by Friday", "U1", "review what <@U2|bob> sent"),
    ("intro <@U1|ana> and <@U2|bob> by Friday", "U1", "intro <@U2|bob>"),
    ("send <@U1> & <@U2> the notes by Friday", "U1", "send <@U2> the notes"),
    ("<@U1>, please review by Friday", "U1", "please review"),
    ("周五前发给<@U1>和<@U2>", "U1", "发<@U2>"),
    ("follow up w/ <@U1> by Friday", "U1", "follow up"),
    ("lunch @noon on Friday", None, "lunch"),
    ("send Ana the deck by Friday", None, "send Ana the deck"),
    ("tell @here about the deck by Friday", None, "tell @here about the deck"),
    ("mail ana@x.test the deck by Friday", None, "mail ana@x.test the deck"),
    ("post in <#C12|proj> by Friday", None, "post in <#C12|proj>"),
    ("tell <!subteam^S1|@leads> by Friday", None, "tell <!subteam^S1|@leads>"),
    ("周三前给<@U123|小李>发会议纪要", "U123", "发会议纪要"),
    ("@小李 周三前发会议纪要", "@小李", "发会议纪要"),
    ("周三前@ana评审", "@ana", "评审"),
]

TEXTS = [
    ("by Friday: send the deck", "send the deck"),
    ("(by Friday) send the deck", "send the deck"),
    ("send the deck (by Friday)", "send the deck"),
    ("send the deck by Friday.", "send the deck"),
    ("send the deck, by Friday, and the notes", "send the deck, and the notes"),
    ("send the deck — by Friday", "send the deck"),
    ("send the deck -> Friday", "send the deck"),
    ("send the deck | Friday", "send the deck"),
    ("send the deck {Friday}", "send the deck"),
    ("send the deck in 2 hours' time", "send the deck"),
    ("send the deck an hour before noon", "send the deck"),
    ("  send   the deck   by Friday  ", "send the deck"),
    ("send the deck tomorrow, please", "send the deck, please"),
    ("I'll send the deck tomorrow", "I'll send the deck"),
    ("send a deck & <b> by Friday", "send a deck & <b>"),
    ("周五前，把方案发给客户", "把方案发给客户"),
    ("把方案（周五前）发给客户", "把方案发给客户"),
    ("把方案发给客户，周五前。", "把方案发给客户"),
]


@pytest.mark.parametrize(("line", "to", "text"), PEOPLE)
def test_first_mention_is_whom_it_is_to(line: str, to: str | None, text: str) -> None:
    found = read_at(line)
    assert (found.to, found.text) == (to, text)


@pytest.mark.parametrize(("line", "text"), TEXTS)
def test_text_reads_on_when_the_time_is_cut_out(line: str, text: str) -> None:
    assert read_at(line).text == text


def test_english_is_read_when_the_locale_is_chinese() -> None:
    english = read_at("send the deck after the 2pm call by Friday", zone=SHANGHAI, locale="zh-CN")
    assert english.due is not None
    assert english.due.isoformat() == "2026-03-06T17:00:00+08:00"


def test_chinese_is_read_when_the_locale_is_english() -> None:
    assert read_at("周五前交报告", locale="en-US").text == "交报告"


def test_line_in_two_languages_goes_by_the_one_that_says_more() -> None:
    found = read_at("send 周报 by Friday 3pm", zone=SHANGHAI, locale="zh-CN")
    assert found.due is not None
    assert found.due.isoformat() == "2026-03-06T15:00:00+08:00"
