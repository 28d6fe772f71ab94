"""An export as text, whole or in pieces. Pure."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.members.mention import GONE
from bot.slack.ids import MemberId

PIECE_CHARS = 2900  # Slack: section.text takes 3,000
PIECES_A_MESSAGE = 3  # Slack: some 11,000 characters a message


def readable(value: Any, zone: str) -> Any:
    """Return *value* as JSON can hold it: instants in *zone*, to the second."""
    if isinstance(value, datetime):
        return value.astimezone(ZoneInfo(zone)).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): readable(one, zone) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [readable(one, zone) for one in value]
    return value


def unnamed(value: Any, member: MemberId, someone: str) -> Any:
    """Return *value*, as JSON holds it, without *member*: in its place stands someone no longer
    here, in a text *someone*, the words for that."""
    if isinstance(value, str):
        return GONE if value == member else value.replace(f"<@{member}>", someone)
    if isinstance(value, Mapping):
        return {
            unnamed(key, member, someone): unnamed(one, member, someone)
            for key, one in value.items()
        }
    if isinstance(value, list):
        return [unnamed(one, member, someone) for one in value]
    return value


def as_text(document: Mapping[str, Any]) -> str:
    """Return an export as people can read it: one fact a line, any script as itself."""
    return json.dumps(document, ensure_ascii=False, indent=2)


def pieces(text: str, size: int = PIECE_CHARS) -> list[str]:
    """Cut *text* into pieces of at most *size* characters, between lines where one can."""
    found = [""]
    for line in text.splitlines(keepends=True):
        for start in range(0, len(line), size):
            part = line[start : start + size]
            if len(found[-1]) + len(part) > size:
                found.append("")
            found[-1] += part
    return [piece for piece in found if piece]


def messages(parts: Sequence[str]) -> list[list[str]]:
    """Put the pieces into as few messages as Slack takes."""
    size = PIECES_A_MESSAGE
    return [list(parts[start : start + size]) for start in range(0, len(parts), size)]
