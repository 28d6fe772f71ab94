"""What a notice looks like wherever it is shown, in both languages."""

from typing import Any

import pytest
from blockkit import Section
from syrupy.assertion import SnapshotAssertion

from bot.content import Content, Words
from bot.delivery.notices import KIND, NOTICES
from bot.sandbox.blocks import check_blocks, check_view
from bot.slack import notices
from bot.slack.blocks import Message, finish, ours
from bot.slack.ids import decode
from bot.slack.inputs import Reply

REFERENCE = "3f9a1c07"
ON_ITS_OWN = ("house-old-card", "house-slack-busy", "house-slack-trouble")
LONGEST_SECTION = 3000  # Slack: section.text


@pytest.fixture(params=["en", "zh-CN"])
def words(content: Content, request: pytest.FixtureRequest) -> Words:
    return content.words(str(request.param))


def answer(reply: Reply) -> dict[str, Any]:
    """What *reply* answers a command with; Slack would take it."""
    body = dict(reply.body or {})
    assert check_blocks(body["blocks"], "message") == []
    return body


def house(words: Words) -> dict[str, str]:
    """All that the house says of itself when something didn't go as it should."""
    said = {one: words(one) for one in ON_ITS_OWN}
    return {**said, "house-bug": words("house-bug", reference=REFERENCE)}


async def test_notice_answers_a_command_for_its_authors_eyes_only(
    words: Words, snapshot: SnapshotAssertion
) -> None:
    answers = [answer(await notices.said(notice)) for notice in house(words).values()]
    assert {one["response_type"] for one in answers} == {"ephemeral"}
    assert [one["text"] for one in answers] == snapshot


async def test_what_nobody_looks_at_gets_no_answer(words: Words) -> None:
    assert await notices.nothing(notices.old_card(words)) == Reply()


def test_notice_takes_the_place_of_the_modal_that_was_sent(
    words: Words, snapshot: SnapshotAssertion
) -> None:
    reply = notices.shown(words, notices.old_card(words))
    assert reply.body is not None
    assert reply.body["response_action"] == "update"
    assert check_view(reply.body["view"]) == []
    assert reply.body["view"] == snapshot


def test_notice_view_takes_as_much_as_a_section_holds(words: Words) -> None:
    assert check_view(notices.notice_view(words, "x" * LONGEST_SECTION)) == []


@pytest.mark.parametrize("meant", [None, "promises", "help"])
def test_unknown_word_is_answered_with_what_was_meant_and_help(
    words: Words, snapshot: SnapshotAssertion, meant: str | None
) -> None:
    assert answer(notices.unknown_word(words, meant)) == snapshot


@pytest.mark.parametrize(
    ("rest", "shown"),
    [
        ("45", "/trustcheck ask 45"),
        ("<@U0BEN|ben> <#C1|proj>", "/trustcheck ask @ben #proj"),
        ("<@U0BEN> <!channel>", "/trustcheck ask @… …"),
        ("x" * 90, "/trustcheck ask " + "x" * 58 + "…"),
    ],
)
def test_what_was_meant_takes_the_rest_with_it(words: Words, rest: str, shown: str) -> None:
    button = answer(notices.unknown_word(words, "ask", rest))["blocks"][1]["elements"][0]
    assert button["text"]["text"] == shown
    assert decode(button["value"]) == {"word": "ask", "rest": rest}


def test_what_is_too_long_for_a_button_leaves_help_alone(
    words: Words, snapshot: SnapshotAssertion
) -> None:
    for rest in ("x" * 2000, "约" * 400):
        said = answer(notices.unknown_word(words, "promise", rest))
        assert [one["text"]["text"] for one in said["blocks"][1]["elements"]] == [
            "/trustcheck help"
        ]
    assert said["text"] == snapshot


def test_riders_that_go_alone_get_a_greeting_that_names_nothing(
    content: Content, words: Words, snapshot: SnapshotAssertion
) -> None:
    message = KIND.render(words, {})
    rider = finish([Section(ours(words("house-notices")))])
    together = Message(message.text, [*message.blocks, *rider])
    assert (KIND.name, KIND.rides) == (NOTICES, True)
    assert check_blocks(list(together.blocks), "message") == []
    assert message == snapshot
