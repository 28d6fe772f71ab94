"""What people put into inputs, selects and pickers, and the `state` Slack sends of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.sandbox.records import Entered, Json


@dataclass(frozen=True)
class Kind:
    """How one sort of element holds its value: the state's key, and its initial value's."""

    key: str
    initial: str
    many: bool = False


KINDS: Mapping[str, Kind] = {
    "plain_text_input": Kind("value", "initial_value"),
    "email_text_input": Kind("value", "initial_value"),
    "url_text_input": Kind("value", "initial_value"),
    "number_input": Kind("value", "initial_value"),
    "rich_text_input": Kind("rich_text_value", "initial_value"),
    "static_select": Kind("selected_option", "initial_option"),
    "external_select": Kind("selected_option", "initial_option"),
    "users_select": Kind("selected_user", "initial_user"),
    "conversations_select": Kind("selected_conversation", "initial_conversation"),
    "channels_select": Kind("selected_channel", "initial_channel"),
    "multi_static_select": Kind("selected_options", "initial_options", many=True),
    "multi_external_select": Kind("selected_options", "initial_options", many=True),
    "multi_users_select": Kind("selected_users", "initial_users", many=True),
    "multi_conversations_select": Kind(
        "selected_conversations", "initial_conversations", many=True
    ),
    "multi_channels_select": Kind("selected_channels", "initial_channels", many=True),
    "radio_buttons": Kind("selected_option", "initial_option"),
    "checkboxes": Kind("selected_options", "initial_options", many=True),
    "datepicker": Kind("selected_date", "initial_date"),
    "timepicker": Kind("selected_time", "initial_time"),
    "datetimepicker": Kind("selected_date_time", "initial_date_time"),
    "file_input": Kind("files", "initial_files", many=True),
}
IMAGE = {"type": "image"}
OPTION_KEYS = {"selected_option", "selected_options"}


class NoSuchOption(LookupError):
    """The person looked for something the element doesn't offer."""


def elements(block: Json) -> Iterator[Json]:
    """The interactive elements of a block, as one sees them."""
    if block.get("type") == "input":
        yield block["element"]
    elif block.get("type") == "section" and block.get("accessory", IMAGE)["type"] != "image":
        yield block["accessory"]
    elif block.get("type") in {"actions", "context_actions"}:
        yield from block["elements"]


def state_values(blocks: list[Json], entered: Entered) -> Entered:
    """The `state.values` of these blocks: what was entered, else the initial values."""
    values: Entered = {}
    for block in blocks:
        for element in elements(block):
            if element["type"] in KINDS:
                state = entered.get(block["block_id"], {}).get(element["action_id"])
                values.setdefault(block["block_id"], {})[element["action_id"]] = (
                    state or initial_state(element)
                )
    return values


def initial_state(element: Json) -> Json:
    """The element's state before anybody touched it."""
    kind = KINDS[element["type"]]
    empty: Any = [] if kind.many else None
    state = {"type": element["type"], kind.key: element.get(kind.initial, empty)}
    if element["type"] == "timepicker" and "timezone" in element:
        state["timezone"] = element["timezone"]
    return state


def chosen_state(element: Json, wanted: Any) -> Json:
    """The element's state after a person put *wanted* in: a text, or option label(s) or value(s).

    Raises: NoSuchOption when the element doesn't offer it.
    """
    kind = KINDS[element["type"]]
    if kind.many:
        several = wanted if isinstance(wanted, list | tuple | set) else [wanted]
        value: Any = [_one(element, kind, each) for each in several]
    else:
        value = None if wanted is None else _one(element, kind, wanted)
    return {**initial_state(element), kind.key: value}


def _one(element: Json, kind: Kind, wanted: Any) -> Any:
    if kind.key in OPTION_KEYS and "external" not in element["type"]:
        return option(element, wanted)
    if element["type"] == "datetimepicker" and isinstance(wanted, datetime):
        return int(wanted.astimezone(UTC).timestamp())
    if element["type"] in {"datetimepicker", "external_select", "multi_external_select"}:
        return wanted
    if element["type"] == "rich_text_input" or kind.key == "files":
        return wanted
    return str(wanted) if wanted != "" else None


def options(element: Json) -> list[Json]:
    """Every option an element offers, groups flattened."""
    groups: list[Json] = element.get("option_groups") or []
    grouped = [o for group in groups for o in group["options"]]
    return [*(element.get("options") or []), *grouped]


def option(element: Json, wanted: object) -> Json:
    """The option with that label or value. Raises: NoSuchOption, listing what there is."""
    offered = options(element)
    for each in offered:
        if wanted in (each["text"]["text"], each.get("value")):
            return {"text": each["text"], "value": each.get("value")}
    for each in offered:
        if str(wanted).casefold() == str(each["text"]["text"]).casefold():
            return {"text": each["text"], "value": each.get("value")}
    labels = ", ".join(repr(each["text"]["text"]) for each in offered)
    raise NoSuchOption(f"no option {wanted!r}; there is: {labels}")


def is_empty(state: Json) -> bool:
    """Whether a required input with this state would be refused by Slack's client."""
    return state[KINDS[state["type"]].key] in (None, "", [])
