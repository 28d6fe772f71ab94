"""A line somebody types to the bot that reads like a promise: an offer to log it."""

import re
from typing import Any

from blockkit import Actions, Button, Section

from bot.deps import Deps
from bot.errors import UserError
from bot.members.reader import Reader
from bot.rooms.commitments.capture import MAX_CHARS, draft_of
from bot.rooms.commitments.handlers import open_form, read_line
from bot.rooms.commitments.typed import as_typed
from bot.slack.blocks import Message, clipped, finish, label, ours, theirs
from bot.slack.ids import encode
from bot.slack.inputs import Press, Reply

LOG = "commitments.line.log"
QUOTED = "commitments.line"  # the block that holds their words

# Somebody speaks of what they themselves will do. A question isn't one, nor what won't be done.
_ENGLISH = re.compile(
    r"\b(?:i['’]ll|i will|i['’]m going to|i am going to|i promise|i shall)\b(?! (?:not|never)\b)",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    r"我(?:们)?(?:[^不没，。？?]{0,40})(?:会|来|去|负责|保证|答应|发给|交给|完成|搞定|做好|发|交)"
)
_QUESTION = re.compile(r"[?？]\s*$|[吗呢]\s*[。.]?\s*$")


def reads_like_a_promise(line: str) -> bool:
    """Say whether *line*, as typed, tells what its author will do. Pure."""
    is_told = _ENGLISH.search(line) or _CHINESE.search(line)
    return bool(is_told) and not _QUESTION.search(line)


async def offer(deps: Deps, who: Reader, text: str) -> Message | None:
    """Return the offer to log a line as a promise; None where it doesn't read like one."""
    line = clipped(as_typed(text).strip(), MAX_CHARS)
    if not line or not reads_like_a_promise(line):
        return None
    words = deps.words(who)
    asked = words("commitments-line-offer")
    log = Button(text=label(words("commitments-line-log")), action_id=LOG, value=encode())
    parts: list[Any] = [
        Section(ours(asked)),
        Section(theirs(line), block_id=QUOTED),
        Actions([log]),
    ]
    return Message(asked, finish(parts))


async def on_press_log(deps: Deps, press: Press) -> Reply:
    """Open the form with what was understood of the line that stands above the button."""
    blocks = press.message.blocks if press.message else ()
    lines = [one["text"]["text"] for one in blocks if one.get("block_id") == QUOTED]
    if not lines:
        raise UserError("house-old-card")
    said = await read_line(deps, press.who, lines[0])
    return await open_form(deps, press.who, press.trigger, draft_of(said, press.who))
