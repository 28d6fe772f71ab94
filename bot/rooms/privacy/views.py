"""What somebody reads about their data. Pure."""

from collections.abc import Sequence
from typing import Any

from blockkit import Actions, Button, Context, Section

from bot.content import Words
from bot.slack.blocks import Block, Message, finish, label, modal, ours, theirs
from bot.slack.ids import encode

OPEN_FORGET = "privacy.forget.open"
START_EXPORT = "privacy.export.start"
FORGET = "privacy.forget.confirm"
DONE = "privacy.forget.read"
ASKED = "privacy.export.read"
DEAL = "privacy.deal.read"
TOPICS = ("yours", "promises", "pulse", "slack", "kept", "host")


def deal(words: Words) -> Block:
    """Return what is stored, why, how long and who sees it, with the two things to do about it."""
    parts: list[Any] = [Section(ours(words(f"privacy-deal-{topic}"))) for topic in TOPICS]
    buttons: list[Any] = [
        Button(text=label(words("privacy-export-do")), action_id=START_EXPORT, value=encode()),
        Button(text=label(words("privacy-forget-do")), action_id=OPEN_FORGET, value=encode()),
    ]
    return modal(
        DEAL,
        title=words("privacy-title"),
        parts=[*parts, Actions(buttons), Context([ours(words("privacy-deal-limits"))])],
        close=words("privacy-close"),
    )


def confirm_forget(words: Words) -> Block:
    return modal(
        FORGET,
        title=words("privacy-forget-title"),
        parts=[
            Section(ours(words("privacy-forget-what"))),
            Section(ours(words("privacy-forget-stays"))),
            Context([ours(words("privacy-forget-export-first"))]),
        ],
        submit=words("privacy-forget-confirm"),
        close=words("privacy-forget-cancel"),
    )


def forgotten(words: Words) -> Block:
    return modal(
        DONE,
        title=words("privacy-forget-title"),
        parts=[Section(ours(words("privacy-forgotten")))],
        close=words("privacy-close"),
    )


def export_asked(words: Words) -> Block:
    return modal(
        ASKED,
        title=words("privacy-export-title"),
        parts=[Section(ours(words("privacy-export-comes")))],
        close=words("privacy-close"),
    )


def export_comes(words: Words) -> Message:
    return _said(words("privacy-export-comes"))


def export_here(words: Words) -> Message:
    return _said(words("privacy-export-here"))


def export_failed(words: Words, why: str) -> Message:
    return _said(words("privacy-export-failed", why=why))


def export_piece(words: Words, pieces: Sequence[str]) -> Message:
    """Return a part of an export as text, shown as it is."""
    parts: list[Any] = [Section(theirs(piece)) for piece in pieces]
    return Message(words("privacy-export-piece"), finish(parts))


def empty_home(words: Words) -> Block:
    return {"type": "home", "blocks": finish([Section(ours(words("privacy-home")))], "home")}


def _said(text: str) -> Message:
    return Message(text, finish([Section(ours(text))]))
