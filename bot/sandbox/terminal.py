"""Messages, modals and Homes as text, for reading in a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.sandbox.drawn_blocks import block_lines
from bot.sandbox.mrkdwn import Names, readable, text_of
from bot.sandbox.outcome import SeenMessage
from bot.sandbox.records import View
from bot.sandbox.typeset import WIDTH, wrap

__all__ = ["Names", "conversation", "message", "view"]

INDENT = "    "


def message(seen: SeenMessage, names: Names, tz: str) -> str:
    """One message under its author and the time it was shown at, in the reader's *tz*."""
    client = names.client
    at = client.when(seen.shown_at.astimezone(ZoneInfo(tz)))
    notes = [client("only you see this")] if seen.ephemeral else []
    notes += [client("edited")] if seen.edited else []
    head = f"{names.member(seen.user)} · {at}" + (f" ({', '.join(notes)})" if notes else "")
    indent = INDENT * (2 if seen.thread_ts and seen.thread_ts != seen.ts else 1)
    body = [
        line for block in seen.blocks for line in block_lines(block, names, {}, WIDTH - len(indent))
    ]
    if not seen.blocks:
        body = wrap(readable(seen.text, names), width=WIDTH - len(indent))
    body += [f"[{client('file')}: {file['name']}]" for file in seen.files]
    return "\n".join([indent[len(INDENT) :] + head, *((indent + line).rstrip() for line in body)])


def conversation(seen: Sequence[SeenMessage], names: Names, tz: str) -> str:
    """A conversation, oldest message first."""
    return "\n\n".join(message(each, names, tz) for each in seen)


def view(shown: View, names: Names) -> str:
    """A modal in its frame, or a Home."""
    body = [
        line
        for block in shown.blocks
        for line in block_lines(block, names, shown.entered, WIDTH - 2)
    ]
    title = text_of(shown.body.get("title"), names) or "Home"
    foot = [
        f"[{text_of(shown.body[part], names)}]"
        for part in ("close", "submit")
        if shown.body.get(part)
    ]
    rule = "─" * max(0, WIDTH - len(title) - 5)
    lines = [f"┌─ {title} {rule}", *(f"│ {line}".rstrip() for line in body)]
    return "\n".join([*lines, "└─ " + "  ".join(foot) if foot else "└─"])
