"""What holds for the blocks of one message, modal or Home together, and for whole views."""

import json
from typing import Any

import pytest

from bot.sandbox.blocks import check_blocks, check_view
from bot.sandbox.blocks.schema import Surface
from tests.sandbox.good_blocks import GOOD
from tests.sandbox.pieces import (
    actions,
    asks,
    button,
    chart,
    edited,
    mrkdwn,
    plain,
    section,
)

DIVIDER = {"type": "divider"}
FOCUSED = asks({"type": "users_select", "focus_on_load": True})
MODAL: dict[str, Any] = {
    "type": "modal",
    "title": plain(),
    "blocks": [asks({"type": "users_select"})],
    "submit": plain("Send"),
    "close": plain("Not now"),
    "private_metadata": '{"v":1}',
    "callback_id": "trustcheck.quick.submit",
    "external_id": "quick-1",
    "clear_on_close": True,
    "notify_on_close": False,
}
HOME: dict[str, Any] = {
    "type": "home",
    "blocks": [section()],
    "private_metadata": "",
    "callback_id": "home",
    "external_id": "home-1",
}


def places(problems: list[str]) -> list[str]:
    return [problem.removesuffix("]").partition("[json-pointer:")[2] for problem in problems]


@pytest.mark.parametrize(("surface", "most"), [("message", 50), ("modal", 100), ("home", 100)])
def test_blocks_pass_when_as_many_as_the_surface_holds(surface: Surface, most: int) -> None:
    assert check_blocks([DIVIDER] * most, surface) == []


@pytest.mark.parametrize(("surface", "most"), [("message", 50), ("modal", 100), ("home", 100)])
def test_blocks_are_refused_when_one_too_many(surface: Surface, most: int) -> None:
    assert check_blocks([DIVIDER] * (most + 1), surface) == [
        f"no more than {most} items allowed [json-pointer:/blocks]"
    ]


def test_blocks_pass_when_there_are_none() -> None:
    assert check_blocks([], "message") == []


@pytest.mark.parametrize("blocks", [None, "[]", {}, DIVIDER, 7])
def test_blocks_are_refused_when_no_list(blocks: object) -> None:
    assert places(check_blocks(blocks, "message")) == ["/blocks"]


def test_blocks_are_refused_when_two_share_a_block_id() -> None:
    blocks = [section(block_id="a"), {**DIVIDER, "block_id": "b"}, section(block_id="a")]
    assert places(check_blocks(blocks, "message")) == ["/blocks/2/block_id"]


def test_blocks_are_refused_when_one_within_another_shares_its_block_id() -> None:
    surface, container = GOOD["container"]
    blocks = [edited(container, "/child_blocks/1/block_id", "a"), section(block_id="a")]
    assert places(check_blocks(blocks, surface)) == ["/blocks/1/block_id"]


def test_a_block_is_refused_when_two_elements_share_an_action_id() -> None:
    blocks = [actions(button(action_id="a"), button(action_id="b"), button(action_id="a"))]
    assert places(check_blocks(blocks, "message")) == ["/blocks/0/elements/2/action_id"]


def test_blocks_pass_when_elements_of_different_blocks_share_an_action_id() -> None:
    assert check_blocks([actions(button(action_id="a"))] * 2, "message") == []


def test_blocks_pass_when_there_are_two_charts() -> None:
    assert check_blocks([chart()] * 2, "message") == []


def test_blocks_are_refused_when_there_are_three_charts() -> None:
    assert places(check_blocks([chart()] * 3, "message")) == ["/blocks/2/type"]


def test_blocks_are_refused_when_there_are_two_tables() -> None:
    surface, table = GOOD["table"]
    assert places(check_blocks([table, table], surface)) == ["/blocks/1/type"]


@pytest.mark.parametrize(("over", "expected"), [(0, []), (1, ["/blocks"])])
def test_blocks_are_refused_when_their_markdown_is_too_long_in_all(
    over: int, expected: list[str]
) -> None:
    blocks = [
        {"type": "markdown", "text": "x" * 6000},
        {"type": "markdown", "text": "x" * (6000 + over)},
    ]
    assert places(check_blocks(blocks, "message")) == expected


@pytest.mark.parametrize("surface", ["modal", "home"])
def test_blocks_are_refused_when_two_elements_take_the_focus(surface: Surface) -> None:
    assert places(check_blocks([FOCUSED, FOCUSED], surface)) == ["/blocks/1/element/focus_on_load"]


def test_blocks_pass_when_one_element_takes_the_focus_and_another_declines() -> None:
    declines = asks({"type": "users_select", "focus_on_load": False})
    assert check_blocks([FOCUSED, declines], "modal") == []


@pytest.mark.parametrize("view", [MODAL, HOME], ids=["modal", "home"])
def test_a_view_passes_when_it_is_right(view: dict[str, Any]) -> None:
    assert check_view(view) == []


def test_a_modal_passes_when_it_only_shows_something() -> None:
    assert check_view({"type": "modal", "title": plain(), "blocks": [section()]}) == []


LENGTHS = [
    (MODAL, "/title/text", 24),
    (MODAL, "/submit/text", 24),
    (MODAL, "/close/text", 24),
    (MODAL, "/private_metadata", 3000),
    (MODAL, "/callback_id", 255),
    (MODAL, "/external_id", 255),
    (HOME, "/private_metadata", 3000),
    (HOME, "/callback_id", 255),
    (HOME, "/external_id", 255),
]


@pytest.mark.parametrize(("view", "pointer", "most"), LENGTHS)
def test_a_view_passes_when_filled_to_the_limit(
    view: dict[str, Any], pointer: str, most: int
) -> None:
    assert check_view(edited(view, pointer, "x" * most)) == []


@pytest.mark.parametrize(("view", "pointer", "most"), LENGTHS)
def test_a_view_is_refused_when_filled_beyond_the_limit(
    view: dict[str, Any], pointer: str, most: int
) -> None:
    assert check_view(edited(view, pointer, "x" * (most + 1))) == [
        f"must be less than {most + 1} characters [json-pointer:/view{pointer}]"
    ]


@pytest.mark.parametrize("key", ["private_metadata", "callback_id", "external_id"])
def test_a_view_passes_when_a_string_of_its_own_is_empty(key: str) -> None:
    assert check_view({**MODAL, key: ""}) == []


SPOILT: list[tuple[dict[str, Any], str, object, str]] = [
    (MODAL, "/private_metadata", None, "/view/private_metadata"),
    (MODAL, "/private_metadata", {"v": 1}, "/view/private_metadata"),
    (MODAL, "/submit", None, "/view/submit"),
    (MODAL, "/submit", mrkdwn(), "/view/submit/type"),
    (MODAL, "/title", "Words", "/view/title"),
    (MODAL, "/title/text", "", "/view/title/text"),
    (MODAL, "/notify_on_close", "true", "/view/notify_on_close"),
    (MODAL, "/clear_on_close", None, "/view/clear_on_close"),
    (MODAL, "/submit_disabled", True, "/view"),
    (MODAL, "/blocks", None, "/view/blocks"),
    (MODAL, "/blocks", [GOOD["bar"][1]], "/view/blocks/0/type"),
    (MODAL, "/blocks", [DIVIDER] * 101, "/view/blocks"),
    (MODAL, "/blocks", [FOCUSED, FOCUSED], "/view/blocks/1/element/focus_on_load"),
    (MODAL, "/type", "sheet", "/view/type"),
    (MODAL, "/type", None, "/view/type"),
    (HOME, "/private_metadata", None, "/view/private_metadata"),
    (HOME, "/title", plain(), "/view"),
    (HOME, "/submit", plain(), "/view"),
    (HOME, "/close", plain(), "/view"),
    (HOME, "/notify_on_close", True, "/view"),
    (HOME, "/blocks", [GOOD["markdown"][1]], "/view/blocks/0/type"),
    (HOME, "/blocks", [DIVIDER] * 101, "/view/blocks"),
]


@pytest.mark.parametrize(("view", "pointer", "value", "expected"), SPOILT)
def test_a_view_is_refused_when_spoilt_in_one_place(
    view: dict[str, Any], pointer: str, value: object, expected: str
) -> None:
    assert places(check_view(edited(view, pointer, value))) == [expected]


@pytest.mark.parametrize("key", ["title", "blocks"])
def test_a_modal_is_refused_when_a_part_is_missing(key: str) -> None:
    view = {name: part for name, part in MODAL.items() if name != key}
    assert check_view(view) == [f"missing required field: {key} [json-pointer:/view]"]


def test_a_modal_is_refused_when_it_asks_and_has_no_submit() -> None:
    view = {name: part for name, part in MODAL.items() if name != "submit"}
    assert places(check_view(view)) == ["/view/submit"]


def test_a_home_passes_when_it_asks() -> None:
    assert check_view({**HOME, "blocks": [asks({"type": "users_select"})]}) == []


@pytest.mark.parametrize(("over", "expected"), [(0, []), (1, ["/view"])])
def test_a_view_is_refused_when_larger_than_250_kilobytes(over: int, expected: list[str]) -> None:
    assert places(check_view(_view_of(250_000 + over))) == expected


def _view_of(size: int) -> dict[str, Any]:
    """A right Home of exactly so many bytes as JSON."""
    full = [section(text=plain("x" * 2990))] * 81
    missing = size - len(json.dumps({**HOME, "blocks": [*full, section(text=plain(""))]}))
    return {**HOME, "blocks": [*full, section(text=plain("x" * missing))]}
