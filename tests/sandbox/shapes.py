"""Shapes of payloads: JSON reduced to types, and the comparison of a payload with one."""

from collections.abc import Iterator
from typing import Any


def differences(shape: Any, payload: Any, pointer: str = "") -> Iterator[str]:
    """Where *payload* lacks something of *shape*, or has another JSON type there.

    A shape has JSON types for values ("string|null" where both occur), `=word` where the word
    itself matters, one item for every item of a list, and `*` for every key there is.
    """
    if isinstance(shape, str):
        if not _is(shape, payload):
            yield pointer
    elif isinstance(shape, list):
        if not isinstance(payload, list) or not payload:
            yield pointer
        else:
            for index, each in enumerate(payload):
                yield from differences(shape[0], each, f"{pointer}/{index}")
    elif not isinstance(payload, dict):
        yield pointer
    else:
        for key, below in shape.items():
            for name in payload if key == "*" else [key]:
                place = f"{pointer}/{name}"
                if name in payload:
                    yield from differences(below, payload[name], place)
                else:
                    yield place


def _is(shape: str, value: object) -> bool:
    if shape.startswith("="):
        return value == shape[1:]
    return json_type(value) in shape.split("|")


def json_type(value: object) -> str:
    """What JSON calls the type of *value*, whole numbers apart from others."""
    names = {
        bool: "boolean",
        int: "integer",
        float: "number",
        str: "string",
        list: "array",
        dict: "object",
    }
    return names.get(type(value), "null")
