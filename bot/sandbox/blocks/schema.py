"""The small schema language in which Block Kit is written down: checks, made of smaller checks."""

import math
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Surface = Literal["message", "modal", "home"]


@dataclass(slots=True)
class Place:
    """Where in a payload a check stands, and the surface the payload is for."""

    surface: Surface
    key: object = ""
    above: "Place | None" = None

    def __truediv__(self, key: object) -> "Place":
        """The place below."""
        return Place(self.surface, key, self)

    @property
    def pointer(self) -> str:
        """The JSON pointer to here, spelt out only where there is something to say."""
        if self.above is None:
            return ""
        step = str(self.key).replace("~", "~0").replace("/", "~1")  # RFC 6901
        return f"{self.above.pointer}/{step}"

    def problem(self, what: str) -> str:
        """What is wrong here, in the form Slack answers with."""
        return f"{what} [json-pointer:{self.pointer}]"


Check = Callable[[object, Place], Iterator[str]]
"""Yields the problems of a value at a place; whatever the value, it never raises."""

Rule = Callable[[Mapping[str, Any], Place], Iterator[str]]
"""Like a check, but asked only of an object whose fields are all right one by one."""

Fields = Mapping[str, Check]


def anything(value: object, place: Place) -> Iterator[str]:
    """Find no fault."""
    yield from ()


def text(most: int | None = None, least: int = 1) -> Check:
    """A string of *least* to *most* characters."""

    def check(value: object, place: Place) -> Iterator[str]:
        if not isinstance(value, str):
            yield place.problem("must provide a string")
        elif len(value) < least:
            yield place.problem(f"must be more than {least - 1} characters")
        elif most is not None and len(value) > most:
            yield place.problem(f"must be less than {most + 1} characters")

    return check


def pattern(regex: str, form: str) -> Check:
    """A string of the form that *form* shows to the reader."""
    compiled = re.compile(regex, re.ASCII)

    def check(value: object, place: Place) -> Iterator[str]:
        if not isinstance(value, str):
            yield place.problem("must provide a string")
        elif not compiled.fullmatch(value):
            yield place.problem(f"must be in the form {form}")

    return check


def one_of(*choices: str) -> Check:
    """One of a fixed set of strings."""

    def check(value: object, place: Place) -> Iterator[str]:
        if value not in choices:
            yield place.problem(f"must be one of: {', '.join(choices)}")

    return check


def boolean(value: object, place: Place) -> Iterator[str]:
    """True or false; not a string that says so."""
    if not isinstance(value, bool):
        yield place.problem("must provide a boolean")


def number(value: object, place: Place) -> Iterator[str]:
    """A finite number: JSON has no other."""
    finite = math.isfinite(value) if isinstance(value, float) else isinstance(value, int)
    if not finite or isinstance(value, bool):
        yield place.problem("must provide a number")


def whole(least: int, most: int | None = None) -> Check:
    """An integer from *least* to *most*."""

    def check(value: object, place: Place) -> Iterator[str]:
        if not isinstance(value, int) or isinstance(value, bool):
            yield place.problem("must provide an integer")
        elif value < least:
            yield place.problem(f"must be at least {least}")
        elif most is not None and value > most:
            yield place.problem(f"must be at most {most}")

    return check


def array(item: Check, most: int | None = None, least: int = 1) -> Check:
    """A list of *least* to *most* items, each passing *item*."""

    def check(value: object, place: Place) -> Iterator[str]:
        if not isinstance(value, list):
            yield place.problem("must provide an array")
            return
        if len(value) < least:
            yield place.problem(f"must provide at least {least} items")
        if most is not None and len(value) > most:
            yield place.problem(f"no more than {most} items allowed")
        for index, each in enumerate(value):
            yield from item(each, place / index)

    return check


def record(required: Fields, optional: Fields | None = None, *rules: Rule) -> Check:
    """An object with just these keys; *rules* look at it as a whole once its fields are right."""
    known = {**required, **(optional or {})}

    def check(value: object, place: Place) -> Iterator[str]:
        if not isinstance(value, dict):
            yield place.problem("must provide an object")
            return
        problems = [*_field_problems(value, place, required, known)]
        yield from problems
        if not problems:
            for rule in rules:
                yield from rule(value, place)

    return check


def _field_problems(
    value: Mapping[object, object], place: Place, required: Collection[str], known: Fields
) -> Iterator[str]:
    for name in required:
        if name not in value:
            yield place.problem(f"missing required field: {name}")
    for key, each in value.items():
        if not isinstance(key, str):
            yield place.problem("must provide strings as keys")
        elif key not in known:
            yield place.problem(f"invalid additional property: {key}")
        else:
            yield from known[key](each, place / key)


def typed(required: Fields, optional: Fields | None = None, *rules: Rule) -> Check:
    """A record that bears its name in `type`, to be listed under it in `by_type`."""
    return record({"type": anything, **required}, optional, *rules)


def by_type(kinds: Mapping[str, Check]) -> Check:
    """An object checked as the kind that its `type` names."""

    def check(value: object, place: Place) -> Iterator[str]:
        if not isinstance(value, dict):
            yield place.problem("must provide an object")
        elif "type" not in value:
            yield place.problem("missing required field: type")
        elif not isinstance(value["type"], str):
            yield from text()(value["type"], place / "type")
        elif value["type"] not in kinds:
            yield (place / "type").problem(f"unsupported type: {value['type']}")
        else:
            yield from kinds[value["type"]](value, place)

    return check


def only_on(surfaces: Collection[Surface], inner: Check) -> Check:
    """*inner*, on the surfaces that take it; elsewhere its type is refused."""

    def check(value: object, place: Place) -> Iterator[str]:
        if place.surface in surfaces:
            yield from inner(value, place)
        else:
            yield (place / "type").problem(f"unsupported type on the {place.surface} surface")

    return check
