"""A right block of each kind and for each element, with the surface it is for."""

from typing import Any

from bot.sandbox.blocks.schema import Surface
from tests.sandbox.pieces import (
    CARD,
    CELLS,
    CONFIRM,
    FEEDBACK,
    IMAGE,
    RICH_TEXT,
    TASK,
    WORKFLOW,
    actions,
    asks,
    button,
    chart,
    mrkdwn,
    option,
    options,
    plain,
    section,
)

_ASKED: dict[str, dict[str, Any]] = {
    "plain_text_input": {
        "multiline": True,
        "initial_value": "",
        "min_length": 1,
        "max_length": 3000,
        "dispatch_action_config": {"trigger_actions_on": ["on_enter_pressed"]},
    },
    "rich_text_input": {"initial_value": RICH_TEXT, "min_lines": 1, "max_lines": 100},
    "email_text_input": {"initial_value": "ann@example.com"},
    "url_text_input": {"initial_value": "https://example.com"},
    "number_input": {
        "is_decimal_allowed": True,
        "initial_value": "0",
        "min_value": "-1.5",
        "max_value": "10",
    },
    "datepicker": {"initial_date": "2028-02-29"},
    "timepicker": {"initial_time": "23:59", "timezone": "America/Argentina/Buenos_Aires"},
}
_MENUS: dict[str, dict[str, Any]] = {
    "static_select": {"options": options(2), "initial_option": option("1")},
    "external_select": {"initial_option": option(), "min_query_length": 0},
    "users_select": {"initial_user": "U1"},
    "conversations_select": {
        "initial_conversation": "C1",
        "default_to_current_conversation": True,
        "response_url_enabled": True,
        "filter": {"include": ["im", "public"], "exclude_bot_users": True},
    },
    "channels_select": {"initial_channel": "C1", "response_url_enabled": True},
    "multi_static_select": {
        "option_groups": [{"label": plain(), "options": options(2)}],
        "initial_options": options(2),
        "max_selected_items": 2,
    },
    "multi_external_select": {"initial_options": [option()], "min_query_length": 3},
    "multi_users_select": {"initial_users": ["U1"], "max_selected_items": 1},
    "multi_conversations_select": {"initial_conversations": ["C1"]},
    "multi_channels_select": {"initial_channels": ["C1"]},
}
_FOCUSED = {"action_id": "do", "placeholder": plain(), "focus_on_load": True}
_PICKED: dict[str, dict[str, Any]] = {
    "radio_buttons": {
        "options": [option(text=mrkdwn(), description=mrkdwn()), option("b")],
        "initial_option": option("b"),
    },
    "checkboxes": {"options": options(3), "initial_options": options(2)},
    "datetimepicker": {"initial_date_time": 1628633820},
}


def _asked() -> dict[str, tuple[Surface, dict[str, Any]]]:
    elements = {kind: {"type": kind, **_FOCUSED, **more} for kind, more in _ASKED.items()}
    elements |= {
        kind: {"type": kind, **_FOCUSED, "confirm": CONFIRM, **more}
        for kind, more in _MENUS.items()
    }
    elements |= {kind: {"type": kind, "confirm": CONFIRM, **more} for kind, more in _PICKED.items()}
    elements["file_input"] = {"type": "file_input", "filetypes": ["png"], "max_files": 10}
    return {kind: ("modal", asks(element)) for kind, element in elements.items()}


GOOD: dict[str, tuple[Surface, dict[str, Any]]] = {
    **_asked(),
    "section": (
        "message",
        section(fields=[mrkdwn(), plain()], accessory=IMAGE, expand=True, block_id="b"),
    ),
    "header": ("message", {"type": "header", "text": plain()}),
    "divider": ("home", {"type": "divider"}),
    "image": ("home", {**IMAGE, "title": plain()}),
    "slack_image": (
        "message",
        {"type": "image", "alt_text": "A cat", "slack_file": {"id": "F1"}},
    ),
    "context": ("home", {"type": "context", "elements": [IMAGE, plain(), mrkdwn()]}),
    "rich_text": ("message", RICH_TEXT),
    "markdown": ("message", {"type": "markdown", "text": "**Words**"}),
    "input": ("home", asks({"type": "users_select"}, hint=plain(), optional=True)),
    "video": (
        "message",
        {
            "type": "video",
            "alt_text": "A cat",
            "title": plain(),
            "video_url": "https://example.com/embed",
            "thumbnail_url": "https://example.com/cat.png",
            "author_name": "Ann",
            "description": plain(),
        },
    ),
    "button": (
        "message",
        actions(
            button(
                action_id="do",
                value="v",
                url="https://example.com",
                style="primary",
                confirm=CONFIRM,
                accessibility_label="Do it",
            )
        ),
    ),
    "overflow": (
        "home",
        section(
            accessory={
                "type": "overflow",
                "action_id": "more",
                "confirm": CONFIRM,
                "options": [option(url="https://example.com", description=plain())],
            }
        ),
    ),
    "workflow_button": (
        "message",
        actions({"type": "workflow_button", "text": plain(), "workflow": WORKFLOW}),
    ),
    "context_actions": (
        "message",
        {
            "type": "context_actions",
            "elements": [
                {
                    "type": "feedback_buttons",
                    "positive_button": FEEDBACK,
                    "negative_button": FEEDBACK,
                },
                {"type": "icon_button", "icon": "trash", "text": plain(), "value": "v"},
            ],
        },
    ),
    "bar": ("message", chart()),
    "area": ("message", chart("area")),
    "line": ("message", chart("line")),
    "pie": (
        "message",
        {
            "type": "data_visualization",
            "title": "Trust",
            "chart": {"type": "pie", "segments": [{"label": "You", "value": 1}]},
        },
    ),
    "table": (
        "message",
        {"type": "table", "rows": [CELLS], "column_settings": [{"align": "right"}]},
    ),
    "data_table": (
        "home",
        {
            "type": "data_table",
            "caption": "Trust",
            "rows": [CELLS[:2], CELLS[1:]],
            "page_size": 5,
            "row_header_column_index": 0,
        },
    ),
    "alert": ("modal", {"type": "alert", "text": plain(), "level": "info"}),
    "card": ("message", CARD),
    "carousel": ("home", {"type": "carousel", "elements": [CARD]}),
    "task_card": ("message", TASK),
    "plan": ("message", {"type": "plan", "title": "Plan", "tasks": [TASK]}),
    "container": (
        "message",
        {
            "type": "container",
            "title": plain(),
            "subtitle": mrkdwn(),
            "width": "wide",
            "is_collapsible": True,
            "child_blocks": [section(), {"type": "divider"}],
        },
    ),
}
