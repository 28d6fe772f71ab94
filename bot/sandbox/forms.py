"""What Slack's client refuses to submit before any app hears of it."""

import re
from collections.abc import Iterator

from bot.sandbox.inputs import KINDS, chosen_state, is_empty, state_values
from bot.sandbox.records import Entered, Json, View

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+\Z")
MAX_INPUT_CHARS = 3000  # Slack: plain_text_input


def refusals(view: View) -> dict[str, str]:
    """What is wrong with a form as filled in, by block_id; empty when it can be sent."""
    values = state_values(view.blocks, view.entered)
    return dict(_wrong(view.blocks, values))


def _wrong(blocks: list[Json], values: Entered) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if block["type"] != "input":
            continue
        element = block["element"]
        state = values[block["block_id"]][element["action_id"]]
        if is_empty(state):
            if not block.get("optional"):
                yield block["block_id"], "Please complete this required field."
        elif problem := _problem(element, str(state[KINDS[element["type"]].key])):
            yield block["block_id"], problem


def _problem(element: Json, value: str) -> str | None:
    kind = element["type"]
    if kind == "plain_text_input":
        least, most = element.get("min_length", 0), element.get("max_length", MAX_INPUT_CHARS)
        if not least <= len(value) <= most:
            return f"Use {least} to {most} characters."
    if kind == "number_input":
        return _number_problem(element, value)
    if kind == "email_text_input" and not EMAIL.match(value):
        return "Enter a valid email address."
    if kind == "url_text_input" and not value.startswith(("http://", "https://")):
        return "Enter a valid URL."
    return None


def _number_problem(element: Json, value: str) -> str | None:
    try:
        number = float(value)
    except ValueError:
        return "Enter a number."
    if not element.get("is_decimal_allowed") and not number.is_integer():
        return "Enter a whole number."
    low, high = element.get("min_value", "-inf"), element.get("max_value", "inf")
    return None if float(low) <= number <= float(high) else f"Enter {low} to {high}."


def refill(view: View, block: Json, element: Json, value: object) -> Json:
    """Put *value* into an input of a view; its new state. Raises: LookupError for no option."""
    state = chosen_state(element, value)
    view.entered.setdefault(block["block_id"], {})[element["action_id"]] = state
    return state
