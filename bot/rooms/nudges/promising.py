"""A practice made a promise: its card is answered once the form has been sent, wherever it stands.

The form is the promises room's; it carries where the card stands. A nudge makes one promise, which
bears its id. A form closed without being sent leaves the card as it was.
"""

from collections.abc import Mapping
from typing import Any

from bot.deps import Deps
from bot.errors import UserError
from bot.members.reader import Reader
from bot.rooms.nudges import usecases, views
from bot.rooms.nudges.choosing import text_of
from bot.rooms.nudges.in_place import answer_at, answer_message, answer_window
from bot.rooms.nudges.tables import Nudge
from bot.slack.ids import ChannelId
from bot.slack.inputs import Later, Press


async def may_promise(deps: Deps, press: Press) -> Mapping[str, Any]:
    """Note the press, and return what the form carries: the nudge, and where its card stands.

    Nothing where the practice isn't one we showed.

    Raises:
        Answered: it has been answered otherwise.
    """
    try:
        nudge = await usecases.wants_to_promise(deps, press.who, str(press.value.get("nudge")))
    except usecases.Gone:
        return {}
    message = press.message
    if press.view is not None and press.view.type == "modal":
        return {"nudge": nudge.nudge_id, "view": press.view.id}
    if message is None:
        return {"nudge": nudge.nudge_id}
    if message.blocks or press.response_url is None:
        return {"nudge": nudge.nudge_id, "channel": message.channel, "ts": message.ts}
    return {"nudge": nudge.nudge_id, "url": press.response_url}


async def promised(deps: Deps, who: Reader, carried: Mapping[str, Any]) -> Later | None:
    """Note that the form was sent, and return what is left to do: to answer the card."""
    try:
        nudge = await usecases.react(deps, who, str(carried.get("nudge")), "promised")
    except UserError:
        return None  # answered otherwise while the form was open: the promise stands all the same
    return lambda: _answer(deps, who, nudge, carried)


async def _answer(deps: Deps, who: Reader, nudge: Nudge, carried: Mapping[str, Any]) -> None:
    said = views.answer(deps.words(who), "promised")
    channel, url, view_id = carried.get("channel"), carried.get("url"), carried.get("view")
    if view_id:
        await answer_window(deps, who, str(view_id), nudge.nudge_id)
    elif url:
        text = text_of(deps.content, nudge, who.locale)
        if text is not None:
            card = views.answered_card(deps.words(who), text, said)
            await deps.messenger.respond(str(url), card, replace=True)
    elif channel:
        place = ChannelId(str(channel)), str(carried.get("ts"))
        await answer_at(deps, who, place, nudge.nudge_id, [said], keep_text=True)
    else:
        await answer_message(deps, who, nudge.nudge_id, [said], keep_text=True)
