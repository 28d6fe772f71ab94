"""Block Kit as we build it: nobody is pinged, and what blockkit lets pass is caught."""

import pytest
from blockkit import Actions, Button, Input, PlainTextInput, Section
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.blocks import (
    MAX_MESSAGE_CHARS,
    MAX_SECTION_CHARS,
    clipped,
    escaped,
    finish,
    label,
    modal,
    ours,
    theirs,
    without_nulls,
)


def button(action_id: str, **more: object) -> Button:
    return Button(text=label("Go"), action_id=action_id, **more)  # type: ignore[arg-type]


def field(action_id: str, *, focus: bool = False) -> Input:
    element = PlainTextInput(action_id=action_id, focus_on_load=focus or None)
    return Input(label=label("Say"), element=element, block_id=action_id)


@pytest.mark.parametrize("typed", ["<!channel> hi", "<@U123>", "*bold* & <b>"])
def test_somebodys_words_stay_plain_text(typed: str) -> None:
    built = finish([Section(theirs(typed))])[0]["text"]
    assert built == {"type": "plain_text", "text": typed, "emoji": False}


def test_our_words_never_turn_names_into_links() -> None:
    assert finish([Section(ours("hello"))])[0]["text"]["verbatim"] is True


@given(st.text())
def test_escaped_text_holds_no_markup_that_pings(text: str) -> None:
    assert "<" not in escaped(text)
    assert ">" not in escaped(text)


@given(st.text(), st.integers(min_value=1, max_value=50))
def test_clipped_text_is_never_longer_than_asked(text: str, limit: int) -> None:
    assert len(clipped(text, limit)) <= limit


def test_fifty_one_blocks_are_too_many_for_a_message() -> None:
    with pytest.raises(ValueError, match="51 blocks"):
        finish([Section(ours("x"))] * 51)


def test_a_block_id_used_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="block_id used twice"):
        finish([Section(ours("x"), block_id="a"), Section(ours("y"), block_id="a")])


def test_an_action_id_used_twice_in_a_block_is_refused() -> None:
    with pytest.raises(ValueError, match="action_id used twice"):
        finish([Actions([button("a"), button("a")])])


def test_two_fields_that_want_the_focus_are_refused() -> None:
    with pytest.raises(ValueError, match="focus_on_load"):
        finish([field("a", focus=True), field("b", focus=True)], "modal")


def test_inputs_without_a_submit_button_are_refused() -> None:
    with pytest.raises(ValueError, match="submit"):
        modal("a.b.c", title="T", parts=[field("a")], close="Close")


def test_absent_metadata_is_left_out() -> None:
    view = modal("a.b.c", title="T", parts=[Section(ours("x"))], close="Close")
    assert "private_metadata" not in view
    assert "submit" not in view


def test_nulls_are_dropped_at_any_depth() -> None:
    assert without_nulls({"a": None, "b": [{"c": None, "d": 1}]}) == {"b": [{"d": 1}]}


@pytest.mark.parametrize("over", [0, 1])
def test_a_message_whose_blocks_slack_would_find_too_long_is_caught(over: int) -> None:
    whole, rest = divmod(MAX_MESSAGE_CHARS + over - len("Go"), MAX_SECTION_CHARS)
    texts = ["x" * MAX_SECTION_CHARS] * whole + ["x" * rest]
    parts = [*(Section(theirs(text)) for text in texts), Actions([button("go")])]
    assert len(finish(parts, "modal")) == whole + 2
    if over:
        with pytest.raises(ValueError, match="11001 characters"):
            finish(parts)
    else:
        finish(parts)
