"""The messages the clock brings: due questions, and what rides in the slot. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from blockkit import Actions, Button, Section

from bot.content import Words
from bot.rooms.commitments.record import Told
from bot.rooms.commitments.said import Voice
from bot.rooms.commitments.views import (
    OPEN_LIST,
    SHORT_CHARS,
    check_parts,
    open_parts,
    promise_parts,
)
from bot.slack.blocks import Message, clipped, escaped, finish, label, ours
from bot.slack.ids import encode

MOST_ASKED = 12  # in one message of 50 blocks; the list holds the rest
MOST_RIDING = 3  # of each sort, in a message that says other things too


def due_message(words: Words, data: Mapping[str, Any]) -> Message:
    """Return the due questions of an hour; the notification is discreet unless wanted full."""
    voice, asked = _voice(words, data), _told(data["ask"])
    which = "late" if data["late"] else "now"
    heading = voice(f"commitments-asked-{which}", count=len(asked))
    parts: list[Any] = [Section(ours(heading))]
    for promise in asked[:MOST_ASKED]:
        parts += open_parts(voice, promise)
    parts += _more(voice, len(asked) - MOST_ASKED)
    said = voice("commitments-notification", count=len(asked))
    if data["full"] and len(asked) == 1:
        said = escaped(clipped(asked[0].text, SHORT_CHARS))
    return Message(said, finish(parts))


def day_parts(words: Words, data: Mapping[str, Any]) -> list[Any]:
    """Return what rides in the slot: yesterday's questions, the check ahead, what is due today."""
    voice = _voice(words, data)
    ask, check, today = (_told(data[key]) for key in ("ask", "check", "today"))
    parts: list[Any] = []
    if ask:
        parts.append(Section(ours(voice("commitments-asked-day", count=len(ask)))))
    for promise in ask[:MOST_RIDING]:
        parts += open_parts(voice, promise)
    if check:
        parts.append(Section(ours(voice("commitments-check", count=len(check)))))
    for promise in check[:MOST_RIDING]:
        parts += check_parts(voice, promise)
    if today:
        parts.append(Section(ours(voice("commitments-today"))))
    for promise in today[:MOST_RIDING]:
        parts += promise_parts(voice, promise)
    hidden = sum(max(0, len(some) - MOST_RIDING) for some in (ask, check, today))
    return parts + _more(voice, hidden)


def _more(voice: Voice, count: int) -> list[Any]:
    """Say how many more there are, with the way to them."""
    if count <= 0:
        return []
    more = voice("commitments-more", count=count)
    return [
        Actions(
            [Button(text=label(more), action_id=OPEN_LIST, value=encode({"page": 0}))],
            block_id=OPEN_LIST,
        )
    ]


def _voice(words: Words, data: Mapping[str, Any]) -> Voice:
    return Voice(words, str(data["zone"]), datetime.fromisoformat(str(data["now"])))


def _told(rows: Sequence[Mapping[str, Any]]) -> list[Told]:
    return [Told(**row) for row in rows]
