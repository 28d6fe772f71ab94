"""How a press is answered where it was made: in a message, a modal, the list or Home."""

from collections.abc import Sequence
from typing import Any

from bot.deps import Deps
from bot.rooms.commitments import views
from bot.rooms.commitments.said import Voice
from bot.slack.blocks import Block, Message, finish
from bot.slack.inputs import Later, Press, Reply


async def in_place(
    deps: Deps, press: Press, voice: Voice, promise_id: str, parts: Sequence[Any]
) -> Reply:
    """Show *parts* in the place of the promise that was pressed, and leave the rest as it was."""
    if press.view is not None and press.view.type == "home":
        view = views.said_in_modal(voice, parts)
        await deps.messenger.open_view(press.who.workspace, press.trigger, view)
        return Reply()
    return Reply(later=later_in_place(deps, press, voice, promise_id, parts))


def later_in_place(
    deps: Deps, press: Press, voice: Voice, promise_id: str, parts: Sequence[Any]
) -> Later | None:
    """Return the edit of what was pressed, to be made after the answer."""
    if press.view is not None:
        view_id, view = press.view.id, views.said_in_modal(voice, parts)
        if press.view.type == "home":
            return None
        return lambda: deps.messenger.update_view(press.who.workspace, view_id, view)
    url = press.response_url
    if url is None:
        return None
    message = Message(_text(press, voice), _blocks(press, promise_id, parts))
    return lambda: deps.messenger.respond(url, message, replace=True)


async def on_top(deps: Deps, press: Press, view: Block) -> None:
    """Open a modal, or put it on top of the one that was pressed in."""
    if press.view is not None and press.view.type == "modal":
        await deps.messenger.push_view(press.who.workspace, press.trigger, view)
    else:
        await deps.messenger.open_view(press.who.workspace, press.trigger, view)


def _blocks(press: Press, promise_id: str, parts: Sequence[Any]) -> list[Block]:
    """Slack leaves the content of messages for one's own eyes out: those hold one promise."""
    if press.message is None or not press.message.blocks:
        return finish(parts)
    return views.replaced(press.message.blocks, promise_id, parts)


def _text(press: Press, voice: Voice) -> str:
    return (
        press.message.text if press.message and press.message.text else voice("commitments-title")
    )
