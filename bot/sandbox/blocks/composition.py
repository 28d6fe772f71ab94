"""Composition objects: texts, options, confirmations, filters and Slack files.

Source: docs.slack.dev/reference/block-kit/composition-objects
"""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.sandbox.blocks.schema import (
    Check,
    Fields,
    Place,
    Rule,
    array,
    boolean,
    by_type,
    one_of,
    record,
    text,
    typed,
)

MAX_TEXT_CHARS = 3000
MAX_OPTION_CHARS = 75
MAX_OPTION_VALUE_CHARS = 150
MAX_URL_CHARS = 3000
MAX_OPTION_GROUPS = 100
MAX_GROUP_OPTIONS = 100


def plain_text(most: int = MAX_TEXT_CHARS) -> Check:
    """A `plain_text` object; `verbatim` is for `mrkdwn` alone."""
    return by_type({"plain_text": _plain(most)})


def any_text(most: int = MAX_TEXT_CHARS) -> Check:
    """A `plain_text` or `mrkdwn` object."""
    return by_type(text_kinds(most))


def text_kinds(most: int = MAX_TEXT_CHARS) -> Fields:
    """Both kinds of text, to stand in a list with other kinds of things."""
    return {"plain_text": _plain(most), "mrkdwn": _mrkdwn(most)}


def mrkdwn(most: int) -> Check:
    """A `mrkdwn` object; `emoji` is for `plain_text` alone."""
    return by_type({"mrkdwn": _mrkdwn(most)})


def _plain(most: int) -> Check:
    return typed({"text": text(most)}, {"emoji": boolean})


def _mrkdwn(most: int) -> Check:
    return typed({"text": text(most)}, {"verbatim": boolean})


def option(words: Check, description: Check, **more: Check) -> Check:
    """One thing to choose, its label and description worded as the element allows."""
    return record(
        {"text": words, "value": text(MAX_OPTION_VALUE_CHARS)},
        {"description": description, **more},
    )


_short_plain = plain_text(MAX_OPTION_CHARS)
_short_text = any_text(MAX_OPTION_CHARS)

menu_option = option(_short_plain, _short_plain)
overflow_option = option(_short_plain, _short_plain, url=text(MAX_URL_CHARS))
choice_option = option(_short_text, _short_text)  # radio buttons and checkboxes take mrkdwn

option_groups = array(
    record({"label": _short_plain, "options": array(menu_option, MAX_GROUP_OPTIONS)}),
    MAX_OPTION_GROUPS,
)

confirm = record(
    {
        "title": plain_text(100),
        "text": plain_text(300),
        "confirm": plain_text(30),
        "deny": plain_text(30),
    },
    {"style": one_of("primary", "danger")},
)

placeholder = plain_text(150)

dispatch_action_config = record(
    {"trigger_actions_on": array(one_of("on_enter_pressed", "on_character_entered"))}
)


def _filters_something(value: Mapping[str, Any], place: Place) -> Iterator[str]:
    if not value:
        yield place.problem("must provide at least one field")


conversation_filter = record(
    {},
    {
        "include": array(one_of("im", "mpim", "private", "public")),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
    _filters_something,
)


def just_one(*keys: str) -> Rule:
    """The rule that exactly one of *keys* is there."""

    def rule(value: Mapping[str, Any], place: Place) -> Iterator[str]:
        if sum(key in value for key in keys) != 1:
            yield place.problem(f"must define exactly one of: {', '.join(keys)}")

    return rule


slack_file = record({}, {"id": text(), "url": text(MAX_URL_CHARS)}, just_one("id", "url"))

image_source: Fields = {"image_url": text(MAX_URL_CHARS), "slack_file": slack_file}
"""An image comes from one of the two; say so with `just_one(*image_source)`."""
