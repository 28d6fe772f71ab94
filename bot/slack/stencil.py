"""Blocks built and checked once, for all who are shown the same but for an id."""

import json
from collections.abc import Iterable

from bot.slack.blocks import Block, Buildable, finish

ID = "{id}"  # stands, in a button's value, where each reader's own goes


class Stencil:
    """What `finish` makes of *parts*, whose values hold `ID` wherever an id of ours is to stand."""

    def __init__(self, parts: Iterable[Buildable | Block]) -> None:
        self._blocks = json.dumps(finish(parts))

    def filled(self, own_id: str) -> list[Block]:
        """Return the blocks with *own_id*, letters and digits, in their values."""
        if not own_id.isalnum():
            raise ValueError(f"{own_id!r} is no id of ours")
        blocks: list[Block] = json.loads(self._blocks.replace(ID, own_id))
        return blocks
