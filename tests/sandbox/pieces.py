"""Parts of which blocks are made, and a way to change just one place in them."""

import json
from typing import Any

GONE = object()
"""The value that takes a key away."""


def plain(words: str = "Words") -> dict[str, Any]:
    return {"type": "plain_text", "text": words, "emoji": True}


def mrkdwn(words: str = "*Words*") -> dict[str, Any]:
    return {"type": "mrkdwn", "text": words, "verbatim": True}


def option(value: str = "a", **more: Any) -> dict[str, Any]:
    return {"text": plain(), "value": value, **more}


def options(count: int) -> list[dict[str, Any]]:
    return [option(str(each)) for each in range(count)]


def button(**more: Any) -> dict[str, Any]:
    return {"type": "button", "text": plain(), **more}


def actions(*elements: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements), **more}


def asks(element: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "input", "label": plain(), "element": element, **more}


def section(**more: Any) -> dict[str, Any]:
    return {"type": "section", "text": mrkdwn(), **more}


def chart(kind: str = "bar", points: int = 2, **more: Any) -> dict[str, Any]:
    labels = [str(each) for each in range(points)]
    data = [{"label": label, "value": -1.5} for label in labels]
    return {
        "type": "data_visualization",
        "title": "Trust",
        "chart": {
            "type": kind,
            "series": [{"name": "You", "data": data}],
            "axis_config": {"categories": labels, "x_label": "Week", "y_label": "T"},
            **more,
        },
    }


CONFIRM = {
    "title": plain(),
    "text": plain(),
    "confirm": plain(),
    "deny": plain(),
    "style": "danger",
}
IMAGE = {"type": "image", "alt_text": "A cat", "image_url": "https://example.com/cat.png"}
WORKFLOW = {
    "trigger": {
        "url": "https://slack.com/shortcuts/Ft1/x",
        "customizable_input_parameters": [{"name": "who", "value": "Ann"}],
    }
}
FEEDBACK = {"text": plain(), "value": "up", "accessibility_label": "Good"}
STYLED = {"type": "text", "text": "Words", "style": {"bold": True, "code": False}}
INLINE = [
    STYLED,
    {"type": "link", "url": "https://example.com", "text": "There", "unsafe": False},
    {"type": "user", "user_id": "U1", "style": {"highlight": True}},
    {"type": "usergroup", "usergroup_id": "S1"},
    {"type": "channel", "channel_id": "C1"},
    {"type": "team", "team_id": "T1"},
    {"type": "broadcast", "range": "here"},
    {"type": "color", "value": "#FF00aa"},
    {"type": "emoji", "name": "wave", "unicode": "1f44b"},
    {"type": "date", "timestamp": 1720710212, "format": "{date_num}", "fallback": "then"},
]
SECTION_OF_TEXT = {"type": "rich_text_section", "elements": INLINE}
RICH_TEXT = {
    "type": "rich_text",
    "elements": [
        SECTION_OF_TEXT,
        {
            "type": "rich_text_list",
            "style": "bullet",
            "indent": 8,
            "offset": 1,
            "border": 1,
            "elements": [SECTION_OF_TEXT],
        },
        {"type": "rich_text_quote", "elements": INLINE, "border": 0},
        {"type": "rich_text_preformatted", "elements": [STYLED], "border": 0},
    ],
}
CELLS = [
    {"type": "raw_text", "text": "Ann"},
    {"type": "raw_number", "value": 4.5, "text": "4.5"},
    RICH_TEXT,
]
CARD = {
    "type": "card",
    "hero_image": IMAGE,
    "icon": IMAGE,
    "title": mrkdwn(),
    "subtitle": mrkdwn(),
    "body": mrkdwn(),
    "actions": [button()],
}
TASK = {
    "type": "task_card",
    "task_id": "1",
    "title": "Look",
    "status": "pending",
    "details": RICH_TEXT,
    "output": RICH_TEXT,
    "sources": [{"type": "url", "url": "https://example.com", "text": "There"}],
}


def edited(block: dict[str, Any], pointer: str, value: object) -> dict[str, Any]:
    """A copy of *block* with *value* at *pointer*, whether anything stood there or not."""
    copy: Any = json.loads(json.dumps(block))
    *steps, last = pointer.removeprefix("/").split("/")
    target = copy
    for step in steps:
        target = target[int(step)] if isinstance(target, list) else target[step]
    if value is GONE:
        del target[last]
    else:
        target[int(last) if isinstance(target, list) else last] = value
    return dict(copy)
