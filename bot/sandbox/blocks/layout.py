"""The blocks themselves: what each is made of, and on which surfaces it may stand.

Source: docs.slack.dev/reference/block-kit/blocks. Left out, hence refused as unknown: `file`
(Slack makes those itself) and `call`, which the bot has no scope for.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.sandbox.blocks import elements, tables
from bot.sandbox.blocks.charts import CHART
from bot.sandbox.blocks.composition import any_text, image_source, just_one, mrkdwn, plain_text
from bot.sandbox.blocks.rich_text import RICH_TEXT, rich_text
from bot.sandbox.blocks.schema import (
    Check,
    Fields,
    Place,
    Rule,
    array,
    boolean,
    by_type,
    one_of,
    only_on,
    text,
    typed,
)

MAX_BLOCK_ID_CHARS = 255
MAX_FIELDS = 10
MAX_FIELD_CHARS = 2000
MAX_HEADER_CHARS = 150
MAX_CONTEXT_ELEMENTS = 10
MAX_CONTEXT_ACTIONS = 5
MAX_ACTIONS = 25
MAX_LABEL_CHARS = 2000
MAX_IMAGE_TITLE_CHARS = 2000
MAX_MARKDOWN_CHARS = 12_000
MAX_VIDEO_TITLE_CHARS = 199  # Slack: "less than 200", unlike all the others
MAX_VIDEO_AUTHOR_CHARS = 49
MAX_CARDS = 10
MAX_CONTAINED = 10


def _block(required: Fields, optional: Fields | None = None, *rules: Rule) -> Check:
    return typed(required, {"block_id": text(MAX_BLOCK_ID_CHARS), **(optional or {})}, *rules)


def _says_something(*keys: str) -> Rule:
    def rule(value: Mapping[str, Any], place: Place) -> Iterator[str]:
        if not any(key in value for key in keys):
            yield place.problem(f"must define at least one of: {', '.join(keys)}")

    return rule


def _files_are_not_dispatched(value: Mapping[str, Any], place: Place) -> Iterator[str]:
    if value.get("dispatch_action") and value["element"]["type"] == "file_input":
        yield (place / "dispatch_action").problem("not allowed with a file_input")


_text_anywhere: Fields = {
    "section": _block(
        {},
        {
            "text": any_text(),
            "fields": array(any_text(MAX_FIELD_CHARS), MAX_FIELDS),
            "accessory": elements.in_section,
            "expand": boolean,
        },
        _says_something("text", "fields"),
    ),
    "header": _block({"text": plain_text(MAX_HEADER_CHARS)}),
    "divider": _block({}),
    "context": _block({"elements": array(elements.in_context, MAX_CONTEXT_ELEMENTS)}),
    "rich_text": _block(RICH_TEXT),
}
_media_anywhere: Fields = {
    "image": _block(
        {"alt_text": text(elements.MAX_ALT_TEXT_CHARS)},
        {**image_source, "title": plain_text(MAX_IMAGE_TITLE_CHARS)},
        just_one(*image_source),
    ),
    "video": _block(
        {
            "alt_text": text(),
            "title": plain_text(MAX_VIDEO_TITLE_CHARS),
            "thumbnail_url": text(),
            "video_url": text(),
        },
        {
            "author_name": text(MAX_VIDEO_AUTHOR_CHARS),
            "description": plain_text(),
            "provider_icon_url": text(),
            "provider_name": text(),
            "title_url": text(),
        },
    ),
}
_actions = _block({"elements": array(elements.in_actions, MAX_ACTIONS)})

# Slack's own list lets inputs into messages too. Nothing of ours asks there, and an answer typed
# into a message is lost at its next update: the sandbox is stricter.
_input = only_on(
    ["modal", "home"],
    _block(
        {"label": plain_text(MAX_LABEL_CHARS), "element": elements.in_input},
        {"hint": plain_text(MAX_LABEL_CHARS), "optional": boolean, "dispatch_action": boolean},
        _files_are_not_dispatched,
    ),
)
_table = only_on(["message", "home"], _block(tables.TABLE, tables.TABLE_LOOKS))

_card = _block(
    {},
    {
        "hero_image": by_type({"image": elements.image}),
        "icon": by_type({"image": elements.image}),
        "title": mrkdwn(150),
        "subtitle": mrkdwn(150),
        "body": mrkdwn(200),
        "actions": array(elements.in_card, 3),
    },
    _says_something("hero_image", "title", "actions", "body"),
)
_source = by_type({"url": typed({"url": text(), "text": text()})})
_task_card = _block(
    {
        "task_id": text(),
        "title": text(),
        "status": one_of("pending", "in_progress", "complete", "error"),
    },
    {"details": rich_text, "output": rich_text, "sources": array(_source)},
)
_contained = by_type(
    {
        **_text_anywhere,
        **_media_anywhere,
        "actions": _actions,
        "input": _input,
        "table": _table,
    }
)
_container = _block(
    {"child_blocks": array(_contained, MAX_CONTAINED)},
    {
        "title": plain_text(150),
        "rich_text_title": rich_text,
        "subtitle": any_text(150),
        "width": one_of("narrow", "standard", "wide", "full"),
        "icon": by_type({"image": elements.image}),
        "is_collapsible": boolean,
        "default_collapsed": boolean,
        "has_header_divider": boolean,
    },
    _says_something("title", "rich_text_title"),
)

BLOCKS: Fields = {
    **_text_anywhere,
    **_media_anywhere,
    "actions": _actions,
    "input": _input,
    "alert": only_on(
        ["modal"],
        _block(
            {"text": any_text(200)},
            {"level": one_of("default", "info", "warning", "error", "success")},
        ),
    ),
    "card": only_on(["message", "home"], _card),
    "carousel": only_on(
        ["message", "home"], _block({"elements": array(by_type({"card": _card}), MAX_CARDS)})
    ),
    "container": only_on(["message"], _container),
    "context_actions": only_on(
        ["message"],
        _block({"elements": array(elements.in_context_actions, MAX_CONTEXT_ACTIONS)}),
    ),
    "data_table": only_on(
        ["message", "home"],
        _block(tables.DATA_TABLE, tables.DATA_TABLE_LOOKS, *tables.DATA_TABLE_RULES),
    ),
    "data_visualization": only_on(["message"], _block(CHART)),
    "markdown": only_on(["message"], _block({"text": text(MAX_MARKDOWN_CHARS)})),
    "plan": only_on(
        ["message"],
        _block({"title": text()}, {"tasks": array(by_type({"task_card": _task_card}))}),
    ),
    "table": _table,
    "task_card": only_on(["message"], _task_card),
}
