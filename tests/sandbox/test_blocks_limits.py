"""Each of Slack's limits, from both sides: the last value that passes, the first that doesn't."""

from typing import Any

import pytest

from bot.sandbox.blocks import check_blocks
from tests.sandbox.good_blocks import GOOD
from tests.sandbox.pieces import (
    CARD,
    STYLED,
    button,
    chart,
    edited,
    options,
    plain,
    section,
)


def chars(count: int) -> str:
    return "x" * count


def segments(count: int) -> list[dict[str, Any]]:
    return [{"label": str(each), "value": 1} for each in range(count)]


def series(count: int) -> list[dict[str, Any]]:
    data = chart()["chart"]["series"][0]["data"]
    return [{"name": str(each), "data": data} for each in range(count)]


def cells(count: int) -> list[dict[str, Any]]:
    return [{"type": "raw_text", "text": "x"}] * count


def groups(count: int) -> list[dict[str, Any]]:
    return [{"label": plain(), "options": options(2)}] * count


def icons(count: int) -> list[dict[str, Any]]:
    return [{"type": "icon_button", "icon": "trash", "text": plain()}] * count


# kind of block, the place that is filled, with how many and filled by what
LENGTHS: list[tuple[str, str, int, Any]] = [
    ("section", "/block_id", 255, chars),
    ("section", "/text/text", 3000, chars),
    ("section", "/fields", 10, lambda count: [plain()] * count),
    ("section", "/fields/0/text", 2000, chars),
    ("section", "/fields/1/text", 2000, chars),
    ("section", "/accessory/alt_text", 2000, chars),
    ("section", "/accessory/image_url", 3000, chars),
    ("header", "/text/text", 150, chars),
    ("context", "/elements", 10, lambda count: [plain()] * count),
    ("context", "/elements/1/text", 3000, chars),
    ("context_actions", "/elements", 5, icons),
    ("context_actions", "/elements/0/positive_button/text/text", 75, chars),
    ("context_actions", "/elements/0/positive_button/accessibility_label", 75, chars),
    ("context_actions", "/elements/1/value", 2000, chars),
    ("button", "/elements", 25, lambda count: [button()] * count),
    ("button", "/elements/0/action_id", 255, chars),
    ("button", "/elements/0/text/text", 75, chars),
    ("button", "/elements/0/value", 2000, chars),
    ("button", "/elements/0/url", 3000, chars),
    ("button", "/elements/0/accessibility_label", 75, chars),
    ("button", "/elements/0/confirm/title/text", 100, chars),
    ("button", "/elements/0/confirm/text/text", 300, chars),
    ("button", "/elements/0/confirm/confirm/text", 30, chars),
    ("button", "/elements/0/confirm/deny/text", 30, chars),
    ("workflow_button", "/elements/0/text/text", 75, chars),
    ("input", "/label/text", 2000, chars),
    ("input", "/hint/text", 2000, chars),
    ("image", "/alt_text", 2000, chars),
    ("image", "/image_url", 3000, chars),
    ("image", "/title/text", 2000, chars),
    ("slack_image", "/slack_file", 3000, lambda count: {"url": chars(count)}),
    ("markdown", "/text", 12_000, chars),
    ("video", "/title/text", 199, chars),
    ("video", "/author_name", 49, chars),
    ("overflow", "/accessory/options", 5, options),
    ("overflow", "/accessory/options/0/text/text", 75, chars),
    ("overflow", "/accessory/options/0/description/text", 75, chars),
    ("overflow", "/accessory/options/0/value", 150, chars),
    ("overflow", "/accessory/options/0/url", 3000, chars),
    ("multi_static_select", "/element/placeholder/text", 150, chars),
    ("multi_static_select", "/element/option_groups", 100, groups),
    ("multi_static_select", "/element/option_groups/0/label/text", 75, chars),
    ("multi_static_select", "/element/option_groups/0/options", 100, options),
    ("static_select", "/element/options", 100, options),
    ("static_select", "/element/options/0/text/text", 75, chars),
    ("static_select", "/element/options/0/value", 150, chars),
    ("external_select", "/element/initial_option/value", 150, chars),
    ("radio_buttons", "/element/options/0/text/text", 75, chars),
    ("radio_buttons", "/element/options/0/description/text", 75, chars),
    ("checkboxes", "/element/options", 10, options),
    ("plain_text_input", "/element/placeholder/text", 150, chars),
    ("plain_text_input", "/element/initial_value", 3000, chars),
    ("timepicker", "/element/placeholder/text", 150, chars),
    ("bar", "/title", 50, chars),
    ("bar", "/chart/series", 6, series),
    ("bar", "/chart/series/0/name", 20, chars),
    ("bar", "/chart/axis_config/x_label", 50, chars),
    ("bar", "/chart/axis_config/y_label", 50, chars),
    ("pie", "/chart/segments", 6, segments),
    ("pie", "/chart/segments/0/label", 20, chars),
    ("table", "/rows", 100, lambda count: [cells(1)] * count),
    ("table", "/rows/0", 20, cells),
    ("table", "/column_settings", 20, lambda count: [{"align": "left"}] * count),
    ("data_table", "/rows", 101, lambda count: [cells(1)] * count),
    ("rich_text_input", "/element/initial_value/block_id", 255, chars),
    ("alert", "/text/text", 200, chars),
    ("card", "/title/text", 150, chars),
    ("card", "/subtitle/text", 150, chars),
    ("card", "/body/text", 200, chars),
    ("card", "/actions", 3, lambda count: [button()] * count),
    ("carousel", "/elements", 10, lambda count: [CARD] * count),
    ("container", "/title/text", 150, chars),
    ("container", "/subtitle/text", 150, chars),
    ("container", "/child_blocks", 10, lambda count: [section()] * count),
]

# kind of block, the place that is filled, the last value on the right side and the first beyond
EDGES: list[tuple[str, str, object, object]] = [
    ("plain_text_input", "/element/min_length", 0, -1),
    ("plain_text_input", "/element/min_length", 3000, 3001),
    ("plain_text_input", "/element/max_length", 1, 0),
    ("plain_text_input", "/element/max_length", 3000, 3001),
    ("rich_text_input", "/element/min_lines", 1, 0),
    ("rich_text_input", "/element/max_lines", 100, 101),
    ("file_input", "/element/max_files", 1, 0),
    ("file_input", "/element/max_files", 10, 11),
    ("external_select", "/element/min_query_length", 0, -1),
    ("multi_users_select", "/element/max_selected_items", 1, 0),
    ("datetimepicker", "/element/initial_date_time", 1_000_000_000, 999_999_999),
    ("datetimepicker", "/element/initial_date_time", 9_999_999_999, 10_000_000_000),
    ("rich_text_input", "/element/max_lines", 1, 0),
    ("rich_text", "/elements/0/elements/9/timestamp", 0, -1),
    ("rich_text", "/elements/1/indent", 0, -1),
    ("rich_text", "/elements/1/indent", 8, 9),
    ("rich_text", "/elements/1/offset", 0, -1),
    ("rich_text", "/elements/1/border", 1, 2),
    ("pie", "/chart/segments/0/value", 0.1, 0),
    ("data_table", "/page_size", 1, 0),
    ("data_table", "/page_size", 100, 101),
    ("data_table", "/row_header_column_index", 19, 20),
]

# lists that Slack won't take empty
NEVER_EMPTY: list[tuple[str, str]] = [
    ("section", "/fields"),
    ("context", "/elements"),
    ("context_actions", "/elements"),
    ("button", "/elements"),
    ("overflow", "/accessory/options"),
    ("static_select", "/element/options"),
    ("multi_static_select", "/element/option_groups"),
    ("multi_static_select", "/element/option_groups/0/options"),
    ("multi_static_select", "/element/initial_options"),
    ("radio_buttons", "/element/options"),
    ("checkboxes", "/element/initial_options"),
    ("conversations_select", "/element/filter/include"),
    ("plain_text_input", "/element/dispatch_action_config/trigger_actions_on"),
    ("file_input", "/element/filetypes"),
    ("rich_text", "/elements"),
    ("bar", "/chart/series"),
    ("bar", "/chart/series/0/data"),
    ("bar", "/chart/axis_config/categories"),
    ("pie", "/chart/segments"),
    ("table", "/rows"),
    ("table", "/rows/0"),
    ("data_table", "/rows"),
    ("carousel", "/elements"),
    ("container", "/child_blocks"),
]


def problems(kind: str, pointer: str, value: object) -> list[str]:
    surface, block = GOOD[kind]
    return check_blocks([edited(block, pointer, value)], surface)


def place(problem: str) -> str:
    return problem.removesuffix("]").partition("[json-pointer:/blocks/0")[2]


@pytest.mark.parametrize(("kind", "pointer", "most", "filled"), LENGTHS)
def test_a_block_passes_when_filled_to_the_limit(
    kind: str, pointer: str, most: int, filled: Any
) -> None:
    assert problems(kind, pointer, filled(most)) == []


@pytest.mark.parametrize(("kind", "pointer", "most", "filled"), LENGTHS)
def test_a_block_is_refused_when_filled_beyond_the_limit(
    kind: str, pointer: str, most: int, filled: Any
) -> None:
    [problem] = problems(kind, pointer, filled(most + 1))
    assert place(problem).startswith(pointer)
    assert str(most) in problem or str(most + 1) in problem


@pytest.mark.parametrize(("kind", "pointer", "inside", "outside"), EDGES)
def test_a_number_passes_when_on_the_edge(
    kind: str, pointer: str, inside: object, outside: object
) -> None:
    assert problems(kind, pointer, inside) == []


@pytest.mark.parametrize(("kind", "pointer", "inside", "outside"), EDGES)
def test_a_number_is_refused_when_over_the_edge(
    kind: str, pointer: str, inside: object, outside: object
) -> None:
    [problem] = problems(kind, pointer, outside)
    assert place(problem) == pointer


@pytest.mark.parametrize(
    ("kind", "pointer"),
    [
        ("rich_text", "/elements/0/elements"),
        ("rich_text", "/elements/3/elements"),
        ("table", "/column_settings"),
    ],
)
def test_a_list_passes_when_slack_takes_it_empty(kind: str, pointer: str) -> None:
    assert problems(kind, pointer, []) == []


@pytest.mark.parametrize(("kind", "pointer"), NEVER_EMPTY)
def test_a_list_is_refused_when_empty(kind: str, pointer: str) -> None:
    [problem] = problems(kind, pointer, [])
    assert place(problem) == pointer


@pytest.mark.parametrize("time", ["00:00", "09:09", "10:30", "19:59", "20:00", "23:45"])
def test_a_time_passes_when_the_day_has_it(time: str) -> None:
    assert problems("timepicker", "/element/initial_time", time) == []


def test_a_chart_passes_when_it_has_twenty_points_with_labels_of_twenty_characters() -> None:
    labels = [f"{each:020}" for each in range(20)]
    data = [{"label": label, "value": 1} for label in labels]
    block = chart(series=[{"name": "You", "data": data}], axis_config={"categories": labels})
    assert check_blocks([block], "message") == []


def test_a_chart_is_refused_when_it_has_a_point_too_many() -> None:
    assert [place(each) for each in check_blocks([chart(points=21)], "message")] == [
        "/chart/series/0/data",
        "/chart/axis_config/categories",
    ]


def test_a_chart_is_refused_when_its_labels_are_too_long() -> None:
    label = chars(21)
    data = [{"label": label, "value": 1}]
    block = chart(series=[{"name": "You", "data": data}], axis_config={"categories": [label]})
    assert [place(each) for each in check_blocks([block], "message")] == [
        "/chart/series/0/data/0/label",
        "/chart/axis_config/categories/0",
    ]


@pytest.mark.parametrize(("over", "expected"), [(0, []), (1, ["/rows"])])
def test_a_data_table_is_refused_when_its_cells_hold_over_ten_thousand_characters(
    over: int, expected: list[str]
) -> None:
    rich = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [STYLED]}]}
    row = [{"type": "raw_text", "text": chars(9_990 - len("Words") + over)}, rich]
    head = [{"type": "raw_text", "text": chars(5)}] * 2
    block = {"type": "data_table", "caption": "Trust", "rows": [head, row]}
    assert [place(each) for each in check_blocks([block], "message")] == expected
