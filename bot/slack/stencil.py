"""Blocks built and checked once, for all who are shown the same but for an id."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, overload

from bot.slack.blocks import Block, Buildable, finish

ID = "{id}"  # stands, in a button's value, where each reader's own goes


class Stencil:
    """What `finish` makes of *parts*, whose values hold `ID` wherever an id of ours is to stand."""

    def __init__(self, parts: Iterable[Buildable | Block]) -> None:
        self._blocks = json.dumps(finish(parts))

    def filled(self, own_id: str) -> "Filled":
        """Return the blocks with *own_id*, letters and digits, in their values."""
        if not own_id.isalnum():
            raise ValueError(f"{own_id!r} is no id of ours")
        return Filled(self._blocks.replace(ID, own_id))


class Filled(Sequence[Block]):
    """Blocks that are JSON already, and taken apart only where somebody looks into them."""

    def __init__(self, as_json: str) -> None:
        self.as_json = as_json

    @cached_property
    def _blocks(self) -> list[Block]:
        blocks: list[Block] = json.loads(self.as_json)
        return blocks

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> list[Block]: ...
    def __getitem__(self, index: int | slice) -> Block | list[Block]:
        return self._blocks[index]

    def __len__(self) -> int:
        return len(self._blocks)


def written(arguments: Mapping[str, Any]) -> str:
    """Return *arguments* of a call as JSON; filled blocks among them are it already."""
    blocks = arguments.get("blocks")
    if not isinstance(blocks, Filled):
        return json.dumps(arguments)
    others = json.dumps({key: value for key, value in arguments.items() if key != "blocks"})
    return f'{others[:-1]}, "blocks": {blocks.as_json}}}'
