"""What each block and element is made of: keys, types, formats, and where each may stand."""

from typing import Any

import pytest

from bot.sandbox.blocks import check_blocks
from bot.sandbox.blocks.schema import Place, Surface
from tests.sandbox.good_blocks import GOOD
from tests.sandbox.pieces import (
    CELLS,
    CONFIRM,
    GONE,
    RICH_TEXT,
    actions,
    asks,
    button,
    edited,
    mrkdwn,
    option,
    options,
    plain,
    section,
)

NAN = float("nan")

# kind of block, the place that is spoilt, by what, and where Slack points if not there
SPOILT: list[tuple[str, str, object, str]] = [
    # keys nobody knows
    ("section", "/colour", "red", ""),
    ("section", "/text/emoji", True, "/text"),
    ("section", "/accessory/width", 3, "/accessory"),
    ("header", "/text/verbatim", True, "/text"),
    ("divider", "/text", plain(), ""),
    ("static_select", "/element/options/0/url", "https://x", "/element/options/0"),
    ("static_select", "/element/options/0/type", "option", "/element/options/0"),
    ("button", "/elements/0/placeholder", plain(), "/elements/0"),
    ("button", "/elements/0/confirm/cancel", plain(), "/elements/0/confirm"),
    ("datetimepicker", "/element/placeholder", plain(), "/element"),
    ("rich_text", "/elements/0/elements/0/emoji", True, "/elements/0/elements/0"),
    ("bar", "/chart/colours", ["red"], "/chart"),
    # keys that must be there
    ("section", "/text/text", GONE, "/text"),
    ("header", "/text", GONE, ""),
    ("context", "/elements", GONE, ""),
    ("markdown", "/text", GONE, ""),
    ("image", "/alt_text", GONE, ""),
    ("input", "/label", GONE, ""),
    ("input", "/element", GONE, ""),
    ("input", "/element/type", GONE, "/element"),
    ("button", "/elements/0/text", GONE, "/elements/0"),
    ("button", "/elements/0/confirm/title", GONE, "/elements/0/confirm"),
    ("button", "/elements/0/confirm/text", GONE, "/elements/0/confirm"),
    ("button", "/elements/0/confirm/confirm", GONE, "/elements/0/confirm"),
    ("button", "/elements/0/confirm/deny", GONE, "/elements/0/confirm"),
    ("radio_buttons", "/element/options/0/value", GONE, "/element/options/0"),
    ("number_input", "/element/is_decimal_allowed", GONE, "/element"),
    ("multi_static_select", "/element/option_groups/0/label", GONE, "/element/option_groups/0"),
    ("bar", "/title", GONE, ""),
    ("bar", "/chart/axis_config", GONE, "/chart"),
    ("bar", "/chart/series/0/name", GONE, "/chart/series/0"),
    ("data_table", "/caption", GONE, ""),
    # nulls and wrong types
    ("section", "/block_id", None, "/block_id"),
    ("section", "/accessory", None, "/accessory"),
    ("section", "/text", "words", "/text"),
    ("section", "/text/text", 7, "/text/text"),
    ("section", "/text/type", None, "/text/type"),
    ("section", "/expand", "true", "/expand"),
    ("section", "/fields", {"0": plain()}, "/fields"),
    ("input", "/hint", None, "/hint"),
    ("input", "/optional", 1, "/optional"),
    ("button", "/elements/0/value", None, "/elements/0/value"),
    ("button", "/elements/0/value", 7, "/elements/0/value"),
    ("static_select", "/element/focus_on_load", "yes", "/element/focus_on_load"),
    ("static_select", "/element/initial_option", None, "/element/initial_option"),
    ("plain_text_input", "/element/max_length", "3000", "/element/max_length"),
    ("plain_text_input", "/element/max_length", True, "/element/max_length"),
    ("datetimepicker", "/element/initial_date_time", "1628633820", "/element/initial_date_time"),
    ("pie", "/chart/segments/0/value", "1", "/chart/segments/0/value"),
    ("pie", "/chart/segments/0/value", True, "/chart/segments/0/value"),
    ("bar", "/chart/series/0/data/0/value", NAN, "/chart/series/0/data/0/value"),
    ("bar", "/title", plain(), "/title"),
    ("markdown", "/text", mrkdwn(), "/text"),
    # empty texts
    ("section", "/text/text", "", "/text/text"),
    ("section", "/block_id", "", "/block_id"),
    ("header", "/text/text", "", "/text/text"),
    ("button", "/elements/0/action_id", "", "/elements/0/action_id"),
    ("button", "/elements/0/text/text", "", "/elements/0/text/text"),
    ("static_select", "/element/placeholder/text", "", "/element/placeholder/text"),
    ("static_select", "/element/options/0/value", "", "/element/options/0/value"),
    ("image", "/alt_text", "", "/alt_text"),
    ("rich_text", "/elements/0/elements/0/text", "", "/elements/0/elements/0/text"),
    # types nobody knows, and texts of the wrong kind
    ("section", "/type", "paragraph", "/type"),
    ("section", "/text/type", "markdown", "/text/type"),
    ("header", "/text", mrkdwn(), "/text/type"),
    ("input", "/label", mrkdwn(), "/label/type"),
    ("button", "/elements/0/text", mrkdwn(), "/elements/0/text/type"),
    ("button", "/elements/0/confirm/text", mrkdwn(), "/elements/0/confirm/text/type"),
    ("static_select", "/element/options/0/text", mrkdwn(), "/element/options/0/text/type"),
    ("static_select", "/element/placeholder", mrkdwn(), "/element/placeholder/type"),
    ("card", "/title", plain(), "/title/type"),
    ("rich_text", "/elements/0/type", "rich_text_table", "/elements/0/type"),
    ("rich_text", "/elements/1/elements/0/type", "text", "/elements/1/elements/0/type"),
    ("rich_text", "/elements/3/elements/0/type", "emoji", "/elements/3/elements/0/type"),
    ("bar", "/chart/type", "donut", "/chart/type"),
    ("table", "/rows/0/0/type", "plain_text", "/rows/0/0/type"),
    # words from a fixed set
    ("button", "/elements/0/style", "default", "/elements/0/style"),
    ("button", "/elements/0/confirm/style", "default", "/elements/0/confirm/style"),
    ("alert", "/level", "loud", "/level"),
    ("table", "/column_settings/0/align", "middle", "/column_settings/0/align"),
    ("conversations_select", "/element/filter/include/0", "dm", "/element/filter/include/0"),
    ("conversations_select", "/element/filter", {}, "/element/filter"),
    (
        "plain_text_input",
        "/element/dispatch_action_config/trigger_actions_on/0",
        "on_blur",
        "/element/dispatch_action_config/trigger_actions_on/0",
    ),
    ("rich_text", "/elements/1/style", "dotted", "/elements/1/style"),
    ("rich_text", "/elements/0/elements/6/range", "all", "/elements/0/elements/6/range"),
    # forms of dates, times and numbers
    ("datepicker", "/element/initial_date", "29/02/2028", "/element/initial_date"),
    ("datepicker", "/element/initial_date", "2027-02-29", "/element/initial_date"),
    ("datepicker", "/element/initial_date", "２０２８-02-28", "/element/initial_date"),
    ("timepicker", "/element/initial_time", "24:00", "/element/initial_time"),
    ("timepicker", "/element/initial_time", "9:30", "/element/initial_time"),
    ("timepicker", "/element/timezone", "Central European", "/element/timezone"),
    ("number_input", "/element/initial_value", "ten", "/element/initial_value"),
    ("rich_text", "/elements/0/elements/7/value", "red", "/elements/0/elements/7/value"),
    # fields that must agree
    ("overflow", "/text", GONE, ""),
    ("multi_static_select", "/element/options", options(2), "/element"),
    ("static_select", "/element/option_groups", [], "/element/option_groups"),
    ("static_select", "/element/initial_option", option("9"), "/element/initial_option"),
    (
        "multi_static_select",
        "/element/initial_options/1",
        option("9"),
        "/element/initial_options/1",
    ),
    ("multi_static_select", "/element/max_selected_items", 1, "/element/initial_options"),
    ("multi_users_select", "/element/initial_users", ["U1", "U2"], "/element/initial_users"),
    ("radio_buttons", "/element/initial_option", option("a"), "/element/initial_option"),
    ("checkboxes", "/element/initial_options/0", option("9"), "/element/initial_options/0"),
    ("plain_text_input", "/element/max_length", 0, "/element/max_length"),
    ("plain_text_input", "/element/initial_value", "x" * 3001, "/element/initial_value"),
    ("number_input", "/element/initial_value", "-2", "/element/min_value"),
    ("number_input", "/element/initial_value", "10.5", "/element/initial_value"),
    ("image", "/image_url", GONE, ""),
    ("image", "/slack_file", {"id": "F1"}, ""),
    ("slack_image", "/slack_file/url", "https://files.slack.com/F1", "/slack_file"),
    ("slack_image", "/slack_file", {}, "/slack_file"),
    ("bar", "/chart/axis_config/categories", ["0"], "/chart/series/0/data"),
    ("bar", "/chart/axis_config/categories", ["0", "2"], "/chart/series/0/data"),
    ("bar", "/chart/series/0/data/1/label", "0", "/chart/series/0/data"),
    ("data_table", "/rows/1", CELLS[:1], "/rows/1"),
    ("data_table", "/rows/0/0", RICH_TEXT, "/rows/0/0/type"),
    ("card", "/body", "", "/body"),
    ("container", "/title", GONE, ""),
    # elements that stand in the wrong block
    ("section", "/accessory", {"type": "plain_text_input"}, "/accessory/type"),
    ("section", "/accessory", {"type": "datetimepicker"}, "/accessory/type"),
    ("section", "/accessory", GOOD["context_actions"][1]["elements"][0], "/accessory/type"),
    ("button", "/elements/0", {"type": "plain_text_input"}, "/elements/0/type"),
    ("button", "/elements/0", GOOD["section"][1]["accessory"], "/elements/0/type"),
    ("button", "/elements/0", plain(), "/elements/0/type"),
    ("context", "/elements/0", button(), "/elements/0/type"),
    ("context_actions", "/elements/0", button(), "/elements/0/type"),
    ("input", "/element", button(), "/element/type"),
    ("input", "/element", GOOD["overflow"][1]["accessory"], "/element/type"),
    ("carousel", "/elements/0", section(), "/elements/0/type"),
    ("container", "/child_blocks/0/type", "container", "/child_blocks/0/type"),
]

MESSAGE_ONLY = (
    "markdown",
    "bar",
    "pie",
    "context_actions",
    "plan",
    "task_card",
    "container",
)
# kind of block, a surface that won't take it, and where Slack points
WRONG_SURFACE: list[tuple[str, Surface, str]] = [
    *((kind, surface, "/type") for kind in MESSAGE_ONLY for surface in ("modal", "home")),
    ("input", "message", "/type"),
    ("alert", "message", "/type"),
    ("alert", "home", "/type"),
    ("table", "modal", "/type"),
    ("data_table", "modal", "/type"),
    ("card", "modal", "/type"),
    ("carousel", "modal", "/type"),
    ("workflow_button", "modal", "/elements/0/type"),
    ("datetimepicker", "home", "/element/type"),
    ("email_text_input", "home", "/element/type"),
    ("url_text_input", "home", "/element/type"),
    ("number_input", "home", "/element/type"),
    ("file_input", "home", "/element/type"),
]


def places(blocks: object, surface: Surface) -> list[str]:
    return [
        problem.removesuffix("]").partition("[json-pointer:/blocks/0")[2]
        for problem in check_blocks(blocks, surface)
    ]


@pytest.mark.parametrize("kind", GOOD)
def test_a_block_passes_when_it_is_right(kind: str) -> None:
    surface, block = GOOD[kind]
    assert check_blocks([block], surface) == []


@pytest.mark.parametrize(("kind", "pointer", "value", "expected"), SPOILT)
def test_a_block_is_refused_when_spoilt_in_one_place(
    kind: str, pointer: str, value: object, expected: str
) -> None:
    surface, block = GOOD[kind]
    assert places([edited(block, pointer, value)], surface) == [expected]


@pytest.mark.parametrize(("kind", "surface", "expected"), WRONG_SURFACE)
def test_a_block_is_refused_when_on_the_wrong_surface(
    kind: str, surface: Surface, expected: str
) -> None:
    assert places([GOOD[kind][1]], surface) == [expected]


@pytest.mark.parametrize("kind", ["file", "call", "paragraph", ""])
def test_a_block_is_refused_when_its_type_is_unknown(kind: str) -> None:
    assert places([{"type": kind}], "message") == ["/type"]


def test_the_form_of_a_problem_is_slacks_when_a_text_is_too_long() -> None:
    assert check_blocks([section(text=plain("x" * 3001))], "message") == [
        "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    ]


def test_a_pointer_is_escaped_when_a_key_holds_a_slash() -> None:
    assert (Place("message") / "a/b~c").pointer == "/a~1b~0c"


def test_a_file_input_is_refused_when_dispatched() -> None:
    block = asks({"type": "file_input"}, dispatch_action=True)
    assert places([block], "modal") == ["/dispatch_action"]


def test_an_initial_text_is_refused_when_longer_than_the_element_allows() -> None:
    block = asks({"type": "plain_text_input", "max_length": 3, "initial_value": "long"})
    assert places([block], "modal") == ["/element/initial_value"]


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ({"type": "plain_text_input", "min_length": 5, "max_length": 4}, "min_length"),
        ({"type": "rich_text_input", "min_lines": 3, "max_lines": 2}, "min_lines"),
        (
            {
                "type": "number_input",
                "is_decimal_allowed": False,
                "min_value": "10",
                "max_value": "9",
            },
            "min_value",
        ),
    ],
    ids=["characters", "lines", "numbers"],
)
def test_a_range_is_refused_when_its_least_is_above_its_most(
    element: dict[str, Any], expected: str
) -> None:
    assert places([asks(element)], "modal") == [f"/element/{expected}"]


def test_a_select_is_refused_when_it_offers_nothing() -> None:
    assert places([asks({"type": "static_select"})], "modal") == ["/element"]


def test_series_are_refused_when_two_bear_one_name() -> None:
    surface, block = GOOD["line"]
    twins: list[Any] = block["chart"]["series"] * 2
    assert places([edited(block, "/chart/series", twins)], surface) == ["/chart/series/1/name"]


def test_every_problem_is_named_when_there_are_many() -> None:
    block = actions(button(style="loud"), {"type": "knob"}, button(value="", confirm=CONFIRM))
    assert places([block], "message") == [
        "/elements/0/style",
        "/elements/1/type",
        "/elements/2/value",
    ]
