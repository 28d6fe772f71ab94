"""Junk, whatever its shape, gets an answer and never a traceback."""

import math
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sandbox.blocks import check_blocks, check_view
from bot.sandbox.blocks.schema import Surface
from tests.sandbox.good_blocks import GOOD

KEYS = sorted(
    {
        *("accessory", "action_id", "axis_config", "blocks", "categories", "chart", "child_blocks"),
        *("confirm", "data", "element", "elements", "fields", "filter", "focus_on_load", "hint"),
        *("image_url", "initial_option", "initial_options", "initial_value", "label", "max_length"),
        *("max_selected_items", "min_length", "name", "option_groups", "options", "placeholder"),
        *("rows", "segments", "series", "slack_file", "submit", "text", "title", "type", "value"),
    }
)
TYPES = sorted({*GOOD, "data_visualization", "modal", "home", "plain_text", "mrkdwn", "raw_text"})

surfaces: st.SearchStrategy[Surface] = st.sampled_from(["message", "modal", "home"])
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.just(10**400),
    st.floats(),
    st.text(),
    st.sampled_from(TYPES),
    st.binary(max_size=3),
    st.just(()),
)
keys = st.one_of(st.sampled_from(KEYS), st.text(max_size=3), st.integers(), st.none())
junk: st.SearchStrategy[Any] = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(keys, inner, max_size=5),
        st.builds(
            lambda kind, rest: {**rest, "type": kind},
            st.sampled_from(TYPES),
            st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
        ),
    ),
    max_leaves=25,
)


@settings(deadline=None)  # the machine may be shared
@given(junk, surfaces)
def test_blocks_get_an_answer_when_they_are_junk(blocks: Any, surface: Surface) -> None:
    problems = check_blocks(blocks, surface)
    assert all("[json-pointer:/blocks" in problem for problem in problems)
    assert problems or isinstance(blocks, list)


@settings(deadline=None)
@given(junk)
def test_a_view_gets_an_answer_when_it_is_junk(view: Any) -> None:
    assert all("[json-pointer:/view" in problem for problem in check_view(view))


@st.composite
def _spoilt(draw: st.DrawFn) -> tuple[Surface, Any]:
    surface, block = GOOD[draw(st.sampled_from(sorted(GOOD)))]
    return surface, draw(_with_junk_somewhere(block))


@st.composite
def _with_junk_somewhere(draw: st.DrawFn, part: Any) -> Any:
    if not isinstance(part, dict | list) or not part or draw(st.integers(0, 3)) == 0:
        return draw(junk)
    steps = range(len(part)) if isinstance(part, list) else sorted(part)
    step = draw(st.sampled_from(steps))
    copy: Any = part.copy()
    copy[step] = draw(_with_junk_somewhere(part[step]))
    return copy


@settings(deadline=None)
@given(_spoilt())
def test_a_block_gets_an_answer_when_junk_stands_in_one_place(
    spoilt: tuple[Surface, Any],
) -> None:
    surface, block = spoilt
    assert isinstance(check_blocks([block], surface), list)


def test_a_view_is_refused_when_it_holds_itself() -> None:
    view: dict[str, Any] = {"type": "home", "blocks": []}
    view["blocks"].append(view)
    assert check_view(view)


def test_a_view_is_refused_when_it_is_deeper_than_json_goes() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    assert check_view({"type": "home", "blocks": deep})


def test_a_number_is_refused_when_infinite() -> None:
    pie = {"type": "pie", "segments": [{"label": "You", "value": math.inf}]}
    assert check_blocks([{"type": "data_visualization", "title": "T", "chart": pie}], "message")
