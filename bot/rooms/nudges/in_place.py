"""Put what somebody pressed in the place of a card, and leave the rest of its message alone."""

from collections.abc import Sequence

from bot.slack.blocks import Block


def card_in(blocks: Sequence[Block], action_id: str) -> slice | None:
    """Return where a card stands: the buttons that hold *action_id*, and the text above them."""
    for index, block in enumerate(blocks):
        if any(one.get("action_id") == action_id for one in block.get("elements", ())):
            return slice(max(0, index - 1), index + 1)
    return None


def exchanged(blocks: Sequence[Block], card: slice, by: Sequence[Block]) -> list[Block]:
    return [*blocks[: card.start], *by, *blocks[card.stop :]]
