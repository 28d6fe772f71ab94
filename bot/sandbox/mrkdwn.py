"""Slack's text as people read it: names for ids, links as their words, no escapes."""

from __future__ import annotations

import re

from bot.sandbox.client_words import ClientWords
from bot.sandbox.mentions import unescaped
from bot.sandbox.records import Json
from bot.sandbox.workspace import Team

ANGLED = re.compile(r"<([^<>|]+)(?:\|([^<>]*))?>")
STYLED = re.compile(r"(?<![\w*_~])([*_~])(\S|\S[^*\n]*?\S)\1(?![\w*_~])")


class Names:
    """What ids of a workspace are called, and what the client says around them."""

    def __init__(self, team: Team, locale: str = "en") -> None:
        self._team = team
        self.client = ClientWords(locale)

    def member(self, user_id: str) -> str:
        """The name people see, or the id of someone unknown."""
        member = self._team.members.get(user_id)
        return member.name if member else user_id

    def channel(self, channel_id: str) -> str:
        """`#name`, or the id of a conversation unknown."""
        channel = self._team.channels.get(channel_id)
        return f"#{channel.name}" if channel and channel.name else channel_id


def readable(text: str, names: Names) -> str:
    """A mrkdwn text as Slack's client would show it, without its bold and italics."""
    shown = ANGLED.sub(lambda found: _linked(found[1], found[2], names), text)
    for _ in range(2):  # bold may hold italics
        shown = STYLED.sub(r"\2", shown)
    return unescaped(shown)


def _linked(target: str, label: str | None, names: Names) -> str:
    if target.startswith("@"):
        return f"@{names.member(target[1:])}"
    if target.startswith("#"):
        return f"#{label}" if label else names.channel(target[1:])
    if target.startswith("!date"):
        return label or ""
    if target.startswith("!"):
        return f"@{target[1:].partition('^')[0]}"
    return label or target


def text_of(text: Json | None, names: Names) -> str:
    """A text object as people read it; "" for none."""
    if not text:
        return ""
    shown = str(text["text"])
    return shown if text["type"] == "plain_text" else readable(shown, names)


def rich_text(part: Json, names: Names) -> str:
    """A rich_text block or element as people read it."""
    kind = part.get("type")
    if kind == "user":
        return f"@{names.member(part['user_id'])}"
    if kind == "channel":
        return names.channel(part["channel_id"])
    if kind == "emoji":
        return f":{part['name']}:"
    if kind == "link":
        return str(part.get("text") or part["url"])
    if kind == "broadcast":
        return f"@{part['range']}"
    if kind == "text":
        return str(part["text"])
    pieces = [rich_text(each, names) for each in part.get("elements", ())]
    if kind == "rich_text_list":
        return "\n".join(f"• {piece}" for piece in pieces)
    return ("\n" if kind == "rich_text" else "").join(pieces)
