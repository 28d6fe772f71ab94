"""Put what somebody pressed in the place of a card, and leave the rest of its message alone."""

from collections.abc import Sequence

from bot.deps import Deps
from bot.members.reader import Reader
from bot.rooms.nudges import store, views
from bot.slack.blocks import Block
from bot.slack.ids import ChannelId, UnreadableValue, decode
from bot.slack.rewrite import rewrite


def card_in(blocks: Sequence[Block], action_id: str, nudge_id: str | None = None) -> slice | None:
    """Return where a card stands: the buttons that hold *action_id*, and the text above them.

    *nudge_id*: the card of that nudge alone.
    """
    for index, block in enumerate(blocks):
        for one in block.get("elements", ()):
            if one.get("action_id") == action_id and nudge_id in (None, _nudge_of(one)):
                return slice(max(0, index - 1), index + 1)
    return None


def _nudge_of(element: Block) -> object:
    try:
        return decode(element.get("value")).get("nudge")
    except UnreadableValue:
        return None


def exchanged(blocks: Sequence[Block], card: slice, by: Sequence[Block]) -> list[Block]:
    return [*blocks[: card.start], *by, *blocks[card.stop :]]


def answered(blocks: Sequence[Block], card: slice, said: Block) -> list[Block]:
    """Put *said* in the place of a card's buttons; the practice stays as it was shown."""
    return exchanged(blocks, card, [*blocks[card][:-1], said])


async def answer_message(
    deps: Deps, who: Reader, nudge_id: str, by: Sequence[Block], *, keep_text: bool
) -> None:
    """Put *by* in the place of a nudge's card in the last message that brought one, if it is there.

    For what was answered elsewhere, as in Home. *keep_text*: in the place of its buttons alone.
    """
    async with deps.db.read() as session:
        place = await store.last_message(session, who.workspace, who.member)
    if place is not None:
        await answer_at(deps, who, place, nudge_id, by, keep_text=keep_text)


async def answer_at(
    deps: Deps,
    who: Reader,
    place: tuple[ChannelId, str],
    nudge_id: str,
    by: Sequence[Block],
    *,
    keep_text: bool,
) -> None:
    """Put *by* in the place of a nudge's card in the message at *place* (channel, ts)."""

    def change(blocks: Sequence[Block]) -> Sequence[Block]:
        card = card_in(blocks, views.DONE, nudge_id)
        if card is None:
            return blocks
        return exchanged(blocks, card, [*(blocks[card][:-1] if keep_text else ()), *by])

    await rewrite(deps.messenger, who.workspace, *place, change)


async def answer_window(deps: Deps, who: Reader, view_id: str, nudge_id: str) -> None:
    """Show what became of a nudge in the other room's window that it was shown in."""
    view = await deps.shown_in(deps, who, nudge_id) if deps.shown_in is not None else None
    if view is not None:
        await deps.messenger.update_view(who.workspace, view_id, view)
