"""Block elements: buttons, pickers, inputs and choices, and which block takes which.

Source: docs.slack.dev/reference/block-kit/block-elements
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from bot.sandbox.blocks.composition import (
    MAX_URL_CHARS,
    choice_option,
    confirm,
    dispatch_action_config,
    image_source,
    just_one,
    overflow_option,
    placeholder,
    plain_text,
    text_kinds,
)
from bot.sandbox.blocks.menus import MENUS, actionable, focusable, initial_is_offered
from bot.sandbox.blocks.rich_text import rich_text
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
    pattern,
    record,
    text,
    typed,
    whole,
)

MAX_BUTTON_CHARS = 75
MAX_VALUE_CHARS = 2000
MAX_INPUT_CHARS = 3000
MAX_ALT_TEXT_CHARS = 2000
MAX_CHOICES = 10
MAX_OVERFLOW_OPTIONS = 5
MAX_FILES = 10
MAX_LINES = 100

_label = plain_text(MAX_BUTTON_CHARS)
_accessibility_label = text(MAX_BUTTON_CHARS)
_style = one_of("primary", "danger")

button = typed(
    {"text": _label},
    {
        **actionable,
        "url": text(MAX_URL_CHARS),
        "value": text(MAX_VALUE_CHARS),
        "style": _style,
        "confirm": confirm,
        "accessibility_label": _accessibility_label,
    },
)

_trigger = record(
    {"url": text()},
    {"customizable_input_parameters": array(record({"name": text(), "value": text()}))},
)
_workflow_button = only_on(
    ["message"],
    typed(
        {"text": _label, "workflow": record({"trigger": _trigger})},
        {**actionable, "style": _style, "accessibility_label": _accessibility_label},
    ),
)

_feedback = record(
    {"text": _label, "value": text(MAX_VALUE_CHARS)},
    {"accessibility_label": _accessibility_label},
)
_feedback_buttons = typed({"positive_button": _feedback, "negative_button": _feedback}, actionable)
_icon_button = typed(
    {"icon": one_of("trash"), "text": plain_text()},
    {
        **actionable,
        "value": text(MAX_VALUE_CHARS),
        "confirm": confirm,
        "accessibility_label": _accessibility_label,
        "visible_to_user_ids": array(text()),
    },
)

image = typed({"alt_text": text(MAX_ALT_TEXT_CHARS)}, image_source, just_one(*image_source))

_overflow = typed(
    {"options": array(overflow_option, MAX_OVERFLOW_OPTIONS)},
    {**actionable, "confirm": confirm},
)

_choices: Fields = {"options": array(choice_option, MAX_CHOICES)}
_radio_buttons = typed(_choices, {**focusable, "initial_option": choice_option}, initial_is_offered)
_checkboxes = typed(
    _choices, {**focusable, "initial_options": array(choice_option)}, initial_is_offered
)


def _calendar_date(value: object, place: Place) -> Iterator[str]:
    problems = [*pattern(r"\d{4}-\d{2}-\d{2}", "YYYY-MM-DD")(value, place)]
    yield from problems
    if not problems:
        try:
            date.fromisoformat(str(value))
        except ValueError:
            yield place.problem("must be a date of the calendar")


_datepicker = typed({}, {**focusable, "initial_date": _calendar_date, "placeholder": placeholder})
_timepicker = typed(
    {},
    {
        **focusable,
        "initial_time": pattern(r"([01]\d|2[0-3]):[0-5]\d", "HH:mm"),
        "timezone": pattern(r"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}", "Area/City"),
        "placeholder": placeholder,
    },
)
_datetimepicker = only_on(
    ["message", "modal"],
    typed({}, {**focusable, "initial_date_time": whole(10**9, 10**10 - 1)}),  # ten digits
)


def ordered(least: str, most: str) -> Rule:
    """The rule that the field *least* isn't above the field *most*."""

    def rule(value: Mapping[str, Any], place: Place) -> Iterator[str]:
        if least in value and most in value and Decimal(value[least]) > Decimal(value[most]):
            yield (place / least).problem(f"must not be greater than {most}")

    return rule


def _initial_fits(value: Mapping[str, Any], place: Place) -> Iterator[str]:
    most = value.get("max_length", MAX_INPUT_CHARS)
    yield from text(most, least=0)(value.get("initial_value", ""), place / "initial_value")


_typed_into: Fields = {
    **actionable,
    "focus_on_load": boolean,
    "placeholder": placeholder,
    "dispatch_action_config": dispatch_action_config,
}
_plain_text_input = typed(
    {},
    {
        **_typed_into,
        "initial_value": text(MAX_INPUT_CHARS, least=0),
        "multiline": boolean,
        "min_length": whole(0, MAX_INPUT_CHARS),
        "max_length": whole(1, MAX_INPUT_CHARS),
    },
    ordered("min_length", "max_length"),
    _initial_fits,
)
_rich_text_input = only_on(
    ["modal", "home"],
    typed(
        {},
        {
            **_typed_into,
            "initial_value": rich_text,
            "min_lines": whole(1, MAX_LINES),
            "max_lines": whole(1, MAX_LINES),
        },
        ordered("min_lines", "max_lines"),
    ),
)
_one_line = only_on(["modal"], typed({}, {**_typed_into, "initial_value": text(MAX_INPUT_CHARS)}))
_numeral = pattern(r"-?\d{1,30}(\.\d{1,30})?", "a decimal numeral")
_number_input = only_on(
    ["modal"],
    typed(
        {"is_decimal_allowed": boolean},
        {
            **_typed_into,
            "initial_value": _numeral,
            "min_value": _numeral,
            "max_value": _numeral,
        },
        ordered("min_value", "max_value"),
        ordered("min_value", "initial_value"),
        ordered("initial_value", "max_value"),
    ),
)
_file_input = only_on(
    ["modal"],
    typed({}, {**actionable, "filetypes": array(text()), "max_files": whole(1, MAX_FILES)}),
)

_PICKED: Fields = {
    "checkboxes": _checkboxes,
    "radio_buttons": _radio_buttons,
    "datepicker": _datepicker,
    "timepicker": _timepicker,
    **MENUS,
}
_PRESSED: Fields = {"button": button, "overflow": _overflow, "workflow_button": _workflow_button}

in_section: Check = by_type({**_PRESSED, **_PICKED, "image": image})
in_actions: Check = by_type({**_PRESSED, **_PICKED, "datetimepicker": _datetimepicker})
in_input: Check = by_type(
    {
        **_PICKED,
        "datetimepicker": _datetimepicker,
        "plain_text_input": _plain_text_input,
        "rich_text_input": _rich_text_input,
        "email_text_input": _one_line,
        "url_text_input": _one_line,
        "number_input": _number_input,
        "file_input": _file_input,
    }
)
in_context_actions: Check = by_type(
    {"feedback_buttons": _feedback_buttons, "icon_button": _icon_button}
)
in_card: Check = by_type({"button": button})
in_context: Check = by_type({"image": image, **text_kinds()})
