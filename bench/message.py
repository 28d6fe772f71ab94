"""The message every peer of the bot sends: a nudge of the catalogue, rendered once."""

from typing import Any

from bot.content import Content
from bot.content.load import PROMPTS
from bot.rooms.nudges.views import nudge_card


def nudge() -> dict[str, Any]:
    """Return the arguments of `chat.postMessage` that a real nudge has, but for the channel."""
    content = Content.load(PROMPTS)
    practice = content.catalogue("en").practices[0]
    data = {"nudge": "0" * 32, "practice": practice.id, "text": practice.wordings[0].text}
    message = nudge_card(content.words("en"), data)
    return {
        "text": message.text,
        "blocks": list(message.blocks),
        "unfurl_links": False,
        "unfurl_media": False,
        "metadata": {"event_type": "trustcheck_delivery", "event_payload": {"delivery": "0" * 32}},
    }
