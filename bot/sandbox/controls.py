"""Finding what a person means: a button, menu or input by what one reads on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.sandbox.inputs import elements, options
from bot.sandbox.records import Channel, Entered, Json, Message, View


@dataclass(frozen=True)
class Place:
    """Where a control stands: in a view, or in a message of a conversation."""

    blocks: list[Json]
    view: View | None = None
    channel: Channel | None = None
    message: Message | None = None

    @property
    def entered(self) -> Entered:
        """What was put into the controls here so far. Raises: LookupError outside of both."""
        holder = self.view or self.message
        if holder is None:
            raise LookupError("the control stands in no view and no message")
        return holder.entered


@dataclass(frozen=True)
class Control:
    """One interactive element, with the block it is in."""

    place: Place
    block: Json
    element: Json

    @property
    def is_input(self) -> bool:
        """Whether it is an input that sends nothing of its own."""
        return bool(self.block["type"] == "input" and not self.block.get("dispatch_action"))

    def names(self) -> Iterator[str]:
        """Everything by which a person or a test may call it."""
        yield from (self.element["action_id"], self.block["block_id"])
        labels = (
            self.element.get("text"),
            self.element.get("placeholder"),
            self.block.get("label"),
            self.block.get("text"),
        )
        for label in labels:
            if isinstance(label, dict):
                yield str(label["text"])
        if self.element["type"] == "overflow":
            yield from (option["text"]["text"] for option in options(self.element))


def controls(place: Place) -> list[Control]:
    """Every control of a place, top to bottom."""
    return [Control(place, block, element) for block in place.blocks for element in elements(block)]


def named(places: Sequence[Place], name: str, *, kinds: set[str] | None = None) -> list[Control]:
    """The controls called *name*, exactly or else but for upper and lower case."""
    found = [
        control
        for place in places
        for control in controls(place)
        if kinds is None or control.element["type"] in kinds
    ]
    exact = [control for control in found if name in control.names()]
    return exact or [c for c in found if _plain(name) in map(_plain, c.names())]


def _plain(name: str) -> str:
    return name.strip().casefold()


def visible_names(places: Sequence[Place], kinds: set[str] | None = None) -> list[str]:
    """What one reads on everything that can be pressed or filled in, each once."""
    found = [
        label
        for place in places
        for control in controls(place)
        if kinds is None or control.element["type"] in kinds
        for label in _labels(control)
    ]
    return list(dict.fromkeys(found))


def _labels(control: Control) -> list[str]:
    element, block = control.element, control.block
    if element["type"] == "overflow":
        return [option["text"]["text"] for option in options(element)]
    said = (block.get("label"), element.get("text"), block.get("text"), element.get("placeholder"))
    texts = [str(one["text"]) for one in said if isinstance(one, dict)]
    return texts[:1] or [str(element["action_id"])]
