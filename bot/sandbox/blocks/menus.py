"""Select menus, single and multiple, over options, people, channels and conversations.

Source: docs.slack.dev/reference/block-kit/block-elements/select-menu-element and
/multi-select-menu-element
"""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.sandbox.blocks.composition import (
    confirm,
    conversation_filter,
    just_one,
    menu_option,
    option_groups,
    placeholder,
)
from bot.sandbox.blocks.schema import Check, Fields, Place, array, boolean, text, typed, whole

MAX_OPTIONS = 100
MAX_ACTION_ID_CHARS = 255

actionable: Fields = {"action_id": text(MAX_ACTION_ID_CHARS)}
focusable: Fields = {**actionable, "confirm": confirm, "focus_on_load": boolean}


def initial_is_offered(value: Mapping[str, Any], place: Place) -> Iterator[str]:
    """The rule that what is chosen at first is among what can be chosen, to the letter."""
    offered = list(value.get("options", ()))
    for group in value.get("option_groups", ()):
        offered += group["options"]
    if "initial_option" in value and value["initial_option"] not in offered:
        yield (place / "initial_option").problem("must match one of the options")
    for index, each in enumerate(value.get("initial_options", ())):
        if each not in offered:
            yield (place / "initial_options" / index).problem("must match one of the options")


def _initials_fit(value: Mapping[str, Any], place: Place) -> Iterator[str]:
    most = value.get("max_selected_items")
    for key, each in value.items():
        if most is not None and key.startswith("initial_") and len(each) > most:
            yield (place / key).problem(f"no more than {most} items allowed")


_menu: Fields = {**focusable, "placeholder": placeholder}
_ids = array(text())
_static: Fields = {"options": array(menu_option, MAX_OPTIONS), "option_groups": option_groups}
_external: Fields = {"min_query_length": whole(0)}
_conversations: Fields = {
    "default_to_current_conversation": boolean,
    "filter": conversation_filter,
}
_answers_by_url: Fields = {"response_url_enabled": boolean}
_one_source = just_one(*_static)


def _select(fields: Fields) -> Check:
    return typed({}, {**_menu, **fields})


def _multi_select(fields: Fields) -> Check:
    return typed({}, {**_menu, "max_selected_items": whole(1), **fields}, _initials_fit)


MENUS: Fields = {
    "static_select": typed(
        {}, {**_menu, **_static, "initial_option": menu_option}, _one_source, initial_is_offered
    ),
    "external_select": _select({**_external, "initial_option": menu_option}),
    "users_select": _select({"initial_user": text()}),
    "conversations_select": _select(
        {**_conversations, **_answers_by_url, "initial_conversation": text()}
    ),
    "channels_select": _select({**_answers_by_url, "initial_channel": text()}),
    "multi_static_select": typed(
        {},
        {
            **_menu,
            **_static,
            "max_selected_items": whole(1),
            "initial_options": array(menu_option),
        },
        _one_source,
        initial_is_offered,
        _initials_fit,
    ),
    "multi_external_select": _multi_select({**_external, "initial_options": array(menu_option)}),
    "multi_users_select": _multi_select({"initial_users": _ids}),
    "multi_conversations_select": _multi_select({**_conversations, "initial_conversations": _ids}),
    "multi_channels_select": _multi_select({"initial_channels": _ids}),
}
